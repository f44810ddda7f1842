"""Tree: the plain data of a mission folder, and where each piece of it stands.

Every reader (YAML, CSV, workbook) gives a `Tree`; trees are joined before the mission is made of them. A path
is a tuple of keys from the mission down; items of a list are numbered from 0, as in `Mission.quantities`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from cadre.errors import Fault, Place
from cadre.messages import Message, message

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """Plain data with the places of its keys and values, and the faults met while reading it."""

    data: dict[str, Any] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    absent: set[tuple[Path, Path]] = field(default_factory=set)
    """What is told of the headings of a table, by its path: columns that it lacks, `()` for one unknown."""

    def place(self, path: Path, *, of_key: bool = False) -> Place:
        """Give the place of a value (or of its key), or of the nearest thing around it that has one."""
        first, second = (self.keys, self.values) if of_key else (self.values, self.keys)
        for length in range(len(path), -1, -1):
            found = first.get(path[:length]) or second.get(path[:length])
            if found is not None:
                return replace(found, path=path)
        return Place(path=path)

    def under(self, path: Path) -> Tree:
        """Give the same tree with everything one or more keys further down."""
        data: dict[str, Any] = self.data
        for key in reversed(path):
            data = {key: data}
        return Tree(data, _below(self.values, path), _below(self.keys, path), self.faults, self.absent)


def _below(places: dict[Path, Place], path: Path) -> dict[Path, Place]:
    return {path + inner: place for inner, place in places.items()}


def joined(trees: Iterable[Tree]) -> Tree:
    """Join trees into one; what two of them hold is a fault that says which to remove."""
    whole = Tree()
    for tree in trees:
        whole.faults.extend(tree.faults)
        whole.absent.update(tree.absent)
        _join(whole, tree, whole.data, tree.data, ())
        for path, place in tree.values.items():
            whole.values.setdefault(path, place)
        for path, place in tree.keys.items():
            whole.keys.setdefault(path, place)
    return whole


def _join(whole: Tree, tree: Tree, into: dict[str, Any], new: dict[str, Any], path: Path) -> None:
    for key, value in new.items():
        here = (*path, key)
        if key not in into:
            into[key] = value
        elif isinstance(value, dict) and isinstance(into[key], dict) and here == ("ledger",):
            into[key] = dict(into[key])
            _join(whole, tree, into[key], value, here)
        else:
            first, second = whole.place(here, of_key=True), tree.place(here, of_key=True)
            holders = {"first": _name(first), "second": _name(second)}
            whole.faults.append(Fault.of(second, "files.in-two-places", path=".".join(here), **holders))


def _name(place: Place) -> Message | str:
    if not place.cell:
        return place.file
    return message("files.sheet-of-file", file=place.file, sheet=place.cell.rsplit("!", 1)[0])
