"""Rows: what the API answers and what it is sent, field by field."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field, StringConstraints

from cadre.site.rights import SiteRole
from cadre.site.studies.queue import FUTURES, SEED_BELOW

Text = Annotated[str, StringConstraints(max_length=500, pattern=r"^[^\x00]*$")]
"""What people write, without the one character that PostgreSQL does not keep."""


class TableRow(Schema):
    """A row; made from plain data."""


class MissionRow(TableRow):
    """A mission."""

    key: str
    title: str
    newest: int
    made_at: dt.datetime


class RevisionRow(TableRow):
    """A revision: who saved what when."""

    number: int
    at: dt.datetime
    author: str
    comment: str
    digest: str
    original_name: str


class WholeRevision(RevisionRow):
    """A revision with the mission as plain data."""

    document: dict[str, Any]


class Saved(TableRow):
    """A revision that was saved, and what is odd about it."""

    mission: str
    number: int
    digest: str
    warnings: list[str]


class DecisionRow(TableRow):
    """A day on which something is decided."""

    on: dt.date
    by: str
    about: str


class WantedRow(TableRow):
    """How many units of a capability are wanted by a day."""

    capability: str
    by: dt.date
    units: int
    floor_after_exit: int | None


class OfferedRow(TableRow):
    """An offer."""

    id: str
    party: str
    role: str
    people: Any
    begins: dt.date | None
    ends: dt.date | None
    state: str


class OverviewRow(TableRow):
    """A mission, cut to what its reader may see."""

    mission: MissionRow
    roles: list[str]
    host: str
    starts: dt.date | None
    weeks: int | None
    asks: str
    parts: dict[str, list[str]]


class CellRow(TableRow):
    """A field of something in a revision."""

    id: str
    field: str
    value: Any


class RoleRow(TableRow):
    """A role of somebody in a mission."""

    number: int
    name: str
    title: str
    role: str
    nation: str


class AuditRow(TableRow):
    """An entry of the audit log."""

    number: int
    at: dt.datetime
    by: str
    did: str
    about: str
    before: str
    after: str
    digest: str


class PersonRow(TableRow):
    """A person of the site."""

    number: int
    name: str
    title: str
    language: str
    manages_accounts: bool
    begins_missions: bool
    is_active: bool


class StudyRow(TableRow):
    """A study and how far it is."""

    number: int
    revision: int
    state: str
    asked_by: str
    asked_at: dt.datetime
    ended_at: dt.datetime | None
    stage: str
    done: int
    total: int
    seed: int
    futures: int
    draft: bool
    language: str


class FileRow(TableRow):
    """A file of a finished study."""

    name: str
    digest: str


class MissionBegun(Schema):
    """What is said of a first revision."""

    comment: Text = ""


class Continued(MissionBegun):
    """What is said of a further revision: which one it began from."""

    base: int


class AskedStudy(Schema):
    """What study is asked for."""

    seed: int = Field(ge=0, lt=SEED_BELOW)
    futures: int = Field(ge=FUTURES[0], le=FUTURES[1])
    draft: bool = False
    language: Literal["en", "fr", "ar"] = "en"


class Given(Schema):
    """A role that somebody is given."""

    name: Text
    role: SiteRole
    nation: Text = ""


class ReleasedTo(Schema):
    """A role that may read a brief, or no longer."""

    role: SiteRole
