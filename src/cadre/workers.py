"""Work side by side in processes, ended cleanly when the user stops it.

Takes a function and its arguments, gives results as they are done. The order of results is the machine's;
callers put them back in the order of the arguments, so that nothing depends on it.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from typing import TypeVar

SIGNALS = (signal.SIGINT, signal.SIGTERM)
Given = TypeVar("Given")
Made = TypeVar("Made")


class Workers:
    """Processes that stay from one stage to the next, since each takes seconds to begin.

    To be used in a `with` block, which ends them. Nothing begins before it is needed; with one job the work
    is done here.

    Parameters
    ----------
    jobs : int
        Processes.
    """

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._pool: ProcessPoolExecutor | None = None
        self._others = set(active_children())

    def __enter__(self) -> Workers:
        """Begin nothing yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """End the processes: after their work, or at once where something was raised."""
        if self._pool is None:
            return
        self._pool.shutdown(wait=kind is None, cancel_futures=kind is not None)
        if kind is not None:
            for process in set(active_children()) - self._others:
                process.kill()
        self._pool = None

    def side_by_side(
        self, work: Callable[[Given], Made], given: Sequence[Given]
    ) -> Iterator[tuple[int, Made]]:
        """Yield (number of the argument, result) as each is done.

        Parameters
        ----------
        work : callable
            A function of one argument at the top of a module, so that another process can find it.
        given : sequence
            Arguments; one alone is worked on here.

        Raises
        ------
        Exception
            Whatever the work raises.
        """
        if min(self.jobs, len(given)) <= 1:
            yield from ((number, work(one)) for number, one in enumerate(given))
            return
        if self._pool is None:
            self._others = set(active_children())
            self._pool = ProcessPoolExecutor(self.jobs, get_context("spawn"), initializer=_follow_parent)
        with _signals_later():
            numbers = {self._pool.submit(work, one): number for number, one in enumerate(given)}
        for future in as_completed(numbers):
            yield numbers[future], future.result()


def side_by_side(
    work: Callable[[Given], Made], given: Sequence[Given], *, jobs: int
) -> Iterator[tuple[int, Made]]:
    """Yield what `Workers.side_by_side` gives, by processes for this work alone.

    The other processes are ended when the work raises or the caller stops.
    """
    with Workers(min(jobs, len(given))) as workers:
        yield from workers.side_by_side(work, given)


@contextmanager
def _signals_later() -> Iterator[None]:
    """Hold signals back while processes begin: one that is not ready for them would write a traceback."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _follow_parent() -> None:
    """Ignore signals in a worker, which its parent answers for all, and end when the parent has ended."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    if (parent := parent_process()) is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    """Wait for the parent's end; one that was killed leaves workers waiting for ever otherwise."""
    wait([sentinel])
    os._exit(1)
