"""A small study made by hand.

Three options and doing nothing, plans that hold together, outcomes drawn from a seed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np
from ruamel.yaml import YAML

from cadre.attainment.staircase import stairs
from cadre.decision.analyse import analyse
from cadre.decision.comparison import compare
from cadre.differences import difference
from cadre.forces.burden import BurdenPart
from cadre.forces.plan import ForcePlan, FurtherRequest, Gap, PostLine, Stint
from cadre.mission import Mission
from cadre.options import NOTHING, Option, nothing
from cadre.plans import Attained, Attainment, Grown, Planned, RolePosts, Screened, Warned
from cadre.programme.plan import ActivityStart, PlannedTarget, PostBatch, Programme, SerialBatch
from cadre.reasons import Reason
from cadre.reasons.attainment import NearlyNoChance
from cadre.reasons.forces import Against, FullUse, OffersAgainst
from cadre.reasons.programme import LimitBinds, NeverHeld, TargetMissed, TooFewPeople
from cadre.reasons.screening import AlwaysShown, DominatedBy, NearTwins, ReachesMost
from cadre.reasons.timetable import PeopleShort
from cadre.simulation.outcome import CAUSES, POINT_WEEKS, Outcome
from cadre.solving import Result, Status
from cadre.study import Study
from cadre.timetable.plan import ActivitySlot, Person, Seat, Serial, Timetable

REPLICATIONS = 400
SCALE = {"small": 1, "medium": 2, "large": 4}
PAYERS = ("nations", "common fund", "trust fund", "host")

DOCUMENT = YAML(typ="safe", pure=True).load((Path(__file__).parent / "northland.yaml").read_text("utf-8"))


@cache
def mission() -> Mission:
    """The mission, read once."""
    return Mission.model_validate(DOCUMENT)


FULL = OffersAgainst(1, (Against(1, FullUse()),))
"""Why posts stay open by hand: the offers there are have their posts."""
NOBODY_FREE = (PeopleShort(1, False, "demining", "camp", 12, 15),)
"""Why a serial by hand is dropped."""


def _option(command: str, size: str) -> Option:
    levers = mission().levers
    title = f"{levers['command'].choices[command].title}, {levers['people_at_most'].choices[size].title}"
    return Option(f"{command}.{size}", title, {"command": command, "people_at_most": size}, mission())


def programme(option: Option, scale: int) -> Programme:
    """Serials every eight weeks, posts through every rotation, the tail that the rules give."""
    held = option.mission
    rotations = range(held.exit_week // held.tours.weeks)
    serials = tuple(
        sorted(
            SerialBatch(course, "camp", 4 * period, scale, 18.0 * scale, 18)
            for course in ("deminer", "medic")
            for period in range(3, 36, 3)
        )
    )
    command = held.commands[held.command or "rotating"].posts["staff"]
    posts = tuple(
        sorted(
            PostBatch(role, "camp", rotation, people, reason)
            for rotation in rotations
            for role, people, reason in (
                ("demining-instructor", 6 * scale, "instructors"),
                ("medical-instructor", 3 * scale, "instructors"),
                ("demining-instructor", 1, "advisers"),
                ("staff", command, "command"),
                ("guard", 9 * scale + 1, "support:protection"),
                ("staff", 6 if scale == 1 else 12, "support:headquarters"),
                ("interpreter", 5 * scale, "support:interpreters"),
            )
        )
    )
    periods = -(-held.weeks // 4)
    lacking = TooFewPeople("demining", 6, 4.5, "offers")
    targets = (
        PlannedTarget(
            "clearing-team",
            held.week_of(next(iter(held.capabilities["clearing-team"].wanted))),
            20,
            min(20, 8.0 * scale),
            "instructors" if scale < 3 else "",
            None if scale == 3 else missed(held, 0, 8.0 * scale, NeverHeld("deminer", lacking)),
        ),
        PlannedTarget(
            "clearing-team",
            held.week_of(list(held.capabilities["clearing-team"].wanted)[1]),
            45,
            min(45, 18.0 * scale),
            "trainees" if scale < 3 else "",
            None if scale == 3 else missed(held, 1, 18.0 * scale, LimitBinds("trainees")),
        ),
        PlannedTarget(
            "medical-team",
            held.week_of(next(iter(held.capabilities["medical-team"].wanted))),
            25,
            min(25, 14.0 * scale),
            "site" if scale == 1 else "",
        ),
    )
    activities = (ActivityStart("academy", "plan", 2), ActivityStart("academy", "build", 6))
    return Programme(
        4,
        periods,
        held.tours.weeks,
        serials,
        posts,
        activities,
        targets=targets,
        result=Result(Status.OPTIMAL, 12.5, 12.4, seconds=3.3),
    )


def forces(option: Option, plan: Programme) -> ForcePlan:
    """Each offer on the lines of its role as far as it goes; the rest is a gap."""
    held, length = option.mission, plan.rotation_weeks
    lines: dict[str, PostLine] = {}
    for post in plan.posts:
        if held.roles[post.role].local:
            continue
        key = f"{post.role}@{post.site}/r{post.rotation}"
        before = lines.get(key)
        lines[key] = PostLine(
            key,
            post.role,
            post.site,
            post.rotation,
            post.rotation * length,
            (post.rotation + 1) * length,
            post.people + (before.people if before else 0),
            held.roles[post.role].critical,
            (*(before.reasons if before else ()), post.reason),
        )
    stints, gaps = [], []
    offers = {offer.role: (key, offer.people) for key, offer in held.offers.items()}
    for line in lines.values():
        offer, people = offers.get(line.role, ("", 0))
        filled = min(round(people), line.people)
        if filled:
            stints.append(Stint(offer, line.id, line.opens, line.closes, filled))
        if filled < line.people:
            gaps.append(Gap(line.id, line.opens, line.closes, line.people - filled, FULL))
    asks = (
        FurtherRequest("demining-instructor", "camp", 0, 156, 6, 936, True),
        FurtherRequest("staff", "camp", 0, 156, 16, 2496, False),
    )
    return ForcePlan(
        tuple(sorted(lines.values())),
        tuple(sorted(stints)),
        tuple(sorted(gaps)),
        asks,
        Result(Status.OPTIMAL, 5, 5),
    )


def timetable(option: Option, plan: Programme) -> Timetable:
    """Every serial a week after its earliest, one of them not placed."""
    serials, count = [], {"deminer": 0, "medic": 0}
    for batch in plan.serials:
        for _ in range(batch.serials):
            count[batch.course] += 1
            first, n = batch.week, count[batch.course]
            placed = None if n == 5 and batch.course == "medic" else first + 1
            ends = None if placed is None else placed + option.mission.courses[batch.course].length
            seats = (
                () if placed is None else (Seat(0, "demining", "w-demining#1/r0"), Seat(0, "demining", ""))
            )
            serials.append(
                Serial(
                    f"{batch.course}@camp/{n}",
                    batch.course,
                    "camp",
                    first,
                    first + 3,
                    18,
                    placed,
                    ends,
                    seats,
                    () if placed is not None else NOBODY_FREE,
                )
            )
    people = (Person("w-demining#1/r0", "w-demining", "demining-instructor", "camp", ("demining",), 0, 26),)
    activities = (
        ActivitySlot("academy", "plan", 8, 20, ("w-demining#1/r0",)),
        ActivitySlot("academy", "build", 24, 54),
    )
    return Timetable(tuple(sorted(serials)), people, activities, (), Result(Status.FEASIBLE, 3, 2))


def outcome(option: Option, scale: int) -> Outcome:
    """Samples that grow with the size of the option; the same luck for every option."""
    held, n = option.mission, REPLICATIONS
    luck = np.random.default_rng(7)
    good, fill, cost = luck.beta(5, 3, n), luck.beta(8, 3, n), luck.lognormal(0, 0.2, n)
    points = np.arange(0, held.weeks, POINT_WEEKS, dtype=np.int64)
    rise = np.clip(points / held.exit_week, 0, 1) * (1 - np.clip((points - held.exit_week) / 400, 0, 1))
    scalars = {
        "outcome": np.minimum(1, good * (0.25 + 0.2 * scale)) * (scale > 0),
        "lasting": np.minimum(1.0, np.round(good * scale) / 2),
        "cost": 14e6 * scale * cost,
        "exposure": 3100.0 * scale * fill,
        "posts_peak": np.round(30.0 * scale * fill),
        "posts_filled": fill if scale else np.ones(n),
        "graduates": np.round(400 * scale * good),
        "serials_held": np.round(20.0 * scale * good),
        "serials_lost": np.round(3.0 * scale * (1 - good)),
        "serials_late": np.round(2.0 * scale * (1 - good)),
        "person_weeks": 4000.0 * scale * fill,
        "cost_beyond": 2e5 * scale * cost,
    }
    shares = dict(zip(PAYERS, (0.6, 0.25, 0.15, 0.0), strict=True))
    scalars |= {f"cost.{payer}": scalars["cost"] * share for payer, share in shares.items()}
    years = range(held.date_of(0).year, held.date_of(max(0, held.exit_week - 1)).year + 1)
    scalars |= {f"cost_in.{year}": scalars["cost"] / len(years) for year in years}
    scalars |= {"cost_before_overrun": scalars["cost"], "cost_fully_manned": 1.2 * scalars["cost"]}
    scalars |= {
        f"lost.{cause}": np.round(scale * (1 - good) * place / 4) for place, cause in enumerate(CAUSES)
    }
    series = {"posts": np.outer(fill, 30.0 * scale * (points < held.exit_week))}
    for key, capability in held.capabilities.items():
        series[f"units.{key}"] = np.floor(np.outer(good, 16.0 * scale * rise))
        for date, wanted in capability.wanted.items():
            units = np.floor(good * 16 * scale * (0.6 if date.year == 2020 else 1))
            scalars[f"reached.{key}.{held.week_of(date)}"] = units
            scalars[f"met.{key}.{held.week_of(date)}"] = (units >= wanted).astype(float)
        scalars[f"left.{key}"] = np.floor(good * 12 * scale)
        scalars[f"holds.{key}"] = (scalars[f"left.{key}"] >= capability.floor_after_exit).astype(float)
    series |= {f"stock.{key}": np.outer(good, 60.0 * scale * rise) for key in held.competences}
    withdrawn = np.random.default_rng(9).uniform(size=n) < 0.12  # what the others hold does not heed it
    scalars |= {"exit_week": np.where(withdrawn, 52, held.exit_week), "ends_early": withdrawn}
    scalars |= {"ended_by.request-withdrawn": withdrawn, "ended_by.unrest": np.zeros(n)}
    scalars |= {"ended_by.first-review": np.zeros(n)}
    return Outcome(
        option.id, n, 1, {k: np.asarray(v, dtype=float) for k, v in scalars.items()}, series, points
    )


BURDEN = (
    BurdenPart("willing", 30.0, 30.0, 30.0, 35.0, 25.0),
    BurdenPart("wary", 10.0, 10.0, 10.0, 15.0, 5.0),
)
"""Both together fill 40."""


def replay(first: Outcome) -> Outcome:
    """The first futures again: half of each cost is luck of its own, targets hang on details alone."""
    n = REPLICATIONS // 2
    fresh = np.random.default_rng(8).permutation(n)
    scalars = {name: x[:n] for name, x in first.scalars.items()}
    cost = scalars["cost"]
    scalars |= {"cost": (cost + cost[fresh]) / 2, "posts_filled": scalars["posts_filled"][fresh]}
    series = {name: x[:n] for name, x in first.series.items()}
    return Outcome(first.option, n, 1, scalars, series, first.points)


def missed(held: Mission, place: int, reached: float, why: Reason) -> TargetMissed:
    """Return why the first or second target of the clearing teams is missed."""
    day, wanted = list(held.capabilities["clearing-team"].wanted.items())[place]
    return TargetMissed("clearing-team", day, reached, wanted, (why,))


def _planned(option: Option, scale: int) -> Planned:
    if not scale:
        targets = tuple(
            PlannedTarget(key, mission().week_of(date), wanted, 0.0, "ceiling")
            for key, capability in mission().capabilities.items()
            for date, wanted in capability.wanted.items()
        )
        empty = Programme(4, mission().weeks, 26, targets=targets)
        return Planned(option, empty, ForcePlan(()), empty, ForcePlan(()), Timetable(()))
    plan = programme(option, scale)
    filled, parts = (
        forces(option, plan),
        (
            BurdenPart("willing", 30.0, 30.0, 30.0, 35.0, 25.0),
            BurdenPart("wary", 10.0, 10.0, 10.0, 15.0, 5.0),
        ),
    )
    return Planned(option, plan, filled, plan, filled, timetable(option, plan), parts)


TWINS = ("rotating.small", "rotating.medium")


@cache
def study() -> Study:
    """The study, made once."""
    shown = [
        (nothing(mission()), 0),
        (_option("rotating", "small"), 1),
        (_option("rotating", "medium"), 2),
        (_option("standing", "large"), 4),
    ]
    planned = tuple(_planned(option, scale) for option, scale in shown)
    outcomes = {option.id: outcome(option, scale) for option, scale in shown}
    screened = (
        *(
            Screened(
                o.id,
                o.title,
                dict(o.choices),
                {
                    "outcome": 0.2 * s,
                    "lasting": 0.1 * s,
                    "cost": 14e6 * s,
                    "posts": 30.0 * s,
                    "posts_in_country": 30.0 * s,
                    "years": 3.0 * (s > 0),
                },
                True,
                AlwaysShown() if o.id == NOTHING else ReachesMost(cheapest=False),
            )
            for o, s in shown
        ),
        Screened(
            "standing.medium",
            ("a standing command, at most 120 people"),
            {"command": "standing", "people_at_most": "medium"},
            {
                "outcome": 0.4,
                "lasting": 0.2,
                "cost": 33e6,
                "posts": 70.0,
                "posts_in_country": 70.0,
                "years": 3.0,
            },
            False,
            DominatedBy("rotating.medium", (difference("cost", 5e6), difference("outcome", -0.02))),
        ),
    )
    return Study(
        mission(),
        1,
        REPLICATIONS,
        {"python": "3.11.2", "cadre-planner": "0.1.0"},
        screened,
        planned,
        outcomes,
        compare(mission(), planned, outcomes, {key: replay(one) for key, one in outcomes.items()}),
        (Warned(TWINS, NearTwins(*TWINS, ("people_at_most",))),),
        analysis=analyse(mission(), planned, outcomes, screened),
        attainment=attainment(planned, outcomes),
    )


def attainment(planned: Sequence[Planned], outcomes: Mapping[str, Outcome]) -> Attainment:
    """What it would take by hand: a target within the posts there are, one with more, one not, more posts."""
    week = mission().week_of
    (first, _), (last, _) = mission().capabilities["clearing-team"].wanted.items()
    (medical,) = mission().capabilities["medical-team"].wanted
    roles = (RolePosts("demining-instructor", 12, 8), RolePosts("staff", 9, 0))
    taken = (
        Attained("clearing-team", week(first), 20, 20, 20, True, (), 0, 41, roles, 21e6),
        Attained("clearing-team", week(last), 45, 31, 45, True, ("posts",), 0, 88, roles, 44e6),
        Attained("medical-team", week(medical), 25, 14, 25, True, ("posts", "places"), 0, 33, (), 12e6),
        Attained("", -1, 5, 2, 4, False, ("posts", "places", "year"), 52, 140, roles, 9e7, "trainees"),
    )
    grown = (Grown(0, 120, 2, 0.61, 55e6), Grown(10, 130, 3, 0.66, 60e6), Grown(50, 166, 4, 0.8, 74e6))
    hopeless = (NearlyNoChance("target", "medical-team", 25, 0.01, "standing.large"),)
    return Attainment("standing.large", taken, grown, stairs(planned, outcomes), hopeless)
