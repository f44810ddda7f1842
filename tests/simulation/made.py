"""Missions and plans for the simulation's tests.

One mission by hand that uses nearly every rule; plans at random for any mission.
"""

from __future__ import annotations

import random
from typing import Any

from cadre.forces.plan import ForcePlan, PostLine, Stint
from cadre.mission import Mission
from cadre.programme.plan import ActivityStart, PostBatch, Programme, SerialBatch
from cadre.simulation.inputs import Plans
from cadre.timetable.plan import ActivitySlot, Serial, Timetable

FULL: dict[str, Any] = {
    "mission": {"title": "Full", "host": "h", "starts": "2020-01-06", "horizon": 78, "looks_beyond_exit": 26},
    "mandate": {"asks": "teach"},
    "calendar": {"closed": [{"begins": "2020-04-06", "ends": "2020-04-19"}]},
    "skills": {
        "medic": {"title": "Medic", "hosts_at_start": 1, "hosts_leave": "2%"},
        "drill": {"title": "Drill"},
        "interpreter": {"title": "Interpreter"},
    },
    "recruits": {
        "army": {"title": "Army", "a_year": {"low": 150, "high": 400}, "at_start": 30, "leaves": "3%"}
    },
    "competences": {
        "aid": {"title": "First aid", "at_start": 8, "leaves": {"low": "1%", "high": "4%"}, "posted": "85%"},
        "lead": {"title": "Leader", "leaves": "1%"},
    },
    "courses": {
        "basic": {
            "in_phases": [
                {"weeks": 3, "instructors": {"drill": 1}},
                {"weeks": 4, "uses": {"ward": 0.5}},
            ],
            "seats": {"least": 6, "most": 14},
            "instructors": {"medic": {"one_per": "5 seats"}, "interpreter": 1},
            "uses": {"classroom": 1},
            "recruits": "army",
            "grants": "aid",
            "passes": {"min": "50%", "likely": "75%", "max": "95%"},
            "drops_out": "2%",
            "repeats": "50%",
            "teaches_on": "15%",
            "teaches": ["medic", "drill"],
            "foreign_at_least": "30%",
            "sites": ["home", "camp", "abroad"],
            "costs": 1000,
            "costs_a_trainee": {"low": 50, "high": 90},
        },
        "leader": {
            "weeks": 5,
            "seats": {"least": 3, "most": 8},
            "instructors": {"medic": 2},
            "after": ["basic"],
            "grants": "lead",
            "passes": "90%",
            "foreign_at_least": "100%",
            "may_pause": False,
            "priority": 2,
            "sites": ["home", "abroad"],
        },
        "refresher": {
            "weeks": 2,
            "seats": {"most": 10},
            "instructors": {"medic": 1},
            "after": ["basic"],
            "sites": ["home"],
        },
    },
    "hosts_teach_alone": {"after": 2, "passes": {"low": "60%", "high": "95%"}},
    "capabilities": {
        "post": {
            "made_of": {"aid": 2, "lead": 1},
            "wanted": {"2020-12-01": 8, "2021-06-01": 20},
            "floor_after_exit": 6,
            "priority": 2,
        },
        "spare": {"made_of": {"aid": 1}, "wanted": {"2021-03-01": 10}, "floor_after_exit": 10},
    },
    "projects": {
        "school": {
            "activities": {
                "plan": {"weeks": {"low": 3, "high": 9}, "advisers": {"drill": 1}, "costs": 5000},
                "build": {
                    "weeks": 4,
                    "after": ["plan"],
                    "advisers": {"medic": 2, "interpreter": 1},
                    "site": "home",
                },
            },
            "effects": {
                "opens": ["camp"],
                "adds": {"home": {"classroom": 1, "beds": 10}},
                "hosts_teach_alone": ["basic"],
            },
        },
        "doctrine": {"activities": {"write": {"weeks": 6}}, "after": ["school"]},
        "left-out": {"carried_out": False, "activities": {"x": {"weeks": 1}}},
    },
    "sites": {
        "home": {
            "opens": {"low": "2020-01-06", "high": "2020-03-01"},
            "facilities": {"classroom": 2, "ward": 1},
            "beds": 45,
            "closures": {"per_year": {"low": 0.5, "high": 3}, "weeks": 3},
            "costs_to_open": 20000,
            "costs_a_year": 9000,
        },
        "camp": {"facilities": {"classroom": 1, "ward": 1}},
        "abroad": {"facilities": {"classroom": 1, "ward": 1}, "in_country": False, "costs_a_year": 100},
    },
    "headquarters": "home",
    "roles": {
        "teacher": {"skills": ["medic", "drill"], "costs_a_year": {"low": 90000, "high": 120000}},
        "doctor": {"skills": ["medic"], "costs_a_year": 150000},
        "guard": {"costs_a_year": 80000},
        "tongue": {"skills": ["interpreter"], "local": True, "costs_a_year": 12000},
    },
    "tours": {"weeks": 26, "handover": {"low": 0, "high": 2}, "leave": 2},
    "commands": {"lead": {"costs_a_year": 70000, "weeks_lost": 1}},
    "command": "lead",
    "pauses": {"per_year": 0.5, "weeks": 2},
    "parties": {"ally": {}, "bloc": {}},
    "offers": {
        "teachers": {
            "party": "ally", "role": "teacher", "people": 6, "begins": "2020-01-06", "ends": "2021-12-31",
            "state": "pledged", "honoured": {"low": "60%", "high": "95%"},
            "late": {"min": 0, "likely": 1, "max": 5},
        },
        "doctors": {
            "party": "bloc", "role": "doctor", "people": 3, "begins": "2020-01-06", "ends": "2021-12-31",
            "state": "arrived", "honoured": "80%", "tour": 52, "not_for": ["leader"],
        },
        "guards": {
            "party": "bloc", "role": "guard", "people": 9, "begins": "2020-01-06", "ends": "2021-12-31",
            "state": "indicated", "honoured": "50%",
        },
    },
    "reliability": {"parties_differ": {"low": "5%", "high": "40%"}, "followed": {"low": "20%", "high": 0.8}},
    "correlations": [
        {"between": ["recruits.army.a_year", "courses.basic.passes"], "rank": 0.6},
        {"between": ["courses.basic.passes", "competences.aid.leaves"], "rank": -0.3},
    ],
}  # fmt: skip
"""Two sites in country, one gated by a project, one abroad; phases, caveats, prerequisites, correlations."""


