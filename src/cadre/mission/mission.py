"""Mission: everything that is known and wanted, frozen and validated.

Takes the data of a mission folder (already read), gives a `Mission` that can be asked for its weeks and
its quantities, and that can be changed into another mission by setting values at paths
(`Mission.changed`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Self

from pydantic import (
    Field,
    ModelWrapValidatorHandler,
    model_validator,
)
from pydantic_core import PydanticCustomError

from cadre.mission.base import Basis, Frozen, Id, Table
from cadre.mission.calendar import Calendar
from cadre.mission.changing import fault_at, set_at
from cadre.mission.events import Event
from cadre.mission.header import Header, as_form
from cadre.mission.intake import Recruits, grown, seasons_of
from cadre.mission.learning import LEARNS, Learning, learning_in
from cadre.mission.ledger import Figure, Ledger
from cadre.mission.levers import Choice, Lever, Rule
from cadre.mission.mandate import Mandate
from cadre.mission.money import OVERRUN, Money, overrun_of
from cadre.mission.nations import Offer, Party, Position, Reliability
from cadre.mission.numerals import FORMS, form_of_numbers, written_in
from cadre.mission.people import Command, Role, SupportRule, Tours
from cadre.mission.pins import Pins
from cadre.mission.places import Closures, Site
from cadre.mission.policy import Judgements, Policy
from cadre.mission.preferences import Preferences
from cadre.mission.presence import Piece, Strength, pieces_of, strengths
from cadre.mission.projects import Project
from cadre.mission.quantities import quantities_in
from cadre.mission.quantity import Quantity
from cadre.mission.trained import Trained
from cadre.mission.training import Capability, Competence, Course, HostsTeachAlone, Skill
from cadre.mission.under_way import UnderWay, over_by
from cadre.mission.units import WEEKS_PER_YEAR, PeopleCount, Plain
from cadre.mission.working import Working

FORMAT = 1
"""Version of the folder format, written as `cadre: 1`."""


class Correlation(Frozen):
    """Rank correlation between two quantities."""

    between: tuple[str, str] = Field(description="Paths of two quantities")
    rank: Plain = Field(ge=-1, le=1, description="Rank correlation (Spearman)")
    basis: Basis = Field((), description="What it rests on")


class Mission(Frozen):
    """A whole mission. Weeks count from `mission.starts`; ids are the strings people wrote."""

    cadre: int = Field(FORMAT, ge=1, le=FORMAT, description="Version of the folder format")
    mission: Header = Field(description="Title and frame")
    mandate: Mandate = Field(description="The task as it was given")
    calendar: Calendar = Field(Calendar(), description="Working week, holidays, closed periods")
    skills: Table[Skill] = Field(
        default_factory=dict, description="What instructors and advisers must be able to do"
    )
    recruits: Table[Recruits] = Field(default_factory=dict, description="Pools that trainees come from")
    competences: Table[Competence] = Field(default_factory=dict, description="What graduates hold")
    courses: Table[Course] = Field(default_factory=dict, description="What is taught")
    learns: Learning | None = Field(
        None,
        description="How courses that say nothing of it themselves improve with serials held; as the pack "
        "tells when left out",
    )
    under_way: Table[UnderWay] = Field(
        default_factory=dict,
        description="Serials that others have begun before the first day and will teach to their end",
    )
    hosts_teach_alone: HostsTeachAlone = Field(
        HostsTeachAlone(), description="When the host teaches without foreign instructors"
    )
    trained: Trained = Field(Trained(), description="Who is counted as trained")
    capabilities: Table[Capability] = Field(default_factory=dict, description="What is wanted")
    projects: Table[Project] = Field(default_factory=dict, description="Institution building")
    sites: Table[Site] = Field(default_factory=dict, description="Places")
    headquarters: Id = Field(description="Site of the command and of advisers without a site of their own")
    ranks: tuple[str, ...] = Field(
        (), description="Rank bands, lowest first; offers match at most one band away"
    )
    roles: Table[Role] = Field(default_factory=dict, description="Kinds of post")
    tours: Tours = Field(Tours(), description="Length of stay, handover, leave")
    ceiling: PeopleCount | None = Field(
        None, ge=0, description="Foreign posts at any time, at most; no limit when left out"
    )
    support: Table[SupportRule] = Field(default_factory=dict, description="Rules from which the tail follows")
    commands: Table[Command] = Field(default_factory=dict, description="Ways to command the mission")
    command: Id | None = Field(None, description="The way chosen")
    pauses: Closures | None = Field(None, description="How often and how long the whole mission pauses")
    events: Table[Event] = Field(
        default_factory=dict, description="What may end, delay or shrink the mission"
    )
    waits_for: Id | None = Field(
        None, description="Open question that must be answered before the mission begins, if it then does"
    )
    policy: Policy = Field(Policy(), description="How far the running mission decides anew")
    parties: Table[Party] = Field(
        default_factory=dict, description="Nations and organisations, or types of them"
    )
    offers: Table[Offer] = Field(default_factory=dict, description="What parties would send")
    reliability: Reliability = Field(
        Reliability(), description="How far parties differ in keeping offers, and how far places stay filled"
    )
    positions: tuple[Position, ...] = Field((), description="What parties want and will not accept")
    preferences: Preferences = Field(
        Preferences(), description="How criteria count against each other, as far as deciders have said"
    )
    judgements: Judgements = Field(
        Judgements(), description="How ranges that were assumed enter the futures played"
    )
    money: Money = Field(Money(), description="Who pays for what")
    levers: Table[Lever] = Field(default_factory=dict, description="What is to be decided")
    rules: tuple[Rule, ...] = Field((), description="Combinations that are excluded")
    always_show: Pins = Field(
        (),
        description="Options shown whatever else is: by id, by choices (`command=rotating, size=small`), or "
        "beside another (`asked, command=rotating`); a lever alone means each of its choices",
    )
    nothing: Choice = Field(
        Choice(title="No mission", set={"ceiling": 0}),
        description="Doing nothing: the changes that leave things as they are",
    )
    correlations: tuple[Correlation, ...] = Field((), description="Rank correlations between quantities")
    ledger: Ledger = Field(Ledger(), description="Sources and statements")
    figures: Table[Figure] = Field(
        default_factory=dict, description="Figures of the pack; not written to the folder", exclude=True
    )

    @property
    def exit_week(self) -> int:
        """First week without foreign trainers."""
        return self.mission.horizon

    @model_validator(mode="wrap")
    @classmethod
    def _numbers_as_said(cls, data: Any, read: ModelWrapValidatorHandler[Self]) -> Self:
        """Read every number as the mission writes them."""
        header = data.get("mission") if isinstance(data, Mapping) else None
        found = header.get("numbers") if isinstance(header, Mapping) else getattr(header, "numbers", None)
        form = as_form(found)
        with written_in(form if form in FORMS else form_of_numbers()):
            return read(data)

    @property
    def begin_week(self) -> int:
        """First week with the mission: that in which it is known what it waits for, else 0."""
        question = self.mandate.open.get(self.waits_for or "")
        if question is None or question.can_learn_by is None:
            return 0
        return max(0, self.week_from(question.can_learn_by))

    @property
    def floor_week(self) -> int:
        """Week at whose beginning the floors are judged: the look beyond exit is over."""
        return self.mission.horizon + self.mission.looks_beyond_exit

    @property
    def floor_judged(self) -> int:
        """Week at whose end the floors are judged, however late the last target is."""
        return self.floor_week - 1

    @cached_property
    def weeks(self) -> int:
        """Weeks planned and simulated: to the end of the look beyond exit, or to a later last target."""
        dates = (day for capability in self.capabilities.values() for day in capability.wanted)
        return max(self.floor_week, max((self.week_of(day) for day in dates), default=0) + 1)

    @cached_property
    def seasons(self) -> tuple[int, ...]:
        """First weeks of the seasons within which as many recruits are expected each week, from 0."""
        return seasons_of(self.recruits.values(), self.mission.starts, self.weeks)

    @cached_property
    def intake(self) -> Mapping[str, tuple[float, ...]]:
        """Recruits expected a year in each season, by pool: means, grown to the middle of the season."""
        found, ends = {}, (*self.seasons[1:], self.weeks)
        for key, recruits in self.recruits.items():
            stated = (recruits.a_year, *(later.a_year for later in recruits.later))
            found[key] = tuple(
                stated[recruits.stated(first, self.mission.starts)].mean
                * grown(recruits.grows.mean, (first + end) / 2)
                for first, end in zip(self.seasons, ends, strict=True)
            )
        return found

    @cached_property
    def working(self) -> Working:
        """The weeks in which it teaches: by site, by nation, by course."""
        header = self.mission
        parts = self.calendar, self.sites, self.parties, self.courses
        return Working(*parts, header.host, header.starts, self.weeks)

    @property
    def closed_weeks(self) -> frozenset[int]:
        """Weeks in which nobody teaches, from the calendar."""
        return self.working.closed_weeks

    def closed_at(self, site: str) -> frozenset[int]:
        """Return the weeks in which nobody teaches at a site, by the calendar or its own closed periods."""
        return self.working.closed_by_site[site]

    @cached_property
    def pieces(self) -> Mapping[str, tuple[Piece, ...]]:
        """People of each offer by the part of a rotation in which they are there."""
        return pieces_of(self.offers)

    @cached_property
    def turns(self) -> tuple[tuple[int, int], ...]:
        """Weeks of each rotation: first, and the one after the last, cut at exit."""
        tour, ends = self.tours.weeks, self.exit_week
        return tuple((opens, min(opens + tour, ends)) for opens in range(0, ends, tour))

    @cached_property
    def strengths(self) -> Mapping[str, tuple[Strength, ...]]:
        """People of each offer at a time, in runs of whole weeks within the foreign presence."""
        return {
            key: strengths(self.pieces[key], self.weeks_of(offer), self.turns)
            for key, offer in self.offers.items()
        }

    def over_by(self, under_way: str) -> int | None:
        """Return the week after the last of a serial that runs on the first day; None if it is never over."""
        serial = self.under_way[under_way]
        return over_by(serial.weeks_left, self.closed_at(serial.site), self.weeks)

    def wanted_by_week(self, capability: str) -> dict[int, int]:
        """Return the units of a capability wanted by week, rising: of dates in one week the most.

        A target is judged at the end of the week that holds its day, in every stage.
        """
        weeks: dict[int, int] = {}
        for day, units in sorted(self.capabilities[capability].wanted.items()):
            weeks[self.week_of(day)] = max(weeks.get(self.week_of(day), 0), units)
        return weeks

    def week_of(self, day: dt.date) -> int:
        """Return the week that holds a day; negative before the first day."""
        return (day - self.mission.starts).days // 7

    def week_from(self, day: dt.date) -> int:
        """Return the first week that begins on a day or after it; negative before the first day."""
        return -((self.mission.starts - day).days // 7)

    def date_of(self, week: int) -> dt.date:
        """Return the first day of a week; of one beyond the calendar the calendar's last."""
        last = self.week_of(dt.date.max)
        return self.mission.starts + dt.timedelta(weeks=week) if week <= last else dt.date.max

    def whole_weeks(self, begins: dt.date, ends: dt.date) -> tuple[int, int]:
        """Return the weeks in which somebody there from one day to another can teach on all working days.

        Days off are no working days: who comes on the Tuesday after a holiday has the week, and who leaves on
        a Friday has it where nobody works at the weekend.

        Returns
        -------
        (int, int)
            The first week, and the one after the last, equal where there is none; not cut to the mission.
        """
        first = max(self.week_of(begins), self.week_of(dt.date.min) + 1)
        last = min(self.week_of(ends), self.week_of(dt.date.max) - 1)  # no week beyond the calendar has days
        came_late = any(day < begins for day in self.working.days.to_teach(self.date_of(first)))
        left_early = any(day > ends for day in self.working.days.to_teach(self.date_of(last)))
        return first + came_late, max(first + came_late, last + 1 - left_early)

    def weeks_of(self, offer: Offer) -> tuple[int, int]:
        """Return the whole weeks of an offer's window inside the presence: first, and the one after the last.

        Whole are those in which its people can teach on all working days. The two are equal where no week is
        left.
        """
        begins, ends = self.whole_weeks(offer.begins, offer.ends)
        begins = max(0, begins)
        return begins, max(begins, min(self.exit_week, ends))

    def opening_week(self, site: str) -> float:
        """Return the expected opening week of a site for the mission, not before it begins.

        Gates of projects come on top.
        """
        opens, begins = self.sites[site].opens, float(self.begin_week)
        return begins if opens is None else max(begins, (opens.mean - self.mission.starts.toordinal()) / 7)

    def learning_of(self, course: str) -> tuple[str, Learning] | None:
        """Return how a course learns and the path at which that stands; None where it does not.

        Where the mission says nothing of it, as its pack tells.
        """
        own = self.courses[course].learns
        if own is not None:
            return f"courses.{course}.learns", own
        learns = self.learns or learning_in(self.figures)
        return None if learns is None else ("learns", learns)

    def title_of(self, kind: str, key: str) -> str:
        """Return the title of a thing, or its id where it has none."""
        return getattr(getattr(self, kind)[key], "title", "") or key.replace("-", " ")

    @cached_property
    def quantities(self) -> Mapping[str, Quantity]:
        """Every quantity by its path, such as `courses.medic.passes`, in the order of the model.

        Those that the pack tells come last.
        """
        return dict(quantities_in(self)) | dict(self.of_the_pack)

    @cached_property
    def of_the_pack(self) -> Mapping[str, Quantity]:
        """Quantities that are the pack's where the mission leaves them out, by path."""
        found = {OVERRUN: overrun_of(self.money, self.figures)}
        learns = learning_in(self.figures) if self.learns is None and self.courses else None
        if learns is not None:
            found |= {LEARNS: learns.instructors, "learns.fails": learns.fails}
        return found

    def luck_of(self, path: str) -> str:
        """Return the name under which a quantity is drawn: its path; rows of offers share their party's.

        What is said of one offer holds for all of a party, so that rows can be cut without changing a chance.
        """
        keys = path.split(".")
        if keys[0] != "offers" or len(keys) != len(("offers", "ID", "field")) or keys[1] not in self.offers:
            return path
        return f"party/{self.offers[keys[1]].party}/{keys[2]}"

    @property
    def years_beyond_exit(self) -> float:
        """How long the mission looks beyond its exit, in years."""
        return self.mission.looks_beyond_exit / WEEKS_PER_YEAR

    def document(self) -> dict[str, Any]:
        """Return the mission as people would write it: plain data without defaults.

        `Mission.model_validate` reads it back equal.
        """
        return self.model_dump(mode="json", exclude_defaults=True)

    def changed(self, changes: Mapping[str, Any]) -> Self:
        """Return the mission with values set at paths, validated anew.

        Parameters
        ----------
        changes : mapping of str to value
            Path such as `support.protection.one_per` to the value as people write it; `None` takes the value
            away.

        Raises
        ------
        pydantic.ValidationError
            When a value may not stand there, or a path does not exist.
        """
        if not changes:
            return self
        touched = {path.split(".")[0] for path in changes}
        # What no path leads into stays as it was validated: hundreds of options are made of one mission.
        document: dict[str, Any] = {n: getattr(self, n) for n in sorted(self.model_fields_set - touched)}
        document |= self.model_dump(mode="json", exclude_unset=True, include=touched)
        for path, value in changes.items():
            try:
                set_at(Mission, document, path.split("."), value)
            except PydanticCustomError as error:
                raise fault_at(error, path, value) from None
        return type(self).model_validate(document | {"figures": self.figures})
