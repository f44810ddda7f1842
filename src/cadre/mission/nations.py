"""Nations: parties (or types of party), what they offer and what they want.

A condition speaks of the option: which choice a lever has, or one of the measured attributes. It is written
as one clause, `command: none|rotating`, `years <= 3`, `posts <= 300`.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, model_validator

from cadre.messages import Message, message, quoted
from cadre.mission.base import Basis, Frozen, Id, Ids, refusal, shown
from cadre.mission.calendar import Weekdays
from cadre.mission.quantity import People, Share, Weeks, quantity_in
from cadre.mission.units import PartCount, WeekCount, number_in, plainly

MEASURED = {
    "years": "length of the foreign presence in years",
    "posts": "foreign posts at the peak",
    "posts_in_country": "foreign posts inside the host country at the peak",
    "cost": "median cost to exit in the mission's currency, before any overrun",
}
"""Attributes of an option that a condition may speak of besides its levers."""

_CLAUSE = re.compile(r"^\s*([a-z0-9_-]+)\s*(:|<=|>=|[≤≥⩽⩾≦≧])\s*(.+?)\s*$")
_AS_SIGNS = {"≤": "<=", "≥": ">=", "⩽": "<=", "⩾": ">=", "≦": "<=", "≧": ">="}
_SEVERAL = re.compile(r"\s*(?:,|&|\band\b)\s*(?=[a-z0-9_-]+\s*(?:[:<>=≤≥]))", re.IGNORECASE)
"""What people write between two conditions."""
_QUOTES = " \"'“”„«»‘’"
_NEARLY = re.compile(
    r"^\s*([a-z0-9_-]+)\s*(?:(<=?|=<|≤|less than|at most|below|up to)|"
    r"(>=?|=>|≥|more than|at least|above)|:|==?)\s*(.+?)\s*$",
    re.IGNORECASE,
)
"""What people write for a condition that has another form here."""


class Condition(Frozen):
    """One clause about an option."""

    attribute: str
    comparison: Literal[":", "<=", ">="]
    choices: tuple[str, ...] = ()
    bound: float = 0.0

    def holds(self, choices: Mapping[str, str], measured: Mapping[str, float]) -> bool:
        """Say whether an option with these choices and measured attributes meets the clause."""
        if self.comparison == ":":
            return choices.get(self.attribute) in self.choices
        value = measured[self.attribute]
        return value <= self.bound if self.comparison == "<=" else value >= self.bound

    def __str__(self) -> str:
        right = " | ".join(self.choices) if self.comparison == ":" else plainly(self.bound)
        return f"{self.attribute}{'' if self.comparison == ':' else ' '}{self.comparison} {right}"


def _condition_meant(text: str) -> Message:
    """Return the cure for a condition that cannot be read: what was meant, or the forms that there are."""
    parts = _SEVERAL.split(text)
    if len(parts) > 1:
        return message("parts.write-condition", text="; ".join(part.strip() for part in parts))
    match = _NEARLY.match(text)
    if match is None:
        return message("parts.such-as-condition")
    attribute, less, more, right = match.groups()
    attribute = attribute.lower()
    sign = " <=" if less else " >=" if more else ":" if attribute not in MEASURED else " <="
    right = right.lower() if sign == ":" else right
    return message("parts.write-condition", text=f"{attribute}{sign} {right}")


def _condition_in(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    plain = unicodedata.normalize("NFKC", value).strip(_QUOTES)
    match = _CLAUSE.match(plain)
    if match is None or _SEVERAL.search(plain):
        raise refusal("parts.no-condition", value=quoted(value), cure=_condition_meant(plain))
    attribute, comparison, right = match.groups()
    comparison = _AS_SIGNS.get(comparison, comparison)
    if comparison == ":":
        return {"attribute": attribute, "comparison": ":", "choices": [c.strip() for c in right.split("|")]}
    bound = number_in(right, "money" if attribute == "cost" else "number")
    return {"attribute": attribute, "comparison": comparison, "bound": bound}


def _condition_of(lever: Any, choices: Any) -> str:
    """Return the condition that a key with one choice or several stands for, as text."""
    several = list(choices) if isinstance(choices, list | tuple) else [choices]
    if any(isinstance(one, dict | list | tuple) for one in several):
        cure = message("parts.such-as-condition")
        raise refusal("parts.no-condition", value=shown({lever: choices}), cure=cure)
    return f"{lever}: {' | '.join(map(str, several))}"


def _conditions_in(value: Any) -> Any:
    if value is None or value == "":
        return ()
    if isinstance(value, str):
        return tuple(part for part in value.split(";") if part.strip())
    if isinstance(value, dict) and "attribute" not in value:
        return tuple(_condition_of(lever, choices) for lever, choices in value.items())
    return value if isinstance(value, list | tuple) else (value,)


Clause = Annotated[
    Condition, BeforeValidator(_condition_in, json_schema_input_type=str), PlainSerializer(str)
]
Conditions = Annotated[
    tuple[Clause, ...],
    BeforeValidator(_conditions_in, json_schema_input_type=str | list[str] | dict[str, Any]),
]


class Party(Frozen):
    """A nation, an organisation, or a type of party of which there may be several."""

    title: str = Field("", description="Name; the id when left out")
    kind: Literal["contributor", "host", "fund", "other"] = Field(
        "contributor", description="What it is to the mission"
    )
    how_many: People = Field(
        quantity_in(1, "people"), description="How many such parties there are, when it is a type"
    )
    bears: Share = Field(
        quantity_in(1, "share"),
        description="Share of its wants that it may lose against doing nothing before it breaks silence",
    )
    speaks: tuple[str, ...] = Field((), description="Languages its people speak")
    working_days: Weekdays | None = Field(
        None, description="Days of the week on which its people work, of those of the site; all when left out"
    )
    basis: Basis = Field((), description="What it rests on")


class Reliability(Frozen):
    """How parties keep their word: person by person, each party in its own way, and as before.

    The shares 10% and 50% are assumptions (docs/model/simulation.md, Who comes).
    """

    parties_differ: Share = Field(
        quantity_in(0.1, "share"),
        description="Share of what decides whether a person comes that all people of a party have in common",
    )
    followed: Share = Field(
        quantity_in(0.5, "share"),
        description="Chance that a place is filled, or stays empty, as it was in the rotation before",
    )
    basis: Basis = Field((), description="What it rests on")


State = Literal["indicated", "pledged", "confirmed", "arrived"]


class Offer(Frozen):
    """People whom a party would send, and under which conditions."""

    party: Id = Field(description="Who offers")
    role: Id = Field(description="Role they can fill")
    people: PartCount = Field(
        gt=0,
        description="People at a time, part-time ones by their part, such as 0.5",
    )
    begins: dt.date = Field(description="First day they can be there")
    ends: dt.date = Field(description="Last day")
    state: State = Field(description="How firm it is; only arrived people teach")
    honoured: Share = Field(
        quantity_in(1, "share"), description="Chance that each of its people comes, at each rotation"
    )
    late: Weeks = Field(quantity_in(0, "weeks"), description="Weeks by which they come late")
    tour: WeekCount | None = Field(
        None, ge=1, description="Longest stay of one person; the mission's tour when left out"
    )
    rank: str = Field("", description="Rank band; the role's when left out")
    languages: tuple[str, ...] = Field((), description="Languages they speak, besides the party's")
    not_at: Ids = Field((), description="Caveat: sites where they do not serve")
    not_for: Ids = Field((), description="Caveat: courses they do not teach")
    only_if: Conditions = Field((), description="Conditions on the option")
    basis: Basis = Field((), description="What it rests on")

    @model_validator(mode="after")
    def _in_order(self) -> Offer:
        if self.ends < self.begins:
            raise refusal("parts.ends-before-begins", "ends", begins=self.begins, ends=self.ends)
        return self


class Position(Frozen):
    """What a party wants or will not accept."""

    party: Id = Field(description="Whose position")
    stance: Literal["wants", "will not accept"] = Field(description="What the condition means to it")
    condition: Clause = Field(description="Condition on the option")
    strength: Share = Field(quantity_in(1, "share"), description="How likely it is to insist")
    opts_out: Literal["no", "people", "money", "both"] = Field(
        "no", description="Whether it would let the others go on, and what it then leaves to them"
    )
    basis: Basis = Field((), description="What it rests on")
