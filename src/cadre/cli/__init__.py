"""The command line: reads arguments, calls one function, prints.

Heavy parts are imported by the command that needs them.
"""

from __future__ import annotations

import sys

from cadre.errors import CadreError, NothingFeasible, Stopped
from cadre.words.saying import ENGLISH, said


def main(arguments: list[str] | None = None) -> int:
    """Run a command and exit: 0 done, 2 bad input, 3 nothing feasible, 4 stopped, 5 a broken plan.

    Parameters
    ----------
    arguments : list of str, optional
        Words after `cadre`; those of the process when left out.

    Raises
    ------
    SystemExit
        Always, with the exit code.
    """
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Run a command and give its exit code.

    Every error that Cadre raises on purpose is told, never a traceback.
    """
    from cadre.cli import briefing, replanning, sweeping, tracing  # noqa: F401  (they add their commands)
    from cadre.cli.commands import call  # typer takes a tenth of a second

    try:
        return call(arguments)
    except (Stopped, KeyboardInterrupt) as stop:
        print(_stopped(stop), file=sys.stderr)
        return Stopped.exit_code
    except NothingFeasible as none:
        print(f"{ENGLISH.text('cli.nothing-feasible')}\n{none}", file=sys.stderr)
        return none.exit_code
    except CadreError as error:
        print(f"{error}\n{_count(error)}", file=sys.stderr)
        return error.exit_code


def _stopped(stop: Stopped | KeyboardInterrupt) -> str:
    if isinstance(stop, Stopped) and stop.kept is not None:
        return ENGLISH.text("cli.stopped-kept", kept=said(stop.kept))
    return ENGLISH.text("cli.stopped")


def _count(error: CadreError) -> str:
    faults = len(getattr(error, "faults", ()))
    return ENGLISH.text("cli.faults-found", count=faults) if faults else ENGLISH.text("cli.not-done")
