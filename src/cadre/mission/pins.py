"""Pins: options that a planner wants shown whatever else is, as they are written and as they are read.

Takes text such as `asked, command=rotating`, gives a `Pin`; which options of a mission it means stands in
`cadre.screening.pinned`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

MOST_PINNED = 8
"""Options pinned at most: more stand side by side on no page."""
ASKED = "asked"
"""What stands in a pin for the option that is what is asked."""
NOTHING = "nothing"
"""Id of the option of doing nothing."""


@dataclass(frozen=True, slots=True)
class Pin:
    """What a planner wants to see.

    Parameters
    ----------
    like : str
        Id of an option, or `asked`, of which the rest is taken over; empty where no option is named.
    choices : dict of str to tuple of str
        Choices by lever, one of which must stand.
    each_of : tuple of str
        Levers of which every choice is wanted.
    """

    like: str
    choices: dict[str, tuple[str, ...]]
    each_of: tuple[str, ...]


def _written(value: Any) -> Any:
    """Let people write choices as a mapping, and one pin without a list."""
    if value is None:
        return ()
    several = value if isinstance(value, list | tuple) else (value,)
    return tuple(_as_text(one) for one in several)


def _as_text(one: Any) -> Any:
    if not isinstance(one, Mapping):
        return one
    pairs = [(lever, of if isinstance(of, list | tuple) else (of,)) for lever, of in one.items()]
    names = (name for lever, several in pairs for name in (lever, *several))
    if not all(isinstance(name, str | int) and not isinstance(name, bool) for name in names):
        return one
    return ", ".join(f"{lever}={'|'.join(map(str, several))}" for lever, several in pairs)


Pins = Annotated[
    tuple[Annotated[str, Field(min_length=1, max_length=400)], ...],
    BeforeValidator(_written, json_schema_input_type=str | list[str | dict[str, str | list[str]]]),
]
"""Options to be shown, each as text; choices may be written as a mapping."""


def read_pin(text: str, levers: Iterable[str]) -> Pin:
    """Read what is written of an option to be shown.

    Parameters
    ----------
    text : str
        Parts between commas: `LEVER=CHOICE` (several choices with `|`), `LEVER` alone for each of its
        choices, anything else for the option that the rest is taken from.
    levers : iterable of str
        Levers of the mission. A word that is a lever is none of an option.
    """
    known, like = set(levers), ""
    choices: dict[str, tuple[str, ...]] = {}
    each_of: list[str] = []
    for part in (part.strip() for part in text.split(",")):
        lever, equals, of = part.partition("=")
        if equals:
            choices[lever.strip()] = tuple(one.strip() for one in of.split("|"))
        elif part in known:
            each_of.append(part)
        else:
            like = part
    return Pin(like, choices, tuple(each_of))


def choices_of(option: str, levers: Mapping[str, Iterable[str]]) -> dict[str, str] | None:
    """Return the choices that an id is made of, in the order of the levers; None where it is no id."""
    parts = option.split(".")
    if len(levers) == 1 and parts[0] in levers and len(parts) > 1:
        parts = parts[1:]  # a lone choice called `nothing`
    if len(parts) != len(levers) or not levers:
        return None
    made = dict(zip(levers, parts, strict=True))
    return made if all(made[lever] in set(of) for lever, of in levers.items()) else None
