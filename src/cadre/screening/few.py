"""Few: which options a draft looks at where levers and rules allow many.

Takes all options of a mission, gives some of them in the same order: those that a planner names, those
nearest to what is asked, and as many again spread over all the others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from cadre.mission import Mission
from cadre.mission.asked import asked_of_levers
from cadre.mission.pins import read_pin
from cadre.options import Option


def few(mission: Mission, every: Sequence[Option], most: int, pins: Sequence[str] = ()) -> tuple[Option, ...]:
    """Return doing nothing and `most` options besides, more only where a planner names more.

    Parameters
    ----------
    mission : Mission
        The mission as read.
    every : sequence of Option
        Doing nothing first.
    most : int
        Options looked at: half of them those with most of what the mandate asks of the levers, half spread
        by a digest of their ids, so that they are the same on every run and of every choice.
    pins : sequence of str
        Options that a planner wants shown (`cadre.mission.pins`).
    """
    named = _named(mission, every, pins)
    asked = asked_of_levers(mission)

    def missing(option: Option) -> int:
        return sum(option.choices.get(one.lever) not in one.choices for one in asked)

    spread = sorted(every[1:], key=_digest)
    nearest = sorted(spread, key=missing)[: most // 2]
    kept = {every[0].id, *named, *(option.id for option in nearest)}
    room = most + 1 + len(named) - len(kept)
    kept |= {option.id for option in [o for o in spread if o.id not in kept][: max(0, room)]}
    return tuple(option for option in every if option.id in kept)


def _digest(option: Option) -> str:
    return hashlib.sha256(option.id.encode()).hexdigest()


def _named(mission: Mission, every: Sequence[Option], pins: Sequence[str]) -> set[str]:
    """Return the ids of the options that pins name: an option, and those with its choices but for some."""
    by_id, found = {option.id: option for option in every}, set()
    for pin in (read_pin(text, mission.levers) for text in (*mission.always_show, *pins)):
        if pin.like in by_id:
            free = {lever: tuple(mission.levers[lever].choices) for lever in pin.each_of}
            own = {lever: (choice,) for lever, choice in by_id[pin.like].choices.items()}
            held = own | dict(pin.choices) | free
            found |= {o.id for o in every[1:] if all(o.choices[k] in of for k, of in held.items())}
    return found
