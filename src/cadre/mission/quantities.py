"""Quantities: where the uncertain numbers of a mission stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from cadre.mission.quantity import Quantity


def quantities_in(node: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Quantity]]:
    """Yield every quantity of a model by its path, in the order of the model."""
    for name, child in _parts_of(node.__class__)(node):
        if type(child) is Quantity:
            yield ".".join((*path, str(name))), child
        elif _parts_of(child.__class__) is not _no_parts:
            yield from quantities_in(child, (*path, str(name)))


@lru_cache(maxsize=1024)
def _parts_of(kind: type) -> Callable[[Any], Iterable[tuple[Any, Any]]]:
    """Return how things of a type are taken apart, asked once per type: asking each thing takes longer."""
    if issubclass(kind, BaseModel):
        names = tuple(kind.model_fields)
        return lambda node: ((name, getattr(node, name)) for name in names)
    if issubclass(kind, Mapping):
        return lambda node: node.items()
    return enumerate if issubclass(kind, tuple) else _no_parts


def _no_parts(_: object) -> tuple[tuple[str, Any], ...]:
    return ()
