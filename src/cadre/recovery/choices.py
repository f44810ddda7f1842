"""Choices: what could be done about a mission that runs, each planned and played, the best first.

Takes a mission, its plan and all records; gives `RecoveryChoice`s with what moves, what is new and what
falls. Dates that people set (of targets, exit, offers, pins) stay in all of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from cadre.forces.plan import PostLine, Stint
from cadre.mission import Mission
from cadre.reasons import Reason
from cadre.reasons.timetable import NoRoom, PeopleShort
from cadre.recovery.facts import MissionNow, mission_now
from cadre.recovery.replanning import (
    FurtherClass,
    PlanAhead,
    call,
    call_classes,
    lost_classes,
    plan_ahead,
    projected,
    whole_plan,
)
from cadre.replan.reading import Before
from cadre.simulation.run import ReplicationPlan
from cadre.timetable.plan import MOVED_WEEKS
from cadre.tracking.forecast import MIDDLE, Forecast, ForecastFigure, forecast
from cadre.tracking.holding import holding, known_on
from cadre.tracking.records import Records

ChoiceKind = Literal[
    "as-planned", "least-change", "least-late", "made-up", "further", "rooms", "people", "both"
]
A_WEEK_OR_TWO = 2
"""Weeks late that a move counts where classes may move so that few weeks are lost."""
MOST_CALLED = 12
"""Further classes that a choice calls at most."""
EVEN, A_CHANCE, A_UNIT = 0.5, 0.02, 0.5
"""The chance below which a minimum is in danger; how much less of one, and of units, is told as falling."""
NOTICE_WEEKS = 8
"""Weeks after which people who are asked for can be there (an assumption: docs/design/recovery.md)."""


@dataclass(frozen=True, slots=True)
class RecoveryGoal:
    """Units of a capability wanted at the end of a week: at a target's, or as the floor after exit."""

    capability: str
    week: int
    wanted: float
    floor: bool = False


@dataclass(frozen=True)
class RecoveryChoice:
    """What could be done, and what comes of it.

    Parameters
    ----------
    kind : str
        `as-planned` (the plan in force goes on, whatever stands against it), `least-change` (as few serials
        move as can be), `least-late` (they move so that few weeks are lost), `made-up` (and the classes that
        were lost are held), `further` (instead of these, classes that serve goals in danger), `rooms`,
        `people`, `both` (and rooms, people or both are asked for).
    for_what : tuple of str
        Capabilities that further classes serve.
    role, people : str, int
        Who is asked for, and how many.
    rooms : tuple of str
        Facilities of which one more is asked for, as `FACILITY@SITE`.
    ahead : PlanAhead or None
        The weeks ahead; None as planned.
    plan : Before
        The plan in force that it would be.
    forecast : Forecast
        Played from the recorded state.
    score : float
        Mean share of what is wanted that is reached, over all goals ahead, 0 to 1.
    falls : tuple of (RecoveryGoal, float, float)
        Goals of which fewer units are reached than as planned: in the middle, then and now.
    """

    kind: ChoiceKind
    ahead: PlanAhead | None
    plan: Before
    forecast: Forecast
    score: float
    for_what: tuple[str, ...] = ()
    role: str = ""
    people: int = 0
    rooms: tuple[str, ...] = ()
    falls: tuple[tuple[RecoveryGoal, float, float], ...] = ()

    def figure(self, goal: RecoveryGoal) -> ForecastFigure | None:
        """Return the units forecast of a goal; the chance that it holds, of a floor."""
        return _figures(self.forecast).get(_name(goal))

    @property
    def moves(self) -> int:
        """How many serials are not in the week in which people expect them."""
        if self.ahead is None:
            return 0
        was = {serial.id: serial.start for serial in self.ahead.running.plan.timetable.serials}
        now = self.ahead.timetable.serials
        return sum(one.start != was[one.id] for one in now if one.id not in self.ahead.called)


@dataclass(frozen=True)
class Recovery:
    """The choices, the best first, and the goals that they are judged by."""

    running: MissionNow
    goals: tuple[RecoveryGoal, ...]
    choices: tuple[RecoveryChoice, ...]
    missed: tuple[RecoveryGoal, ...] = ()

    @property
    def as_planned(self) -> RecoveryChoice:
        """The plan in force, as it is."""
        return next(one for one in self.choices if one.kind == "as-planned")


