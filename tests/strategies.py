"""Random sound missions for every room: small, with each shape of quantity and each kind of rule.

`missions()` draws the document as people write it and makes the mission of it, so that reading is tested as
well. Every mission that comes out is sound: `faults_between(mission) == ()`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from cadre.mission import Mission
from cadre.packs import general_figures
from tests.strategies_quantity import Document, days, numbers, quantities, shares, words


def _some(draw: DrawFn, of: Sequence[str], *, least: int = 0, most: int | None = None) -> list[str]:
    """Draw some of a list, in its order."""
    chosen = draw(st.sets(st.sampled_from(of), min_size=least, max_size=most)) if of else set()
    return [item for item in of if item in chosen]


def _maybe(draw: DrawFn, **fields: SearchStrategy[Any]) -> Document:
    """Draw each field or leave it out."""
    return {name: draw(strategy) for name, strategy in fields.items() if draw(st.booleans())}


# ---- the parts of a mission


@st.composite
def closed_periods(draw: DrawFn, starts: dt.date, weeks: int) -> list[Document]:
    """One period of up to six weeks within the mission."""
    first = starts + dt.timedelta(weeks=draw(st.integers(0, weeks)))
    return [{"begins": first, "ends": first + dt.timedelta(weeks=draw(st.integers(1, 6)), days=-1)}]


def _sites(draw: DrawFn, starts: dt.date, weeks: int) -> Document:
    sites: Document = {}
    for s in range(draw(st.integers(1, 3))):
        closures = st.fixed_dictionaries({"per_year": quantities(0, 3), "weeks": quantities(1, 4)})
        site = {"facilities": {"classroom": draw(st.integers(1, 4)), "workshop": draw(st.integers(1, 2))}}
        opening = days(starts, starts + dt.timedelta(weeks=weeks // 3))
        site |= _maybe(
            draw,
            title=words(),
            opens=opening,
            beds=st.integers(80, 200),
            closures=closures,
            closed=closed_periods(starts, weeks),
            in_country=st.booleans(),
        )
        sites[f"site-{s}"] = site | _maybe(
            draw, costs_to_open=quantities(0, 1e6), costs_a_year=quantities(0, 1e5)
        )
    return sites


def _needs(draw: DrawFn, skills: Sequence[str]) -> Document:
    ratios = (5, "8 seats", {"low": 4, "high": 9})
    forms = st.sampled_from(
        (1, 2, *({"one_per": ratio} for ratio in ratios), {"one_per": 6.5, "basis": "A1"}, "one per 10")
    )
    return {skill: draw(forms) for skill in _some(draw, skills, least=1, most=2)}


@st.composite
def learning(draw: DrawFn, /, of: str, **more: SearchStrategy[Any]) -> Document:
    """How a course improves with the serials held."""
    fields = _maybe(draw, at_least=numbers(0.1, 1), held_before=st.integers(0, 3), **more)
    return {of: draw(shares(0.3, 0.95))} | fields


def _course(draw: DrawFn, key: int, whole: Document) -> Document:
    """Draw a course: the first takes recruits, later ones recruits or the graduates of one before."""
    skills, sites = list(whole["skills"]), list(whole["sites"])
    most = draw(st.integers(1, 20))
    needs = {"instructors": _needs(draw, skills), "uses": {"classroom": draw(st.sampled_from((0.5, 1)))}}
    course: Document = {
        "seats": {"least": draw(st.integers(1, most)), "most": most},
        "sites": _some(draw, sites, least=1),
    }
    ranges = st.just({"min": 2, "likely": 4, "max": 9, "basis": "A1"})
    if draw(st.integers(0, 3)):
        course |= {"weeks": draw(st.one_of(st.integers(1, 10), st.just("2 weeks"), ranges))} | needs
    else:
        phase = {"weeks": 3, "uses": {"workshop": 1}, "instructors": _needs(draw, skills)}
        course["in_phases"] = [{"title": "theory", "weeks": 2} | needs, phase]
    before = draw(st.sampled_from(range(-1, key))) if key else -1
    course |= {"recruits": "intake"} if before < 0 else {"after": f"course-{before}"}
    course["grants"] = f"competence-{key}"
    if draw(st.booleans()):
        course |= {"teaches": _some(draw, skills, least=1), "teaches_on": draw(shares(0.02, 0.5))}
        course |= _maybe(draw, foreign_at_least=shares())
    course |= _maybe(draw, learns=learning("fails"))
    course |= _maybe(draw, title=words(), passes=shares(0.4), drops_out=shares(0, 0.05), repeats=shares())
    return course | _maybe(
        draw, costs=quantities(0, 1e5), costs_a_trainee=quantities(0, 1e3), priority=numbers(0, 5)
    )


def _under_way(draw: DrawFn, whole: Document) -> Document:
    """Up to two serials that run on the first day, with one week left."""
    some: Document = {}
    for key in range(draw(st.integers(0, 2))):
        course, site = (draw(st.sampled_from(list(whole[table]))) for table in ("courses", "sites"))
        some[f"begun-{key}"] = {"course": course, "site": site, "weeks_left": 1}
        some[f"begun-{key}"] |= {"trainees": draw(quantities(1, 20))} | _maybe(draw, basis=st.just("A1"))
    return some


def _capabilities(draw: DrawFn, whole: Document, starts: dt.date, weeks: int) -> Document:
    capabilities: Document = {}
    for key in range(draw(st.integers(1, 3))):
        made_of = {
            c: draw(st.integers(1, 4)) for c in _some(draw, list(whole["competences"]), least=1, most=2)
        }
        dates = draw(
            st.lists(
                st.dates(starts, starts + dt.timedelta(weeks=weeks)), min_size=1, max_size=2, unique=True
            )
        )
        wanted = {str(day): draw(st.integers(1, 20)) for day in sorted(dates)}
        fields = _maybe(draw, title=words(), floor_after_exit=st.integers(0, 10), priority=numbers(0.1, 5))
        capabilities[f"capability-{key}"] = {"made_of": made_of, "wanted": wanted} | fields
    return capabilities


def _projects(draw: DrawFn, whole: Document) -> Document:
    projects: Document = {}
    skills, sites, courses = list(whole["skills"]), list(whole["sites"]), list(whole["courses"])
    for key in range(draw(st.integers(0, 2))):
        activities: Document = {"draft": {"weeks": draw(quantities(1, 12))}}
        if draw(st.booleans()):
            adopt = {"weeks": draw(quantities(1, 8)), "after": ["draft"], "advisers": {skills[0]: 1}}
            activities["adopt"] = adopt | _maybe(
                draw, title=words(), site=st.sampled_from(sites), costs=quantities(0, 1e4)
            )
        effects = _maybe(
            draw,
            adds=st.just({sites[0]: {"classroom": 1, "beds": 10}}),
            hosts_teach_alone=st.just(courses[:1]),
            opens=st.just(sites[-1:]),
        )
        project: Document = (
            {"activities": activities, "effects": effects} if effects else {"activities": activities}
        )
        project |= {"after": ["project-0"]} if key and draw(st.booleans()) else {}
        projects[f"project-{key}"] = project | _maybe(
            draw, title=words(), tag=st.sampled_from(("organise", "advise"))
        )
    return projects


def _support(draw: DrawFn) -> Document:
    forms = (
        {"one_per": 4},
        {"one_per": "2.5 people"},
        {"ratio": 0.3},
        {"step": {"up_to_10": 2, "up_to_40": 5, "above": 9}},
        {"fixed": 3},
    )
    support: Document = {}
    for key in range(draw(st.integers(0, 3))):
        counted = _some(draw, ("instructors", "advisers", "command", "trainees", *support), least=1)
        role = draw(st.sampled_from(("staff", "guard", "interpreter")))
        at = draw(st.sampled_from(("each site", "each site in country", "headquarters")))
        support[f"tail-{key}"] = {"role": role, "of": counted, "at": at} | draw(st.sampled_from(forms))
    return support


def _offers(draw: DrawFn, whole: Document, starts: dt.date, weeks: int) -> Document:
    offers: Document = {}
    conditions = [
        "years <= 9",
        "posts <= 400",
        *(["command: rotating"] if "command" in whole["levers"] else []),
    ]
    for key in range(draw(st.integers(0, 4))):
        begins = draw(st.dates(starts - dt.timedelta(weeks=4), starts + dt.timedelta(weeks=weeks - 1)))
        ends = draw(st.dates(max(begins, starts), max(begins, starts) + dt.timedelta(weeks=weeks)))
        offer: Document = {
            "party": draw(st.sampled_from(("ally", "bloc"))),
            "role": draw(st.sampled_from(list(whole["roles"]))),
            "people": draw(st.integers(1, 12)),
            "begins": str(begins),
            "ends": str(ends),
            "state": draw(st.sampled_from(("indicated", "pledged", "confirmed", "arrived"))),
        }
        offer |= _maybe(
            draw,
            honoured=shares(0.2),
            late=quantities(0, 8),
            tour=st.integers(4, 30),
            rank=st.just("officer"),
        )
        caveats = {
            "not_at": _some(draw, list(whole["sites"]), most=1),
            "not_for": _some(draw, list(whole["courses"]), most=1),
        }
        offers[f"offer-{key}"] = (
            offer | caveats | {"only_if": _some(draw, conditions)} | _maybe(draw, languages=st.just(["en"]))
        )
    return offers


def _positions(draw: DrawFn, whole: Document) -> list[Document]:
    clauses = ["years <= 3", "cost <= 1234567.5", "posts >= 10"]
    clauses += ["people: small | large"] if "people" in whole["levers"] else []
    stances = st.sampled_from(("wants", "will not accept"))
    position = st.tuples(stances, st.sampled_from(clauses), shares(0.1))
    drawn = draw(st.lists(position, max_size=3, unique_by=lambda p: p[1]))  # else it contradicts itself
    return [
        {"party": "bloc", "stance": s, "condition": c, "strength": share, "basis": "L1"}
        for s, c, share in drawn
    ]


def _levers(draw: DrawFn) -> Document:
    people = {"small": {"set": {"ceiling": 40}}, "large": {"title": draw(words()), "set": {"ceiling": 400}}}
    length = {"short": {"set": {"mission.horizon": 20}}, "as-written": {}}
    command = {"none": {"set": {"command": None}}, "rotating": {"set": {"command": "rotating"}}}
    levers = {"people": people, "length": length, "command": command}
    chosen = _some(draw, list(levers), most=2)
    return {
        name: {"choices": levers[name]} | _maybe(draw, title=words(), screened_only=st.booleans())
        for name in chosen
    }


def _ledger(draw: DrawFn) -> Document:
    said = {"says": draw(words()), "source": "letter", "attribution": "official", "date": "2019-05-01"}
    later = {"supersedes": "L1", "why": draw(words())}
    statements: Document = {
        "L1": said
        | _maybe(draw, value=st.sampled_from((12.5, "12", "many")), group=words(), likelihood=shares()),
        "L2": said | {"attribution": "unnamed", "reliability": "C", "credibility": 3} | later,
        "A1": {"says": draw(words()), "attribution": "assumption"} | _maybe(draw, why=words()),
        "A2": {"says": "derived", "attribution": "derived", "basis": ["L1", "A1"]},
    }
    date = draw(st.sampled_from(("2018", "2018-02", "2018-02-08")))
    return {"sources": {"letter": {"title": draw(words()), "date": date}}, "statements": statements}


def _people(draw: DrawFn, skills: Sequence[str]) -> Document:
    roles: Document = {
        f"trainer-{skill}": {"skills": skill} | _maybe(draw, rank=st.just("officer")) for skill in skills
    }
    roles |= {"staff": {"costs_a_year": draw(quantities(0, 1e5))}, "guard": {"critical": draw(st.booleans())}}
    roles["interpreter"] = {"local": True, "languages": ["en", "host's"]}
    tours = {
        "weeks": draw(st.integers(8, 30)),
        "handover": draw(quantities(0, 2)),
        "leave": draw(quantities(0, 2)),
    }
    return {
        "ranks": ["soldier", "officer"],
        "roles": roles,
        "tours": tours,
        "commands": {
            "rotating": {"posts": {"staff": draw(st.integers(1, 10))}, "weeks_lost": draw(quantities(0, 2))}
        },
        "parties": {
            "ally": {"speaks": ["en"]},
            "bloc": {"how_many": draw(quantities(1, 5)), "title": draw(words())},
        },
    }


def _intake(draw: DrawFn, starts: dt.date, weeks: int) -> Document:
    """Draw a pool of recruits, in half of the missions one in which not every week is like the other."""
    pool: Document = {"title": draw(words()), "a_year": draw(quantities(20, 400))}
    if draw(st.booleans()):
        day = starts + dt.timedelta(days=draw(st.integers(1, 7 * weeks - 1)))
        pool["later"] = [{"begins": str(day), "a_year": draw(quantities(0, 400))}]
    if draw(st.booleans()):
        pool |= {"grows": draw(st.sampled_from((0.1, -0.2))), "years_differ": draw(shares(0, 0.6))}
        pool["years_last"] = draw(shares())
    return pool


def _calendar(draw: DrawFn, starts: dt.date) -> Document:
    begins = draw(st.dates(starts, starts + dt.timedelta(weeks=20)))
    closed = {"begins": str(begins), "ends": str(begins + dt.timedelta(days=draw(st.integers(0, 20))))}
    return {"closed": [closed | _maybe(draw, title=words())], "least_days": draw(st.integers(1, 5))}


def _mandate(draw: DrawFn, whole: Document) -> Document:
    served = [next(iter(whole["capabilities"])), *list(whole["courses"])[:1]]
    mandate: Document = {
        "asks": draw(words()),
        "decisions": [{"by": "ministers", "on": "2019-06-01", "about": "which options to plan"}],
        "elements": {"training": {"title": draw(words()), "served_by": served}},
        "open": {"size": {"question": "How many?", "can_learn_by": "2019-07-01"}},
    }
    open_levers = list(whole["levers"])
    if open_levers:
        mandate["open"]["lever"] = {
            "question": "Which?",
            "lever": open_levers[0],
            "learning_costs": draw(quantities(0, 1e4)),
        }
    return mandate | _maybe(
        draw, as_of=st.just("2019-05-02"), excludes=st.just(["combat; targeting", "police"])
    )


@st.composite
def documents(draw: DrawFn) -> Document:
    """Draw the document of a small sound mission, as people write it."""
    starts = draw(st.dates(dt.date(2020, 1, 1), dt.date(2020, 12, 31)))
    horizon, beyond = draw(st.integers(26, 80)), draw(st.integers(0, 40))
    skills = [f"skill-{k}" for k in range(draw(st.integers(1, 2)))]
    number = draw(st.integers(1, 4))
    whole: Document = {
        "mission": {
            "title": draw(words()),
            "host": "host",
            "starts": str(starts),
            "horizon": horizon,
            "looks_beyond_exit": beyond,
        },
        "skills": {
            skill: {"title": draw(words())} | _maybe(draw, hosts_at_start=quantities(0, 5))
            for skill in skills
        },
        "recruits": {"intake": _intake(draw, starts, horizon)},
        "competences": {},
        "courses": {},
        "sites": _sites(draw, starts, horizon),
        "headquarters": "site-0",
        "ledger": _ledger(draw),
        "levers": _levers(draw),
    }
    for key in range(number):
        fields = _maybe(draw, at_start=quantities(0, 30), leaves=shares(0, 0.1), posted=shares(0.5))
        whole["competences"][f"competence-{key}"] = {"title": draw(words())} | fields
    for key in range(number):
        whole["courses"][f"course-{key}"] = _course(draw, key, whole)
    whole |= _people(draw, skills)
    whole["capabilities"] = _capabilities(draw, whole, starts, horizon)
    whole["under_way"] = _under_way(draw, whole)
    whole |= {
        "projects": _projects(draw, whole),
        "hosts_teach_alone": _maybe(draw, after=st.integers(1, 4), passes=shares(0.5)),
        "support": _support(draw),
        "calendar": _calendar(draw, starts),
    }
    whole |= {"offers": _offers(draw, whole, starts, horizon), "positions": _positions(draw, whole)}
    whole["mandate"] = _mandate(draw, whole)
    return whole | _frame(draw, whole)


def _frame(draw: DrawFn, whole: Document) -> Document:
    frame = _maybe(draw, ceiling=st.integers(50, 300), command=st.just("rotating"))
    frame |= _maybe(
        draw, pauses=st.fixed_dictionaries({"per_year": quantities(0, 1), "weeks": quantities(1, 4)})
    )
    frame |= _maybe(
        draw, reliability=st.fixed_dictionaries({"parties_differ": shares(0), "followed": shares(0)})
    )
    frame |= _maybe(draw, learns=learning("instructors", fails=shares(0.3)))
    frame |= _maybe(draw, money=st.just({"posts": "common fund"}))
    if {"people", "command"} <= set(whole["levers"]):
        frame["rules"] = [{"never": {"people": "small", "command": ["rotating"]}, "because": draw(words())}]
    if len(whole["courses"]) > 1:
        pair = ["courses.course-0.passes", "courses.course-1.passes"]
        frame["correlations"] = [{"between": pair, "rank": draw(st.sampled_from((-0.5, 0.25, 0.8)))}]
    return frame


def missions() -> SearchStrategy[Mission]:
    """Draw small sound missions."""
    return documents().map(Mission.model_validate)


def as_read(mission: Mission) -> Mission:
    """Return a mission as its folder gives it: one that names no pack has the figures of every field."""
    return mission if mission.mission.pack else mission.model_copy(update={"figures": general_figures()})
