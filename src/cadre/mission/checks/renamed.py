"""Renamed: an id that several places name and that is nowhere is one mistake, and one fault.

Takes the faults between the parts of a mission, gives them with those of one id gathered at the first place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cadre.errors import Fault
from cadre.messages import Content, Message, listed, message

_NAMES = {"checks.unknown-id.found": "what", "checks.no-such-statement.found": "statement"}
_QUANTITY = "checks.unknown-quantity"
_OTHER_KINDS = ("checks.unknown-choice", "checks.unknown-attribute", "checks.unknown-activity")
"""Names that mean something else in each place."""
MOST_PLACES = 8
"""Further places that a fault names."""


def gathered(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return faults sorted by place, those that name one missing id as one."""
    of_id: dict[str, list[Fault]] = {}
    left: list[Fault] = []
    paths: list[tuple[Fault, str]] = []
    for fault in sorted(set(faults)):
        kind, named = _named(fault)
        if kind == _QUANTITY:
            paths.append((fault, named))
        elif named:
            of_id.setdefault(named, []).append(fault)
        else:
            left.append(fault)
    for fault, path in paths:
        named = next((part for part in path.split(".") if part in of_id), "")
        of_id.setdefault(named or path, []).append(fault)
    return tuple(sorted([*left, *(_as_one(group) for group in of_id.values())]))


def _named(fault: Fault) -> tuple[str, str]:
    """Return what kind of thing is not known, and its id; nothing for other faults."""
    key = _NAMES.get(fault.found.name)
    what: Content = dict(fault.found.values).get(key, "") if key else ""
    if isinstance(what, Message):
        named = "" if what.name in _OTHER_KINDS else str(dict(what.values)["id"])
        return what.name, named.strip("'\"")
    return "", str(what).strip("'\"")


def _as_one(group: list[Fault]) -> Fault:
    first, *rest = sorted(group, key=lambda fault: (_named(fault)[0] == _QUANTITY, fault))
    places = dict.fromkeys(".".join(fault.where.path) for fault in rest if fault.where != first.where)
    if not places:
        return first
    count, some = len(places), listed(list(places)[:MOST_PLACES], "and")
    name = "checks.all-places" if count <= MOST_PLACES else "checks.all-places-many"
    return replace(first, cure=message(name, cure=first.cure, places=some, count=count))
