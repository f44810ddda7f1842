"""The audit log: what is done is in it, and what is done to it is seen."""

from __future__ import annotations

import json

from django.db import connection

from cadre.site.audit.chain import BEGINNING, check, record
from cadre.site.audit.models import AuditEntry, Head
from tests.site.made import NOW, Site

TRIGGERS = {
    "sqlite": ("DROP TRIGGER audit_auditentry_no_UPDATE", "DROP TRIGGER audit_auditentry_no_DELETE"),
    "postgresql": ("DROP TRIGGER audit_auditentry_stays ON audit_auditentry",),
}


def without_triggers() -> None:
    """Do what whoever owns the database can do."""
    with connection.cursor() as cursor:
        for drop in TRIGGERS[connection.vendor]:
            cursor.execute(drop)


def test_an_empty_log_is_whole(empty: None) -> None:
    found = check()
    assert (0, BEGINNING, None) == (found.count, found.digest, found.broken_at)


def test_every_change_of_a_mission_is_in_the_log_with_before_and_after(site: Site) -> None:
    did = list(
        AuditEntry.objects.filter(mission=site.mission.key).order_by("number").values_list("did", flat=True)
    )
    assert {"appointed", "saved", "asked-study", "finished-study", "released-study"} == set(did)
    saved = AuditEntry.objects.get(mission=site.mission.key, did="saved")
    assert ("planner", "revision 1", "") == (saved.by, saved.about, saved.before)
    assert site.mission.revisions.get().digest == json.loads(saved.after)
    assert check().broken_at is None


def test_an_entry_that_was_changed_is_found(site: Site) -> None:
    without_triggers()
    AuditEntry.objects.filter(number=3).update(by="somebody-else")
    assert 3 == check().broken_at


def test_an_entry_that_was_taken_out_is_found(site: Site) -> None:
    without_triggers()
    AuditEntry.objects.filter(number=2).delete()
    assert 2 == check().broken_at


def test_an_end_that_was_cut_off_is_found(site: Site) -> None:
    without_triggers()
    last = AuditEntry.objects.count()
    AuditEntry.objects.filter(number=last).delete()
    assert last == check().broken_at


def test_a_chain_that_was_made_anew_lacks_the_end_that_was_noted(site: Site) -> None:
    noted = check().digest
    record(by="planner", did="saved", at=NOW)
    assert check(noted).broken_at is None
    without_triggers()
    AuditEntry.objects.all().delete()
    Head.objects.update(count=0, digest=BEGINNING)
    record(by="planner", did="saved", at=NOW)
    assert check().broken_at is None
    assert check(noted).broken_at is not None


def test_the_log_of_a_mission_holds_nothing_of_another(site: Site) -> None:
    page = site.client("administrator").get(f"/missions/{site.mission.key}/audit").content.decode()
    assert "elsewhere" not in page
    assert "saved a revision" in page
