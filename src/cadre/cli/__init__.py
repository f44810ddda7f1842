"""The command line: reads arguments, calls one function, prints.

Heavy parts are imported by the command that needs them; what stops a command is ready before anything else.
"""

from __future__ import annotations

import os
import sys

from cadre.cli.stopping import leave, stoppable, was_asked

STOPPED, SIGNALLED, PIPE_CLOSED = 4, 130, 1
"""Exit codes: ours, and those of the library of commands for Ctrl-C and for a reader that has gone."""


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
        code = _until_stopped(sys.argv[1:] if arguments is None else arguments)
    if code == STOPPED:
        leave(code)
    sys.exit(code)


def _until_stopped(arguments: list[str]) -> int:
    """Run a command; whatever a library made of the signal that stopped it, it is stopped."""
    try:
        return run(arguments)
    except BaseException:
        if not was_asked():
            raise
        from cadre.cli import speaking
        from cadre.cli.output import tell

        tell(speaking.words().text("cli.stopped"))
        return STOPPED


def run(arguments: list[str]) -> int:
    """Run a command and give its exit code.

    Every error that Cadre raises on purpose is told, and so is whatever the file system refuses; never a
    traceback.
    """
    from cadre.cli import speaking
    from cadre.cli.output import plain_output
    from cadre.cli.telling import refused

    speaking.SPEAKER.begin(arguments, os.environ)
    with plain_output():
        try:
            return _run(arguments)
        except OSError as error:
            return refused(error)


def _run(arguments: list[str]) -> int:
    from cadre.cli.output import close
    from cadre.cli.telling import tell_error
    from cadre.errors import CadreError, Stopped

    try:
        from cadre.cli import (  # noqa: F401  (they add their commands)
            briefing,
            exchanging,
            offering,
            replanning,
            reporting,
            rostering,
            serving,
            sweeping,
            tracing,
            tracking,
        )
        from cadre.cli.commands import call  # typer takes a tenth of a second

        code = call(arguments)
        if code == SIGNALLED:
            raise Stopped
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return tell_error(Stopped())
    except SystemExit as end:
        if end.code != PIPE_CLOSED:
            raise
        close()
        return STOPPED
    except CadreError as error:
        return tell_error(error)
