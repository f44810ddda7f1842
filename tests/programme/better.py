"""Changes of a small mission for the better: whatever could be held before can be held after each of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np

from cadre.forces.supply import supply
from cadre.mission import Mission
from cadre.programme.following import following
from cadre.programme.frame import ModelFrame
from cadre.programme.optimise import plan_programme
from cadre.programme.plan import Programme
from cadre.programme.prices import objective
from cadre.programme.sharing import SharedTargets
from cadre.programme.violations import violations
from cadre.solving import Limits
from tests.programme.small_missions import LEAST_WEEKS, STARTS, small_document
from tests.words.english import english

TOLD = 1e-4
"""Percent points of the shortfall that are none."""
Changes = dict[str, Any]


@dataclass(frozen=True)
class Compared:
    """A plan before a change, in the changed mission, beside the plan of the changed mission."""

    change: str
    before: float
    after: float
    bound: float
    broken: tuple[str, ...]

    @property
    def worse(self) -> bool:
        """Whether the plan after is worse than the one before by more than the gap that it tells.

        The gap is how far the plan lies above its bound: so the bound told lies above what can be reached.
        """
        return self.after - self.before > self.after - self.bound + TOLD

    @property
    def worse_at_all(self) -> bool:
        """Whether it is worse, be it by less than that gap."""
        return self.after > self.before + TOLD


def mission_before(seed: int, *, most_weeks: int = 40, least_weeks: int = LEAST_WEEKS) -> Mission:
    """Give the small mission of a seed in which each change says something.

    There is a ceiling, the headquarters opens late, an offer ends early, and no class is of one alone. Nobody
    commands and nothing critical stands: a longer mission would ask for more of both.
    """
    draw, document = Random(-1 - seed), small_document(seed, most_weeks=most_weeks, least_weeks=least_weeks)
    weeks = document["mission"]["horizon"]
    document["mission"]["looks_beyond_exit"] = 9
    document.setdefault("ceiling", 6)
    document["sites"]["s0"]["opens"] = STARTS + dt.timedelta(days=draw.choice((3, 7, 14, 21)))
    ends = STARTS + dt.timedelta(weeks=weeks - draw.randint(1, weeks // 2), days=-1)
    document["offers"]["o0"] |= {"begins": STARTS, "ends": ends}
    for course in document["courses"].values():
        course["seats"]["least"] = max(2, course["seats"]["least"])
    document["roles"]["medic"]["critical"] = False
    document.pop("command", None)
    document.pop("commands", None)
    return Mission.model_validate(document)


def changes_of(mission: Mission, seed: int) -> dict[str, Changes]:
    """Give eight changes for the better by name, as paths and values."""
    draw, offer = Random(-1 - seed), mission.offers["o0"]
    course, site = (draw.choice(sorted(table)) for table in (mission.courses, mission.sites))
    seats, opens = mission.courses[course].seats, mission.sites["s0"].opens
    assert opens is not None
    assert mission.ceiling is not None
    earlier = max(mission.mission.starts.toordinal(), int(opens.mean) - draw.choice((3, 7, 14)))
    longer = draw.randint(1, mission.mission.looks_beyond_exit)
    more = offer.model_dump(mode="json", exclude_unset=True) | {"people": draw.randint(1, 8)}
    rooms = mission.sites[site].facilities["room"]
    return {
        "an offer more": {"offers.more": more},
        "more seats": {f"courses.{course}.seats.most": seats.most + draw.randint(1, 4)},
        "a smaller class": {f"courses.{course}.seats.least": seats.least - 1},
        "a higher ceiling": {"ceiling": mission.ceiling + draw.randint(1, 10)},
        "a room more": {f"sites.{site}.facilities.room": rooms + 1},
        "an earlier opening": {"sites.s0.opens": dt.date.fromordinal(earlier).isoformat()},
        "a longer mission": {
            "mission.horizon": mission.exit_week + longer,
            "mission.looks_beyond_exit": mission.mission.looks_beyond_exit - longer,
        },
        "a later end": {"offers.o0.ends": (offer.ends + dt.timedelta(days=draw.randint(7, 90))).isoformat()},
    }


def compared(mission: Mission, seed: int, limits: Limits, names: tuple[str, ...] = ()) -> list[Compared]:
    """Plan a mission within its offers, then each change of it, or those named."""
    offered = supply(mission, {}, {})
    before = plan_programme(mission, limits, offered=offered)
    broken = violations(before, mission, offered=offered)
    found = [Compared("nothing", *_reached(before), tuple(map(english, broken)))]
    for name, changes in changes_of(mission, seed).items():
        if not names or name in names:
            found.append(beside(before, name, mission.changed(changes), limits))
    return found


def _reached(programme: Programme) -> tuple[float, float, float]:
    result = programme.result
    assert result is not None
    return result.objective, result.objective, result.bound


def beside(before: Programme, name: str, changed: Mission, limits: Limits) -> Compared:
    offered = supply(changed, {}, {})
    after, kept = plan_programme(changed, limits, offered=offered), following(before, changed)
    _, reached, bound = _reached(after)
    broken = tuple(f"before: {english(one)}" for one in violations(kept, changed, offered=offered))
    broken += tuple(f"after: {english(one)}" for one in violations(after, changed, offered=offered))
    return Compared(name, _kept(kept, changed), reached, bound, broken)


def _kept(kept: Programme, changed: Mission) -> float:
    """Give the shortfall of a plan without projects where shared competences are divided as is best."""
    holders = {key: np.array(series) for key, series in kept.stocks.items()}
    return min(
        objective(kept, changed)[0],
        100 * SharedTargets(ModelFrame(changed, kept.period_weeks)).missing(holders),
    )