def recover(  # noqa: PLR0913  (what is known, then how it is played, and what stays)
    mission: Mission,
    plan: Before,
    records: Records,
    today: dt.date,
    *,
    runs: ReplicationPlan,
    pinned: Mapping[str, int] | None = None,
) -> Recovery:
    """Plan a mission that runs again in several ways, play each, and rank them.

    Parameters
    ----------
    mission, plan : Mission, Before
        The option that is carried out, and its plan in force.
    records : Records
        All; those reported later are left out.
    today : date
        The day.
    runs : ReplicationPlan
        How often each choice is played; all on the same luck.
    pinned : mapping of str to int, optional
        Weeks of serials and activities that must not move.

    Raises
    ------
    BadInput
        Before the second week or after exit, or where records leave nothing of a range.
    BrokenPlan
        Where a plan breaks a rule beside what is so already.
    """
    play = _Player(mission, records, today, runs)
    now = play.choice("as-planned", None, plan)
    known = holding(known_on(records, today))
    running = mission_now(mission, plan, known, today)
    goals = goals_of(mission, running.week)
    missed = tuple(goal for goal in goals if _in_danger(now, goal))
    found = [now]
    kept = plan_ahead(running, pinned=pinned)
    found.append(play.choice("least-change", kept, plan))
    base, moving = kept, MOVED_WEEKS
    if found[-1].moves:
        soon = plan_ahead(running, pinned=pinned, moving=A_WEEK_OR_TWO)
        if soon.timetable.serials != kept.timetable.serials:
            found.append(play.choice("least-late", soon, plan))
            if _score(found[-1], goals) > _score(found[-2], goals):
                base, moving = soon, A_WEEK_OR_TWO
    made_up = call_classes(base, lost_classes(running, mission))
    if made_up.called:
        found.append(play.choice("made-up", made_up, plan))
    for some in _together(missed):
        more = bring(base, some)
        if more.called:
            names = tuple(dict.fromkeys(goal.capability for goal in some))
            found.append(replace(play.choice("further", more, plan), for_what=names))
    if missed:
        found += _with_more(play, plan, (known, pinned, moving), (found, missed))
    scored = [replace(one, score=_score(one, goals), falls=tuple(_falls(one, now, goals))) for one in found]
    ranked = tuple(sorted(scored, key=lambda one: (-round(one.score, 3), one.moves, found_at(one, scored))))
    return Recovery(running, goals, ranked, missed)


def found_at(one: RecoveryChoice, some: Sequence[RecoveryChoice]) -> int:
    """Return the place of a choice in the order in which they were made: the least done first."""
    return next(i for i, other in enumerate(some) if other is one)


@dataclass(frozen=True)
class _Player:
    mission: Mission
    records: Records
    today: dt.date
    runs: ReplicationPlan

    def choice(
        self, kind: ChoiceKind, ahead: PlanAhead | None, plan: Before, mission: Mission | None = None
    ) -> RecoveryChoice:
        """Play what a choice would put in force."""
        force = plan if ahead is None else whole_plan(ahead, plan)
        made = forecast(mission or self.mission, force, self.records, self.today, runs=self.runs)
        return RecoveryChoice(kind, ahead, force, made, 0.0)


# ---- goals


def goals_of(mission: Mission, week: int) -> tuple[RecoveryGoal, ...]:
    """Return the targets still ahead and the floors."""
    found = [
        RecoveryGoal(key, at, float(wanted))
        for key in mission.capabilities
        for at, wanted in mission.wanted_by_week(key).items()
        if at >= week
    ]
    floors = [
        RecoveryGoal(key, mission.floor_judged, float(one.floor_after_exit), floor=True)
        for key, one in mission.capabilities.items()
        if one.floor_after_exit
    ]
    return (*found, *floors)


def _name(goal: RecoveryGoal) -> str:
    return f"holds.{goal.capability}" if goal.floor else f"reached.{goal.capability}.{goal.week}"


def _figures(made: Forecast) -> dict[str, ForecastFigure]:
    return {one.name: one for one in made.figures}


def _in_danger(choice: RecoveryChoice, goal: RecoveryGoal) -> bool:
    """Say whether a goal is missed in at least half of the futures."""
    figure = choice.figure(goal)
    if figure is None:
        return False
    return figure.mean < EVEN if goal.floor else figure.quantiles[MIDDLE] < goal.wanted


def _score(choice: RecoveryChoice, goals: Sequence[RecoveryGoal]) -> float:
    shares = [_share(figure, goal) for goal in goals if (figure := choice.figure(goal)) is not None]
    return sum(shares) / len(shares) if shares else 1.0


def _share(figure: ForecastFigure, goal: RecoveryGoal) -> float:
    """Return the mean share of a goal that is reached; of a floor the chance that it holds."""
    if goal.floor:
        return figure.mean
    parts = [min(1.0, units / goal.wanted) for units in figure.quantiles]
    return sum(parts) / len(parts)


