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
from cadre.sweep.case import Row, Shared, run_case
from cadre.sweep.design import Case

PATIENCE_SECONDS = 5
"""How long a scheduler may take to answer, and then to show a worker."""
RETRIES = 5
"""How often a case is tried again when workers end under it."""


def on_cluster(address: str, shared: Shared, cases: Sequence[Case]) -> Iterator[Row]:
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
        why = f"the cluster must stay till all is done ({type(error).__name__})"
        raise _refused(
            address, why, "what is finished is kept, the same command goes on from there"
        ) from None
    finally:
        client.close()


def _library(address: str) -> Any:
    try:
        return import_module("distributed")  # an optional library
    except ImportError:
        cure = "install cadre-planner[cluster]"
        raise _refused(address, "the library distributed must be there", cure) from None


def _client(library: Any, address: str) -> Any:
    try:
        client = library.Client(address, timeout=PATIENCE_SECONDS)
    except (OSError, ValueError) as error:
        why = f"a scheduler must answer there within {PATIENCE_SECONDS} s ({type(error).__name__})"
        raise _refused(address, why, "start one with `dask scheduler`; what is finished is kept") from None
    try:
        client.wait_for_workers(1, timeout=PATIENCE_SECONDS)
    except OSError:  # TimeoutError is one
        client.close()
        cure = f"start one with `dask worker {address} --nthreads 1`; what is finished is kept"
        raise _refused(f"{address} without a worker", "a worker must be there", cure) from None
    return client


def _same_versions(client: Any, address: str) -> None:
    """Refuse workers whose libraries could move a number."""
    from cadre.pipeline import versions  # noqa: PLC0415  (solvers)

    here = versions()
    for worker, there in client.run(versions, on_error="return").items():
        if there != here:
            differ = sorted(k for k in here if not isinstance(there, dict) or there.get(k) != here[k])
            raise _refused(
                f"{address}, whose worker {worker} differs in {', '.join(differ)}",
                "all versions must be the same",
                "install the same pins on every machine",
            )


def _rows(library: Any, client: Any, shared: Shared, cases: Sequence[Case]) -> Iterator[Row]:
    """Map the cases; what they share is a task of its own, which a lost worker's heirs can make again."""
    common = client.submit(_same, shared, pure=False, retries=RETRIES)
    futures = client.map(_on_worker, [common] * len(cases), list(cases), pure=False, retries=RETRIES)
    for future in library.as_completed(futures):
        yield future.result()
        future.release()


def _same(shared: Shared) -> Shared:
    return shared


def _on_worker(shared: Shared, case: Case) -> Row:
    return run_case(shared, case)


def _refused(found: str, allowed: str, cure: str) -> BadInput:
    return BadInput([Fault(Place(path=("cluster",)), found, allowed, cure)])
