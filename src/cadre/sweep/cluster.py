"""Cases on a Dask cluster: the same rows as on the machine's own processes.

Takes the address of a scheduler, gives rows as they are done. A worker that is lost gives its cases back to
the others; only a cluster that cannot be reached, or runs other versions, ends a sweep.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from importlib import import_module
from typing import Any

from cadre.errors import BadInput, Fault, Place
from cadre.messages import Content, listed
from cadre.sweep.case import Row, Shared, run_case
from cadre.sweep.design import SweepCase

PATIENCE_SECONDS = 5
"""How long a scheduler may take to answer, and then to show a worker."""
RETRIES = 5
"""How often a case is tried again when workers end under it."""


def on_cluster(address: str, shared: Shared, cases: Sequence[SweepCase]) -> Iterator[Row]:
    """Run cases on a cluster; rows come in the order in which they are done.

    Raises
    ------
    BadInput
        When distributed is not installed, nobody answers at the address, there is no worker, or a worker has
        other versions, or the scheduler is lost on the way.
    """
    library = _library(address)
    client = _client(library, address)
    try:
        _same_versions(client, address)
        yield from _rows(library, client, shared, cases)
    except (CancelledError, OSError) as error:
        raise _refused("sweep.cluster-lost", address=address, error=type(error).__name__) from None
    finally:
        client.close()


def _library(address: str) -> Any:
    try:
        return import_module("distributed")  # an optional library
    except ImportError:
        raise _refused("sweep.no-library", address=address) from None


def _client(library: Any, address: str) -> Any:
    try:
        client = library.Client(address, timeout=PATIENCE_SECONDS)
    except (OSError, ValueError) as error:
        silent = {"address": address, "error": type(error).__name__}
        raise _refused("sweep.no-scheduler", seconds=PATIENCE_SECONDS, **silent) from None
    try:
        client.wait_for_workers(1, timeout=PATIENCE_SECONDS)
    except OSError:  # TimeoutError is one
        client.close()
        raise _refused("sweep.no-worker", address=address) from None
    return client


def _same_versions(client: Any, address: str) -> None:
    """Refuse workers whose libraries could move a number."""
    from cadre.pipeline import versions  # noqa: PLC0415  (solvers)

    here = versions()
    for worker, there in client.run(versions, on_error="return").items():
        if there != here:
            differ = sorted(k for k in here if not isinstance(there, dict) or there.get(k) != here[k])
            of = {"address": address, "worker": str(worker)}
            raise _refused("sweep.other-versions", differ=listed(differ), **of)


def _rows(library: Any, client: Any, shared: Shared, cases: Sequence[SweepCase]) -> Iterator[Row]:
    """Map the cases; what they share is a task of its own, which a lost worker's heirs can make again."""
    common = client.submit(_same, shared, pure=False, retries=RETRIES)
    futures = client.map(_on_worker, [common] * len(cases), list(cases), pure=False, retries=RETRIES)
    for future in library.as_completed(futures):
        yield future.result()
        future.release()


def _same(shared: Shared) -> Shared:
    return shared


def _on_worker(shared: Shared, case: SweepCase) -> Row:
    return run_case(shared, case)


def _refused(name: str, /, **values: Content) -> BadInput:
    return BadInput([Fault.of(Place(path=("cluster",)), name, **values)])
