"""Small missions at random: up to three courses at one or two sites, a few offers, 36 months.

Takes a random stream, gives the document of a mission as people write it. What a mission may hold here is
what `life` knows; the ranges are about as wide as the example missions and packs write them, and were fixed
before the first run.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np

Document = dict[str, Any]

STARTS = dt.date(2021, 1, 4)
WEEKS = 156
"""36 months."""
TARGET_WEEKS = (26, 52, 78, 104, 130, 156)
"""Weeks at whose beginning targets are read: months 6, 12, ..., 36."""
YEARS = WEEKS / (365.25 / 7)
CHRISTMAS = 2
"""Weeks closed around each turn of the year."""


def day_of(week: int, days: int = 0) -> str:
    """Return the first day of a week, or one so many days later, as people write it."""
    return (STARTS + dt.timedelta(weeks=week, days=days)).isoformat()


def drawn(rng: np.random.Generator) -> Document:
    """Return the document of a mission at random."""
    sites = {f"site-{n}": _site(rng) for n in range(rng.integers(1, 3))}
    skills = [f"skill-{n}" for n in range(rng.integers(1, 3))]
    a_year = float(rng.integers(80, 320))
    courses = _courses(rng, list(sites), skills)
    return {
        "cadre": 1,
        "mission": {
            "title": "A mission at random",
            "host": "host",
            "starts": day_of(0),
            "horizon": f"{WEEKS} weeks",
            "looks_beyond_exit": "0 weeks",
            "currency": "EUR",
            "never": ["combat"],
        },
        "mandate": {
            "asks": "Train",
            "as_of": day_of(0),
            "decisions": [{"by": "ministers", "on": day_of(0), "about": "launch"}],
        },
        "calendar": {"closed": _closed()},
        "skills": {key: {"title": key} for key in skills},
        "recruits": {"pool": _recruits(rng, a_year)},
        "competences": {f"competence-{n}": _competence(rng) for n in range(len(courses))},
        "sites": sites,
        "headquarters": "site-0",
        "courses": courses,
        "capabilities": _capabilities(rng, len(courses), a_year),
        "roles": {f"trainer-{key}": _role(rng, key) for key in skills},
        "parties": {f"party-{n}": {"title": f"Party {n}"} for n in range(3)} | {"h": _HOST},
        "offers": _offers(rng, skills),
        "tours": {"weeks": 26, "handover": int(rng.integers(0, 3)), "leave": 2},
        "ceiling": 60,
        "money": {"overrun": _range(0.9, 1.0, 1.4)},
        "reliability": {"parties_differ": 0.1, "followed": 0.5},
        "judgements": {"widened": False},
        "learns": {"instructors": "100%"},
        "policy": {"reacts": "never"},
    }


_HOST = {"title": "The host", "kind": "host"}


def _range(least: float, likely: float, most: float) -> Document:
    return {"min": float(least), "likely": float(likely), "max": float(most)}


def _around(rng: np.random.Generator, bounds: tuple[float, float], below: float, above: float) -> Document:
    """Return a range around a likely value, from a share `below` of it to a share `above`."""
    likely = float(rng.uniform(*bounds))
    return _range(likely * below, likely, likely * above)


def _closed() -> list[Document]:
    """Return two weeks around each turn of the year, whole ones."""
    found = []
    for year in range(1, 4):
        first = 52 * year - 1
        found.append({"begins": day_of(first), "ends": day_of(first + CHRISTMAS, -1)})
    return found


def _site(rng: np.random.Generator) -> Document:
    site: Document = {
        "facilities": {"classroom": int(rng.integers(2, 5))},
        "costs_a_year": _around(rng, (100e3, 400e3), 0.8, 1.5),
    }
    if rng.random() < 0.5:
        weeks = np.cumsum(rng.integers(1, 9, 3))
        site["opens"] = dict(zip(("min", "likely", "max"), map(day_of, map(int, weeks)), strict=True))
    if rng.random() < 0.7:
        site["closures"] = {"per_year": _range(0.1, 0.7, 2.5), "weeks": _range(1, 2, 6)}
    return site


def _recruits(rng: np.random.Generator, a_year: float) -> Document:
    return {
        "title": "Recruits",
        "a_year": _range(a_year * 0.4, a_year, a_year * 1.5),
        "at_start": _range(0, a_year / 4, a_year / 2),
        "leaves": _range(0.005, 0.02, 0.06),
    }


def _competence(rng: np.random.Generator) -> Document:
    competence: Document = {"title": "Competence", "leaves": _range(0.002, 0.01, 0.03)}
    if rng.random() < 0.5:
        competence |= {"posted": _range(0.6, 0.85, 0.98), "at_start": int(rng.integers(0, 20))}
    return competence


def _courses(rng: np.random.Generator, sites: list[str], skills: list[str]) -> Document:
    """Return courses: the first takes recruits, others recruits or the graduates of the first."""
    courses: Document = {}
    for n in range(rng.integers(1, 4)):
        most = int(rng.integers(12, 25))
        skill = skills[n % len(skills)]
        least, likely, best = rng.uniform(0.3, 0.55), rng.uniform(0.65, 0.8), rng.uniform(0.88, 0.98)
        courses[f"course-{n}"] = {
            "weeks": int(rng.integers(4, 13)),
            "seats": {"least": most // 2, "most": most},
            "instructors": {skill: {"one_per": f"{rng.integers(4, 9)} seats"}},
            "foreign_at_least": "100%",
            "uses": {"classroom": 1},
            "sites": sorted({sites[0], str(rng.choice(sites))}),
            "grants": f"competence-{n}",
            "passes": _range(least, likely, best),
            "drops_out": _range(0.001, 0.006, 0.03),
            "repeats": _range(0.1, 0.4, 0.8),
            "costs": _around(rng, (5e3, 20e3), 0.7, 1.6),
            "costs_a_trainee": _around(rng, (500, 3000), 0.7, 1.6),
        } | ({"after": "course-0"} if n and rng.random() < 0.5 else {"recruits": "pool"})
    return courses


def _capabilities(rng: np.random.Generator, courses: int, a_year: float) -> Document:
    """Return a capability of each competence, and one of two where there are two; wanted in steps to exit."""
    made_of = [{f"competence-{n}": int(rng.integers(1, 4))} for n in range(courses)]
    if courses > 1 and rng.random() < 0.5:
        made_of[1] = {"competence-0": 1, **made_of[1]}
    each = 0.6 * a_year * YEARS / courses
    return {
        f"capability-{n}": {
            "title": f"Capability {n}",
            "made_of": parts,
            "wanted": {
                day_of(week, -1): max(1, int(each / sum(parts.values()) * week / WEEKS))
                for week in TARGET_WEEKS
            },
        }
        for n, parts in enumerate(made_of)
    }


def _role(rng: np.random.Generator, skill: str) -> Document:
    return {"title": "Trainer", "skills": [skill], "costs_a_year": _around(rng, (60e3, 150e3), 0.8, 1.4)}


def _offers(rng: np.random.Generator, skills: list[str]) -> Document:
    """Return two or three offers of each role; all of a party are as likely to be kept."""
    kept = [
        {"honoured": _range(rng.uniform(0.3, 0.6), rng.uniform(0.7, 0.85), rng.uniform(0.9, 0.99))}
        | ({"late": _range(0, 2, 8)} if rng.random() < 0.5 else {})
        for _ in range(3)
    ]
    offers: Document = {}
    for skill in skills:
        for party in rng.permutation(3)[: rng.integers(2, 4)]:
            begins = int(rng.choice([0, 0, 0, 8, 26]))
            offers[f"offer-{len(offers)}"] = {
                "party": f"party-{party}",
                "role": f"trainer-{skill}",
                "people": int(rng.integers(3, 8)),
                "begins": day_of(begins),
                "ends": day_of(WEEKS, -1),
                "state": str(rng.choice(["pledged", "confirmed"])),
            } | kept[party]
    return offers