def full(**changes: Any) -> Mission:
    """The mission by hand, with tables replaced."""
    return Mission.model_validate(FULL | changes)


def crowded() -> Mission:
    """The mission by hand with offers that say the same, others of the same party, and correlated ones."""
    offers = dict(FULL["offers"])
    offers["more-guards"] = offers["guards"] | {"people": 4, "basis": "A1"}
    offers["nurses"] = {
        "party": "ally", "role": "doctor", "people": 4, "begins": "2020-02-03", "ends": "2021-12-31",
        "state": "pledged", "honoured": {"low": "30%", "high": "75%"}, "late": {"low": 0, "high": 9},
        "tour": 39,
    }  # fmt: skip
    pair = {"between": ["offers.nurses.late", "competences.aid.leaves"], "rank": 0.4}
    return full(offers=offers, correlations=[*FULL["correlations"], pair])


def plans_for(mission: Mission, seed: int) -> Plans:
    """Plans at random: sound in form, good or bad."""
    streams = random.Random(seed)
    programme = _programme(mission, streams)
    lines = tuple(_lines(mission, programme))
    stints = tuple(_stints(mission, lines, streams))
    return Plans(programme, ForcePlan(lines, stints), _timetable(mission, streams))


def programme_for(mission: Mission, seed: int) -> Plans:
    """A programme at random and nothing else, as in screening."""
    return Plans(_programme(mission, random.Random(seed)))


def _programme(mission: Mission, streams: random.Random) -> Programme:
    tour, sites = mission.tours.weeks, list(mission.sites)
    rotations = -(-mission.exit_week // tour)
    most = streams.choice([3, 8, 40])
    posts = [
        PostBatch(role, streams.choice(sites), r, streams.randint(1, most), "instructors")
        for r in range(rotations)
        for role in mission.roles
        for _ in range(streams.randint(0, 2))
    ]
    periods = -(-mission.weeks // 4)
    batches: dict[tuple[str, str, int], SerialBatch] = {}
    for key, course in mission.courses.items():
        for _ in range(streams.randint(0, 4)):
            number, period = streams.randint(1, 2), streams.randrange(periods)
            trainees = number * streams.uniform(course.seats.least, course.seats.most)
            batch = SerialBatch(
                key, streams.choice(course.sites), 4 * period, number, trainees, course.seats.most
            )
            batches[batch.course, batch.site, batch.week] = batch
    starts = [
        ActivityStart(key, name, streams.randrange(periods))
        for key, project in mission.projects.items()
        for name in project.activities
        if project.carried_out and streams.random() < 0.9
    ]
    held = tuple(sorted(batches.values()))
    return Programme(4, mission.weeks, tour, held, tuple(sorted(posts)), tuple(starts))


def _lines(mission: Mission, programme: Programme) -> list[PostLine]:
    people: dict[tuple[str, str, int], int] = {}
    for post in programme.posts:
        if not mission.roles[post.role].local:
            key = (post.role, post.site, post.rotation)
            people[key] = people.get(key, 0) + post.people
    tour = mission.tours.weeks
    return [
        PostLine(f"{r}@{s}/r{n}", r, s, n, n * tour, min((n + 1) * tour, mission.exit_week), number, False)
        for (r, s, n), number in people.items()
    ]


def _stints(mission: Mission, lines: tuple[PostLine, ...], streams: random.Random) -> list[Stint]:
    stints = []
    for line in lines:
        for key, offer in mission.offers.items():
            if offer.role == line.role and streams.random() < 0.8:
                cut = streams.choice([line.closes, line.closes, streams.randint(line.opens + 1, line.closes)])
                number = streams.randint(1, line.people)
                stints.append(Stint(key, line.id, line.opens, cut, number))
                if cut < line.closes:
                    stints.append(Stint(key, line.id, cut, line.closes, number))
    return stints


def _timetable(mission: Mission, streams: random.Random) -> Timetable:
    serials = []
    most = streams.choice([6, 30])
    for key, course in mission.courses.items():
        for n in range(streams.randint(0, most)):
            start = streams.randrange(mission.weeks)
            seats = streams.randint(course.seats.least, course.seats.most)
            site = streams.choice(course.sites)
            planned = start if streams.random() < 0.95 else None
            serials.append(Serial(f"{key}@{site}/{n + 1}", key, site, start, start, seats, planned))
    slots = [
        ActivitySlot(key, name, streams.randrange(30), None)
        for key, project in mission.projects.items()
        for name in project.activities
        if project.carried_out and streams.random() < 0.9
    ]
    return Timetable(tuple(serials), activities=tuple(slots))
