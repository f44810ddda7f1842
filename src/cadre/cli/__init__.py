"""The command line: reads arguments, calls one function, prints.

Heavy parts are imported by the command that needs them.
"""

from __future__ import annotations

import sys

from cadre.errors import BrokenPlan, CadreError, NothingFeasible, Stopped


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
        print(f"cadre: stopped{': ' + str(stop) if str(stop) else ''}", file=sys.stderr)
        return Stopped.exit_code
    except NothingFeasible as none:
        print(f"cadre: nothing but doing nothing can be carried out\n{none}", file=sys.stderr)
        return none.exit_code
    except BrokenPlan as broken:
        print(f"{_in_words(broken)}\n{_count(broken)}", file=sys.stderr)
        return broken.exit_code
    except CadreError as error:
        print(f"{error}\n{_count(error)}", file=sys.stderr)
        return error.exit_code


def _in_words(broken: BrokenPlan) -> str:
    """Return what a broken plan says, the rules that it breaks in words."""
    from cadre.words import Catalogue, Formats
    from cadre.words.reasons import by_ids

    formats = Formats(Catalogue())
    rules = tuple(rule if isinstance(rule, str) else by_ids(rule, formats) for rule in broken.broken)
    return str(BrokenPlan(broken.plan, rules))


def _count(error: CadreError) -> str:
    faults = len(getattr(error, "faults", ()))
    return f"cadre: {faults} fault{'s' if faults != 1 else ''} found" if faults else "cadre: not done"
