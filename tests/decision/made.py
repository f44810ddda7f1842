"""A small first-aid mission with three options, and outcomes written by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from cadre.mission import Mission
from cadre.options import Option, options
from cadre.programme.plan import PostBatch, Programme, SerialBatch
from cadre.simulation.outcome import Outcome

DOCUMENT: dict[str, Any] = {
    "mission": {"title": "First aid", "host": "host", "starts": "2024-01-01", "horizon": 104},
    "mandate": {"asks": "a first-aid service"},
    "headquarters": "school",
    "skills": {"first-aid": {"title": "First aid"}},
    "recruits": {"volunteers": {"title": "Volunteers", "a_year": 500}},
    "competences": {
        "aider": {"title": "Aider", "leaves": "2% a month", "posted": 0.8},
        "leader": {"title": "Leader", "leaves": "1% a month"},
    },
    "courses": {
        "basic": {
            "weeks": 10,
            "seats": {"most": 20},
            "recruits": "volunteers",
            "grants": "aider",
            "passes": 0.9,
            "drops_out": "1% a week",
            "sites": ["school"],
        },
        "lead": {
            "weeks": 4,
            "seats": {"most": 10},
            "after": ["basic"],
            "grants": "leader",
            "passes": 0.5,
            "repeats": 0.5,
            "teaches_on": 0.2,
            "sites": ["school"],
        },
    },
    "capabilities": {
        "team": {
            "made_of": {"aider": 4, "leader": 1},
            "wanted": {"2025-01-01": 10, "2025-12-01": 25},
            "floor_after_exit": 20,
        }
    },
    "sites": {"school": {}, "abroad": {"in_country": False}},
    "roles": {"trainer": {"skills": ["first-aid"]}, "cook": {"local": True}},
    "parties": {"willing": {}, "wary": {}, "silent": {}},
    "positions": [
        {"party": "wary", "stance": "wants", "condition": "years <= 1"},
        {"party": "wary", "stance": "wants", "condition": "posts_in_country <= 10"},
        {"party": "wary", "stance": "will not accept", "condition": "cost >= 150"},
        {"party": "willing", "stance": "will not accept", "condition": "size: small"},
    ],
    "levers": {
        "size": {"choices": {"small": {"set": {"ceiling": 10}}, "large": {"set": {"ceiling": 40}}}},
    },
}


@dataclass(frozen=True)
class Plans:
    option: Option
    need: Programme
    programme: Programme


def programme(*posts: PostBatch, serials: tuple[SerialBatch, ...] = ()) -> Programme:
    return Programme(4, 208, 26, serials=serials, posts=posts)


Planned = tuple[Plans, ...]


def plans_of(mission: Mission) -> Planned:
    nothing, small, large = options(mission)
    serials = tuple(SerialBatch("basic", "school", week, n, 20.0 * n, 20) for week, n in ((0, 2), (80, 1)))

    def plans(option: Option, people: int) -> Plans:
        posts = (
            PostBatch("trainer", "school", 0, people, "instructors"),
            PostBatch("trainer", "school", 1, people + 2, "instructors"),
            PostBatch("trainer", "abroad", 1, 3, "instructors"),
            PostBatch("cook", "school", 0, 50, "support:kitchen"),
        )
        return Plans(option, programme(*posts), programme(*posts, serials=serials))

    return (Plans(nothing, programme(), programme()), plans(small, 8), plans(large, 30))


def make_outcome(option: str, n: int = 4, *, seed: int = 1, **given: ArrayLike) -> Outcome:
    """Make an outcome of constant scalars, of which some are given as samples; `__` stands for a dot."""
    scalars: dict[str, ArrayLike] = dict.fromkeys(
        ("outcome", "lasting", "cost", "exposure", "posts_peak"), 0.0
    )
    scalars |= {"posts_filled": 1.0, "holds.team": 0.0, "left.team": 0.0}
    scalars |= {f"{name}.team.{week}": 0.0 for name in ("met", "reached") for week in (52, 100)}
    scalars |= {name.replace("__", "."): values for name, values in given.items()}
    scalars.setdefault("cost_before_overrun", scalars["cost"])
    arrays = {k: np.broadcast_to(np.asarray(v, dtype=float), (n,)).copy() for k, v in scalars.items()}
    return Outcome(option, n, seed, arrays, {}, np.array([0]))
