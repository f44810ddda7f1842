"""What every part of the mission model is made of: frozen records, frozen tables keyed by id, and refusals.

Takes nothing, gives `Frozen`, `Table`, `Id` and `refusal`. Knows no file and no solver.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from typing import Annotated, Any, NoReturn, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from cadre.messages import Content, FaultText, Message, fault_text, listed, message, quoted, readable

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


def refusal(name: str, /, at: str = "", **values: Content) -> PydanticCustomError:
    """Build the error a validator raises, so that the reader of files can make a `Fault` of it.

    Parameters
    ----------
    name : str
        In the catalogue; its attributes are `found`, `allowed` and `cure`.
    at : str
        The key inside the value that is wrong, when the value is a mapping.
    **values
        What belongs into the three messages.
    """
    return refused(fault_text(name, **values), at)


def refused(parts: FaultText, at: str = "") -> PydanticCustomError:
    """Build the error a validator raises from its three messages."""
    return PydanticCustomError("cadre", "{fault}", {"fault": parts, "at": at})


def shown(value: object) -> Content:
    """Show a value in a message: text in quotes, mappings and lists by that name, at most half a line."""
    if value is None:
        return message("faults.nothing")
    if isinstance(value, dict | list | tuple):
        return message("faults.a-mapping" if isinstance(value, dict) else "faults.a-list")
    if isinstance(value, bool):
        return message("common.yes" if value else "common.no")
    text = _ENDLESS.get(str(value)) if isinstance(value, float) else None
    text = text or (str(value).removesuffix(".0") if isinstance(value, float) else quoted(value))
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 3]}..."


_ENDLESS = {"nan": ".nan", "inf": ".inf", "-inf": "-.inf"}
"""Numbers that are none, as people write them."""
LONGEST_SHOWN = 60
"""Characters of a value that a message repeats."""
MOST_NAMED = 8
"""Words of which a message says that one of them may stand somewhere."""


def did_you_mean(word: str, known: Iterable[str]) -> Message:
    """Return the cure for a word that is not known: the nearest one that is, else some of them."""
    near, words = nearest(word, known), list(dict.fromkeys(map(str, known)))
    if near is not None:
        return message("faults.did-you-mean", near=quoted(near))
    if not words:
        return message("faults.remove-it")
    some = listed(map(readable, words[:MOST_NAMED]))
    return message("faults.use-one-of-many" if len(words) > MOST_NAMED else "faults.use-one-of", words=some)


def or_removed(word: str, known: Iterable[str]) -> Message:
    """Return the cure for a word that is not known and need not stand: the nearest one, or to remove it."""
    cure = did_you_mean(word, known)
    if cure.name in ("faults.did-you-mean", "faults.remove-it"):
        return cure
    return message("faults.or-remove-it", cure=cure)


def or_defined(word: str, known: Iterable[str], where: str) -> Message:
    """Return the cure for an id that is not known: the nearest one, or where to define it."""
    if not any(True for _ in known):
        return message("faults.define-it", where=where)
    cure = did_you_mean(word, known)
    is_near = cure.name == "faults.did-you-mean"
    return message("faults.or-define-it" if is_near else "faults.use-or-define", cure=cure, where=where)


def several_of(word: str, known: Collection[str]) -> Message | None:
    """Return the cure for known ids that were written as one word; None where it is none of them."""
    for between in (r"[,;/&|+]", r"\s(?:and|et|und|y|و)\s|[,;/&|+\s]+"):
        several = [part.strip() for part in re.split(between, word) if part.strip()]
        if len(several) > 1 and all(part in known for part in several):
            return message("fields.several-ids", cell="; ".join(several), listed=f"[{', '.join(several)}]")
    return None


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that somebody may have meant, by its letters or, of records, by its title."""
    plain = {_plainly(str(one)): str(one) for one in reversed(list(known))}
    titles = known.items() if isinstance(known, Mapping) else ()
    named = {_plainly(str(getattr(of, "title", ""))): str(one) for one, of in titles}
    meant = _plainly(word)
    for names in (plain, named):
        if meant and meant in names:
            return names[meant]
    near = difflib.get_close_matches(meant, plain, n=1, cutoff=0.6)
    return plain[near[0]] if near else None


def _plainly(word: str) -> str:
    """Return a word without regard to capitals, accents, and what stands between its parts."""
    letters = unicodedata.normalize("NFKD", word).casefold()
    return re.sub(r"[\s_-]+", "-", "".join(c for c in letters if not unicodedata.combining(c))).strip("-")


def id_like(word: str) -> str:
    """Return the id that somebody would make of a word; empty where no letter or digit of it can stay."""
    return re.sub("-+", "-", re.sub("[^a-z0-9_-]+", "-", _plainly(word))).strip("-_")[:60]


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
