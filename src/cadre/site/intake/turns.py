"""Turns: so many at a time, a few more that wait, and nobody beyond. Nothing of Django."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Busy(Exception):
    """There are as many as there may be: come again in a moment."""


class Turns:
    """Lets a number of threads do something at a time.

    Parameters
    ----------
    at_once : int
        How many, at least 1.
    waiting : int
        How many more wait for a turn.
    seconds : float
        How long one waits at most.
    """

    def __init__(self, at_once: int, waiting: int, seconds: float) -> None:
        self._turns = threading.BoundedSemaphore(at_once)
        self._places = threading.BoundedSemaphore(at_once + waiting)
        self._seconds = seconds

    @contextmanager
    def one(self) -> Iterator[None]:
        """Wait for a turn and keep it for the block.

        Raises
        ------
        Busy
            As many wait already as may, or none had ended when the time was over.
        """
        if not self._places.acquire(blocking=False):
            raise Busy
        try:
            if not self._turns.acquire(timeout=self._seconds):
                raise Busy
            try:
                yield
            finally:
                self._turns.release()
        finally:
            self._places.release()
