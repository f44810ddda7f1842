"""Ledger: what supersedes a statement comes later and says why."""

from __future__ import annotations

from collections.abc import Iterator

from cadre.errors import Fault, Place
from cadre.mission.mission import Mission


def superseding_says_when_and_why(mission: Mission) -> Iterator[Fault]:
    """A statement that supersedes another has a date, not before that of the other, and a reason."""
    known = mission.ledger.statements
    for key, s in known.items():
        if s.supersedes is None:
            continue
        path = ("ledger", "statements", key)
        if s.date is None:
            yield Fault.of(Place(path=path), "checks.supersedes-without-date")
        elif s.supersedes in known and (before := known[s.supersedes].date) and s.date < before:
            place, other = Place(path=(*path, "date")), s.supersedes
            yield Fault.of(place, "checks.supersedes-later", date=s.date, other=other, before=before)
        if not s.why:
            yield Fault.of(Place(path=path), "checks.supersedes-without-reason")
