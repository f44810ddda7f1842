"""Judge a timetable from the case and plan files alone: imports nothing of the planner.

The rules: a serial starts from its earliest week to 26 weeks after its due week, touches no closed week and
is over by the last; serials of a course start in their order, a week apart; a serial waits for those of the
same number of each prerequisite; facilities hold what they hold; a person fills one seat at a time with a
skill they hold, and stays for the whole serial inside the tour. Weeks late are `max(0, start + weeks -
due)`: with the end exclusive, the relaxation of the moderate case comes to the 5,852 that its page states.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.checks.judged import Judged

Record = dict[str, Any]
DROPPED, LATEST = 40, 26
"""Weeks that a dropped serial costs, and weeks after due in which one may still start."""


def judge(case: Path, plan: Record) -> Judged:
    """Judge `{"serials": [{"start": week or null, "people": [[person, skill], ...]}, ...]}`.

    The objective is weight x weeks late; counted beside it are seats short and serials dropped.
    """
    return judged(json.loads(case.read_text(encoding="utf-8")), plan)


def judged(given: Record, plan: Record) -> Judged:
    """Judge a plan of a case that has been read; `seats` counts those of the serials that run."""
    serials, placed = given["serials"], plan["serials"]
    if len(placed) != len(serials):
        return Judged(0, ["the plan does not speak of every serial"])
    starts = [one["start"] for one in placed]
    wrong = [*_weeks(given, starts), *_order(given, starts), *_rooms(given, starts)]
    wrong += [*_crews(given, placed), *_double(given, placed)]
    late = sum(serial["weight"] * _late(given, serial, s) for serial, s in zip(serials, starts, strict=True))
    runs = [(s, one) for s, one in zip(serials, placed, strict=True) if one["start"] is not None]
    seats = sum(sum(_course(given, serial)["need"].values()) for serial, _ in runs)
    short = seats - sum(len(one["people"]) for _, one in runs)
    return Judged(late, wrong, {"seats": seats, "seats short": short, "dropped": starts.count(None)})


def _course(given: Record, serial: Record) -> Record:
    found: Record = given["courses"][serial["course"]]
    return found


def _late(given: Record, serial: Record, start: int | None) -> int:
    return DROPPED if start is None else max(0, start + int(_course(given, serial)["weeks"]) - serial["due"])


def _weeks(given: Record, starts: list[int | None]) -> Iterator[str]:
    closed = set(given["closed_weeks"])
    for i, (serial, start) in enumerate(zip(given["serials"], starts, strict=True)):
        if start is None:
            continue
        weeks = _course(given, serial)["weeks"]
        if not serial["earliest"] <= start <= min(given["weeks"] - weeks, serial["due"] + LATEST):
            yield f"serial {i} starts in week {start}, out of its window"
        if closed.intersection(range(start, start + weeks)):
            yield f"serial {i} touches a closed week"


def _order(given: Record, starts: list[int | None]) -> Iterator[str]:
    place = {(s["course"], s["number"]): i for i, s in enumerate(given["serials"])}
    for i, serial in enumerate(given["serials"]):
        start = starts[i]
        if start is None:
            continue
        before = place.get((serial["course"], serial["number"] - 1))
        previous = None if before is None else starts[before]
        if previous is not None and start < previous + 1:
            yield f"serial {i} starts before the one before it of its course"
        for course in _course(given, serial)["prerequisites"]:
            begun = starts[place[course, serial["number"]]]
            if begun is None or start < begun + given["courses"][course]["weeks"]:
                yield f"serial {i} does not wait for course {course}"


def _rooms(given: Record, starts: list[int | None]) -> Iterator[str]:
    held: Counter[tuple[int, int]] = Counter()
    for serial, start in zip(given["serials"], starts, strict=True):
        if start is not None:
            course = _course(given, serial)
            held.update((course["facility"], w) for w in range(start, start + course["weeks"]))
    for (facility, week), number in sorted(held.items()):
        if number > given["facility_capacity"][facility]:
            yield f"facility {facility} holds {number} serials in week {week}"


def _crews(given: Record, placed: list[Record]) -> Iterator[str]:
    for i, (serial, one) in enumerate(zip(given["serials"], placed, strict=True)):
        course, start = _course(given, serial), one["start"]
        if start is None:
            if one["people"]:
                yield f"serial {i} is dropped and has people"
            continue
        for skill, number in Counter(skill for _, skill in one["people"]).items():
            if number > course["need"].get(str(skill), 0):
                yield f"serial {i} has too many people of skill {skill}"
        if len({person for person, _ in one["people"]}) < len(one["people"]):
            yield f"somebody fills two seats of serial {i}"
        for p, skill in one["people"]:
            person = given["people"][p]
            if skill not in person["skills"]:
                yield f"person {p} does not hold skill {skill} used in serial {i}"
            if not person["arrives"] <= start <= start + course["weeks"] <= person["leaves"]:
                yield f"person {p} is not there for the whole of serial {i}"


def _double(given: Record, placed: list[Record]) -> Iterator[str]:
    taken: dict[tuple[int, int], int] = {}
    for i, (serial, one) in enumerate(zip(given["serials"], placed, strict=True)):
        for p, _ in one["people"] if one["start"] is not None else ():
            for w in range(one["start"], one["start"] + _course(given, serial)["weeks"]):
                if taken.setdefault((p, w), i) != i:
                    yield f"person {p} is in serials {taken[p, w]} and {i} in week {w}"
