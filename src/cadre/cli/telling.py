"""Telling: an error as lines on standard error, each fault on one."""

from __future__ import annotations

from cadre.cli.output import close, one_line, tell
from cadre.disk import failure
from cadre.errors import CadreError, Stopped


def refused(error: OSError) -> int:
    """Tell what the file system refused, but not that the reader of a pipe has gone; give the exit code."""
    close()
    if isinstance(error, BrokenPipeError):
        return Stopped.exit_code
    told = failure(error, error.filename or "standard output")
    tell(*lines(told), count(told))
    return told.exit_code


def lines(error: CadreError) -> list[str]:
    """Give the faults of an error, else what it says."""
    return [one_line(str(fault)) for fault in getattr(error, "faults", ())] or [str(error)]


def count(error: CadreError) -> str:
    """Give the last line: how many faults there were."""
    faults = len(getattr(error, "faults", ()))
    return f"cadre: {faults} fault{'s' if faults != 1 else ''} found" if faults else "cadre: not done"