def _falls(
    choice: RecoveryChoice, now: RecoveryChoice, goals: Sequence[RecoveryGoal]
) -> Iterator[tuple[RecoveryGoal, float, float]]:
    for goal in goals:
        was, is_now = now.figure(goal), choice.figure(goal)
        if was is None or is_now is None:
            continue
        ends = (was.mean, is_now.mean) if goal.floor else (was.quantiles[MIDDLE], is_now.quantiles[MIDDLE])
        if ends[1] < ends[0] - (A_CHANCE if goal.floor else A_UNIT):
            yield goal, *ends


def reached_by(choice: RecoveryChoice, goal: RecoveryGoal) -> dt.date | None:
    """Return the first day forecast on which half of the futures have what is wanted; None where none."""
    head = f"units.{goal.capability}."
    series = sorted(
        (one.day, one.quantiles[MIDDLE]) for one in choice.forecast.figures if one.name.startswith(head)
    )
    return next((day for day, units in series if units >= goal.wanted), None)


# ---- further classes


def _together(missed: Sequence[RecoveryGoal]) -> Iterator[tuple[RecoveryGoal, ...]]:
    """Yield the goals of each capability in danger, then all of them where there are several."""
    names = tuple(dict.fromkeys(goal.capability for goal in missed))
    for name in names:
        yield tuple(goal for goal in missed if goal.capability == name)
    if len(names) > 1:
        yield tuple(missed)


def bring(ahead: PlanAhead, goals: Sequence[RecoveryGoal], *, most: int = MOST_CALLED) -> PlanAhead:
    """Call classes that serve goals, as many as find trainees, rooms and people, at most so many.

    Goal by goal, the one that lacks most first: of what its units are made of the scarcest part, then the
    courses before that; each class is to be over by the week of its goal.
    """
    called, refused = len(ahead.called), set[tuple[str, str, int]]()
    while len(ahead.called) - called < most:
        further = next((one for one in _useful(ahead, goals) if _key(one) not in refused), None)
        if further is None:
            return ahead
        made = call(ahead, further)
        if len(made.called) == len(ahead.called):
            refused.add(_key(further))
        ahead = made
    return ahead


def _key(further: FurtherClass) -> tuple[str, str, int]:
    return further.course, further.site, further.until or 0


def _useful(ahead: PlanAhead, goals: Sequence[RecoveryGoal]) -> Iterator[FurtherClass]:
    """Yield classes that would help, the most urgent first; none for what is reached as expected."""
    mission, holders = ahead.running.mission, projected(ahead).holders
    lacking = []
    for goal in goals:
        for key, number in mission.capabilities[goal.capability].made_of.items():
            share = holders[key][min(goal.week, mission.weeks - 1)] / number / goal.wanted
            if share < 1:
                lacking.append((share, goal.week, key))
    for _, week, key in sorted(lacking):
        yield from _leading_to(mission, key, week + 1)


def _leading_to(mission: Mission, competence: str, until: int) -> Iterator[FurtherClass]:
    """Yield the courses that grant a competence, then those whose graduates they take."""
    for key, course in mission.courses.items():
        if course.grants == competence and course.held:
            for site in course.sites:
                yield FurtherClass(key, site, course.seats.most, until=until)
            for before in course.after:
                of = mission.courses[before]
                for site in of.sites if of.held else ():
                    yield FurtherClass(before, site, of.seats.most, until=until - course.length)


# ---- rooms and people


def _with_more(
    play: _Player,
    plan: Before,
    how: tuple[Records, Mapping[str, int] | None, int],
    so_far: tuple[Sequence[RecoveryChoice], Sequence[RecoveryGoal]],
) -> Iterator[RecoveryChoice]:
    """Yield choices with what stood in the way: one more of each room, somebody of a role, and both."""
    known, pinned, moving = how
    found, missed = so_far
    names = tuple(dict.fromkeys(goal.capability for goal in missed))
    rooms, role = _rooms_short(play.mission, found), _role_short(play.mission, found)
    for kind in _kinds(rooms, role):
        mission, staffed = play.mission, plan
        if kind != "people":
            mission = mission.changed(_more_rooms(mission, rooms))
        if kind != "rooms":
            asked = _asked_for(mission, plan, role, play.today)
            if asked is None:
                continue
            mission, staffed = asked
        running = mission_now(mission, staffed, known, play.today)
        ahead = bring(plan_ahead(running, pinned=pinned, moving=moving), missed)
        if any(_same(ahead, one.ahead) for one in found):
            continue
        made = replace(play.choice(kind, ahead, staffed, mission), for_what=names)
        with_rooms = replace(made, rooms=rooms if kind != "people" else ())
        found = (*found, replace(with_rooms, role=role[0], people=1) if kind != "rooms" else with_rooms)
        yield found[-1]


