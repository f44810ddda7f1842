"""Work side by side in processes, ended cleanly when the user stops it.

Takes a function and its arguments, gives results as they are done. The order of results is the machine's;
callers put them back in the order of the arguments, so that nothing depends on it.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import active_children, get_context
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
    pool = ProcessPoolExecutor(
        min(jobs, len(given)), get_context("spawn"), initializer=_leave_stops_to_parent
    )
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


def _leave_stops_to_parent() -> None:
    """Ignore Ctrl-C in a worker: the parent ends it, and no worker writes a traceback."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
