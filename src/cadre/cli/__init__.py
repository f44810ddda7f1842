"""The command line: reads arguments, calls one function, prints.

Heavy parts are imported by the command that needs them.
"""

from __future__ import annotations

import sys

from cadre.cli.output import close, one_line, plain_output, tell
from cadre.cli.stopping import leave, stoppable
from cadre.errors import CadreError, NothingFeasible, Stopped


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
    with stoppable():
        code = run(sys.argv[1:] if arguments is None else arguments)
    if code == Stopped.exit_code:
        leave(code)
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run a command and give its exit code.

    Every error that Cadre raises on purpose is told, and so is whatever the file system refuses; never a
    traceback.
    """
    with plain_output():
        try:
            return _run(arguments)
        except OSError as error:
            return _refused(error)


def _run(arguments: list[str]) -> int:
    try:
        from cadre.cli import briefing, replanning, sweeping, tracing  # noqa: F401  (they add their commands)
        from cadre.cli.commands import call  # typer takes a tenth of a second

        code = call(arguments)
        sys.stdout.flush()
        return code
    except (Stopped, KeyboardInterrupt) as stop:
        tell(f"cadre: stopped{': ' + str(stop) if str(stop) else ''}")
        return Stopped.exit_code
    except NothingFeasible as none:
        tell(f"cadre: nothing but doing nothing can be carried out\n{none}")
        return none.exit_code
    except CadreError as error:
        tell(*_lines(error), _count(error))
        return error.exit_code


def _refused(error: OSError) -> int:
    """Tell what the file system refused; nothing where the reader of a pipe has gone."""
    if isinstance(error, BrokenPipeError):
        close()
        return Stopped.exit_code
    from cadre.disk import failure

    told = failure(error, error.filename or "standard output")
    close()
    tell(*_lines(told), _count(told))
    return told.exit_code


def _lines(error: CadreError) -> list[str]:
    return [one_line(str(fault)) for fault in getattr(error, "faults", ())] or [str(error)]


def _count(error: CadreError) -> str:
    faults = len(getattr(error, "faults", ()))
    return f"cadre: {faults} fault{'s' if faults != 1 else ''} found" if faults else "cadre: not done"
