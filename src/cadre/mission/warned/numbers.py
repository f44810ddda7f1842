"""Numbers: ranges without width, shares that leave nothing, what rests on nothing, what moves as one."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any

from cadre.errors import MissionWarning, Place
from cadre.messages import Content, listed
from cadre.mission.judgements import NOT_PLAYED, basis_at
from cadre.mission.mission import Mission
from cadre.mission.quantity import Quantity

NAMED = 3
"""Numbers without a basis that a warning names; the others it counts."""
ENDS: tuple[tuple[str, float, str], ...] = (
    ("courses.*.passes", 0, "warnings.nobody-passes"),
    ("courses.*.passes", 1, "warnings.everybody-passes"),
    ("courses.*.drops_out", 1, "warnings.everybody-drops-out"),
    ("courses.*.teaches_on", 1, "warnings.everybody-teaches-on"),
    ("competences.*.posted", 0, "warnings.nobody-posted"),
    ("competences.*.leaves", 1, "warnings.everybody-leaves"),
    ("skills.*.hosts_leave", 1, "warnings.everybody-leaves"),
    ("recruits.*.leaves", 1, "warnings.everybody-leaves"),
    ("offers.*.honoured", 0, "warnings.never-honoured"),
    ("positions.*.strength", 0, "warnings.never-insists"),
    ("events.*.chance", 0, "warnings.never-happens"),
    ("events.*.chance", 1, "warnings.surely-happens"),
    ("events.*.stays", 1, "warnings.everybody-stays"),
)
"""Paths of shares, the end of their range that leaves nothing open, and the warning."""


def _at(path: str) -> Place:
    return Place(path=tuple(path.split(".")))


def _own(mission: Mission) -> Iterator[tuple[str, Quantity]]:
    """Return the quantities of the mission itself, by path: not those of its pack."""
    pack = mission.of_the_pack
    return ((path, q) for path, q in mission.quantities.items() if path not in pack)


def ranges_of_zero_width(mission: Mission) -> Iterator[MissionWarning]:
    """A range has a width."""
    for path, quantity in _own(mission):
        if quantity.shape != "known" and _width(quantity) == 0:
            yield MissionWarning.about(_at(path), "warnings.no-width", value=_shown(quantity))


def _width(quantity: Quantity) -> float:
    if quantity.shape == "normal":
        return quantity.numbers[1]
    weights = quantity.weights or (1.0,) * len(quantity.numbers)
    possible = [n for n, weight in zip(quantity.numbers, weights, strict=True) if weight > 0]
    return max(possible) - min(possible)


def _shown(quantity: Quantity) -> Content:
    number = quantity.mean
    return dt.date.fromordinal(round(number)) if quantity.unit == "date" else float(number)


def shares_at_an_end(mission: Mission) -> Iterator[MissionWarning]:
    """A share that is 0 or 100 % leaves nothing open, and is rarely meant."""
    for path, quantity in _own(mission):
        settled = quantity.mean if quantity.is_known else None
        for pattern, end, name in ENDS if settled in (0, 1) else ():
            if settled == end and fnmatchcase(path, pattern):
                key = path.split(".")[1]
                if name != "warnings.everybody-passes" or _is_written(mission, key):
                    yield MissionWarning.about(_at(path), name)
                else:
                    yield MissionWarning.about(_at(f"courses.{key}"), "warnings.no-pass-rate")


def always_late(mission: Mission) -> Iterator[MissionWarning]:
    """People who are late in every future: plans count them from the first day of their offer on."""
    for key, offer in mission.offers.items():
        weeks = math.floor(offer.late.low + 0.5)
        if weeks and offer.state != "arrived":
            yield MissionWarning.about(_at(f"offers.{key}.late"), "warnings.always-late", weeks=weeks)


def _is_written(mission: Mission, course: str) -> bool:
    return "passes" in mission.courses[course].model_fields_set


def something_uncertain(mission: Mission) -> Iterator[MissionWarning]:
    """Something is not known."""
    if all(q.is_known or path.startswith(NOT_PLAYED) for path, q in mission.quantities.items()):
        yield MissionWarning.about(_at("mission"), "warnings.nothing-uncertain")


def numbers_without_basis(mission: Mission) -> Iterator[MissionWarning]:
    """What is written rests on something, be it an assumption."""
    document, bare = mission.document(), dict[str, list[str]]()
    for path, _ in _own(mission):
        if not path.startswith(NOT_PLAYED) and _holds(document, path) and not basis_at(mission, path):
            bare.setdefault(path.split(".")[0], []).append(path)
    for paths in bare.values():
        names = listed([*paths[:NAMED], *(["..."] if len(paths) > NAMED else [])])
        yield MissionWarning.about(_at(paths[0]), "warnings.no-basis", count=len(paths), paths=names)


def _holds(node: Any, path: str) -> bool:
    for key in path.split("."):
        if isinstance(node, Mapping):
            node = node.get(key)
        elif isinstance(node, list | tuple) and key.isdigit() and int(key) < len(node):
            node = node[int(key)]
        else:
            return False
    return node is not None


def correlations_do_something(mission: Mission) -> Iterator[MissionWarning]:
    """A correlation is between two uncertain things, neither 0 nor 1."""
    for i, correlation in enumerate(mission.correlations):
        place = _at(f"correlations.{i}")
        known = [p for p in correlation.between if p in mission.quantities and mission.quantities[p].is_known]
        if known:
            yield MissionWarning.about(place, "warnings.correlated-known", path=known[0])
        elif correlation.rank == 0:
            yield MissionWarning.about(place, "warnings.correlation-0")
        elif abs(correlation.rank) == 1:
            one, other = correlation.between
            yield MissionWarning.about(place, "warnings.correlation-1", one=one, other=other)
