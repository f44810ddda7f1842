"""Ids of numbers that know their kind: what differs from number to number stands in it in capitals.

`option.rotating.ask.2` is of the kind `option.OPTION.ask.N`. A kind is stated where a number is made and
never found out from its id.
"""

from __future__ import annotations

import re

_PLACE = re.compile(r"[A-Z]+")
_OF_OPTION = "option.OPTION"


class Key(str):
    """An id with its kind and, where it is of an option, the id of that."""

    __slots__ = ("kind", "option")
    kind: str
    option: str | None

    def __new__(cls, text: str, kind: str, option: str | None = None) -> Key:
        """Make an id of a kind."""
        made = super().__new__(cls, text)
        made.kind, made.option = kind, option
        return made

    def below(self, name: str) -> Key:
        """Return the id of something that this one is the beginning of; `name` may know its kind, too."""
        return Key(f"{self}.{name}", f"{self.kind}.{kind_of(name)}", self.option)


def key(kind: str, *values: object) -> Key:
    """Return the id of a kind whose capitals stand for values, in the order written."""
    left = iter(values)
    option = str(values[0]) if kind.startswith(_OF_OPTION) else None
    return Key(_PLACE.sub(lambda _: str(next(left)), kind), kind, option)


def of_option(option: str, name: str) -> Key:
    """Return the id of a number of an option."""
    return key("option.OPTION", option).below(name)


def kind_of(name: str) -> str:
    """Return the kind of an id; one that is the only one of its kind is its own."""
    return name.kind if isinstance(name, Key) else name


def option_in(name: str) -> str | None:
    """Return the option that an id is of; None for what is nobody's or lies between options."""
    return name.option if isinstance(name, Key) else None
