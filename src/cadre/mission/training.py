"""Training: skills, competences, recruits, courses and the capabilities they lead to.

People flow: recruits -> course -> competence -> (next course | capability | host instructor). Entering a
course takes a person from the stock of the prerequisite's competence (or from recruits); passing puts them
into the stock of the competence granted.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_serializer, model_validator
from pydantic_core import PydanticCustomError

from cadre.mission.base import Basis, Frozen, FrozenDict, Id, Ids, Table, refusal, refused, shown
from cadre.mission.learning import Learning
from cadre.mission.periods import Period, Span, span_in
from cadre.mission.quantity import (
    Dimension,
    Money,
    MonthlyShare,
    People,
    Quantity,
    Share,
    WeeklyShare,
    quantity_in,
    written,
)
from cadre.mission.units import PeopleCount, Plain, SerialCount, WeekCount, count_in

Tag = Literal["organise", "train", "equip", "rebuild", "advise"]


def _known(value: float, unit: str) -> Quantity:
    return quantity_in(value, unit)


class Skill(Frozen):
    """What an instructor or adviser must be able to do; hosts can acquire it and then teach."""

    title: str = Field(min_length=1, description="Name of the skill")
    hosts_at_start: People = Field(
        _known(0, "people"), description="Host instructors with this skill on the first day"
    )
    hosts_leave: MonthlyShare = Field(
        _known(0, "share a month"), description="Share of host instructors lost a month"
    )


class Competence(Frozen):
    """What a graduate holds; a stock of people that grows with passes and leaks with attrition."""

    title: str = Field(min_length=1, description="Name of the competence")
    at_start: People = Field(
        _known(0, "people"), description="People who hold it on the first day and are available"
    )
    leaves: MonthlyShare = Field(_known(0, "share a month"), description="Share of holders lost a month")
    posted: Share = Field(
        _known(1, "share"), description="Share of new graduates who are posted where the competence is used"
    )


class Need(Frozen):
    """People of one skill for a serial: a fixed number, or one for so many seats."""

    people: PeopleCount | None = Field(None, description="A fixed number")
    one_per: People | None = Field(
        None, description="Seats for each one of them; plans take the mean of a range"
    )
    basis: Basis = Field((), description="What it rests on")

    @model_validator(mode="after")
    def _one_form(self) -> Need:
        if (self.people is None) == (self.one_per is None):
            raise refusal("parts.people-or-one-per")
        if self.one_per is not None and self.one_per.low <= 0:
            raise refusal("parts.one-per-nothing", "one_per", number=float(self.one_per.low))
        if self.people == 0:
            raise refusal("parts.nobody-needed")
        return self

    @model_serializer
    def _as_written(self) -> dict[str, Any] | int | None:
        """Write a bare number where that says it all."""
        if self.people is not None and not self.basis:
            return self.people
        form = {"people": self.people} if self.one_per is None else {"one_per": written(self.one_per)}
        return form | ({"basis": list(self.basis)} if self.basis else {})

    def people_for(self, seats: float) -> int:
        """Return the people needed to teach so many trainees, rounded up; 0 for no trainees."""
        if seats <= 0:
            return 0
        return self.people if self.people is not None else math.ceil(seats / self.seats_each - 1e-9)

    @cached_property
    def seats_each(self) -> float:
        """Seats for each one of them, at the mean; without end where they are a fixed number."""
        return math.inf if self.one_per is None else self.one_per.mean


def _need_in(value: Any) -> Any:
    """Read `2`, `one per 5 seats`, `{one_per: 5 seats}` or a need that is already read."""
    if isinstance(value, Need):
        return value
    if isinstance(value, str) and value.strip().startswith("one per "):
        value = {"one_per": value.strip().removeprefix("one per ")}
    return value if isinstance(value, dict) else {"people": value}


class Seats(Frozen):
    """Class size."""

    least: PeopleCount = Field(1, ge=1, description="Least trainees; a serial with fewer does not start")
    most: PeopleCount = Field(ge=1, description="Seats of one serial")

    @model_validator(mode="after")
    def _in_order(self) -> Seats:
        if self.least > self.most:
            raise refusal("parts.least-above-most", "least", least=str(self.least), most=str(self.most))
        return self


Needs = Table[Annotated[Need, BeforeValidator(_need_in, json_schema_input_type=int | str | dict[str, Any])]]


class Phase(Frozen):
    """A part of a course with needs of its own."""

    title: str = Field("", description="Name of the phase")
    weeks: WeekCount = Field(ge=1, description="Teaching weeks")
    instructors: Needs = Field(default_factory=dict, description="People needed by skill")
    uses: Table[Annotated[Plain, Field(gt=0)]] = Field(
        default_factory=dict, description="Rooms, ranges, workshops or equipment sets, by facility"
    )


LONGEST = 260
"""Teaching weeks of a course at most."""


def _length_in(value: Any) -> Any:
    """Read whole weeks as a `WeekCount`; ranges are left to the quantity."""
    if isinstance(value, Quantity | dict):
        return value
    weeks = count_in(value, "weeks")
    if weeks < 1:
        raise refusal("parts.no-teaching-weeks", value=shown(value), most=LONGEST)
    return weeks


Length = Annotated[Quantity, Dimension("weeks"), BeforeValidator(_length_in)]
"""Teaching weeks: a whole number, or a range of which every future draws one."""


_YES_OR_NO = ("", "0", "1", "f", "false", "n", "no", "off", "on", "t", "true", "y", "yes")


def _says_when(held: Any) -> bool:
    """Say whether what stands under `held` is meant as periods, right or wrong ones."""
    if not isinstance(held, str):
        return isinstance(held, list | tuple | Span | dt.date)
    if held.strip().lower() in _YES_OR_NO:
        return False
    try:
        return bool(tuple(map(span_in, held.split(";"))))
    except PydanticCustomError:
        return re.search(r"\d| to |;", held) is not None


def _periods_in(value: Any) -> Any:
    """Read one period or several, in a text parted by semicolons."""
    if isinstance(value, str):
        return tuple(part for part in value.split(";") if part.strip())
    return () if value is None else value if isinstance(value, list | tuple) else (value,)


Periods = Annotated[tuple[Period, ...], BeforeValidator(_periods_in, json_schema_input_type=str | list[str])]


class Course(Frozen):
    """Something taught in serials of whole weeks."""

    title: str = Field("", description="Name; the id when left out")
    tag: Tag = Field("train", description="Which part of security-force assistance it is")
    weeks: Length | None = Field(
        None,
        description="Teaching weeks; the sum of the phases when those are given. Of a range plans take the "
        "mean, to the nearest week",
    )
    seats: Seats = Field(description="Least and most trainees")
    instructors: Needs = Field(
        default_factory=dict, description="People needed by skill, through the whole course"
    )
    uses: Table[Annotated[Plain, Field(gt=0)]] = Field(
        default_factory=dict, description="Facilities held through the whole course, by type"
    )
    in_phases: tuple[Phase, ...] = Field((), description="Phases, when needs change within the course")
    after: Ids = Field(
        (), description="Prerequisite courses, in order; trainees come from those who passed the last"
    )
    recruits: Id | None = Field(None, description="Pool the trainees come from when there is no prerequisite")
    grants: Id | None = Field(None, description="Competence of those who pass")
    passes: Share = Field(_known(1, "share"), description="Share of those at the end who pass")
    drops_out: WeeklyShare = Field(_known(0, "share a week"), description="Share lost in each week")
    repeats: Share = Field(
        _known(0, "share"), description="Share of those who fail who take it again; the rest leave"
    )
    teaches_on: Share = Field(
        _known(0, "share"), description="Share of those who pass who become host instructors"
    )
    teaches: Ids = Field((), description="Skills those host instructors then have")
    foreign_at_least: Share = Field(
        _known(0, "share"),
        description="Share of each skill's instructors who must be foreign until hosts may teach alone; "
        "without foreigners, as after exit, the course stops until then",
    )
    learns: Learning | None = Field(
        None, description="How it improves with serials held; as the mission's `learns` when left out"
    )
    language: str = Field("", description="Language of instruction")
    held: bool = Field(True, description="Whether the option holds it; levers switch it")
    only_in: Periods = Field(
        (),
        description="Periods in which alone it is held, from the first week of a serial to its last, such as "
        "March to June, 1 to 30 August or 2019-03-01 to 2019-06-30; always when left out",
    )
    sites: Ids = Field(description="Sites that can hold it")
    may_pause: bool = Field(True, description="Whether a serial may stand still over closed weeks")
    priority: Plain = Field(1.0, ge=0, description="Weight when not everything can be held")
    costs: Money = Field(_known(0, "money"), description="Cost of one serial besides its people")
    costs_a_trainee: Money = Field(_known(0, "money"), description="Cost of one trainee's seat")
    basis: Basis = Field((), description="What the course rests on")

    @model_validator(mode="before")
    @classmethod
    def _held_in(cls, value: Any) -> Any:
        """Read `held: March to June` as held, and only then."""
        held = value.get("held") if isinstance(value, dict) else None
        if not _says_when(held) or value.get("only_in"):
            return value
        try:
            periods = tuple(map(span_in, _periods_in(held)))
        except PydanticCustomError as error:
            raise refused((error.context or {})["fault"], "held") from None
        return {key: part for key, part in value.items() if key != "held"} | {"only_in": periods}

    @model_validator(mode="after")
    def _weeks_or_phases(self) -> Course:
        if self.weeks is None and not self.in_phases:
            raise refusal("parts.no-weeks-no-phases", "weeks")
        if self.weeks is None:
            return self
        if self.weeks.low < 1 or self.weeks.high > LONGEST:
            ends = {"low": float(self.weeks.low), "high": float(self.weeks.high)}
            raise refusal("parts.weeks-out-of-bounds", "weeks", most=LONGEST, **ends)
        total = sum(phase.weeks for phase in self.in_phases)
        if self.in_phases and not (self.weeks.is_known and self.length == total):
            if not self.weeks.is_known:
                raise refusal("parts.range-of-weeks-in-phases", "weeks", total=total)
            raise refusal("parts.weeks-unlike-phases", "weeks", weeks=self.length, total=total)
        return self

    @cached_property
    def phases(self) -> tuple[Phase, ...]:
        """The phases with what the whole course needs added; one phase when none were written."""
        if not self.in_phases:
            return (Phase(weeks=self.length, instructors=self.instructors, uses=self.uses),)
        return tuple(
            Phase(
                title=p.title,
                weeks=p.weeks,
                instructors={**self.instructors, **p.instructors},
                uses={**self.uses, **p.uses},
            )
            for p in self.in_phases
        )

    @property
    def length(self) -> int:
        """Teaching weeks planned."""
        if self.weeks is None:
            return sum(phase.weeks for phase in self.in_phases)
        return math.floor(self.weeks.mean + 0.5)

    @property
    def yield_mean(self) -> float:
        """Expected share of those who start who pass, over one run: (1 - drop-out)^weeks x pass rate."""
        return float((1 - self.drops_out.mean) ** self.length * self.passes.mean)


class HostsTeachAlone(Frozen):
    """When the host may teach a course that asks for foreign instructors without them.

    A finished project that lists the course lets it, too; where no number is stated only projects do. Schemes
    that license instructors let one person teach alone after one or a few classes under supervision; for a
    whole school, which is several of them, nothing was found, so a number is an assumption of the mission.
    """

    after: SerialCount | None = Field(
        None,
        ge=1,
        description="Serials of a course held together with the host, after which it goes on alone",
    )
    passes: Share = Field(
        _known(0.9, "share"),
        description="Pass rate of what the host begins alone after exit, as a share of the course's own",
    )
    basis: Basis = Field((), description="What it rests on")


class Capability(Frozen):
    """What is wanted: units composed of competences, so many by a date, a floor to be held after exit."""

    title: str = Field("", description="Name; the id when left out")
    made_of: Table[PeopleCount] = Field(description="People of each competence in one unit")
    wanted: Annotated[Mapping[dt.date, PeopleCount], AfterValidator(FrozenDict)] = Field(
        description="Units wanted by date"
    )
    floor_after_exit: PeopleCount = Field(
        0, ge=0, description="Units that must still hold two years after the last trainer left"
    )
    priority: Plain = Field(1.0, gt=0, description="Weight among the capabilities")
    basis: Basis = Field((), description="What it rests on")

    @model_validator(mode="after")
    def _is_composed(self) -> Capability:
        if not self.made_of or any(n < 1 for n in self.made_of.values()):
            raise refusal("parts.made-of-nothing", "made_of")
        return self
