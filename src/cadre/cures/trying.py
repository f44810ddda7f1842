"""Plan a mission with each change, and tell what comes of it.

Each change is planned from the option's plan on, what it needs and what offers can then achieve, and
compared with the option planned on as long without a change: what is told is the change's, not the search's.
Rungs of a ladder are tried until one cures. Takes the plans of an option, gives `Cure`s: those that cure
first, the cheapest before others.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import partial

from cadre.cures.candidates import CandidateChange, Ladder, ladders
from cadre.pipeline import Progress, Settings, Silent
from cadre.pipeline.planning import achieve_from
from cadre.plans import Planned
from cadre.programme.attributes import measured
from cadre.programme.plan import PlannedTarget, Programme
from cadre.workers import side_by_side

MISSED = 0.01
"""Share of what is wanted by which a target must be missed to need a cure."""
PART = 0.2
"""Part of an option's effort with which each change is planned: it begins where the option's search ended."""
TELLING = 0.005
"""Change of a reached share below which nothing is said to have been gained."""


@dataclass(frozen=True, slots=True)
class Cure:
    """A change that was planned.

    `gained` are units by `CAPABILITY.WEEK` of the targets that were missed, `reached` the mean share of them
    before and after, `cost` what the whole mission costs more (in its currency), `cures` whether every target
    is met now; where there was no programme at all, whether there is one.
    """

    change: CandidateChange
    gained: dict[str, float]
    reached: tuple[float, float]
    cost: float
    cures: bool


def cures(planned: Planned, settings: Settings, *, progress: Progress | None = None) -> tuple[Cure, ...]:
    """Try every ladder of changes for an option that misses something; nothing where it misses nothing.

    Parameters
    ----------
    planned : Planned
        The option as it was planned.
    settings : Settings
        Seconds and jobs.
    progress : Progress, optional
        Told of each ladder done.
    """
    progress = progress or Silent()
    given = ladders(planned) if missed(planned.programme) or not _stands(planned.need) else ()
    progress.stage("cure", len(given))
    planned = planned_on(planned, settings) if given else planned
    found: dict[int, tuple[Cure, ...]] = {}
    climb = partial(climbed, planned, settings)
    for number, tried in side_by_side(climb, given, jobs=settings.jobs):
        found[number] = tried
        progress.advance()
    kept = [cure for number in sorted(found) for cure in found[number] if _helps(cure)]
    return tuple(sorted(kept, key=lambda cure: (not cure.cures, cure.cost if cure.cures else -_gain(cure))))


def planned_on(planned: Planned, settings: Settings) -> Planned:
    """Plan an option on from its plans, without a change, as long as each change is planned."""
    need, programme = achieve_from(planned, planned.option.mission, _short(settings), of=planned.option.id)
    return replace(planned, need=need, programme=programme)


def _short(settings: Settings) -> Settings:
    return replace(settings, effort=PART * settings.effort)


def missed(programme: Programme) -> frozenset[str]:
    """Return the targets that a programme misses, as `CAPABILITY.WEEK`."""
    return frozenset(_key(t) for t in programme.targets if t.reached < t.wanted * (1 - MISSED))


def climbed(planned: Planned, settings: Settings, ladder: Ladder) -> tuple[Cure, ...]:
    """Try the rungs of a ladder until one cures."""
    tried: list[Cure] = []
    for change in ladder:
        tried.append(tried_change(planned, settings, change))
        if tried[-1].cures:
            break
    return tuple(tried)


def tried_change(planned: Planned, settings: Settings, change: CandidateChange) -> Cure:
    """Plan an option with a change."""
    before, old = planned.programme, planned.option.mission
    mission = old.changed(change.sets)
    of = ", ".join((planned.option.id, *change.sets))
    need, after = achieve_from(planned, mission, _short(settings), of=of)
    short = missed(before) or frozenset(map(_key, after.targets))
    reached, now = _units(before), _units(after)
    gained = {key: now.get(key, 0.0) - reached.get(key, 0.0) for key in sorted(short)}
    cost = measured(after, mission)["cost"] - measured(before, old)["cost"]
    shares = _share(before, short), _share(after, short)
    cured = _stands(need) and (not _stands(planned.need) or not missed(after))
    return Cure(change, gained, shares, cost, cured)


def _helps(cure: Cure) -> bool:
    return cure.cures or _gain(cure) > TELLING


def _gain(cure: Cure) -> float:
    return cure.reached[1] - cure.reached[0]


def _stands(programme: Programme) -> bool:
    return programme.result is not None and programme.result.has_plan


def _key(target: PlannedTarget) -> str:
    return f"{target.capability}.{target.week}"


def _units(programme: Programme) -> dict[str, float]:
    return {_key(target): target.reached for target in programme.targets}


def _share(programme: Programme, of: AbstractSet[str]) -> float:
    """Return the mean share of what is wanted that is reached, over some targets; 0 without any."""
    shares = [min(1.0, t.reached / t.wanted) for t in programme.targets if _key(t) in of and t.wanted]
    return sum(shares) / len(shares) if shares else 0.0
