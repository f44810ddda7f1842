"""Databases of the site: an address to Django's settings of it. Nothing of Django."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

BUSY_SECONDS = 20
"""How long a writer waits for another one (SQLite)."""

PAGE_ROLE = "cadre_site_page"
"""What requests are in PostgreSQL: a role without log-in, which sees rows of its person's missions alone."""
PAGE_ROLE_MADE = f"""
DO $$ BEGIN
IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{PAGE_ROLE}') THEN
CREATE ROLE {PAGE_ROLE} NOLOGIN;
END IF;
BEGIN GRANT {PAGE_ROLE} TO CURRENT_USER; EXCEPTION WHEN insufficient_privilege THEN NULL; END;
END $$
"""
"""Makes it, where the owner of the database may; else whoever runs the server has made and granted it."""


def database(address: str, folder: Path) -> dict[str, Any]:
    """Return Django's settings of a database.

    Parameters
    ----------
    address : str
        `postgresql://USER:PASSWORD@HOST:PORT/NAME`; `""` for SQLite.
    folder : Path
        Where the file of SQLite lies.

    Raises
    ------
    ValueError
        Another kind of database.
    """
    if not address:
        return sqlite(folder / "site.sqlite3")
    parts = urlsplit(address)
    if parts.scheme not in ("postgresql", "postgres"):
        raise ValueError(f"{parts.scheme!r} is no database that the site knows; give postgresql://...")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def sqlite(file: Path) -> dict[str, Any]:
    """Return Django's settings of SQLite: readers never wait, a transaction takes the write lock at once."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": BUSY_SECONDS,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
        },
    }
