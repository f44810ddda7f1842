"""A small mission for the forces room, made of the few things it reads."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from cadre.forces.plan import PostLine
from cadre.mission import Mission

STARTS = dt.date(2018, 10, 1)

SMALL: dict[str, Any] = {
    "mission": {"title": "Small", "host": "h", "starts": STARTS, "horizon": 52, "looks_beyond_exit": 0},
    "mandate": {"asks": "train", "decisions": []},
    "headquarters": "hq",
    "sites": {"hq": {}, "school": {}},
    "ranks": ("private", "sergeant", "officer", "colonel"),
    "roles": {
        "trainer": {"rank": "sergeant", "critical": True},
        "guard": {},
        "clerk": {},
        "interpreter": {"local": True},
    },
    "parties": {"north": {"speaks": ("english",)}, "south": {}, "east": {}},
    "tours": {"weeks": 26},
}


def day(week: int) -> dt.date:
    """First day of a week of the mission."""
    return STARTS + dt.timedelta(weeks=week)


def offer(**fields: Any) -> dict[str, Any]:
    """One confirmed guard of the north through the whole mission; `weeks` sets the window (end exclusive)."""
    begins, ends = fields.pop("weeks", (0, 52))
    window = {"begins": day(begins), "ends": day(ends) - dt.timedelta(days=1)}
    return {"party": "north", "role": "guard", "people": 1, "state": "confirmed"} | window | fields


def mission_with(offers: dict[str, dict[str, Any]] | None = None, **changes: Any) -> Mission:
    return Mission.model_validate(SMALL | {"offers": offers or {}} | changes)


def line(role: str = "guard", *, site: str = "school", rotation: int = 0, people: int = 1) -> PostLine:
    """A line of a 26-week rotation."""
    weeks = (26 * rotation, 26 * rotation + 26)
    return PostLine(f"{role}@{site}/r{rotation}", role, site, rotation, *weeks, people, role == "trainer")


@pytest.fixture
def small() -> Callable[..., Mission]:
    return mission_with
