"""Backups while the site is written to, on both databases, and migrations on one that is filled."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from cadre.site import backups
from cadre.site.audit.chain import check, record
from cadre.site.audit.models import AuditEntry
from cadre.site.backups import NoBackup
from cadre.site.databases import database as database_of
from cadre.site.databases import sqlite
from cadre.site.intake import Taken
from tests.site import databases
from tests.site.made import NOW, Site


def new_database(kind: str, server: str, folder: Path) -> dict[str, Any]:
    if "sqlite" in kind:
        return sqlite(folder / "site.sqlite3")
    return database_of(databases.address_of_new(server, f"site-{folder.parent.name}-{folder.name}"), folder)


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
    return tmp_path / "old", tmp_path / "new"


@pytest.fixture
def pair(
    database: dict[str, Any], postgresql_server: str, places: tuple[Path, Path]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the settings of a database and of an empty one of the same kind."""
    old, new = (new_database(database["ENGINE"], postgresql_server, folder) for folder in places)
    return old, new


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table."""
    return {
        model._meta.db_table: [
            tuple(bytes(cell) if isinstance(cell, memoryview) else cell for cell in row)
            for row in model._default_manager.order_by("pk").values_list()
        ]
        for model in apps.get_models()
    }


def test_what_is_brought_back_is_what_there_was_with_its_triggers(
    pair: tuple[dict[str, Any], dict[str, Any]], places: tuple[Path, Path], taken: Taken
) -> None:
    (old, new), (there, here) = pair, places
    (there / "secret-key").write_text("signs")
    databases.up_to_date(old)
    with databases.speaking_to(old):
        Site.made(taken)
        before = everything()
    made = backups.make(old, there, there / "site.backup", NOW)
    assert 0o600 == (there / "site.backup").stat().st_mode & 0o777
    assert made == backups.restore(new, here, there / "site.backup")
    assert "signs" == (here / "secret-key").read_text()
    with databases.speaking_to(new):
        assert before == everything()
        assert check().broken_at is None
        with pytest.raises(DatabaseError), transaction.atomic():
            AuditEntry.objects.update(by="x")
        record(by="x", did="saved", at=NOW)  # numbers go on where they were
        call_command("migrate", check_unapplied=True, verbosity=0)
    with pytest.raises(NoBackup, match="not-empty"):
        backups.restore(new, here, there / "site.backup")


def test_a_backup_made_while_others_write_is_of_one_moment(
    pair: tuple[dict[str, Any], dict[str, Any]], places: tuple[Path, Path], taken: Taken
) -> None:
    (old, new), (there, here) = pair, places
    databases.up_to_date(old)
    with databases.speaking_to(old):
        Site.made(taken)
        first = AuditEntry.objects.count()
        begun, stop = threading.Event(), threading.Event()

        def write() -> None:
            with databases.speaking_to(old):
                while not stop.is_set():
                    record(by="writer", did="saved", at=timezone.now())
                    begun.set()

        writer = threading.Thread(target=write)
        writer.start()
        assert begun.wait(60)
        backups.make(old, there, there / "site.backup", NOW)
        stop.set()
        writer.join()
        last = AuditEntry.objects.count()
    backups.restore(new, here, there / "site.backup")
    with databases.speaking_to(new):
        found = check()
    assert found.broken_at is None
    assert first < found.count <= last


def test_a_damaged_backup_and_one_of_another_database_are_refused(
    pair: tuple[dict[str, Any], dict[str, Any]], places: tuple[Path, Path]
) -> None:
    (old, new), (there, here) = pair, places
    databases.up_to_date(old)
    backups.make(old, there, file := there / "site.backup", NOW)
    for_other = (
        sqlite(here / "x.sqlite3") if "postgresql" in old["ENGINE"] else new | {"ENGINE": "postgresql"}
    )
    with pytest.raises(NoBackup, match="of-another-database"):
        backups.restore(for_other, here, file)
    (there / "nothing").write_bytes(b"PK nothing")
    spoilt = there / "spoilt"
    with zipfile.ZipFile(file) as whole, zipfile.ZipFile(spoilt, "w") as made:
        for name in whole.namelist():
            held = whole.read(name)
            made.writestr(name, held[:-1] + b"x" if name == "database" else held)
    for damaged in (there / "nothing", spoilt, there / "absent"):
        with pytest.raises(NoBackup, match="unreadable"):
            backups.restore(new, here, damaged)
    assert [] == [one.name for one in here.iterdir()]


def test_a_filled_database_of_before_tokens_goes_forward_and_keeps_every_row(
    pair: tuple[dict[str, Any], dict[str, Any]], taken: Taken
) -> None:
    old, _ = pair
    with databases.speaking_to(old):
        call_command("migrate", "accounts", "0001", verbosity=0, interactive=False)
        for app in ("audit", "missions", "studies", "sessions"):
            call_command("migrate", app, verbosity=0, interactive=False)
        site = Site.made(taken)
        tables = connection.introspection.table_names()
        assert "accounts_token" not in tables
        number, digest = check().count, check().digest
        call_command("migrate", verbosity=0, interactive=False)
        assert (number, digest, None) == (check().count, check().digest, check().broken_at)
        assert dict(taken.files) == dict(site.mission.revisions.get().files)
        assert {} == site.token("nobody")
        assert site.token("reader")
        call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_commands_back_up_a_site_and_bring_it_back(tmp_path: Path, taken: Taken) -> None:
    there, here, file = tmp_path / "there", tmp_path / "here", tmp_path / "site.backup"
    there.mkdir()
    settings = databases.made_sqlite(there)
    with databases.speaking_to(settings):
        Site.made(replace(taken, title="Kept"))
        count = AuditEntry.objects.count()

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        hidden = {name: value for name, value in os.environ.items() if not name.startswith("CADRE_SITE")}
        return subprocess.run(
            [sys.executable, "-m", "cadre", *command], env=hidden, capture_output=True, text=True, check=False
        )

    made = run("backup", str(file), "--data", str(there))
    assert (0, True) == (made.returncode, file.exists()), made.stderr
    brought = run("restore", str(file), "--data", str(here))
    assert 0 == brought.returncode, brought.stderr
    assert f"{count} entries" in brought.stdout
    again = run("restore", str(file), "--data", str(here))
    assert (2, True) == (again.returncode, "Something is there already" in again.stderr)
