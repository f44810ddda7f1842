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
            allowed = "what supersedes must have a date"
            yield Fault(Place(path=path), "no date", allowed, "write when it was said")
        elif s.supersedes in known and (before := known[s.supersedes].date) and s.date < before:
            found, allowed = f"{s.date}, before {s.supersedes} of {before}", "what supersedes must be later"
            yield Fault(Place(path=(*path, "date")), found, allowed, "swap the two or mend a date")
        if not s.why:
            allowed = "what supersedes must say why"
            yield Fault(Place(path=path), "no reason", allowed, "write why")
