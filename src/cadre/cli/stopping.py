"""Stopping: Ctrl-C, and a signal that asks the process to end, both end it with what is kept told.

Imports next to nothing: it must be ready before anything else is loaded.
"""

from __future__ import annotations

import atexit
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

SIGNALS = (signal.SIGINT, signal.SIGTERM)
AGAIN_SECONDS = 1.0
"""A signal so soon after another one is the same: who ends a group of processes sends it twice."""
_asked: list[float] = []
"""When signals came."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise KeyboardInterrupt inside the block for either signal; behind it they change nothing."""
    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as in a background job
            signal.signal(number, _stop)
    try:
        yield
    finally:
        for number in SIGNALS:
            signal.signal(number, signal.SIG_IGN)


def was_asked() -> bool:
    """Say whether a signal has come."""
    return bool(_asked)


def _stop(*_: object) -> None:
    now = time.monotonic()
    again = bool(_asked) and now - _asked[-1] < AGAIN_SECONDS
    _asked.append(now)
    if not again:
        raise KeyboardInterrupt


def leave(code: int) -> None:
    """End the process with this exit code.

    Where the signal came while a library ran code from a string, Python would end by that signal, whatever
    exit code was asked for. All is told and put away by now.
    """
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)
