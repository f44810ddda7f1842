"""Positions: a party does not contradict itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from cadre.errors import Fault, Place
from cadre.messages import quoted
from cadre.mission.mission import Mission
from cadre.mission.nations import Condition, Position


def parties_do_not_contradict_themselves(mission: Mission) -> Iterator[Fault]:
    """No party wants what it will not accept, or wants two things that cannot both be."""
    for (_, first), (place, second) in combinations(enumerate(mission.positions), 2):
        if first.party == second.party and (name := _contradiction(first, second)):
            conditions = {"one": quoted(str(first.condition)), "other": quoted(str(second.condition))}
            where = Place(path=("positions", str(place), "condition"))
            yield Fault.of(where, name, party=second.party, **conditions)


def _contradiction(first: Position, second: Position) -> str:
    """Return the message of how two positions contradict each other; empty where they do not."""
    one, other = first.condition, second.condition
    if one.attribute != other.attribute:
        return ""
    wants = [p.condition for p in (first, second) if p.stance == "wants"]
    if len(wants) == 2 and excludes(one, other):  # noqa: PLR2004  (both)
        return "checks.wishes-exclude-each-other"
    if len(wants) == 1 and within(wants[0], other if wants[0] is one else one):
        return "checks.wish-not-accepted"
    return ""


def excludes(one: Condition, other: Condition) -> bool:
    """Say whether no option meets two conditions on one attribute."""
    if ":" in (one.comparison, other.comparison):
        return not set(one.choices) & set(other.choices)
    most = [c.bound for c in (one, other) if c.comparison == "<="]
    least = [c.bound for c in (one, other) if c.comparison == ">="]
    return bool(most and least and min(most) < max(least))


def within(one: Condition, other: Condition) -> bool:
    """Say whether every option that meets the first of two conditions on one attribute meets the second."""
    if ":" in (one.comparison, other.comparison):
        return set(one.choices) <= set(other.choices)
    if one.comparison != other.comparison:
        return False
    return one.bound >= other.bound if one.comparison == ">=" else one.bound <= other.bound
