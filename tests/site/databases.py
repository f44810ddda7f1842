"""Both databases in one session: which of them Django speaks to is changed from test to test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.core.management import call_command
from django.db import connections, transaction
from django.db.utils import ConnectionHandler

from cadre.site.databases import database, sqlite

KINDS = ("sqlite", "postgresql")


@contextmanager
def speaking_to(settings: dict[str, Any]) -> Iterator[None]:
    """Have Django speak to a database within the block."""
    before, held = connections.settings["default"], connections["default"]
    connections.settings["default"] = ConnectionHandler({"default": settings}).settings["default"]
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"], connections["default"] = before, held


def made_sqlite(folder: Path) -> dict[str, Any]:
    """Return the settings of a new database, brought up to date."""
    return up_to_date(sqlite(folder / "site.sqlite3"))


def address_of_new(server: str, name: str) -> str:
    """Make an empty database on a server; return its address."""
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    return f"{server}/{name}"


def made_postgresql(server: str, name: str) -> dict[str, Any]:
    """Return the settings of a new database on a server, brought up to date."""
    return up_to_date(database(address_of_new(server, name), Path()))


def up_to_date(settings: dict[str, Any]) -> dict[str, Any]:
    """Bring a database up to date; return its settings."""
    with speaking_to(settings):
        call_command("migrate", verbosity=0, interactive=False)
    return settings


@contextmanager
def taken_back() -> Iterator[None]:
    """Take back whatever the block writes."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
