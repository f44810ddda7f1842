"""Backups: the whole site in one file, taken while it runs, and brought back into an empty one.

A backup is a zip file: `about.json`, the database, and the key that signs sessions where the site keeps it.
SQLite is copied page by page by its own library; PostgreSQL by pg_dump and pg_restore, in one snapshot. What
workers keep of studies under way is no part of it: a study taken up again ends with the same bytes.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cadre.disk import write_whole
from cadre.site.databases import BUSY_SECONDS, PAGE_ROLE_MADE

ABOUT, DATABASE, SECRET = "about.json", "database", "secret-key"
FORMAT = 1
_CHUNK = 1 << 20
_PG = {"NAME": "PGDATABASE", "USER": "PGUSER", "PASSWORD": "PGPASSWORD", "HOST": "PGHOST", "PORT": "PGPORT"}


class NoBackup(Exception):
    """A backup could not be made or brought back.

    Parameters
    ----------
    why : str
        Name of a message, `cli.backup-…`.
    detail : str
        What a program said.
    """

    def __init__(self, why: str, detail: str = "") -> None:
        super().__init__(why, detail)
        self.why, self.detail = why, detail


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds: when it was made, of which database, its digest."""

    at: str
    engine: str
    digest: str


def make(settings: Mapping[str, Any], data: Path, file: Path, at: dt.datetime) -> Backup:
    """Write a backup of a site, whole or not at all; the site may run.

    Parameters
    ----------
    settings : dict
        Django's, of the database.
    data : Path
        Folder of the site.
    file : Path
        What is written; readable by its owner alone.
    at : datetime
        Now.

    Raises
    ------
    NoBackup
        pg_dump is missing or failed.
    """
    with tempfile.TemporaryDirectory(prefix="cadre-backup-", dir=file.parent) as folder:
        held = Path(folder) / DATABASE
        engine = _engine(settings)
        _copy_sqlite(str(settings["NAME"]), str(held)) if engine == "sqlite" else _dump(settings, held)
        about = Backup(at.isoformat(), engine, _digest(held))
        packed = Path(folder) / "backup.zip"
        told = {"format": FORMAT, "at": about.at, "engine": engine, "sha256": about.digest}
        packed.touch(mode=0o600)
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(ABOUT, json.dumps(told))
            archive.write(held, DATABASE)
            if (data / SECRET).is_file():
                archive.write(data / SECRET, SECRET)
        os.replace(packed, file)
    return about


def restore(settings: Mapping[str, Any], data: Path, file: Path) -> Backup:
    """Bring a backup back into an empty site.

    Parameters
    ----------
    settings, data
        As for `make`; a database that has tables is left alone.
    file : Path
        A backup.

    Raises
    ------
    NoBackup
        It is no backup, is damaged, is of the other kind of database, or something is there already.
    """
    with tempfile.TemporaryDirectory(prefix="cadre-restore-", dir=data) as folder:
        held = Path(folder) / DATABASE
        about, secret = _unpacked(file, held)
        engine = _engine(settings)
        if about.engine != engine:
            raise NoBackup("cli.backup-of-another-database", about.engine)
        _load_sqlite(settings, held) if engine == "sqlite" else _load(settings, held)
    if secret and not (data / SECRET).exists():
        write_whole(data / SECRET, secret)
        (data / SECRET).chmod(0o600)
    return about


def _unpacked(file: Path, held: Path) -> tuple[Backup, bytes]:
    try:
        with zipfile.ZipFile(file) as archive:
            told = json.loads(archive.read(ABOUT))
            with archive.open(DATABASE) as source, held.open("wb") as target:
                shutil.copyfileobj(source, target, _CHUNK)
            secret = archive.read(SECRET) if SECRET in archive.namelist() else b""
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise NoBackup("cli.backup-unreadable", str(error)) from error
    about = Backup(told["at"], told["engine"], told["sha256"])
    if told["format"] != FORMAT or _digest(held) != about.digest:
        raise NoBackup("cli.backup-unreadable", "SHA-256")
    return about, secret


def _copy_sqlite(source: str, target: str) -> None:
    """Copy a database that others write to, as it is at one moment: writers go on in their log meanwhile."""
    with (
        closing(sqlite3.connect(source, timeout=BUSY_SECONDS)) as held,
        closing(sqlite3.connect(target)) as copy,
    ):
        held.backup(copy)


def _load_sqlite(settings: Mapping[str, Any], held: Path) -> None:
    file = Path(str(settings["NAME"]))
    if any(Path(f"{file}{ending}").exists() for ending in ("", "-wal")):
        raise NoBackup("cli.backup-not-empty", str(file))
    held.chmod(0o600)
    os.replace(held, file)


def _dump(settings: Mapping[str, Any], held: Path) -> None:
    _run(["pg_dump", "--format=custom", "--no-owner", "--file", str(held)], settings)


def _load(settings: Mapping[str, Any], held: Path) -> None:
    asked = "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"
    if _run(["psql", "--no-psqlrc", "--tuples-only", "--command", asked], settings).strip() != "0":
        raise NoBackup("cli.backup-not-empty", str(settings["NAME"]))
    _run(["psql", "--no-psqlrc", "--command", PAGE_ROLE_MADE], settings)
    given = ["--exit-on-error", "--single-transaction", "--no-owner"]
    _run(["pg_restore", *given, "--dbname", str(settings["NAME"]), str(held)], settings)


def _run(command: list[str], settings: Mapping[str, Any]) -> str:
    """Run a program of PostgreSQL; its environment holds the password, which no list of processes shows."""
    given = {name: str(settings[key]) for key, name in _PG.items() if settings.get(key)}
    program = shutil.which(command[0])
    if program is None:
        raise NoBackup("cli.backup-no-program", command[0])
    done = subprocess.run(
        [program, *command[1:]], env=os.environ | given, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NoBackup("cli.backup-failed", done.stderr.strip()[-2_000:])
    return done.stdout


def _engine(settings: Mapping[str, Any]) -> str:
    return "sqlite" if "sqlite" in settings["ENGINE"] else "postgresql"


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
