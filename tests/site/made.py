"""A site with one mission, two studies and somebody of every kind; another mission beside it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from django.test import Client
from django.utils import timezone

from cadre.site.accounts.models import User
from cadre.site.accounts.tokens import new_token
from cadre.site.intake import Taken
from cadre.site.intake.working import canonical
from cadre.site.missions.models import SiteMission
from cadre.site.missions.saving import Change, appoint, begin_mission
from cadre.site.rights import SiteRole
from cadre.site.studies import queue
from cadre.site.studies.models import SiteStudy
from tests.mission_files.by_hand import OFFERS, write_folder

NOW = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
PASSWORD = "a long enough one"
NATION, OTHER = "norland", "suderland"
POSITIONS = """\
party,stance,condition,strength
suderland,will not accept,posts >= 61,80%
"""
PARTIES = f"parties:\n  {NATION}: {{title: Norland}}\n  {OTHER}: {{title: Suderland}}\n"
SECRETS = ("other-team", "posts >= 61")
"""What nobody but planners may find anywhere."""
SETTINGS = {"seed": 3, "replications": 40, "draft": True, "language": "en"}
BRIEF = {"brief.html": b"<!DOCTYPE html><title>x</title>", "study.json": b"{}"}


def taken_of(folder: Path) -> Taken:
    """Return a mission of two nations as the intake gives it."""
    source = write_folder(folder / "source")
    text = (source / "mission.yaml").read_text("utf-8")
    (source / "mission.yaml").write_text(text.replace("parties:\n  ally: {}\n", PARTIES), "utf-8")
    head, row = OFFERS.splitlines()
    own = row.replace("first,ally", f"own-team,{NATION}")
    others = row.replace("first,ally", f"other-team,{OTHER}")
    (source / "offers.csv").write_text("\n".join([head, own, others]) + "\n", "utf-8")
    (source / "positions.csv").write_text(POSITIONS, "utf-8")
    answer = canonical(source, folder, "en")
    return Taken(answer["title"], answer["files"], answer["document"], tuple(answer["warnings"]))


@dataclass(frozen=True)
class Site:
    """What stands in the database.

    `people` by what they are: each role of the mission, `stranger`, `manager` of accounts, `beginner` who may
    begin missions, `elsewhere`, planner and administrator of the other mission.
    """

    mission: SiteMission
    other: SiteMission
    people: dict[str, User]
    released: SiteStudy
    queued: SiteStudy
    taken: Taken

    @classmethod
    def made(cls, taken: Taken) -> Site:
        people = {name: _person(name) for name in (*SiteRole, "stranger", "manager", "beginner", "elsewhere")}
        User.objects.filter(name="manager").update(manages_accounts=True)
        User.objects.filter(name="beginner").update(begins_missions=True)
        first = Change(taken, people["planner"], "first", b"as it came", "school.zip")
        mission = begin_mission(first, NOW)
        mission.memberships.filter(role=SiteRole.ADMINISTRATOR.value).delete()
        for role in SiteRole:
            nation = NATION if role is SiteRole.NATION else ""
            appoint(mission, people[role.value], role, by=people["planner"], now=NOW, nation=nation)
        secret = replace(taken, title="Elsewhere")
        other = begin_mission(Change(secret, people["elsewhere"], "first"), NOW)
        released = queue.ask(mission, SETTINGS, by=people["planner"], now=NOW)
        held = queue.take(NOW)
        assert held is not None
        queue.finish(held, BRIEF, NOW)
        for role in (SiteRole.READER, SiteRole.COMMANDER):
            queue.release(released, role.value, by=people["planner"], now=NOW)
        queued = queue.ask(mission, SETTINGS, by=people["planner"], now=NOW)
        return cls(mission, other, people, released, queued, taken)

    def client(self, name: str) -> Client:
        """Return the browser of somebody; of `nobody` one that is not logged in."""
        client = Client(raise_request_exception=True)
        if name != "nobody":
            client.force_login(self.people[name])
        return client

    def token(self, name: str) -> dict[str, str]:
        """Return the headers with which a program of somebody asks; of `nobody` none."""
        if name == "nobody":
            return {}
        made = new_token(self.people[name], "test", days=1, reads_only=False, now=timezone.now())
        return {"Authorization": f"Bearer {made}"}


def _person(name: str) -> User:
    return User.objects.create_person(str(name), title=str(name).capitalize())
