"""A small study made by hand: three options and doing nothing, plans that hold together, outcomes drawn from a seed."""

from __future__ import annotations

from functools import cache

import numpy as np

from cadre.decision.comparison import compare
from cadre.forces.plan import Ask, ForcePlan, Gap, PostLine, Stint
from cadre.mission import Mission
from cadre.options import Option, nothing
from cadre.programme.plan import ActivityStart, PostBatch, Programme, SerialBatch, Target
from cadre.simulation.outcome import CAUSES, POINT_WEEKS, Outcome
from cadre.solving import Result, Status
from cadre.study import Planned, Screened, Study, Warned
from cadre.timetable.plan import ActivitySlot, Person, Seat, Serial, Timetable

REPLICATIONS = 400
SCALE = {"small": 1, "medium": 2, "large": 4}
PAYERS = ("nations", "common fund", "trust fund", "host")

DOCUMENT: dict[str, object] = {
    "mission": {"title": "Training mission, Northland", "host": "northland", "starts": "2019-01-07",
                "horizon": "3 years", "looks_beyond_exit": "2 years"},
    "mandate": {
        "asks": "a formal, long-term mission to train the host's mine clearers and medics",
        "asked_by": "the host's government", "asked_of": "the council of ministers", "as_of": "2018-06-01",
        "basis": "L1", "excludes": ["combat"],
        "elements": {
            "clear": {"title": "Mine-clearing teams", "served_by": ["deminer", "clearing-team"], "basis": "L1"},
            "heal": {"title": "Medics who can teach medics", "served_by": ["medic", "medical-team"], "basis": "L2"},
            "school": {"title": "A school of the host's own", "served_by": ["academy"], "basis": "L2"},
            "tanks": {"title": "Maintenance of vehicles", "served_by": [], "basis": "L4"},
        },
        "decisions": [
            {"by": "ministers", "on": "2018-07-12", "about": "which options to plan in detail", "basis": "L3"},
            {"by": "the summit", "on": "2018-10-04", "about": "launch", "basis": "L3"},
        ],
        "open": {
            "size": {"question": "How many people may the mission have?", "lever": "people_at_most", "can_learn_by": "2018-07-12"},
            "pass": {"question": "What share of trainees passes?", "quantity": "courses.deminer.passes", "can_learn_by": "2018-09-01",
                     "learning_costs": "80 k", "basis": "A1"},
            "ground": {"question": "When is the range safe to use?", "quantity": "sites.camp.opens"},
        },
    },
    "skills": {"demining": {"title": "Demining"}, "medicine": {"title": "Medicine"}},
    "recruits": {"army": {"title": "Soldiers", "a_year": {"low": 300, "high": 700, "basis": "A3"}}},
    "competences": {
        "deminer": {"title": "Deminer", "leaves": {"min": "1%", "likely": "2%", "max": "3%", "basis": "P:attrition"}},
        "medic": {"title": "Medic", "leaves": "1.5%"},
    },
    "courses": {
        "deminer": {"title": "Demining, basic", "weeks": 8, "seats": {"least": 10, "most": 20}, "instructors": {"demining": {"one_per": "5 seats"}},
                    "recruits": "army", "grants": "deminer", "passes": {"min": "65%", "likely": "80%", "max": "92%", "basis": ["L5", "A1"]},
                    "sites": ["camp"], "costs_a_trainee": 900},
        "medic": {"title": "Combat medic", "weeks": 10, "seats": {"least": 8, "most": 16}, "instructors": {"medicine": 2},
                  "recruits": "army", "grants": "medic", "passes": "85%", "sites": ["camp", "abroad"], "costs_a_trainee": 1400},
    },
    "capabilities": {
        "clearing-team": {"title": "Mine-clearing team", "made_of": {"deminer": 4}, "wanted": {"2020-07-01": 20, "2021-12-01": 45},
                          "floor_after_exit": 30, "priority": 2, "basis": "L1"},
        "medical-team": {"title": "Medical team", "made_of": {"medic": 2}, "wanted": {"2021-12-01": 25}, "floor_after_exit": 15, "basis": "L2"},
    },
    "projects": {"academy": {"title": "Found a school", "activities": {
        "plan": {"title": "Write its plan", "weeks": 12, "advisers": {"demining": 1}},
        "build": {"title": "Build it", "weeks": {"min": 20, "likely": 30, "max": 60, "basis": "A2"}, "after": ["plan"], "costs": "1.5 M"}}}},
    "sites": {
        "camp": {"title": "Camp North", "opens": {"min": "2019-02-01", "likely": "2019-04-01", "max": "2019-09-01", "basis": "A2"},
                 "facilities": {"range": 2}, "beds": 300, "costs_a_year": "600 k",
                 "closures": {"per_year": {"min": 0.2, "likely": 1, "max": 3}, "weeks": 2, "basis": "A2"}},
        "abroad": {"title": "School abroad", "in_country": False},
    },
    "headquarters": "camp",
    "ranks": ["private", "sergeant", "captain"],
    "roles": {
        "demining-instructor": {"title": "Demining instructor", "skills": ["demining"], "rank": "sergeant", "languages": ["english"],
                                "costs_a_year": "150 k", "critical": True},
        "medical-instructor": {"title": "Medical instructor", "skills": ["medicine"], "rank": "captain", "costs_a_year": "170 k"},
        "guard": {"title": "Protection", "costs_a_year": "90 k"},
        "staff": {"title": "Headquarters staff", "rank": "captain", "costs_a_year": "140 k"},
        "interpreter": {"title": "Interpreter", "local": True, "costs_a_year": "20 k"},
    },
    "support": {
        "protection": {"title": "Protection", "role": "guard", "of": ["instructors", "advisers"], "ratio": 1, "basis": "A4"},
        "headquarters": {"title": "Headquarters", "role": "staff", "step": {"up_to_20": 6, "above": 12}, "at": "headquarters", "basis": "P:tail-total-per-trainer"},
        "interpreters": {"title": "Interpreters", "role": "interpreter", "ratio": 0.5, "basis": "A4"},
    },
    "commands": {"rotating": {"title": "A lead nation in turn", "posts": {"staff": 4}}, "standing": {"title": "A standing command", "posts": {"staff": 10}}},
    "command": "rotating",
    "parties": {"willing": {"title": "Willing within limits", "how_many": {"min": 2, "likely": 4, "max": 7}}, "wary": {"title": "Wary of length"}},
    "offers": {
        "w-demining": {"party": "willing", "role": "demining-instructor", "people": 6, "begins": "2019-01-07", "ends": "2021-12-31", "state": "pledged",
                       "honoured": {"min": "60%", "likely": "80%", "max": "95%"}, "basis": "A5"},
        "w-guards": {"party": "willing", "role": "guard", "people": 10, "begins": "2019-01-07", "ends": "2021-12-31", "state": "indicated", "basis": "A5"},
        "c-medics": {"party": "wary", "role": "medical-instructor", "people": 3, "begins": "2019-01-07", "ends": "2020-12-31", "state": "confirmed",
                     "not_at": ["abroad"], "only_if": "people_at_most: small | medium"},
    },
    "positions": [
        {"party": "wary", "stance": "will not accept", "condition": "command: standing", "strength": "70%", "basis": "A5"},
        {"party": "willing", "stance": "wants", "condition": "posts <= 120", "basis": "A5"},
    ],
    "levers": {
        "command": {"choices": {"rotating": {"title": "a lead nation in turn", "set": {"command": "rotating"}},
                                "standing": {"title": "a standing command", "set": {"command": "standing"}}}},
        "people_at_most": {"choices": {"small": {"title": "at most 60 people", "set": {"ceiling": 60}},
                                       "medium": {"title": "at most 120 people", "set": {"ceiling": 120}},
                                       "large": {"title": "at most 240 people", "set": {"ceiling": 240}}}},
    },
    "rules": [{"never": {"command": "standing", "people_at_most": "small"}, "because": "a standing command alone needs 60 posts"}],
    "ledger": {
        "sources": {"letter": {"title": "Letter to the council", "publisher": "Host government", "date": "2018-04-02"},
                    "press": {"title": "Allies weigh a mission & its cost <draft>", "publisher": "The Northland Post", "date": "2018-05-20"}},
        "statements": {
            "L1": {"says": "The host asks for a long-term mission to train mine clearers", "source": "letter", "attribution": "official",
                   "reliability": "B", "credibility": 2, "date": "2018-04-02", "group": "host"},
            "L2": {"says": "It also names medics and a school", "source": "letter", "attribution": "official", "reliability": "B", "credibility": 2, "date": "2018-04-02"},
            "L3": {"says": "Ministers meet in July; a launch is possible in October", "source": "press", "attribution": "unnamed", "reliability": "C",
                   "credibility": 3, "date": "2018-05-20", "group": "diplomats"},
            "L4": {"says": "=1+1 is what a diplomat called the idea of #repairing *vehicles* \\ $now$", "source": "press", "attribution": "unnamed", "date": "2018-05-20"},
            "L5": {"says": "Four of five trainees passed in 2017", "source": "letter", "attribution": "named", "by": "the school's head", "value": 0.8, "date": "2018-04-02"},
            "A1": {"says": "The pass rate may fall in larger classes", "attribution": "assumption", "why": "no figure was found"},
            "A2": {"says": "The camp opens in spring and closes now and then", "attribution": "assumption", "why": "planner's judgement", "supersedes": "A0"},
            "A0": {"says": "The camp is open", "attribution": "assumption"},
            "A3": {"says": "Recruits come at 300 to 700 a year", "attribution": "assumption", "why": "last two years"},
            "A4": {"says": "One guard for each trainer", "attribution": "assumption", "why": "no legal basis for less"},
            "A5": {"says": "Offers as heard in corridors", "attribution": "assumption", "why": "nobody has offered yet"},
        },
    },
    "figures": {
        "tail-total-per-trainer": {"title": "People in all for each trainer, EUTM Mali", "value": 2.57, "low": 2.25, "high": 2.94,
                                   "unit": "foreign people per trainer", "source": {"title": "Parliamentary reports", "publisher": "Parliament", "date": "2013"}},
        "attrition": {"title": "Attrition a month", "value": 0.022, "low": 0.019, "high": 0.025, "unit": "share a month",
                      "source": {"title": "Reports to Congress", "date": "2014"}},
    },
}  # fmt: skip


