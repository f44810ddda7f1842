"""The command line: reads arguments, calls one function, prints.

Heavy parts are imported by the command that needs them.
"""

from __future__ import annotations

import os
import sys

from cadre.cli import speaking
from cadre.errors import CadreError, NothingFeasible, Stopped
from cadre.words import Catalogue
from cadre.words.saying import of_error, said


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
    from cadre.cli.helping import Misused

    speaking.SPEAKER.begin(arguments, os.environ)
    try:
        return call(arguments)
    except (Stopped, KeyboardInterrupt) as stop:
        print(_stopped(stop), file=sys.stderr)
        return Stopped.exit_code
    except NothingFeasible as none:
        words = speaking.words()
        print(f"{words.text('cli.nothing-feasible')}\n{of_error(none, words)}", file=sys.stderr)
        return none.exit_code
    except Misused as misused:
        words = speaking.words()
        print(f"{said(misused.said, words)}\n{words.text('cli.try-help')}", file=sys.stderr)
        return misused.exit_code
    except CadreError as error:
        words = speaking.SPEAKER.of_mission(getattr(error, "language", ""))
        print(f"{of_error(error, words)}\n{_count(error, words)}", file=sys.stderr)
        return error.exit_code


def _stopped(stop: Stopped | KeyboardInterrupt) -> str:
    words = speaking.words()
    if isinstance(stop, Stopped) and stop.kept is not None:
        return words.text("cli.stopped-kept", kept=said(stop.kept, words))
    return words.text("cli.stopped")


def _count(error: CadreError, words: Catalogue) -> str:
    faults = len(getattr(error, "faults", ()))
    return words.text("cli.faults-found", count=faults) if faults else words.text("cli.not-done")
