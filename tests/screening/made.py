"""A mission with levers and measures written by hand, for the screening's choices."""

from __future__ import annotations

from typing import Any

from cadre.mission import Mission
from cadre.options import options
from cadre.reasons import Reason
from cadre.reasons.older import AsWritten
from cadre.reasons.screening import CannotBeDone
from cadre.screening.distance import Evaluated


def mission_with(**levers: tuple[str, ...]) -> Mission:
    """A mission without content whose levers have the choices named; `hidden` is kept out of names."""
    document: dict[str, Any] = {
        "mission": {"title": "First aid", "host": "host", "starts": "2024-01-01", "horizon": 104},
        "mandate": {"asks": "a first-aid service"},
        "headquarters": "school",
        "sites": {"school": {}},
        "levers": {
            lever: {"choices": {c: {} for c in choices}, "screened_only": lever == "hidden"}
            for lever, choices in levers.items()
        },
    }
    return Mission.model_validate(document)


def measures(outcome: float, cost: float, **others: float) -> dict[str, float]:
    """Measures in which floors follow targets and posts follow cost, unless told otherwise."""
    posts = cost / 1e6
    return {
        "outcome": outcome,
        "lasting": outcome,
        "cost": cost,
        "posts": posts,
        "posts_in_country": posts,
        "years": 2.0,
    } | others


NONE = measures(0.0, 0.0, years=0.0)


def evaluated(base: Mission, /, **given: dict[str, float] | Reason) -> list[Evaluated]:
    """Doing nothing and the options named (`__` for a dot) with measures, or what stands against them."""
    wanted = {name.replace("__", "."): value for name, value in given.items()}
    made = [Evaluated(options(base)[0], NONE)]
    for option in options(base)[1:]:
        value = wanted.pop(option.id, None)
        if value is not None:
            why = value if isinstance(value, Reason) else None
            made.append(Evaluated(option, {} if isinstance(value, Reason) else value, why))
    assert not wanted
    return made


def against(told: str) -> Reason:
    """What stands against an option, as somebody wrote it."""
    return CannotBeDone((AsWritten(told),))


def titles_of(base: Mission) -> dict[str, str]:
    """Titles of the options of a mission."""
    return {option.id: option.title for option in options(base)}
