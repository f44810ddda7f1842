"""The queue: studies wait, are taken with a lease, and are written to only by whoever holds the newest lease.

A worker that is killed leaves a lease that runs out; the next one takes the study up with a higher token, and
what the first one might still write finds no row.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Max, Q

from cadre.site.accounts.models import User
from cadre.site.audit.chain import record
from cadre.site.missions.models import SiteMission
from cadre.site.studies.models import BriefFile, Release, SiteStudy, State, Studies

LEASE = dt.timedelta(seconds=15)
"""How long a worker may be silent."""
ATTEMPTS = 3
"""How often a study is taken up before it counts as failed."""
SEED_BELOW, FUTURES = 2**31, (10, 100_000)
"""Of a study that is asked for."""
BY_WORKER = "worker"
"""Who it was, in the audit log."""


@dataclass(frozen=True, slots=True)
class Lease:
    """A study that a worker has taken, and the token by which it may write."""

    study: int
    token: int


def ask(mission: SiteMission, settings: Mapping[str, Any], *, by: User, now: dt.datetime) -> SiteStudy:
    """Queue a study of the newest revision."""
    with transaction.atomic():
        held = SiteMission.objects.select_for_update().get(pk=mission.pk)
        last = held.studies.aggregate(last=Max("number"))["last"] or 0
        study: SiteStudy = SiteStudy.objects.create(
            mission=held,
            number=last + 1,
            revision=held.revisions.get(number=held.newest),
            settings=dict(settings),
            asked_by=by,
            asked_at=now,
        )
        _record(study, "asked-study", by.name, now, after=dict(settings) | {"revision": held.newest})
    return study


def take(now: dt.datetime, lease: dt.timedelta = LEASE) -> Lease | None:
    """Take the study that waits longest, or one whose worker has been silent; None where there is none."""
    with transaction.atomic():
        due = Q(state=State.QUEUED) | Q(state=State.RUNNING, lease_until__lt=now)
        skip = connection.features.has_select_for_update_skip_locked
        study = (
            SiteStudy.objects.select_for_update(skip_locked=skip)
            .filter(due)
            .order_by("asked_at", "pk")
            .first()
        )
        if study is None:
            return None
        study.state, study.lease_until, study.progress = State.RUNNING, now + lease, {}
        study.token += 1
        study.attempts += 1
        study.save(update_fields=["state", "lease_until", "progress", "token", "attempts"])
        return Lease(study.pk, study.token)


def renew(held: Lease, progress: Mapping[str, Any], now: dt.datetime, lease: dt.timedelta = LEASE) -> bool:
    """Write progress and hold the study for longer; False where it was cancelled or somebody else has it."""
    return _held(held).update(lease_until=now + lease, progress=dict(progress)) == 1


def finish(held: Lease, files: Mapping[str, bytes], now: dt.datetime) -> bool:
    """Write the brief of a study, whole or not at all; False where it is no longer ours."""
    with transaction.atomic():
        if not _held(held).update(state=State.DONE, ended_at=now, lease_until=None, fault=""):
            return False
        study = SiteStudy.objects.select_related("mission").get(pk=held.study)
        digests = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())}
        for name, digest in digests.items():
            BriefFile.objects.create(study=study, name=name, content=files[name], digest=digest)
        _record(study, "finished-study", BY_WORKER, now, after=digests)
    return True


def fail(held: Lease, fault: str, now: dt.datetime) -> bool:
    """End a study with what was wrong; False where it is no longer ours."""
    with transaction.atomic():
        if not _held(held).update(state=State.FAILED, ended_at=now, lease_until=None, fault=fault):
            return False
        study = SiteStudy.objects.select_related("mission").get(pk=held.study)
        _record(study, "failed-study", BY_WORKER, now)  # the fault may quote the mission: planners read it
    return True


def give_back(held: Lease) -> bool:
    """Let another worker go on with a study at once; its attempt does not count."""
    freed = {"state": State.QUEUED, "lease_until": None, "attempts": F("attempts") - 1}
    return _held(held).update(**freed) == 1


def cancel(study: SiteStudy, *, by: User, now: dt.datetime) -> bool:
    """Stop a study that waits or runs; its worker sees it within a second. False where it has ended."""
    with transaction.atomic():
        running = SiteStudy.objects.filter(pk=study.pk, state__in=[State.QUEUED, State.RUNNING])
        if not running.update(state=State.CANCELLED, ended_at=now, lease_until=None):
            return False
        _record(study, "cancelled-study", by.name, now)
    return True


def resume(study: SiteStudy, *, by: User, now: dt.datetime) -> bool:
    """Queue a cancelled or failed study again; what was kept of it is used. False in any other state."""
    with transaction.atomic():
        stopped = SiteStudy.objects.filter(pk=study.pk, state__in=[State.CANCELLED, State.FAILED])
        if not stopped.update(state=State.QUEUED, ended_at=None, attempts=0, fault=""):
            return False
        _record(study, "resumed-study", by.name, now)
    return True


def release(study: SiteStudy, role: str, *, by: User, now: dt.datetime) -> None:
    """Let a role read the brief of a study, or no longer."""
    with transaction.atomic():
        gone, _ = Release.objects.filter(study=study, role=role).delete()
        if not gone:
            Release.objects.create(study=study, role=role)
        did = "withdrew-study" if gone else "released-study"
        _record(study, did, by.name, now, after=role)


def _held(held: Lease) -> Studies:
    own: Studies = SiteStudy.objects.filter(pk=held.study, token=held.token, state=State.RUNNING)
    return own


def _record(study: SiteStudy, did: str, by: str, now: dt.datetime, after: Any = "") -> None:
    about = f"study {study.number}"
    record(by=by, did=did, at=now, mission=study.mission.key, about=about, after=after)
