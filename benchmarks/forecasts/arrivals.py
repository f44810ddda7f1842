"""Who comes: each person planned, or not, by the true chance of the party, after whoever stood there before.

Takes the document of a mission, its plan, true rates and a random stream; gives who is there and may begin
classes by week, and every arrival and departure. Rule: docs/model/simulation.md, Who comes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from benchmarks.forecasts.missions import WEEKS, Document
from benchmarks.forecasts.plans import MissionPlan, PlannedStay

Pool = tuple[str, str]
"""Site and role."""


@dataclass
class Place:
    """Where one person of an offer after the other stands: until when, and whether its person came."""

    ends: int = -1
    came: bool = False
    lot: float | None = None


@dataclass(frozen=True)
class Arrivals:
    """People there and able to begin classes by pool and week; moves: week, offer, site, what happened."""

    present: dict[Pool, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0] * WEEKS))
    ready: dict[Pool, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0] * WEEKS))
    moves: list[tuple[int, str, str, str]] = field(default_factory=list)


def arrivals(
    document: Document, plan: MissionPlan, truth: Mapping[str, float], rng: np.random.Generator
) -> Arrivals:
    """Let everybody planned come, or not."""
    found, places = Arrivals(), defaultdict[str, list[Place]](list)
    for stay in sorted(plan.stays, key=lambda one: (one.begins, one.ends, one.offer)):
        party = document["offers"][stay.offer]["party"]
        for _ in range(stay.people):
            place = _place(stay, places[stay.offer])
            relieves = place.ends == stay.begins and place.came
            if place.lot is None or rng.random() >= document["reliability"]["followed"]:
                place.lot = float(rng.random())
            place.came, place.ends = place.lot < truth[f"{party}.comes"], stay.ends
            begins = stay.begins + (0 if relieves else int(truth[f"{party}.late"]))
            if place.came and begins < stay.ends:
                _stand(found, stay, begins, document["tours"]["handover"] if stay.rotation else 0)
    return found


def _place(stay: PlannedStay, here: list[Place]) -> Place:
    """Return the place that a person takes: one just left, else any that is free, else a new one."""
    free = [place for place in here if place.ends <= stay.begins]
    left = [place for place in free if place.ends == stay.begins]
    place = next(iter([*left, *free]), None)
    if place is None:
        place = Place()
        here.append(place)
    return place


def _stand(found: Arrivals, stay: PlannedStay, begins: int, overlap: int) -> None:
    for week in range(begins, stay.ends):
        found.present[stay.site, stay.role][week] += 1
        found.ready[stay.site, stay.role][week] += week >= begins + overlap
    found.moves.append((begins, stay.offer, stay.site, "arrived"))
    found.moves.append((stay.ends, stay.offer, stay.site, "departed"))
