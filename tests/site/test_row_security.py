"""The second lock: without any look-up PostgreSQL itself shows a request nothing of missions of others."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError, connection, transaction

from cadre.site.audit.models import AuditEntry
from cadre.site.missions.models import Membership, SiteMission
from cadre.site.missions.saving import Change, begin_mission, save_revision
from cadre.site.row_security import POLICIES, READ_ALONE, as_person
from tests.site.made import NOW, Site

OF_SITE = {
    "accounts_user",
    "accounts_onetimelink",
    "accounts_token",
    "accounts_failedlogin",
    "audit_head",
    "django_session",
    "django_content_type",
    "auth_permission",
    "auth_group",
}
"""Tables that hold nothing of a mission: who asks must be found in them first."""


ON_POSTGRESQL = pytest.mark.parametrize("database", ["postgresql"], indirect=True, scope="session")
"""SQLite has no row security."""


def seen() -> dict[str, int]:
    """Return how many rows of each table of missions a query without look-up gives."""
    models = {model._meta.db_table: model for model in apps.get_models()}
    return {table: models[table]._default_manager.count() for table in {**POLICIES, **READ_ALONE}}


def test_every_table_has_a_policy_or_holds_nothing_of_a_mission() -> None:
    tables = {model._meta.db_table for model in apps.get_models()}
    assert tables == {*POLICIES, *READ_ALONE} | OF_SITE


@ON_POSTGRESQL
@pytest.mark.parametrize("who", ["stranger", "manager", "beginner", "nobody"])
def test_who_has_no_role_finds_no_row_at_all(site: Site, who: str) -> None:
    assert seen()["missions_sitemission"] == 2
    with as_person(AnonymousUser() if who == "nobody" else site.people[who]):
        assert {0} == set(seen().values())


@ON_POSTGRESQL
@pytest.mark.parametrize("who", ["planner", "reader", "nation"])
def test_who_has_a_role_finds_the_rows_of_that_mission_alone(site: Site, who: str) -> None:
    with as_person(site.people[who]):
        assert [site.mission.key] == [one.key for one in SiteMission.objects.all()]
        assert {site.mission.pk} == {one.mission_id for one in Membership.objects.all()}
        assert {site.mission.key} == {one.mission for one in AuditEntry.objects.all()}
        assert 2 == seen()["studies_sitestudy"] == seen()["studies_brieffile"]


@ON_POSTGRESQL
def test_nobody_makes_themselves_a_member_or_changes_a_mission_of_others(site: Site) -> None:
    stranger = site.people["stranger"]
    with as_person(stranger):
        assert 0 == SiteMission.objects.update(title="mine")
        assert 0 == Membership.objects.all().delete()[0]
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Membership.objects.create(mission=site.mission, user=stranger, role="planner")


@ON_POSTGRESQL
def test_a_mission_is_begun_and_saved_and_seen_by_its_author_alone(site: Site) -> None:
    beginner = site.people["beginner"]
    with as_person(beginner):
        mission = begin_mission(Change(site.taken, beginner, "begun"), NOW)
        save_revision(mission, Change(site.taken, beginner, "again"), base=1, now=NOW)
        assert [2, 1] == list(mission.revisions.order_by("-number").values_list("number", flat=True))
    with as_person(site.people["planner"]):
        assert not SiteMission.objects.filter(pk=mission.pk).exists()


@ON_POSTGRESQL
def test_after_a_request_the_connection_is_nobodys(site: Site) -> None:
    def now() -> tuple[str, str]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user, current_setting('cadre.user', true)")
            role, person = cursor.fetchone()
        return role, person or ""

    before = now()
    assert 200 == site.client("reader").get(f"/missions/{site.mission.key}/").status_code
    assert (before[0], "") == now()
    with as_person(site.people["reader"]):
        assert ("cadre_site_page", str(site.people["reader"].pk)) == now()
    with pytest.raises(ZeroDivisionError):
        _fail_as(site)
    assert (before[0], "") == now()


def _fail_as(site: Site) -> None:
    with as_person(site.people["reader"]):
        raise ZeroDivisionError
