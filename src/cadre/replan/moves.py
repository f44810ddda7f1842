"""What moved between an older plan and a re-plan, and why; how much stayed.

Takes both plans and the reasons that the stages gave, gives `Move`s and `StayedShare`s.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from cadre.forces.keeping import Ended
from cadre.forces.plan import ForcePlan, Stint
from cadre.reasons import Reason
from cadre.reasons.common import together
from cadre.reasons.replan import (
    AsItWas,
    Crew,
    CrewBeside,
    FewerCome,
    FillsOpen,
    InWeek,
    IsFree,
    Nobody,
    NoLongerAsked,
    NoLongerPlanned,
    NotOnLine,
    OfferEnds,
    OnLine,
    OnOthers,
    RoomNow,
    SerialDropped,
    WeeksChanged,
)
from cadre.timetable.plan import ActivitySlot, Serial, Timetable

Kind = Literal["serial", "activity", "crew", "people"]


@dataclass(frozen=True, slots=True)
class Move:
    """Something that people expected otherwise: where it was, where it is now, and why."""

    kind: Kind
    what: str
    was: Reason
    now: Reason
    why: Reason


@dataclass(frozen=True, slots=True)
class StayedShare:
    """How many of so many stay as they were."""

    stay: int
    of: int

    @property
    def part(self) -> float:
        """Share that stays, 1 where there was nothing."""
        return self.stay / self.of if self.of else 1.0


@dataclass(frozen=True, slots=True)
class WhatStayed:
    """What stays: serials and activities in their week, people on their crews, post-weeks of offers."""

    serials: StayedShare
    activities: StayedShare
    seats: StayedShare
    post_weeks: StayedShare


def moves_of_times(before: Timetable, after: Timetable, why: Mapping[str, Reason]) -> Iterator[Move]:
    """Yield serials and activities that stand in another week, are dropped, or are placed only now."""
    kinds: tuple[tuple[Kind, Iterable[Serial | ActivitySlot], Iterable[Serial | ActivitySlot]], ...] = (
        ("serial", before.serials, after.serials),
        ("activity", before.activities, after.activities),
    )
    for kind, old, new in kinds:
        now = {one.id: one for one in new}
        for one in old:
            other = now.get(one.id)
            if other is None:
                yield Move(kind, one.id, _week(one.start), NoLongerPlanned(), NoLongerAsked())
            elif other.start != one.start:
                own = RoomNow() if one.start is None else together(other.why)
                reason = why.get(one.id) or own or RoomNow()
                yield Move(kind, one.id, _week(one.start), _week(other.start), reason)


def _week(start: int | None) -> Reason:
    return SerialDropped() if start is None else InWeek(start)


def moves_of_crews(before: Timetable, after: Timetable, ended: Iterable[Ended]) -> Iterator[Move]:
    """Give, for each serial or activity held before and after, who leaves its crew, who comes, and why."""
    old, new = crews(before), crews(after)
    people = _People.of(before, after, ended)
    for key in sorted(set(old) & set(new)):
        gone, come = sorted(old[key] - new[key]), sorted(new[key] - old[key])
        if gone or come:
            why = together(tuple(dict.fromkeys(people.why(name) for name in gone))) or WeeksChanged()
            now = (Crew if gone else CrewBeside)(tuple(come)) if come else Nobody()
            yield Move("crew", key, Crew(tuple(gone)) if gone else AsItWas(), now, why)


@dataclass(frozen=True)
class _People:
    """Who comes, what ended the stays of each offer, and what else everybody is on only now."""

    there: frozenset[str]
    origin: Mapping[str, str]
    ended: Mapping[str, Reason]
    joined: Mapping[str, list[str]]

    @classmethod
    def of(cls, before: Timetable, after: Timetable, ended: Iterable[Ended]) -> _People:
        old, joined = crews(before), dict[str, list[str]]()
        for key, names in crews(after).items():
            for name in names - old.get(key, frozenset()):
                joined.setdefault(name, []).append(key)
        return cls(
            frozenset(person.id for person in after.people),
            {person.id: person.origin for person in before.people},
            {one.stint.offer: one.why for one in ended},
            joined,
        )

    def why(self, name: str) -> Reason:
        """Return why somebody is no longer on a crew."""
        if name not in self.there:
            origin = self.origin.get(name, name)
            return OfferEnds(origin, self.ended[origin]) if origin in self.ended else FewerCome(origin)
        return OnOthers(name, tuple(sorted(self.joined[name]))) if name in self.joined else IsFree(name)


def crews(timetable: Timetable) -> dict[str, frozenset[str]]:
    """Return everybody who teaches a serial or works on an activity at some time, by its id."""
    found = {s.id: {seat.person for seat in s.seats} for s in timetable.serials if s.start is not None}
    found |= {a.id: set(a.advisers) for a in timetable.activities if a.start is not None}
    for handover in timetable.handovers:
        found[handover.serial].add(handover.arrives)
    return {key: frozenset(names) - {""} for key, names in found.items()}


def moves_of_people(before: ForcePlan, after: ForcePlan, ended: Iterable[Ended]) -> Iterator[Move]:
    """Yield the people of offers who do not stay on their line, and those who come to one only now."""
    for one in sorted(ended, key=lambda e: e.stint):
        yield Move("people", one.stint.offer, _stint(one.stint), NotOnLine(), one.why)
    old, new = _counts(before.stints), _counts(after.stints)
    for key in sorted(new):
        for begins, ends, people in _more(new[key], old.get(key, Counter())):
            now = _stint(Stint(*key, begins, ends, people))
            yield Move("people", key[0], NotOnLine(), now, FillsOpen())


def _stint(stint: Stint) -> Reason:
    last = stint.ends - 1
    return OnLine(stint.people, stint.line, stint.begins, last if last > stint.begins else None)


def _counts(stints: Iterable[Stint]) -> dict[tuple[str, str], Counter[int]]:
    """Return the people of each offer on each line by week."""
    found: dict[tuple[str, str], Counter[int]] = {}
    for stint in stints:
        weeks = found.setdefault((stint.offer, stint.line), Counter())
        weeks.update({week: stint.people for week in range(stint.begins, stint.ends)})
    return found


def _more(now: Counter[int], before: Counter[int]) -> Iterator[tuple[int, int, int]]:
    """Yield the runs of weeks in which the same number of people more are there: (begins, ends, people)."""
    begins, people = 0, 0
    for week in range(min(now), max(now) + 2):
        more = max(0, now[week] - before[week])
        if more != people:
            if people:
                yield begins, week, people
            begins, people = week, more


def stay_of(before: tuple[ForcePlan, Timetable], after: tuple[ForcePlan, Timetable]) -> WhatStayed:
    """Return how much of an older plan stays."""
    old, new = before[1], after[1]
    was, now = crews(old), crews(new)
    seats = [(key, name) for key, names in was.items() for name in names]
    filled, left = _counts(before[0].stints), _counts(after[0].stints)
    kept = sum((filled[key] & left.get(key, Counter())).total() for key in filled)
    return WhatStayed(
        _same({s.id: s.start for s in old.serials}, {s.id: s.start for s in new.serials}),
        _same({a.id: a.start for a in old.activities}, {a.id: a.start for a in new.activities}),
        StayedShare(sum(name in now.get(key, ()) for key, name in seats), len(seats)),
        StayedShare(kept, sum(weeks.total() for weeks in filled.values())),
    )


def _same(old: Mapping[str, int | None], new: Mapping[str, int | None]) -> StayedShare:
    placed = {key: start for key, start in old.items() if start is not None}
    return StayedShare(sum(new.get(key) == start for key, start in placed.items()), len(placed))
