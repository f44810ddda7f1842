"""Lists: what stands twice, and things that nobody can tell apart by their titles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from cadre.errors import MissionWarning, Place
from cadre.messages import message, quoted
from cadre.mission.mission import Mission
from cadre.mission.quantity import Quantity

Path = tuple[str, ...]


def nothing_stands_twice(mission: Mission) -> Iterator[MissionWarning]:
    """No list holds the same thing twice."""
    for path, items in _lists(mission, ()):
        met: dict[str, int] = {}
        for n, item in enumerate(items):
            before = met.setdefault(repr(item), n)
            if before < n:
                shown = quoted(item) if isinstance(item, str) else message("warnings.an-entry")
                place, first = Place(path=(*path, str(n))), str(before + 1)
                yield MissionWarning.about(place, "warnings.twice", item=shown, first=first)


def _lists(node: Any, path: Path) -> Iterator[tuple[Path, tuple[Any, ...]]]:
    """Return every list of a mission with its path."""
    if isinstance(node, Quantity):
        yield from _lists(node.basis, (*path, "basis"))
    elif isinstance(node, BaseModel):
        for name, field in type(node).model_fields.items():
            if not field.exclude:
                yield from _lists(getattr(node, name), (*path, name))
    elif isinstance(node, Mapping):
        for key, child in node.items():
            yield from _lists(child, (*path, str(key)))
    elif isinstance(node, tuple | list):
        yield path, tuple(node)
        for n, child in enumerate(node):
            yield from _lists(child, (*path, str(n)))


def titles_differ(mission: Mission) -> Iterator[MissionWarning]:
    """No two things of a kind have one title: no sentence could tell them apart."""
    for name in type(mission).model_fields:
        table = getattr(mission, name)
        if isinstance(table, Mapping) and name != "figures":
            yield from _same_titles(table, (name,))
    for key, lever in mission.levers.items():
        yield from _same_titles(lever.choices, ("levers", key, "choices"))


def _same_titles(table: Mapping[str, Any], path: Path) -> Iterator[MissionWarning]:
    met: dict[str, str] = {}
    for key, thing in table.items():
        title = (getattr(thing, "title", "") or "").strip()
        if title and title.casefold() in met:
            place, other = Place(path=(*path, key, "title")), met[title.casefold()]
            yield MissionWarning.about(place, "warnings.same-title", title=quoted(title), other=other)
        met.setdefault(title.casefold(), key)
