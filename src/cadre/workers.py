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
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


def side_by_side(
    work: Callable[[Given], Made], given: Sequence[Given], *, jobs: int
) -> Iterator[tuple[int, Made]]:
    """Give (number of the argument, result) as each is done.

    Parameters
    ----------
    work : callable
        A function of one argument at the top of a module, so that another process can find it.
    given : sequence
        Arguments.
    jobs : int
        Processes; with one, or one argument, the work is done here.

    Raises
    ------
    Exception
        Whatever the work raises; the other processes are ended then, as they are when the caller stops.
    """
    if min(jobs, len(given)) <= 1:
        yield from ((number, work(one)) for number, one in enumerate(given))
        return
    others = set(active_children())
    pool = ProcessPoolExecutor(min(jobs, len(given)), get_context("spawn"), initializer=_follow_parent)
    try:
        numbers = {pool.submit(work, one): number for number, one in enumerate(given)}
        for future in as_completed(numbers):
            yield numbers[future], future.result()
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in set(active_children()) - others:
            process.terminate()
        raise
    pool.shutdown()


def _follow_parent() -> None:
    """Ignore Ctrl-C in a worker, so that none writes a traceback, and end when the parent has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if (parent := parent_process()) is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    """Wait for the parent's end; one that was killed leaves workers waiting for ever otherwise."""
    wait([sentinel])
    os._exit(1)
