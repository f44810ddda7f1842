"""Stopping: Ctrl-C, and a signal that asks the process to end, both end it with what is kept told."""

from __future__ import annotations

import atexit
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM)
AGAIN_SECONDS = 1.0
"""A signal so soon after another one is the same: who ends a group of processes sends it twice."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise KeyboardInterrupt inside the block for either signal; behind it they change nothing."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    last = -AGAIN_SECONDS

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal last
        now, before = time.monotonic(), last
        last = now
        if now - before >= AGAIN_SECONDS:
            raise KeyboardInterrupt

    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup, or in a background job
            signal.signal(number, stop)
    yield
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)


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
