"""One course, one site, nothing uncertain: a mission whose future can be worked out by hand."""

from __future__ import annotations

from typing import Any

from cadre.forces.plan import ForcePlan, PostLine, Stint
from cadre.mission import Mission
from cadre.programme.plan import PostBatch, Programme
from cadre.simulation.inputs import Plans
from cadre.simulation.outcome import Outcome
from cadre.simulation.run import ReplicationPlan, SimulationCase, simulate_many
from cadre.timetable.plan import Serial, Timetable

COURSE: dict[str, Any] = {
    "weeks": 4,
    "seats": {"least": 4, "most": 10},
    "instructors": {"medic": 2},
    "recruits": "army",
    "grants": "aid",
    "sites": ["home"],
}
SMALL: dict[str, Any] = {
    "mission": {"title": "Small", "host": "h", "starts": "2020-01-06", "horizon": 26, "looks_beyond_exit": 0},
    "mandate": {"asks": "teach"},
    "policy": {"reacts": "never"},
    "skills": {"medic": {"title": "Medic"}},
    "recruits": {"army": {"title": "Army", "a_year": 0, "at_start": 100}},
    "competences": {"aid": {"title": "First aid"}},
    "courses": {"basic": COURSE},
    "capabilities": {"post": {"made_of": {"aid": 3}, "wanted": {"2020-06-01": 6}, "floor_after_exit": 5}},
    "sites": {"home": {}},
    "headquarters": "home",
    "roles": {"doctor": {"skills": ["medic"]}},
    "tours": {"weeks": 26, "handover": 0, "leave": 0},
    "parties": {"ally": {}},
    "offers": {
        "doctors": {
            "party": "ally",
            "role": "doctor",
            "people": 9,
            "begins": "2020-01-06",
            "ends": "2024-01-01",
            "state": "pledged",
        }
    },
}


def mission(**changes: Any) -> Mission:
    """The small mission with tables replaced."""
    return Mission.model_validate(SMALL | changes)


def course(**changes: Any) -> dict[str, Any]:
    """The table of courses, the one course changed."""
    return {"basic": COURSE | changes}


def offer(**changes: Any) -> dict[str, Any]:
    """The table of offers, the one offer changed."""
    return {"doctors": SMALL["offers"]["doctors"] | changes}


def plans(of: Mission, starts: list[int], *, doctors: int = 2, trainees: int = 10, local: int = 0) -> Plans:
    """Serials of the one course at the weeks given; the one offer's people on every rotation."""
    tour = of.tours.weeks
    rotations = range(-(-of.exit_week // tour))
    lines = tuple(_line(of, r, doctors) for r in rotations if doctors)
    stints = tuple(Stint("doctors", line.id, line.opens, line.closes, line.people) for line in lines)
    posts = tuple(PostBatch("tongue", "home", r, local, "instructors") for r in rotations if local)
    serials = tuple(
        Serial(f"basic@home/{n}", "basic", "home", week, week, trainees, week)
        for n, week in enumerate(starts, 1)
    )
    return Plans(Programme(4, of.weeks, tour, posts=posts), ForcePlan(lines, stints), Timetable(serials))


def _line(of: Mission, rotation: int, people: int) -> PostLine:
    opens = rotation * of.tours.weeks
    closes = min(opens + of.tours.weeks, of.exit_week)
    return PostLine(f"doctor@home/r{rotation}", "doctor", "home", rotation, opens, closes, people, False)


def play(of: Mission, given: Plans, replications: int = 1, seed: int = 1) -> Outcome:
    """Play it."""
    return next(simulate_many([SimulationCase("x", of, given)], ReplicationPlan(replications, seed)))


def scalars(of: Mission, given: Plans) -> dict[str, float]:
    """The scalars of the only replication."""
    return {name: float(values[0]) for name, values in play(of, given).scalars.items()}
