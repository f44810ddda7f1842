"""Judge a timetable of a file from the file alone: nothing of the planner is used.

Takes the case and the plan as they are written, gives what is wrong, weighted lateness and seats short.
Rules are those stated with the reference cases.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

DROPPED, GRACE = 40, 26
"""Weeks late that a dropped serial counts; weeks after its due week in which a serial may still start."""


class Judged(NamedTuple):
    """What is wrong, Σ weight × weeks late, seats asked that nobody holds."""

    violations: list[str]
    lateness: float
    seats: int
    seats_short: int


def judge(case: dict[str, Any], plan: dict[str, Any]) -> Judged:
    """Judge a plan of the form `{"serials": [{"start", "people": [[person, skill], ...]}, ...]}`."""
    serials, told = case["serials"], plan["serials"]
    if len(serials) != len(told):
        return Judged([f"{len(told)} serials told, {len(serials)} in the file"], 0.0, 0, 0)
    wrong = [*_weeks(case, told), *_orders(case, told), *_rooms(case, told), *_people(case, told)]
    late = sum(
        s["weight"] * (DROPPED if t["start"] is None else max(0, t["start"] - s["due"]))
        for s, t in zip(serials, told, strict=True)
    )
    runs = [(s, t) for s, t in zip(serials, told, strict=True) if t["start"] is not None]
    seats = sum(sum(case["courses"][s["course"]]["need"].values()) for s, _ in runs)
    return Judged(wrong, float(late), seats, seats - sum(len(t["people"]) for _, t in runs))


def _running(case: dict[str, Any], told: list[dict[str, Any]]) -> Iterator[tuple[int, dict[str, Any], int]]:
    for i, (serial, one) in enumerate(zip(case["serials"], told, strict=True)):
        if one["start"] is not None:
            yield i, case["courses"][serial["course"]], one["start"]


def _weeks(case: dict[str, Any], told: list[dict[str, Any]]) -> Iterator[str]:
    closed = set(case["closed_weeks"])
    for i, course, start in _running(case, told):
        serial = case["serials"][i]
        last = min(case["weeks"] - course["weeks"], serial["due"] + GRACE)
        if not serial["earliest"] <= start <= last:
            yield f"serial {i}: starts in week {start}, may from {serial['earliest']} to {last}"
        if closed & set(range(start, start + course["weeks"])):
            yield f"serial {i}: touches a closed week"


def _orders(case: dict[str, Any], told: list[dict[str, Any]]) -> Iterator[str]:
    number = {(s["course"], s["number"]): i for i, s in enumerate(case["serials"])}
    for i, course, start in _running(case, told):
        serial = case["serials"][i]
        earlier = number.get((serial["course"], serial["number"] - 1))
        before = None if earlier is None else told[earlier]["start"]
        if before is not None and before + 1 > start:
            yield f"serial {i}: starts in week {start}, the one before it in week {before}"
        for other in course["prerequisites"]:
            needed = number.get((other, serial["number"]))
            if needed is None:
                continue
            begun = told[needed]["start"]
            if begun is None or begun + case["courses"][other]["weeks"] > start:
                yield f"serial {i}: starts in week {start}, before serial {needed} is over"


def _rooms(case: dict[str, Any], told: list[dict[str, Any]]) -> Iterator[str]:
    held: Counter[tuple[int, int]] = Counter()
    for _, course, start in _running(case, told):
        held.update((course["facility"], w) for w in range(start, start + course["weeks"]))
    for (facility, week), number in sorted(held.items()):
        if number > case["facility_capacity"][facility]:
            yield f"facility {facility}: {number} held in week {week}"


def _people(case: dict[str, Any], told: list[dict[str, Any]]) -> Iterator[str]:
    seated: set[tuple[int, int]] = set()
    for i, one in enumerate(told):
        if one["start"] is None and one["people"]:
            yield f"serial {i}: dropped, and yet it has people"
    for i, course, start in _running(case, told):
        for person, skill in told[i]["people"]:
            who = case["people"][person]
            if skill not in who["skills"]:
                yield f"serial {i}: person {person} does not hold skill {skill}"
            if who["arrives"] > start or who["leaves"] < start + course["weeks"]:
                yield f"serial {i}: person {person} is not there throughout"
            weeks = {(person, w) for w in range(start, start + course["weeks"])}
            if weeks & seated:
                yield f"serial {i}: person {person} sits elsewhere too"
            seated |= weeks
        listed = Counter(str(skill) for _, skill in told[i]["people"])
        if any(number > course["need"].get(skill, 0) for skill, number in listed.items()):
            yield f"serial {i}: more people than seats"
