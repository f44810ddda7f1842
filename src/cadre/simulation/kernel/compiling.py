"""Compiling: how the kernel's functions are compiled, what they hand on, when compiled code is used again.

Numba keeps compiled code by the contents of the file in which a function stands, although it holds what that
function calls and the constants that it reads, wherever these stand. Here it is kept by the contents of all
of these files, so that a change of any of them is never played with older code.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numba import config, njit, types
from numba.core import caching
from numba.extending import intrinsic
from numba.np.arrayobj import make_array

from cadre.simulation import records, streams

SOURCES = (Path(streams.__file__), Path(records.__file__), *sorted(Path(__file__).parent.glob("*.py")))
"""What every compiled function may be made of, besides the files beside its own."""
# Without numba's reference counts (`_nrt`), which nothing here needs: the arrays outlive the call, nothing is
# allocated, and counting eats half the time.
OPTIONS: dict[str, Any] = {"cache": True, "nogil": True, "error_model": "numpy", "_nrt": False}
LEAN: dict[str, Any] = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}

Word = np.uint64
settings: Any = config
"""Numba's settings for the whole process, read when a function is decorated."""


class Game(NamedTuple):
    """One replication: guide, whole numbers, other numbers, drawn values, counts."""

    at: Any
    ints: Any
    floats: Any
    drawn: Any
    counts: Any


@cache
def stamp(folder: Path) -> bytes:
    """Return the digest of all that functions of a folder may be made of."""
    digest = sha256()
    for path in dict.fromkeys((*SOURCES, *sorted(folder.glob("*.py")))):
        digest.update(path.read_bytes())
    return digest.digest()


class _BySources:
    """A place of compiled code that is good for as long as all its sources are the same."""

    _py_file: str

    def get_source_stamp(self) -> bytes:
        """Return what must be the same for compiled code to be used again."""
        return stamp(Path(self._py_file).parent)


class WhereTold(_BySources, caching.UserProvidedCacheLocator):
    """The folder named by `NUMBA_CACHE_DIR`."""


class BesideSources(_BySources, caching.InTreeCacheLocator):
    """The folder that Python keeps its own compiled code in."""


class ForUser(_BySources, caching.UserWideCacheLocator):
    """The user's folder, where the sources' one cannot be written to."""


PLACES = ",".join(f"{__name__}.{place.__name__}" for place in (WhereTold, BesideSources, ForUser))


def _by_sources(**options: Any) -> Callable[[Any], Any]:
    """Return a decorator that compiles with options and keeps the code by its sources."""

    def decorate(function: Any) -> Any:
        usual = settings.CACHE_LOCATOR_CLASSES
        settings.CACHE_LOCATOR_CLASSES = PLACES
        try:
            return njit(**options)(function)
        finally:
            settings.CACHE_LOCATOR_CLASSES = usual

    return decorate


compiled: Any = _by_sources(**OPTIONS)
called: Any = _by_sources(**OPTIONS, **LEAN)
put_in: Any = _by_sources(inline="always", **OPTIONS)
"""What Python may call; what only compiled functions may (Python would crash); what is put into those."""


def _address(_: Any, array: Any) -> Any:
    def begin(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        kind = make_array(signature.args[0])  # type: ignore[no-untyped-call]
        return kind(context, builder, given[0]).data

    return types.CPointer(array.dtype)(array), begin  # type: ignore[no-untyped-call]


address: Any = intrinsic(_address)
"""Where an array begins: one register to hand on, where an array takes seven words of the stack."""
