"""Saving: a revision is added, nothing is overwritten, and each is in the audit log."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from cadre.site.accounts.models import User
from cadre.site.audit.chain import record
from cadre.site.intake import Taken
from cadre.site.missions.models import Membership, OfferStep, Revision, SiteMission
from cadre.site.missions.steps import steps_between
from cadre.site.rights import SiteRole


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody saves.

    Parameters
    ----------
    taken : Taken
        The mission, read and sound.
    author : User
        Who saves it.
    comment : str
        Why, in their words.
    original, original_name : bytes, str
        What was uploaded, as it came.
    """

    taken: Taken
    author: User
    comment: str
    original: bytes = b""
    original_name: str = ""


class Overtaken(Exception):
    """Somebody else saved a revision since the one that a change began from.

    Parameters
    ----------
    newest : int
        The number of the newest.
    """

    def __init__(self, newest: int) -> None:
        super().__init__(newest)
        self.newest = newest


class LastAdministrator(Exception):
    """The only administrator of a mission cannot be dismissed."""


def begin_mission(change: Change, now: dt.datetime) -> SiteMission:
    """Save the first revision of a new mission; its author is its administrator and planner."""
    with transaction.atomic():
        mission: SiteMission = SiteMission.objects.create(title=change.taken.title, made_at=now)
        for role in (SiteRole.ADMINISTRATOR, SiteRole.PLANNER):
            appoint(mission, change.author, role, by=change.author, now=now)
        _add(mission, change, now)
    return mission


def save_revision(mission: SiteMission, change: Change, *, base: int, now: dt.datetime) -> Revision:
    """Add a revision to a mission.

    Parameters
    ----------
    mission : SiteMission
        Whose.
    change : Change
        What is saved.
    base : int
        Number of the revision that the author began from.
    now : datetime
        When.

    Raises
    ------
    Overtaken
        There is a newer revision; nothing is saved.
    """
    with transaction.atomic():
        held = SiteMission.objects.select_for_update().get(pk=mission.pk)
        if held.newest != base:
            raise Overtaken(held.newest)
        return _add(held, change, now)


def appoint(  # noqa: PLR0913  (each is a field of the row)
    mission: SiteMission, user: User, role: SiteRole, *, by: User, now: dt.datetime, nation: str = ""
) -> None:
    """Give somebody a role; a representative's nation is changed where they have one already."""
    with transaction.atomic():
        held, made = Membership.objects.get_or_create(
            mission=mission, user=user, role=role.value, defaults={"nation": nation}
        )
        before = "" if made else {"role": role.value, "nation": held.nation}
        if not made and held.nation != nation:
            held.nation = nation
            held.save(update_fields=["nation"])
        after = {"role": role.value, "nation": nation}
        if before != after:
            did = "appointed"
            record(
                by=by.name, did=did, at=now, mission=mission.key, about=user.name, before=before, after=after
            )


def dismiss(membership: Membership, *, by: User, now: dt.datetime) -> None:
    """Take a role away.

    Raises
    ------
    LastAdministrator
        A mission keeps an administrator: of two who take the last two away at once, one does not.
    """
    with transaction.atomic():
        mission = SiteMission.objects.select_for_update().get(pk=membership.mission_id)
        administrators = mission.memberships.filter(role=SiteRole.ADMINISTRATOR.value)
        if membership.role == SiteRole.ADMINISTRATOR and administrators.count() == 1:
            raise LastAdministrator
        before = {"role": membership.role, "nation": membership.nation}
        about, key = membership.user.name, membership.mission.key
        membership.delete()
        record(by=by.name, did="dismissed", at=now, mission=key, about=about, before=before)


def content_of(files: Mapping[str, str]) -> str:
    """Return the files of a revision as one text, in the order of their names."""
    return json.dumps(dict(files), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def digest_of(content: str) -> str:
    """Return the SHA-256 of the content of a revision."""
    return hashlib.sha256(content.encode()).hexdigest()


def _add(mission: SiteMission, change: Change, now: dt.datetime) -> Revision:
    taken, before = change.taken, mission.newest
    content = content_of(taken.files)
    revision = Revision.objects.create(
        mission=mission,
        number=before + 1,
        content=content,
        digest=digest_of(content),
        plain=json.dumps(dict(taken.document), ensure_ascii=False),
        original=change.original,
        original_name=change.original_name,
        author=change.author,
        at=now,
        comment=change.comment,
    )
    mission.newest, mission.title = revision.number, taken.title
    mission.save(update_fields=["newest", "title"])
    last = mission.revisions.filter(number=before).only("digest", "plain").first()
    steps = steps_between(last.document if last is not None else {}, taken.document)
    OfferStep.objects.bulk_create(
        OfferStep(
            mission=mission,
            offer=one.offer,
            party=one.party,
            state=one.state,
            revision=revision.number,
            by=change.author,
            at=now,
        )
        for one in steps
    )
    about = f"revision {revision.number}"
    record(
        by=change.author.name,
        did="saved",
        at=now,
        mission=mission.key,
        about=about,
        before=last.digest if last is not None else "",
        after=revision.digest,
    )
    return revision
