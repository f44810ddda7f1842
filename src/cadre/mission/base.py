"""What every part of the mission model is made of: frozen records, frozen tables keyed by id, and refusals.

Takes nothing, gives `Frozen`, `Table`, `Id` and `refusal`. Knows no file and no solver.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, NoReturn, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

Key = TypeVar("Key")
Value = TypeVar("Value")


class Frozen(BaseModel):
    """A record that cannot change after it was made and refuses keys it does not know."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_default=True, allow_inf_nan=False, str_strip_whitespace=True
    )


class FrozenDict(dict[Key, Value]):
    """A dict that keeps the order people wrote and cannot be changed."""

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("a mission's tables are frozen; use Mission.changed() to get another mission")

    __setitem__ = __delitem__ = pop = popitem = clear = update = setdefault = __ior__ = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(self.items()))

    def __reduce__(self) -> tuple[type, tuple[dict[Key, Value]]]:
        return (type(self), (dict(self),))


def refusal(found: object, allowed: str, cure: str = "", at: str = "") -> PydanticCustomError:
    """Build the error a validator raises, so that the reader of files can make a `Fault` of it.

    Parameters
    ----------
    found : object
        What stands there.
    allowed : str
        What may stand there, as a clause: `must be 1 or more`.
    cure : str
        What to do.
    at : str
        The key inside the value that is wrong, when the value is a mapping.
    """
    context = {"found": str(found), "allowed": allowed, "cure": cure, "at": at}
    return PydanticCustomError("cadre", "found {found}, {allowed}; {cure}", context)


def shown(value: object) -> str:
    """Show a value in a message: text in quotes, mappings and lists by that name, at most half a line."""
    if value is None:
        return "nothing"
    if isinstance(value, dict | list | tuple):
        return "a mapping" if isinstance(value, dict) else "a list"
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 3]}..."


LONGEST_SHOWN = 60
"""Characters of a value that a message repeats."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Give the cure for a word that is not known: the nearest one that is, else the first few of them."""
    words = list(dict.fromkeys(map(str, known)))
    near = difflib.get_close_matches(word, words, n=1, cutoff=0.6)
    if near:
        return f"did you mean {near[0]!r}?"
    if not words:
        return "define it, or leave it out"
    return f"use one of {', '.join(words[:8])}{', ...' if len(words) > 8 else ''}"  # noqa: PLR2004


def _one_or_many(value: Any) -> Any:
    """Let people write one thing where a list is expected."""
    if value is None:
        return ()
    return value if isinstance(value, list | tuple) else (value,)


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=60)]
"""An id as people write it: lower-case letters, digits, `-` and `_`."""

Table = Annotated[Mapping[Id, Value], AfterValidator(FrozenDict)]
"""Records keyed by id, in the order written, frozen."""

Ids = Annotated[tuple[Id, ...], BeforeValidator(_one_or_many, json_schema_input_type=str | list[str])]
"""Ids of other things; one may stand alone without a list."""

Basis = Annotated[tuple[str, ...], BeforeValidator(_one_or_many, json_schema_input_type=str | list[str])]
"""Ledger statements (`L1`, `A12`) and pack figures (`P:eutm-mali-2013`) that a value rests on."""