def _same(ahead: PlanAhead, other: PlanAhead | None) -> bool:
    """Say whether two plans hold the same classes in the same weeks."""
    if other is None:
        return False
    one, two = (
        sorted((s.course, s.site, s.start or -1) for s in of.timetable.serials) for of in (ahead, other)
    )
    return one == two


def _kinds(rooms: tuple[str, ...], role: tuple[str, str]) -> Iterator[ChoiceKind]:
    if rooms:
        yield "rooms"
    if role[0]:
        yield "people"
    if rooms and role[0]:
        yield "both"


def _against(found: Sequence[RecoveryChoice]) -> Iterator[Reason]:
    """Yield all that stood against serials in their week, and against further classes."""
    for ahead in (one.ahead for one in found if one.ahead is not None):
        for why in (*ahead.moved.values(), *(why for _, why in ahead.refused)):
            yield from _parts(why)


def _parts(why: Reason) -> Iterator[Reason]:
    """Yield a reason and those that it is made of."""
    yield why
    for name in getattr(why, "__dataclass_fields__", ()):
        part = getattr(why, name)
        for one in part if isinstance(part, tuple) else (part,):
            if isinstance(one, Reason):
                yield from _parts(one)


def _rooms_short(mission: Mission, found: Sequence[RecoveryChoice]) -> tuple[str, ...]:
    """Return the rooms of sites that were short while the mission is there, as `FACILITY@SITE`."""
    short = [why for why in _against(found) if isinstance(why, NoRoom) and why.first < mission.exit_week]
    there = {f"{facility}@{key}" for key, site in mission.sites.items() for facility in site.facilities}
    return tuple(sorted({f"{why.facility}@{why.site}" for why in short} & there))


def _more_rooms(mission: Mission, rooms: tuple[str, ...]) -> dict[str, int]:
    """Return the changes that give a mission one more of each room."""
    parts = (room.partition("@") for room in rooms)
    return {
        f"sites.{site}.facilities.{facility}": mission.sites[site].facilities[facility] + 1
        for facility, _, site in parts
    }


def _role_short(mission: Mission, found: Sequence[RecoveryChoice]) -> tuple[str, str]:
    """Return the foreign role, and its site, that stood against most while people can still come."""
    counts: dict[tuple[str, str], int] = {}
    for why in _against(found):
        if isinstance(why, PeopleShort) and why.first < mission.exit_week:
            for key, role in mission.roles.items():
                if why.skill in role.skills and not role.local:
                    counts[key, why.site] = counts.get((key, why.site), 0) + 1
                    break
    return max(sorted(counts), key=lambda key: counts[key], default=("", ""))


def _asked_for(
    mission: Mission, plan: Before, asked: tuple[str, str], today: dt.date
) -> tuple[Mission, Before] | None:
    """Return mission and plan with somebody who is asked for, from notice to exit; None over the ceiling."""
    (role, site), people = asked, 1
    begins = mission.week_from(today) + NOTICE_WEEKS
    posts = max((_posts(plan, week) for week in range(begins, mission.exit_week)), default=0)
    if begins >= mission.exit_week or (mission.ceiling is not None and posts + people > mission.ceiling):
        return None
    key = f"further-{role}"
    nations = [one.party for one in mission.offers.values() if one.role == role]
    offer = {
        "party": (nations or [one.party for one in mission.offers.values()])[0],
        "role": role,
        "people": people,
        "begins": mission.date_of(begins).isoformat(),
        "ends": (mission.date_of(mission.exit_week) - dt.timedelta(days=1)).isoformat(),
        "state": "confirmed",
    }
    line = PostLine(
        f"{role}@{site}/further",
        role,
        site,
        begins // mission.tours.weeks,
        begins,
        mission.exit_week,
        people,
        mission.roles[role].critical,
    )
    stint = Stint(key, line.id, begins, mission.exit_week, people)
    staff = replace(plan.staff, lines=(*plan.staff.lines, line), stints=(*plan.staff.stints, stint))
    return mission.changed({f"offers.{key}": offer}), replace(plan, staff=staff)


def _posts(plan: Before, week: int) -> int:
    return sum(one.people for one in plan.staff.stints if one.begins <= week < one.ends)
