"""Small random missions by seed, for the exact model and for changes for the better.

One to three courses in a chain or side by side, one or two sites, 8 to 40 weeks; recruits, hosts who teach
on, leave, handover, closed weeks, a tail, offers that come and go and refuse courses or sites; no projects.
"""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from cadre.mission import Mission

STARTS = dt.date(2020, 1, 6)
"""A Monday."""
LEAST_WEEKS = 8
"""Horizon at least, where nothing else is asked."""
Document = dict[str, Any]


def small_mission(seed: int, *, most_weeks: int = 40) -> Mission:
    """Give the mission of a seed."""
    return Mission.model_validate(small_document(seed, most_weeks=most_weeks))


def small_document(seed: int, *, most_weeks: int = 40, least_weeks: int = LEAST_WEEKS) -> Document:
    """Give the mission of a seed as people would write it."""
    draw = Random(seed)
    weeks, beyond = draw.randint(least_weeks, most_weeks), draw.randint(0, 8)
    courses, two_sites = draw.randint(1, 3), draw.random() < 0.4
    document: Document = {
        "mission": {"title": "Small", "host": "host", "starts": STARTS, "horizon": weeks}
        | {"looks_beyond_exit": beyond},
        "mandate": {"asks": "train"},
        "headquarters": "s0",
        "skills": _skills(draw),
        "recruits": {
            "army": {"title": "army", "a_year": draw.choice((0, 100, 400))}
            | {"at_start": draw.choice((15, 40, 80)), "leaves": draw.choice((0, 0.03))}
        },
        "competences": {
            "op": {"title": "op", "at_start": draw.choice((0, 0, 4))}
            | {"leaves": draw.choice((0, 0.015)), "posted": draw.choice((1, 0.9))}
        },
        "sites": _sites(draw, weeks, two=two_sites),
        "tours": {"weeks": draw.choice((8, 12, 16, 26)), "handover": draw.choice((0, 0, 1, 2))}
        | {"leave": draw.choice((0, 1, 2, 3))},
        "parties": {"ally": {}},
    }
    document["courses"] = {"basic": _basic(draw, document)}
    if courses > 1:
        document["courses"]["adv"] = _advanced(draw, document)
        document["competences"]["lead"] = {"title": "lead", "leaves": draw.choice((0, 0.01))}
    if courses > 2:
        document["courses"]["tot"] = _of_trainers(draw, document)
    document["capabilities"] = _capabilities(draw, document, weeks, beyond)
    document |= _people(draw, document, weeks)
    if draw.random() < 0.4 and weeks >= 16:  # so that the longest course fits before or after
        first = draw.randrange(weeks)
        ends = STARTS + dt.timedelta(weeks=first + draw.randint(1, 2), days=-1)
        document["calendar"] = {"closed": [{"begins": STARTS + dt.timedelta(weeks=first), "ends": ends}]}
    return document


def _skills(draw: Random) -> Document:
    leave = {"hosts_at_start": draw.choice((0, 0, 2)), "hosts_leave": 0.01}
    return {"k": {"title": "K"} | leave, "k2": {"title": "K2"}, "speaking": {"title": "interpreting"}}


def _sites(draw: Random, weeks: int, *, two: bool) -> Document:
    sites: Document = {"s0": {"facilities": {"room": draw.randint(1, 2)}}}
    if draw.random() < 0.3:
        sites["s0"]["beds"] = draw.choice((18, 25, 45))
    if two:
        sites["s1"] = {"facilities": {"room": draw.randint(1, 3)}, "in_country": draw.random() < 0.5}
        sites["s1"]["opens"] = STARTS + dt.timedelta(days=draw.choice((0, 0, 10, 21)))
        if draw.random() < 0.5:
            sites["s1"]["costs_to_open"] = 50_000
    return sites


def _sites_of(draw: Random, document: Document) -> list[str]:
    sites = list(document["sites"])
    return sites if draw.random() < 0.6 else [draw.choice(sites)]


