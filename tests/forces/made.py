"""A small mission for the forces room, made of the few things it reads; lines and offers in short."""

import datetime as dt
from typing import Any, TypeAlias

from hypothesis import strategies as st

from cadre.forces.plan import PostLine
from cadre.mission import Mission

Offers: TypeAlias = dict[str, dict[str, Any]]
STARTS = dt.date(2018, 10, 1)
SMALL: dict[str, Any] = {
    "mission": {"title": "Small", "host": "h", "starts": STARTS, "horizon": 52, "looks_beyond_exit": 0},
    "mandate": {"asks": "train"},
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


def mission_with(offers: Offers | None = None, **changes: Any) -> Mission:
    return Mission.model_validate(SMALL | {"offers": offers or {}} | changes)


def line(role: str = "guard", *, site: str = "school", rotation: int = 0, people: int = 1) -> PostLine:
    """A line of a 26-week rotation."""
    weeks = (26 * rotation, 26 * rotation + 26)
    return PostLine(f"{role}@{site}/r{rotation}", role, site, rotation, *weeks, people, role == "trainer")


@st.composite
def some_offers(draw: st.DrawFn, most: int = 4) -> Offers:
    """Offers of every kind of reason against them, in windows that cut rotations."""
    offers = {}
    for number in range(draw(st.integers(0, most))):
        begins = draw(st.sampled_from((0, 0, 9, 20, 26)))
        offers[f"o{number}"] = offer(
            party=draw(st.sampled_from(("north", "south", "east"))),
            role=draw(st.sampled_from(("guard", "trainer"))),
            people=draw(st.sampled_from((1, 2, 3, 0.5, 1.5))),
            weeks=(begins, draw(st.sampled_from((begins + 5, 40, 52)))),
            state=draw(st.sampled_from(("indicated", "pledged", "confirmed", "arrived"))),
            tour=draw(st.sampled_from((None, 7, 30))),
            rank=draw(st.sampled_from(("", "private", "colonel"))),
            not_at=draw(st.sampled_from(((), (), ("hq",), ("school",)))),
            only_if=draw(st.sampled_from(((), (), ("years <= 2",), ("years <= 0.5",)))),
        )
    return offers


@st.composite
def some_lines(draw: st.DrawFn) -> tuple[PostLine, ...]:
    """Up to six lines of two roles, two sites and two rotations."""
    keys = [(r, s, k) for s in ("hq", "school") for r in ("trainer", "guard") for k in (0, 1)]
    chosen = draw(st.lists(st.sampled_from(keys), max_size=6, unique=True))
    return tuple(line(r, site=s, rotation=k, people=draw(st.integers(1, 3))) for r, s, k in sorted(chosen))


MEASURED = {"years": 1.0, "posts": 10.0}
"""What the options of these tests measure."""
