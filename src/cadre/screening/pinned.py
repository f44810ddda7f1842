"""Pinned: which of the evaluated options a planner wants shown.

Takes pins as written (`cadre.mission.pins`) and evaluated options, gives those options in the order written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from cadre.mission import Mission
from cadre.mission.pins import ASKED, NOTHING, Pin, read_pin
from cadre.screening.asked import Asked, efficient
from cadre.screening.distance import Evaluated


def pinned(
    mission: Mission, pins: Sequence[str], evaluated: Sequence[Evaluated], asked: Asked
) -> list[Evaluated]:
    """Return the options that pins mean, those that cannot be carried out too, each once.

    Of several that a pin allows the efficient one is taken: of those that reach as much of the targets as any
    the cheapest. Of a family, members that rules exclude are left out.
    """
    found: dict[str, Evaluated] = {}
    for text in pins:
        pin = read_pin(text, mission.levers)
        if pin.like == NOTHING:
            continue
        for held in _members(mission, _like(pin, evaluated, asked)):
            matching = [e for e in evaluated[1:] if _holds(held, e.option.choices)]
            possible = [e for e in matching if e.why is None]
            if matching:
                one = efficient(possible) if possible else matching[0]
                found.setdefault(one.option.id, one)
    return list(found.values())


def _like(pin: Pin, evaluated: Sequence[Evaluated], asked: Asked) -> Pin:
    """Return the pin with the choices of the option that it names, as far as it names no others."""
    if not pin.like:
        return pin
    if pin.like == ASKED:
        like = asked.option()
    else:
        like = next((e for e in evaluated if e.option.id == pin.like), None)
    held = {} if like is None else {lever: (choice,) for lever, choice in like.option.choices.items()}
    return replace(pin, choices=held | pin.choices)


def _members(mission: Mission, pin: Pin) -> Iterator[dict[str, tuple[str, ...]]]:
    """Yield what each member of a family must hold; one member where there is no family."""
    families = [tuple(mission.levers[lever].choices) for lever in pin.each_of]
    for chosen in product(*families):
        yield pin.choices | {lever: (c,) for lever, c in zip(pin.each_of, chosen, strict=True)}


def _holds(held: Mapping[str, tuple[str, ...]], choices: Mapping[str, str]) -> bool:
    return all(choices.get(lever) in of for lever, of in held.items())