@cache
def mission() -> Mission:
    """The mission, read once."""
    return Mission.model_validate(DOCUMENT)


def _option(command: str, size: str) -> Option:
    levers = mission().levers
    title = f"{levers['command'].choices[command].title}, {levers['people_at_most'].choices[size].title}"
    return Option(f"{command}.{size}", title, {"command": command, "people_at_most": size}, mission())


def programme(option: Option, scale: int) -> Programme:
    """Serials every eight weeks, posts through every rotation, the tail that the rules give."""
    held = option.mission
    rotations = range(held.exit_week // held.tours.weeks)
    serials = tuple(sorted(
        SerialBatch(course, "camp", period, scale, 18.0 * scale) for course in ("deminer", "medic") for period in range(3, 36, 3)
    ))  # fmt: skip
    command = held.commands[held.command or "rotating"].posts["staff"]
    posts = tuple(sorted(
        PostBatch(role, "camp", rotation, people, reason)
        for rotation in rotations
        for role, people, reason in (
            ("demining-instructor", 6 * scale, "instructors"), ("medical-instructor", 3 * scale, "instructors"),
            ("demining-instructor", 1, "advisers"), ("staff", command, "command"), ("guard", 9 * scale + 1, "support:protection"),
            ("staff", 6 if scale == 1 else 12, "support:headquarters"), ("interpreter", 5 * scale, "support:interpreters"))
    ))  # fmt: skip
    periods = -(-held.weeks // 4)
    targets = (
        Target("clearing-team", held.week_of(next(iter(held.capabilities["clearing-team"].wanted))), 20, min(20, 8.0 * scale),
               "instructors" if scale < 3 else "", "6 instructors teach at most 2 serials at a time" if scale < 3 else ""),
        Target("clearing-team", held.week_of(list(held.capabilities["clearing-team"].wanted)[1]), 45, min(45, 18.0 * scale),
               "trainees" if scale < 3 else "", "recruits come at 500 a year" if scale < 3 else ""),
        Target("medical-team", held.week_of(next(iter(held.capabilities["medical-team"].wanted))), 25, min(25, 14.0 * scale), "site" if scale == 1 else ""),
    )  # fmt: skip
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
            key, post.role, post.site, post.rotation, post.rotation * length, (post.rotation + 1) * length,
            post.people + (before.people if before else 0), held.roles[post.role].critical,
            (*(before.reasons if before else ()), post.reason),
        )  # fmt: skip
    stints, gaps = [], []
    offers = {offer.role: (key, offer.people) for key, offer in held.offers.items()}
    for line in lines.values():
        offer, people = offers.get(line.role, ("", 0))
        filled = min(people, line.people)
        if filled:
            stints.append(Stint(offer, line.id, line.opens, line.closes, filled))
        if filled < line.people:
            gaps.append(
                Gap(line.id, line.opens, line.closes, line.people - filled, "no offer of this role is left")
            )
    asks = (
        Ask("demining-instructor", "camp", 0, 156, 6, 936, True),
        Ask("staff", "camp", 0, 156, 16, 2496, False),
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
            first, n = batch.period * 4, count[batch.course]
            placed = None if n == 5 and batch.course == "medic" else first + 1
            ends = None if placed is None else placed + option.mission.courses[batch.course].length
            seats = (
                () if placed is None else (Seat(0, "demining", "w-demining#1/r0"), Seat(0, "demining", ""))
            )
            serials.append(Serial(f"{batch.course}@camp/{n}", batch.course, "camp", first, first + 3, 18, placed, ends, seats,
                                  "" if placed is not None else "no instructor is free"))  # fmt: skip
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
        "outcome": np.minimum(1, good * (0.25 + 0.2 * scale)) * (scale > 0), "lasting": np.minimum(1.0, np.round(good * scale) / 2),
        "cost": 14e6 * scale * cost, "exposure": 3100.0 * scale * fill, "posts_peak": np.round(30.0 * scale * fill),
        "posts_filled": fill if scale else np.ones(n), "graduates": np.round(400 * scale * good), "serials_held": np.round(20.0 * scale * good),
        "serials_lost": np.round(3.0 * scale * (1 - good)), "serials_late": np.round(2.0 * scale * (1 - good)), "person_weeks": 4000.0 * scale * fill,
        "cost_beyond": 2e5 * scale * cost,
    }  # fmt: skip
    shares = dict(zip(PAYERS, (0.6, 0.25, 0.15, 0.0), strict=True))
    scalars |= {f"cost.{payer}": scalars["cost"] * share for payer, share in shares.items()}
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
    return Outcome(
        option.id, n, 1, {k: np.asarray(v, dtype=float) for k, v in scalars.items()}, series, points
    )


def _planned(option: Option, scale: int) -> Planned:
    if not scale:
        targets = tuple(
            Target(key, mission().week_of(date), wanted, 0.0, "ceiling", "no foreign posts")
            for key, capability in mission().capabilities.items()
            for date, wanted in capability.wanted.items()
        )
        empty = Programme(4, -(-mission().weeks // 4), 26, targets=targets)
        return Planned(option, empty, ForcePlan(()), empty, Timetable(()))
    plan = programme(option, scale)
    return Planned(option, plan, forces(option, plan), plan, timetable(option, plan))


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
        *(Screened(o.id, o.title, dict(o.choices), {"outcome": 0.2 * s, "lasting": 0.1 * s, "cost": 14e6 * s, "posts": 30.0 * s,
                                                    "posts_in_country": 30.0 * s, "years": 3.0 * (s > 0)}, True, "shown") for o, s in shown),
        Screened("standing.medium", "a standing command, at most 120 people", {"command": "standing", "people_at_most": "medium"},
                 {"outcome": 0.4, "lasting": 0.2, "cost": 33e6, "posts": 70.0, "posts_in_country": 70.0, "years": 3.0}, False,
                 "dominated by rotating.medium: costs more and reaches no more"),
    )  # fmt: skip
    return Study(
        mission(), 1, REPLICATIONS, {"python": "3.11.2", "cadre-planner": "0.1.0"}, screened, planned, outcomes,
        compare(mission(), planned, outcomes),
        (Warned("near twin", ("rotating.small", "rotating.medium"), "A and B differ only in size"),),
    )  # fmt: skip