def _basic(draw: Random, document: Document) -> Document:
    least = draw.choice((2, 4, 5))
    crew: Document = {"k": draw.choice((1, 2, {"one_per": 4}, {"one_per": 5}))}
    if draw.random() < 0.25:
        crew["speaking"] = 1
    return {
        "weeks": draw.randint(2, 7),
        "seats": {"least": least, "most": draw.choice((6, 8, 10, 12))},
        "instructors": crew,
        "uses": {"room": draw.choice((1, 1, 0.5))},
        "recruits": "army",
        "grants": "op",
        "passes": draw.choice((1, 0.9, 0.8)),
        "drops_out": draw.choice((0, 0.01, 0.02)),
        "repeats": draw.choice((0, 0.5)),
        "foreign_at_least": draw.choice((0, 0.5, 1)),
        "may_pause": draw.random() < 0.5,
        "sites": _sites_of(draw, document),
        "costs": 10_000,
        "costs_a_trainee": 500,
    }


def _advanced(draw: Random, document: Document) -> Document:
    return {
        "weeks": draw.randint(2, 4),
        "seats": {"least": draw.choice((1, 2)), "most": draw.choice((4, 6))},
        "instructors": {draw.choice(("k", "k2")): draw.choice((1, 2))},
        "uses": {"room": 1},
        "after": ["basic"],
        "grants": "lead",
        "passes": draw.choice((1, 0.85)),
        "foreign_at_least": draw.choice((0, 0.5)),
        "sites": _sites_of(draw, document),
        "costs": 8_000,
    }


def _of_trainers(draw: Random, document: Document) -> Document:
    return {
        "weeks": draw.randint(1, 3),
        "seats": {"least": 2, "most": 4},
        "instructors": {"k": 1},
        "uses": {"room": 0.5},
        "after": ["basic"],
        "passes": draw.choice((1, 0.9)),
        "teaches_on": draw.choice((0.75, 1)),
        "teaches": draw.choice((["k"], ["k"], ["k", "k2"])),
        "sites": _sites_of(draw, document),
        "costs": 5_000,
    }


def _capabilities(draw: Random, document: Document, weeks: int, beyond: int) -> Document:
    made_of = {"op": draw.choice((2, 4, 5))} | ({"lead": 1} if "lead" in document["competences"] else {})
    team: Document = {
        "made_of": made_of,
        "wanted": _wanted(draw, weeks + beyond),
        "priority": draw.choice((1, 2)),
    }
    if draw.random() < 0.4:
        team["floor_after_exit"] = draw.choice((2, 4))
    capabilities = {"team": team}
    if draw.random() < 0.3:
        capabilities["guards"] = {"made_of": {"op": 3}, "wanted": _wanted(draw, weeks)}
    return capabilities


