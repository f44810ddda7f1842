"""Telling: an error on standard error in the language of the reader, each fault on one line."""

from __future__ import annotations

from cadre.cli import speaking
from cadre.cli.helping import Misused
from cadre.cli.output import close, one_line, tell
from cadre.disk import failure
from cadre.errors import BadInput, CadreError, InfeasibleMission, Stopped
from cadre.words import Catalogue
from cadre.words.saying import of_error, said, told


def tell_error(error: CadreError) -> int:
    """Tell what an error says, and give its exit code."""
    words = speaking.SPEAKER.of_mission(getattr(error, "language", ""))
    if isinstance(error, Stopped):
        tell(_stopped(error, words))
    elif isinstance(error, InfeasibleMission):
        tell(words.text("cli.nothing-feasible"), of_error(error, words))
    elif isinstance(error, Misused):
        tell(one_line(said(error.said, words)), words.text("cli.try-help"))
    elif isinstance(error, BadInput):
        faults = [one_line(told(fault, words)) for fault in error.faults]
        tell(*faults, words.text("cli.faults-found", count=len(faults)))
    else:
        tell(of_error(error, words), words.text("cli.not-done"))
    return error.exit_code


def _stopped(stop: Stopped, words: Catalogue) -> str:
    if stop.kept is None:
        return words.text("cli.stopped")
    return words.text("cli.stopped-kept", kept=said(stop.kept, words))


def refused(error: OSError) -> int:
    """Tell what the file system refused, but not that the reader of a pipe has gone; give the exit code."""
    close()
    if isinstance(error, BrokenPipeError):
        return Stopped.exit_code
    return tell_error(failure(error, error.filename or speaking.words().text("cli.standard-output")))
