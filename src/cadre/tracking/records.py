"""Records: what happened in a running mission, as people report it. Frozen data, nothing else.

Every record says who reported it, when, by what means it was verified and under which counting rule it was
counted. A record is never changed: one that corrects it stands beside it (`corrects`), and one that never
happened is withdrawn the same way (`withdrawn`). Ids of records are those of rows, as everywhere.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from cadre.messages import quoted
from cadre.mission.base import Frozen, Id, Table, refusal
from cadre.mission.money import Payer
from cadre.mission.nations import State
from cadre.mission.units import PartCount, PeopleCount, Plain, WeekCount, number_in
from cadre.tracking.swapped import cure_of_two

Cause = Literal[
    "site closed",
    "site not open",
    "mission paused",
    "after exit",
    "instructors",
    "trainees",
    "rooms",
    "other",
]
"""Why a serial was lost: those of the simulation (`cadre.simulation.outcome.CAUSES`), and any other."""
Amount = Annotated[float, BeforeValidator(lambda value: number_in(value, "money"))]
Part = Annotated[float, BeforeValidator(lambda value: number_in(value, "share"))]


_NUMBERS = ("people", "passed", "again", "teach_on", "amount", "of")
"""Columns that hold what was counted."""
_BELOW_NOTHING = re.compile(r"-\s*[\d.,]*[1-9]")


class Report(Frozen):
    """What every record says of itself."""

    on: dt.date = Field(description="Day on which it happened, or was counted; of a period its last day")
    reported_by: Id = Field(description="Who reported it")
    reported_on: dt.date = Field(description="Day of the report")
    means: str = Field("", description="Means of verification, such as register, test papers, list of names")
    rule: str = Field("", description="Counting rule, such as sat the final test")
    corrects: Id | None = Field(None, description="The record that it stands in place of, of the same table")
    withdrawn: bool = Field(False, description="Whether what it corrects never happened: neither counts")

    @model_validator(mode="before")
    @classmethod
    def _takes_nothing_off(cls, data: Any) -> Any:
        """Refuse numbers below nothing, by which people mean to take off what was reported before."""
        for name in _NUMBERS if isinstance(data, Mapping) else ():
            text = str(data.get(name) or "").strip().replace("\u2212", "-")
            if _BELOW_NOTHING.match(text):
                raise refusal("tracking.negative", name, number=quoted(text))
        return data

    @model_validator(mode="after")
    def _after_it_happened(self) -> Report:
        if self.reported_on < self.on:
            cure = cure_of_two(self.on, self.reported_on)
            days = {"on": self.on, "reported": self.reported_on}
            raise refusal("tracking.reported-before", "reported_on", cure=cure, **days)
        if self.withdrawn and self.corrects is None:
            raise refusal("tracking.withdraws-nothing", "withdrawn")
        return self


class Movement(Report):
    """People of an offer who came to a site, or went."""

    offer: Id = Field(description="Of which offer")
    site: Id = Field(description="Where")
    what: Literal["arrived", "departed"] = Field(description="What happened")
    people: PeopleCount = Field(ge=1, description="How many")


class OfferState(Report):
    """An offer whose state changed."""

    offer: Id = Field(description="Which offer")
    state: State | Literal["dropped"] = Field(description="Its state from then on")
    people: PartCount | None = Field(None, ge=0, description="People from then on; as before when left out")


class SerialReport(Report):
    """What became of a serial."""

    serial: str = Field(min_length=1, max_length=120, description="Which serial, as the plan names it")
    what: Literal["started", "in class", "ended", "cancelled"] = Field(description="What happened")
    course: Id | None = Field(None, description="Started: what is taught")
    site: Id | None = Field(None, description="Started: where")
    people: PeopleCount | None = Field(
        None,
        description="Started: who attended the first day; in class: who still did; ended: who sat the test",
    )
    passed: PeopleCount | None = Field(None, description="Ended: of those who sat, who passed")
    again: PeopleCount | None = Field(None, description="Ended: of those who failed, who take it again")
    teach_on: PeopleCount | None = Field(None, description="Ended: of those who passed, who now teach")
    weeks_taught: WeekCount | None = Field(
        None, ge=0, description="In class: teaching weeks over; by the calendar if empty"
    )
    with_hosts: bool = Field(False, description="Started: whether hosts teach it together with the mission")
    cause: Cause | None = Field(None, description="Cancelled: why")

    @model_validator(mode="after")
    def _says_enough(self) -> SerialReport:
        for name in _NEEDED[self.what]:
            if getattr(self, name) is None:
                raise refusal("tracking.lacks", name, what=quoted(self.what), field=quoted(name))
        return self

    @model_validator(mode="after")
    def _adds_up(self) -> SerialReport:
        for part, whole, name in (
            (self.passed, self.people, "more-passed"),
            (self.teach_on, self.passed, "more-teach-on"),
            (self.again, self._failed, "more-again"),
        ):
            if part is not None and whole is not None and part > whole:
                raise refusal(f"tracking.{name}", _AT[name], part=part, whole=whole)
        return self

    @property
    def _failed(self) -> int | None:
        return None if self.people is None or self.passed is None else self.people - self.passed


_NEEDED = {
    "started": ("course", "site", "people"),
    "in class": ("people",),
    "ended": ("people", "passed"),
    "cancelled": ("cause",),
}
"""What a report of a serial must say, by what happened."""
_AT = {"more-passed": "passed", "more-teach-on": "teach_on", "more-again": "again"}


class GroupResult(Report):
    """How many of a group (a rank, a unit, a sex, whatever the mission names) attend, or sat and passed."""

    serial: str = Field(min_length=1, max_length=120, description="Which serial")
    group: str = Field(min_length=1, max_length=60, description="Which group, such as women or officers")
    people: PeopleCount = Field(description="Who sat the test; before it who attended the first day")
    passed: PeopleCount | None = Field(None, description="Who passed; empty before the test")

    @model_validator(mode="after")
    def _adds_up(self) -> GroupResult:
        if self.passed is not None and self.passed > self.people:
            raise refusal("tracking.more-passed", "passed", part=self.passed, whole=self.people)
        return self


class Posting(Report):
    """Graduates posted where what they learnt is used."""

    competence: Id = Field(description="What they hold")
    people: PeopleCount = Field(description="How many are posted there")
    of: PeopleCount = Field(description="Of how many graduates")

    @model_validator(mode="after")
    def _adds_up(self) -> Posting:
        if self.people > self.of:
            raise refusal("tracking.more-posted", "people", part=self.people, whole=self.of)
        return self


class RecruitsCame(Report):
    """Recruits who came to a pool within a period; `on` is its last day."""

    recruits: Id = Field(description="Which pool")
    begins: dt.date = Field(description="First day of the period")
    people: PeopleCount = Field(description="How many came")

    @model_validator(mode="after")
    def _in_order(self) -> RecruitsCame:
        if self.begins > self.on:
            raise refusal("tracking.period-backwards", "begins", begins=self.begins, on=self.on)
        return self


class Count(Report):
    """People counted: recruits who wait, holders of a competence who are available, host instructors."""

    what: Literal["recruits", "competence", "hosts"] = Field(description="Who was counted")
    of: Id = Field(description="Of which pool, competence or skill; host instructors of a course: its id")
    people: PeopleCount = Field(description="How many")


class ActivityProgress(Report):
    """How far an activity of a project is."""

    project: Id = Field(description="Which project")
    activity: Id = Field(description="Which activity")
    what: Literal["begun", "going on", "finished"] = Field(description="What happened")
    done: Part | None = Field(None, description="Going on: share of the work that is done")

    @model_validator(mode="after")
    def _says_how_far(self) -> ActivityProgress:
        if self.what == "going on" and self.done is None:
            raise refusal("tracking.lacks", "done", what=quoted(self.what), field=quoted("done"))
        return self


class Spending(Report):
    """Money spent within a period; `on` is its last day."""

    payer: Payer = Field(description="Who paid")
    about: Literal["posts", "local posts", "courses", "sites", "projects", "command", "other"] = Field(
        description="For what"
    )
    begins: dt.date = Field(description="First day of the period")
    amount: Amount = Field(description="How much, in the mission's currency")

    @model_validator(mode="after")
    def _in_order(self) -> Spending:
        if self.begins > self.on:
            raise refusal("tracking.period-backwards", "begins", begins=self.begins, on=self.on)
        return self


class SiteState(Report):
    """A site that opened, closed or reopened."""

    site: Id = Field(description="Which site")
    what: Literal["opened", "closed", "reopened"] = Field(description="What happened")


class Occurrence(Report):
    """An event of the mission that happened, or a pause of all of it."""

    what: Literal["event", "paused", "resumed"] = Field(description="What happened")
    event: Id | None = Field(None, description="Which event")
    weeks: Plain | None = Field(None, ge=0, description="Event: weeks of notice or of delay that followed")
    stays: Part | None = Field(None, description="Event: share of the foreign people who stayed")

    @model_validator(mode="after")
    def _names_its_event(self) -> Occurrence:
        if (self.what == "event") != (self.event is not None):
            raise refusal("tracking.event-or-none", "event", what=quoted(self.what))
        return self


class Injury(Report):
    """People who were hurt."""

    site: Id = Field(description="Where")
    people: PeopleCount = Field(ge=1, description="How many")
    severity: Literal["light", "severe", "died"] = Field(description="How badly")
    party: Id | None = Field(None, description="Of which nation; empty for trainees and hosts")


class Reporter(Frozen):
    """Who is to report, and how often."""

    title: str = Field("", description="Name; the id when left out")
    every: WeekCount = Field(4, ge=1, description="Weeks between two reports at most")


class PersonName(Frozen):
    """The name of somebody whom the plan knows by an id."""

    person: str = Field(min_length=1, max_length=120, description="Who, as the plan and rosters name them")
    name: str = Field(min_length=1, max_length=120, description="Their name")


class Records(Frozen):
    """Everything that was reported, by table; each table by id in the order written."""

    reporters: Table[Reporter] = Field(default_factory=dict, description="Who is to report, and how often")
    names: Table[PersonName] = Field(default_factory=dict, description="Names of people, for rosters")
    movements: Table[Movement] = Field(default_factory=dict, description="People who came and went")
    offer_states: Table[OfferState] = Field(default_factory=dict, description="Offers that changed")
    serials: Table[SerialReport] = Field(default_factory=dict, description="What became of serials")
    groups: Table[GroupResult] = Field(default_factory=dict, description="Results of serials by group")
    postings: Table[Posting] = Field(default_factory=dict, description="Graduates posted")
    intake: Table[RecruitsCame] = Field(default_factory=dict, description="Recruits who came")
    counts: Table[Count] = Field(default_factory=dict, description="People counted")
    steps: Table[ActivityProgress] = Field(default_factory=dict, description="How far projects are")
    spending: Table[Spending] = Field(default_factory=dict, description="Money spent")
    site_states: Table[SiteState] = Field(default_factory=dict, description="Sites opened and closed")
    occurrences: Table[Occurrence] = Field(default_factory=dict, description="Events and pauses")
    injuries: Table[Injury] = Field(default_factory=dict, description="People hurt")

    def of(self, kind: str) -> Mapping[str, Report]:
        """Return the reports of one table, by id."""
        table: Mapping[str, Report] = getattr(self, kind)
        return table

    @property
    def count(self) -> int:
        """How many reports there are."""
        return sum(len(self.of(kind)) for kind in REPORTED)


LISTS = ("reporters", "names")
"""Tables that are no reports."""
REPORTED = tuple(name for name in Records.model_fields if name not in LISTS)
"""Tables of reports."""