def _wanted(draw: Random, weeks: int) -> dict[dt.date, int]:
    """Draw one or two dates in different weeks, on any day."""
    chosen = sorted(draw.sample(range(weeks // 3, weeks), draw.randint(1, 2)))
    days = [STARTS + dt.timedelta(weeks=week, days=draw.randrange(7)) for week in chosen]
    return {day: draw.choice((3, 6, 12)) * (n + 1) for n, day in enumerate(days)}


def _people(draw: Random, document: Document, weeks: int) -> Document:
    roles: Document = {
        "tr": {"skills": ["k"], "costs_a_year": 100_000},
        "tr2": {"skills": ["k", "k2"], "costs_a_year": 130_000},
        "speaker": {"skills": ["speaking"], "local": True, "costs_a_year": 20_000},
        "clerk": {"costs_a_year": 70_000},
        "medic": {"costs_a_year": 90_000, "critical": draw.random() < 0.5},
    }
    support: Document = {}
    if draw.random() < 0.6:
        form = draw.choice(
            ({"step": {"up_to_4": 1, "up_to_10": 2, "above": 3}}, {"ratio": 0.3}, {"one_per": 5})
        )
        support["clerks"] = {
            "role": "clerk",
            "of": ["instructors"],
            "at": draw.choice(("each site", "headquarters")),
        } | form
    if draw.random() < 0.4:
        support["medics"] = {"role": "medic", "of": ["instructors", "trainees"]} | draw.choice(
            ({"one_per": 15}, {"fixed": 1})
        )
    answer: Document = {"roles": roles, "support": support, "offers": _offers(draw, document, weeks)}
    if draw.random() < 0.7:
        answer["ceiling"] = draw.randint(2, 8)
    if draw.random() < 0.2:
        answer |= {"commands": {"standing": {"posts": {"clerk": 1}}}, "command": "standing"}
    return answer


def _offers(draw: Random, document: Document, weeks: int) -> Document:
    """Draw offers of trainers: the first can teach all, others come and go, refuse a course or a site."""
    last = 7 * (weeks + 20)
    offers = {"o0": _offer("tr2", draw.randint(2, 4), 0, last)}
    for n in range(1, draw.randint(1, 4)):
        begins = 0 if draw.random() < 0.4 else draw.randrange(7 * weeks // 2)
        ends = last if draw.random() < 0.4 else draw.randrange(begins + 14, begins + 7 * weeks)
        offers[f"o{n}"] = _offer(draw.choice(("tr", "tr2")), draw.randint(1, 4), begins, ends)
        if draw.random() < 0.4:
            offers[f"o{n}"]["not_for"] = [draw.choice(list(document["courses"]))]
        if len(document["sites"]) > 1 and draw.random() < 0.4:
            offers[f"o{n}"]["not_at"] = [draw.choice(list(document["sites"]))]
    if draw.random() < 0.3:
        offers["o0"] |= {"begins": STARTS + dt.timedelta(days=draw.randint(1, 20))}
    offers["clerks"] = _offer("clerk", 9, 0, last)
    offers["medics"] = _offer("medic", draw.randint(1, 4), 0, last)
    return offers


def _offer(role: str, people: int, begins: int, ends: int) -> Document:
    """Give an offer by days after the first."""
    dates = {"begins": STARTS + dt.timedelta(days=begins), "ends": STARTS + dt.timedelta(days=ends - 1)}
    return {"party": "ally", "role": role, "people": people, "state": "confirmed"} | dates


def lasting_mission(seed: int, *, most_weeks: int = 12) -> Mission:
    """Give the small mission of a seed in which it says something whether the host may go on alone.

    Most courses ask for foreigners, the host has instructors, is followed for as long as the mission was
    there, and is wanted more of then. Nobody commands and nothing critical stands, there are beds for all,
    and no staff is counted by trainees: those would be there longer in a longer mission, and stand in the way
    (staff for trainees of the host's own classes after exit, which a later exit puts into the last rotation).
    """
    draw, document = Random(-2 - seed), small_document(seed, most_weeks=most_weeks)
    weeks = document["mission"]["horizon"]
    document["mission"]["looks_beyond_exit"] = beyond = draw.randint(weeks // 2, weeks)
    for skill in ("k", "k2"):
        document["skills"][skill]["hosts_at_start"] = draw.choice((0, 2, 3, 4))
    document["recruits"]["army"]["a_year"] = 400
    for course in document["courses"].values():
        course["foreign_at_least"] = draw.choice((0.3, 0.5, 1, 1, 0))
        course["weeks"] = draw.randint(1, 3)
    document["hosts_teach_alone"] = {"after": draw.choice((1, 2, 2, 3)), "passes": draw.choice((0.7, 0.9, 1))}
    team = document["capabilities"]["team"]
    last = STARTS + dt.timedelta(weeks=weeks + draw.randint(2, beyond) - 1)
    before = {day: units for day, units in team["wanted"].items() if day < STARTS + dt.timedelta(weeks=weeks)}
    team["wanted"] = {**before, last: 30}
    document["sites"]["s0"].pop("beds", None)
    document["roles"]["medic"]["critical"] = False
    for rule in document["support"].values():
        rule["of"] = ["instructors"]
    document.pop("command", None)
    document.pop("commands", None)
    return Mission.model_validate(document)
