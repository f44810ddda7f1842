"""People: roles, tours and the support rules from which the tail follows.

A support rule gives posts from other posts, so that no option can forget its tail. Each rule names what it
counts (`of`): `instructors`, `advisers`, `command`, `trainees`, or other support rules by id; the rules must
not feed themselves.
"""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_serializer, model_validator

from cadre.messages import listed, quoted
from cadre.mission.base import Basis, Frozen, Id, Ids, Table, refusal
from cadre.mission.numerals import WrittenFloat
from cadre.mission.quantity import Money, Weeks, quantity_in
from cadre.mission.units import PeopleCount, Plain, WeekCount, number_in

COUNTED = ("instructors", "advisers", "command", "trainees")
"""What a support rule can count besides other rules."""

ROUNDING = 1e-9
"""People that count as nobody: what is left when a solver or a product should have given a whole number."""


class Tours(Frozen):
    """How long people stay and how they hand over."""

    weeks: WeekCount = Field(
        26, ge=4, le=156, description="Length of a tour, which is the rotation between changes of posts"
    )
    least: WeekCount = Field(
        1,
        ge=1,
        le=156,
        description="Least stay of one person; from 2 weeks on, each comes once, for one unbroken stay",
    )
    handover: Weeks = Field(
        quantity_in(1, "weeks"),
        description="Overlap in which the successor begins nothing yet; none in the first rotation",
    )
    leave: Weeks = Field(quantity_in(2, "weeks"), description="Leave within a tour, when nobody stands in")
    basis: Basis = Field((), description="What it rests on")

    @model_validator(mode="after")
    def _stay_within_a_tour(self) -> Tours:
        if self.least > self.weeks:
            raise refusal("parts.stay-beyond-tour", "least", least=str(self.least), weeks=str(self.weeks))
        return self

    def leave_in(self, weeks: int) -> int:
        """Return the weeks of leave in a stay: in proportion to a tour, to the nearest week, halves up."""
        return math.floor(self.leave.mean * weeks / self.weeks + 0.5)


class Role(Frozen):
    """A kind of post."""

    title: str = Field("", description="Name; the id when left out")
    skills: Ids = Field((), description="Skills a holder has; empty for support")
    rank: str = Field("", description="Rank band, one of the mission's `ranks`")
    languages: tuple[str, ...] = Field((), description="Languages a holder must speak")
    costs_a_year: Money = Field(quantity_in(0, "money"), description="Cost of one post for a year")
    critical: bool = Field(False, description="Whether an unfilled post stops the work")
    local: bool = Field(
        False, description="Hired in the host country: no offers, no bed, no protection, outside the ceiling"
    )
    basis: Basis = Field((), description="What it rests on")


class Step(Frozen):
    """A number that jumps with what is counted: `{up_to_100: 12, up_to_500: 35, above: 60}`."""

    edges: tuple[tuple[int, PeopleCount], ...] = Field(description="Pairs (counted at most, posts), rising")
    above: PeopleCount = Field(description="Posts beyond the last edge, no fewer than below it")

    @model_validator(mode="after")
    def _never_falls(self) -> Step:
        keys = [*(f"up_to_{most}" for most, _ in self.edges), "above"]
        posts = [*(n for _, n in self.edges), self.above]
        for key, (fewer, more) in zip(keys[1:], pairwise(posts), strict=True):
            if more < fewer:
                raise refusal("parts.step-falls", key, posts=more, least=fewer)
        return self

    @model_serializer
    def _as_written(self) -> dict[str, int]:
        """Write the form that people write."""
        return {f"up_to_{most}": posts for most, posts in self.edges} | {"above": self.above}

    def posts(self, counted: float) -> int:
        """Return the posts for what is counted; 0 for nothing."""
        if counted <= ROUNDING:
            return 0
        return next((posts for most, posts in self.edges if counted <= most + ROUNDING), self.above)


def _step_in(value: Any) -> Any:
    """Read `{up_to_100: 12, above: 60}`; the edges may stand in any order, each once."""
    if not isinstance(value, dict) or "edges" in value:
        return value
    edges: dict[int, Any] = {}
    for key, posts in value.items():
        if key == "above":
            continue
        if not re.fullmatch(r"up_to_[0-9]{1,9}", str(key)):
            raise refusal("parts.no-step", str(key), key=quoted(key))
        if int(key[6:]) in edges:
            raise refusal("parts.step-twice", str(key), key=quoted(key))
        edges[int(key[6:])] = posts
    if "above" not in value:
        raise refusal("parts.step-without-end")
    return {"edges": [(most, edges[most]) for most in sorted(edges)], "above": value["above"]}


def _ratio_in(value: Any) -> Any:
    return number_in(value, "people") if isinstance(value, str | WrittenFloat) else value


class SupportRule(Frozen):
    """A tail rule: posts of one role that follow from others."""

    title: str = Field("", description="Name; the id when left out")
    role: Id = Field(description="Role of the posts")
    of: Ids = Field(("instructors", "advisers", "command"), description="What is counted")
    one_per: Annotated[
        float | None, BeforeValidator(_ratio_in, json_schema_input_type=float | str | None)
    ] = Field(None, gt=0, description="People counted for each post")
    ratio: Plain | None = Field(None, ge=0, description="Posts for each person counted")
    step: Annotated[Step | None, BeforeValidator(_step_in, json_schema_input_type=dict[str, int] | None)] = (
        Field(None, description="Posts by steps of what is counted")
    )
    fixed: PeopleCount | None = Field(None, ge=0, description="Posts wherever anything is counted at all")
    at: Literal["each site", "each site in country", "headquarters"] = Field(
        "each site", description="Where the posts stand; at the headquarters, for the whole mission"
    )
    basis: Basis = Field((), description="What it rests on")

    @model_validator(mode="after")
    def _one_form(self) -> SupportRule:
        given = [f for f in ("one_per", "ratio", "step", "fixed") if getattr(self, f) is not None]
        if not given:
            raise refusal("parts.tail-without-form")
        if len(given) > 1:
            raise refusal("parts.tail-of-many-forms", given=listed(given))
        return self

    @property
    def rate(self) -> float:
        """Posts for each person counted; 0 for step and fixed rules."""
        return 1 / self.one_per if self.one_per else (self.ratio or 0.0)

    def posts(self, counted: float) -> int:
        """Return the posts for what is counted, rounded up."""
        if self.step is not None:
            return self.step.posts(counted)
        if self.fixed is not None:
            return self.fixed if counted > ROUNDING else 0
        return math.ceil(counted * self.rate - ROUNDING)


class Command(Frozen):
    """A way to command the mission."""

    title: str = Field("", description="Name; the id when left out")
    posts: Table[PeopleCount] = Field(default_factory=dict, description="Posts by role, at the headquarters")
    costs_a_year: Money = Field(quantity_in(0, "money"), description="Cost besides its people")
    weeks_lost: Weeks = Field(
        quantity_in(0, "weeks"),
        description="Weeks after each change of rotation in which new instructors do not teach yet",
    )
    basis: Basis = Field((), description="What it rests on")
