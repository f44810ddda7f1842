"""Tree: the plain data of a mission folder, and where each piece of it stands.

Every reader (YAML, CSV, workbook) gives a `Tree`; trees are joined before the mission is made of them. A path
is a tuple of keys from the mission down; items of a list are numbered from 0, as in `Mission.quantities`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from cadre.errors import Fault, MissionWarning, Place
from cadre.messages import Message, message

Path = tuple[str, ...]
Held = TypeVar("Held")


@dataclass(frozen=True, slots=True)
class Tree:
    """Plain data with the places of its keys and values, and what was met while reading it.

    `remarks` are those of people, by the path of what they stand beside: no part of the mission. `partly`
    holds the sheets of which a heading could not be read: what their rows lack is not told again.
    """

    data: dict[str, Any] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    absent: set[tuple[Path, Path]] = field(default_factory=set)
    """What is told of the headings of a table, by its path: columns that it lacks, `()` for one unknown."""
    warnings: list[MissionWarning] = field(default_factory=list)
    remarks: dict[Path, str] = field(default_factory=dict)
    partly: set[Path] = field(default_factory=set)
    written: dict[Path, str] = field(default_factory=dict)
    """Digits and words without quotes, where what they mean is written otherwise: `3.10`, `true`."""
    comments: dict[Path, str] = field(default_factory=dict)
    """Comments behind a value that may have been meant as part of it: `#2`."""

    def put(self, path: Path, value: Any) -> Any:
        """Put a value at a path, making the mappings on the way; give what stands there."""
        node: Any = self.data
        for key in path[:-1]:
            node = node.setdefault(key, {})
        return node.setdefault(path[-1], value)

    def at(self, path: Path) -> Any:
        """Return what stands at a path; None for nothing."""
        node: Any = self.data
        for key in path:
            node = node.get(key) if isinstance(node, dict) else None
        return node

    def take(self, path: Path) -> None:
        """Take away what stands at a path."""
        node = self.at(path[:-1])
        if isinstance(node, dict):
            node.pop(path[-1], None)

    def is_partly(self, path: Path) -> bool:
        """Say whether a path leads to what a row of a table that was read in part lacks."""
        return path not in self.values and any(is_inside(path, table) for table in self.partly)

    def place(self, path: Path, *, of_key: bool = False) -> Place:
        """Return the place of a value (or of its key), or of the nearest thing around it that has one."""
        first, second = (self.keys, self.values) if of_key else (self.values, self.keys)
        for length in range(len(path), -1, -1):
            found = first.get(path[:length]) or second.get(path[:length])
            if found is not None:
                return replace(found, path=path)
        return Place(path=path)

    def place_for(self, path: Path) -> Place:
        """Return the place where something that is not there would stand, as far as a file has one for it."""
        inside = (key for key in self.keys if key[: len(path)] == path)
        found = next(inside, None) if self.at(path) is None else None
        return self.place(path[:-1], of_key=True) if found is None else self.keys[found]

    def under(self, path: Path) -> Tree:
        """Return the same tree with everything one or more keys further down."""
        data: dict[str, Any] = self.data
        for key in reversed(path):
            data = {key: data}
        values, keys = _below(self.values, path), _below(self.keys, path)
        remarks, written, comments = (_below(of, path) for of in (self.remarks, self.written, self.comments))
        partly = {(*path, *table) for table in self.partly}
        absent = {((*path, *table), column) for table, column in self.absent}
        texts = replace(self, remarks=remarks, written=written, comments=comments)
        return replace(texts, data=data, values=values, keys=keys, partly=partly, absent=absent)


def is_inside(path: Path, table: Path) -> bool:
    """Say whether a path is that of a table or lies inside; `*` in a table's path stands for any key."""
    return len(path) >= len(table) and all(b in (a, "*") for a, b in zip(path, table, strict=False))


def _below(places: dict[Path, Held], path: Path) -> dict[Path, Held]:
    return {path + inner: place for inner, place in places.items()}


def joined(trees: Iterable[Tree], *, deep: bool = False) -> Tree:
    """Join trees into one; what two of them hold is a fault that says which to remove.

    Parts of the ledger may stand in several files. Sheets of one workbook are joined `deep`: each may hold a
    part of anything.
    """
    whole = Tree()
    for tree in trees:
        whole.faults.extend(tree.faults)
        whole.warnings.extend(tree.warnings)
        whole.absent.update(tree.absent)
        whole.partly.update(tree.partly)
        whole.remarks.update(tree.remarks)
        whole.written.update(tree.written)
        whole.comments.update(tree.comments)
        _join(whole, tree, (whole.data, tree.data), deep=deep)
        for path, place in tree.values.items():
            whole.values.setdefault(path, place)
        for path, place in tree.keys.items():
            whole.keys.setdefault(path, place)
    return whole


def _join(
    whole: Tree, tree: Tree, data: tuple[dict[str, Any], dict[str, Any]], *, deep: bool, at: Path = ()
) -> None:
    into, new = data
    for key, value in new.items():
        here = (*at, key)
        if key not in into:
            into[key] = value
        elif isinstance(value, dict) and isinstance(into[key], dict) and (deep or here == ("ledger",)):
            into[key] = dict(into[key])
            _join(whole, tree, (into[key], value), deep=deep, at=here)
        else:
            first, second = whole.place(here, of_key=True), tree.place(here, of_key=True)
            holders = {"first": _name(first), "second": _name(second)}
            whole.faults.append(Fault.of(second, "files.in-two-places", path=".".join(here), **holders))


def _name(place: Place) -> Message | str:
    if not place.cell:
        return place.file
    return message("files.sheet-of-file", file=place.file, sheet=place.cell.rsplit("!", 1)[0])
