"""The site under test: on both databases, with a mission and somebody of every kind."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

os.environ["DJANGO_SETTINGS_MODULE"] = "cadre.site.settings"
os.environ["CADRE_SITE_DATA"] = tempfile.gettempdir()
os.environ["CADRE_SITE_HOSTS"] = "testserver,127.0.0.1,localhost"
os.environ.pop("CADRE_SITE_DATABASE", None)

import django
from django.conf import settings

settings.LOGGING_CONFIG = None  # it would shut the handlers that stand, and with them what pytest captures
django.setup()

from tests.site import databases, postgresql  # noqa: E402  (after Django's settings)
from tests.site.made import Site, taken_of  # noqa: E402


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    with postgresql.server() as address:
        yield address


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Return the databases made so far, by kind: tests of both take turns."""
    return {"sqlite": databases.made_sqlite(tmp_path_factory.mktemp("sqlite"))}


@pytest.fixture(scope="session", params=databases.KINDS)
def database(request: pytest.FixtureRequest, made: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the settings of an empty site's database."""
    if request.param not in made:
        server = request.getfixturevalue("postgresql_server")
        made[request.param] = databases.made_postgresql(server, "site")
    return made[request.param]


@pytest.fixture(scope="session")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return taken_of(tmp_path_factory.mktemp("school"))


@pytest.fixture
def empty(database: dict[str, Any]) -> Iterator[None]:
    """Speak to an empty site's database; what the test writes is taken back."""
    with databases.speaking_to(database), databases.taken_back():
        yield


@pytest.fixture
def site(empty: None, taken: Any) -> Site:
    return Site.made(taken)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("folder")
