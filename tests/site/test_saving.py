"""Revisions: added, compared, never changed; two people at once are told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction

from cadre.site.missions.comparing import Line, compare
from cadre.site.missions.models import Revision
from cadre.site.missions.saving import Change, Overtaken, content_of, digest_of, save_revision
from tests.site.made import NOW, Site

TABLES = ("audit_auditentry", "missions_revision", "studies_brieffile")


def changed(site: Site, old: str, new: str) -> Change:
    files = {name: text.replace(old, new) for name, text in site.taken.files.items()}
    assert files != site.taken.files
    return Change(replace(site.taken, files=files), site.people["planner"], f"{new} for {old}")


def test_a_revision_keeps_its_text_digest_author_and_comment(site: Site) -> None:
    made = save_revision(site.mission, changed(site, "beds: 60", "beds: 70"), base=1, now=NOW)
    kept = Revision.objects.get(pk=made.pk)
    assert (2, "planner", NOW) == (kept.number, kept.author.name, kept.at)
    assert "beds: 70 for beds: 60" == kept.comment
    assert "beds: 70" in kept.files["mission.yaml"]
    assert digest_of(content_of(kept.files)) == kept.digest
    site.mission.refresh_from_db()
    assert 2 == site.mission.newest


def test_who_began_from_an_older_revision_is_told_and_nothing_is_saved(site: Site) -> None:
    save_revision(site.mission, changed(site, "beds: 60", "beds: 70"), base=1, now=NOW)
    with pytest.raises(Overtaken) as overtaken:
        save_revision(site.mission, changed(site, "beds: 60", "beds: 80"), base=1, now=NOW)
    assert 2 == overtaken.value.newest
    assert [1, 2] == list(site.mission.revisions.order_by("number").values_list("number", flat=True))


def test_the_page_says_who_came_first_and_what_both_changed(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_revision(site.mission, changed(site, "beds: 60", "beds: 70"), base=1, now=NOW)
    mine = changed(site, "beds: 60", "beds: 80")
    monkeypatch.setattr("cadre.site.pages.mission_views.from_upload", lambda *_: mine.taken)
    upload = {"upload": SimpleUploadedFile("s.zip", b"x"), "base": "1", "comment": "mine"}
    answer = site.client("planner").post(f"/missions/{site.mission.key}/change", upload)
    page = answer.content.decode()
    assert 409 == answer.status_code
    for text in (
        "Revision 2, Planner",
        "beds: 70 for beds: 60",
        "beds: 70</ins>",
        "beds: 80</ins>",
        "beds: 60</del>",
    ):
        assert text in page
    assert 2 == site.mission.revisions.count()


def test_a_revision_shows_what_it_changed(site: Site) -> None:
    save_revision(site.mission, changed(site, "beds: 60", "beds: 70"), base=1, now=NOW)
    page = site.client("planner").get(f"/missions/{site.mission.key}/revisions/2").content.decode()
    assert "beds: 70</ins>" in page
    assert "beds: 60</del>" in page


def test_files_are_compared_line_by_line() -> None:
    assert () == compare({"a": "1\n2\n"}, {"a": "1\n2\n"})
    assert (("a", (Line("skipped", ""), Line("same", "1"), Line("gone", "2"), Line("new", "3"))),) == compare(
        {"a": "1\n2\n"}, {"a": "1\n3\n"}
    )
    assert ["a", "b"] == [name for name, _ in compare({"a": "1"}, {"b": "2"})]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("change", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
def test_the_database_refuses_to_change_what_stays(site: Site, table: str, change: str) -> None:
    column = "number" if table == "audit_auditentry" else "id"
    with (
        pytest.raises(DatabaseError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change.format(table, column, column))


def test_postgresql_refuses_to_empty_a_table(empty: None) -> None:
    if connection.vendor != "postgresql":
        return  # SQLite empties by DELETE
    for table in TABLES:
        with (
            pytest.raises(DatabaseError, match="never changed"),
            transaction.atomic(),
            connection.cursor() as c,
        ):
            c.execute(f"TRUNCATE {table} CASCADE")
