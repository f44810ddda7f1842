"""Planning: need, who fills it, what offers can achieve, who serves there, timetable, each judged when made.

Takes options of a mission and settings, gives what is planned of each. The programme is planned twice for
each option: without regard to offers (what the mission needs) and then within them (what it can achieve).
Options are planned in processes of their own; what was planned is kept until the study is whole, so that an
interrupted study resumes.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from cadre.checkpoints import Checkpoint
from cadre.forces.lines import post_lines
from cadre.forces.optimise import DEFAULT as FORCES
from cadre.forces.optimise import burden_shares, fill_posts
from cadre.forces.plan import ForcePlan
from cadre.forces.supply import CountsOn, supply
from cadre.messages import Message, message
from cadre.mission import Mission
from cadre.options import Option
from cadre.pipeline.settings import Progress, Settings
from cadre.plans import Planned
from cadre.programme.attributes import measured
from cadre.programme.bottlenecks import explained
from cadre.programme.offered import OfferedPeople
from cadre.programme.optimise import DEFAULT_LIMITS as PROGRAMME
from cadre.programme.optimise import plan_programme
from cadre.programme.plan import Programme, Sent
from cadre.programme.violations import violations
from cadre.soundness import sound_forces, sound_programme, sound_timetable
from cadre.timetable.optimise import DEFAULT as TIMETABLE
from cadre.timetable.optimise import plan_timetable
from cadre.workers import Workers

COUNTS_ON: CountsOn = "all"
"""Whom of an offer that is not certain a plan counts on (docs/design/programme.md)."""
AGAIN = 0.2
"""Part of the usual work for a plan of a large mission that is made again with other offers."""
LESS = 1e-6
"""Percent points of the shortfall that are none."""


def plan_option(option: Option, settings: Settings) -> Planned:
    """Plan one option: need, who fills it, what offers can achieve, who serves there, timetable.

    Raises
    ------
    BrokenPlan
        Where one of the plans breaks a rule.
    """
    need, forces, achieved, staff = achieve(option.mission, option.choices, settings, of=option.id)
    timetable = plan_timetable(achieved, staff, option.mission, limits=settings.limits(TIMETABLE))
    sound_timetable(_named("timetable", option.id), timetable, (achieved, staff, option.mission))
    brought = burden_shares(forces.lines, option.mission, option.choices, measured(need, option.mission))
    return Planned(option, need, forces, achieved, staff, timetable, brought)


def achieve(
    mission: Mission, choices: Mapping[str, str], settings: Settings, *, of: str = ""
) -> tuple[Programme, ForcePlan, Programme, ForcePlan]:
    """Plan what a mission needs, who fills it, what offers can achieve, and who serves there.

    Each search has its stage's usual gap, and its work times the effort; seconds are its safety net. What
    offers achieve is a plan of the need, too: where it is the better one, the need is planned from it. What
    binds is said of what offers achieve, not of the need, nor of plans on the way. `of` says in messages
    which option is planned.

    Raises
    ------
    BrokenPlan
        Where one of the plans breaks a rule.
    """
    plan = _Planner(settings)
    need = sound_programme(_named("need", of), plan(mission), mission)
    achieved, counted = _within_offers(mission, choices, need, plan)
    achieved = explained(mission, achieved, counted)
    sound_programme(_named("programme", of), achieved, mission, offered=counted)
    if _shortfall(achieved) < _shortfall(need) - LESS:
        need = sound_programme(_named("need", of), plan(mission, start=achieved), mission)
    forces = _filled("forces", of, need, (mission, choices), settings)
    return need, forces, achieved, _filled("staff", of, achieved, (mission, choices), settings)


def _filled(
    name: str, of: str, made: Programme, chosen: tuple[Mission, Mapping[str, str]], settings: Settings
) -> ForcePlan:
    """Say who fills the posts of a programme, judged."""
    mission, choices = chosen
    attributes, lines, limits = measured(made, mission), post_lines(made, mission), settings.limits(FORCES)
    force = fill_posts(lines, mission, choices, attributes, limits=limits, sent=_counted(made))
    return sound_forces(_named(name, of), force, mission, (choices, attributes))


def achieve_from(
    before: Planned, mission: Mission, settings: Settings, *, of: str
) -> tuple[Programme, Programme]:
    """Plan what offers can achieve in a changed mission, from the plan before the change.

    What the mission needs is planned anew only where the need before breaks a rule now, or was none: a change
    for the better keeps it.

    Parameters
    ----------
    before : Planned
        The option before the change. Its plans are where the search begins, as far as they keep every rule,
        so that a change for the better never leads less far.
    mission : Mission
        The mission changed.
    settings : Settings
        Effort and seconds.
    of : str
        What is planned, for messages.

    Raises
    ------
    BrokenPlan
        Where one of the plans breaks a rule.
    """
    plan, choices = _Planner(settings), before.option.choices
    need = before.need
    if not _has_plan(need) or violations(need, mission):
        need = sound_programme(_named("need", of), plan(mission, start=before.need), mission)
    achieved, counted = _within_offers(mission, choices, need, plan, before.programme)
    return need, sound_programme(_named("programme", of), achieved, mission, offered=counted)


@dataclass(frozen=True)
class _Planner:
    """Plans programmes with the limits and periods of the settings, or with part of the work.

    With none of it plans of large missions are placed and not searched.
    """

    settings: Settings
    part: float = 1.0

    def __call__(
        self,
        mission: Mission,
        *,
        offered: Sequence[OfferedPeople] | None = None,
        start: Programme | None = None,
    ) -> Programme:
        limits = self.settings.limits(PROGRAMME)
        limits = replace(limits, work=self.part * limits.work) if self.part else replace(limits, rounds=0.0)
        coarser = self.settings.coarser
        return plan_programme(mission, limits, offered=offered, coarser=coarser, start=start, explain=False)


def _named(plan: str, of: str) -> Message:
    """Name a plan of an option, or of a mission as it is where no option is named."""
    return message(f"faults.plan-{plan}", of=of or message("faults.the-mission"))


def _within_offers(
    mission: Mission,
    choices: Mapping[str, str],
    need: Programme,
    plan: _Planner,
    start: Programme | None = None,
) -> tuple[Programme, tuple[OfferedPeople, ...]]:
    """Plan what offers allow, with those whose conditions on posts and cost the plan itself meets.

    They are measured on the need first. Where the plan meets more conditions than the need it is made again
    with them; of those whose conditions it then fails the last is left out and it is made again, until nobody
    is sent whose condition fails. Each plan begins from the one before, so that it takes part of the work.
    """
    counted = supply(mission, choices, measured(need, mission), counts_on=COUNTS_ON)
    achieved = plan(mission, offered=counted, start=start)
    again = plan if achieved.period_weeks == 1 else replace(plan, part=AGAIN)
    refused: set[str] = set()
    while True:
        met = supply(mission, choices, measured(achieved, mission), counts_on=COUNTS_ON)
        used = {sent.offer for sent in achieved.sent}
        gone = [o.offer for o in counted if o.offer in used and o not in met]
        refused |= set(gone[-1:])
        more = () if gone else (o for o in met if o not in counted and o.offer not in refused)
        now = tuple(sorted(o for o in (*counted, *more) if o.offer not in refused))
        if len(now) == len(counted) and not gone:
            return achieved, counted
        counted = now
        achieved = again(mission, offered=counted, start=achieved)


def _counted(plan: Programme) -> tuple[Sent, ...]:
    """Whom a plan by the week sends where; in larger plans the goals of forces, firm offers, come first.

    In the founding case keeping people there holds 414 serials instead of 408 where all offers are kept, but
    293 instead of 313 with offers as uncertain as they are.
    """
    return plan.sent if plan.period_weeks == 1 else ()


def _has_plan(programme: Programme) -> bool:
    return programme.result is not None and programme.result.has_plan


def _shortfall(programme: Programme) -> float:
    """Return the first objective of a plan; endless where there is none."""
    return programme.result.objective if programme.result is not None else math.inf


def plan_options(
    options: Sequence[Option],
    settings: Settings,
    *,
    kept: Checkpoint,
    progress: Progress,
    workers: Workers | None = None,
) -> tuple[Planned, ...]:
    """Plan options side by side, in the order given; plans kept are read.

    Without workers one option after the other is planned here.
    """
    found = ((option.id, kept.read(option, settings)) for option in options)
    done = {key: plan for key, plan in found if plan is not None}
    progress.stage("plan", len(options))
    for _ in done:
        progress.advance()
    left = sorted((one for one in options if one.id not in done), key=_size, reverse=True)
    made = (workers or Workers(1)).side_by_side(partial(plan_option, settings=settings), left)
    for number, planned in made:
        option = left[number]
        kept.keep(planned, settings)
        done[option.id] = replace(planned, option=option)  # not the copy that came from another process
        progress.advance()
    return tuple(done[option.id] for option in options)


def _size(option: Option) -> float:
    """Return about how much there is to plan: what takes longest is begun first, so that no process waits."""
    mission = option.mission
    return mission.exit_week * (math.inf if mission.ceiling is None else mission.ceiling)


def limits_hit(shown: Sequence[Planned]) -> tuple[str, ...]:
    """Return the searches that the safety net in seconds ended; they make a study depend on the machine."""
    return tuple(
        f"{planned.option.id}: {stage}"
        for planned in shown
        for stage in ("need", "forces", "programme", "staff", "timetable")
        if (result := getattr(planned, stage).result) is not None and result.by_seconds
    )
