"""Every route, from the table of addresses itself, asked by somebody of every kind and by nobody.

What is expected is written here by hand and shares nothing with the table of rights: a new route that this
table lacks fails, and so does one that lets in anybody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from cadre.site.accounts.links import new_link
from cadre.site.pages import revision_views
from tests.site.made import Site

MEMBERS = {"administrator", "planner", "nation", "host", "commander", "reporter", "reader"}
PERSONS = MEMBERS | {"stranger", "manager", "beginner", "elsewhere"}
EVERYBODY = PERSONS | {"nobody"}
RELEASED_TO = {"planner", "commander", "reader"}
"""Who reads the first study: planners, and the roles to which it is released."""
LETS_IN: dict[str, set[str]] = {
    "start": PERSONS,
    "language": EVERYBODY,
    "log-in": EVERYBODY,
    "log-out": PERSONS,
    "link": EVERYBODY,
    "account": PERSONS,
    "people": {"manager"},
    "new-link": {"manager"},
    "switch": {"manager"},
    "missions": PERSONS,
    "begin": {"beginner"},
    "mission": MEMBERS,
    "change": {"planner"},
    "offers": {"planner", "nation"},
    "offer": {"planner", "nation"},
    "revisions": {"planner"},
    "revision": {"planner"},
    "folder": {"planner"},
    "workbook": {"planner"},
    "original": {"planner"},
    "mission-people": {"administrator"},
    "dismiss": {"administrator"},
    "audit": {"administrator"},
    "studies": MEMBERS,
    "start-study": {"planner"},
    "study": RELEASED_TO,
    "progress": RELEASED_TO,
    "study-file": RELEASED_TO,
    "cancel": {"planner"},
    "resume": {"planner"},
    "release": {"planner"},
}
ROUTES: list[URLPattern] = list(get_resolver().url_patterns)  # type: ignore[arg-type]
NAMES = [str(route.name) for route in ROUTES]
NOT_THERE = "0000000000"


def test_the_table_names_every_route_and_no_other() -> None:
    assert sorted(LETS_IN) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_route_lets_in_whom_it_should_and_is_not_there_for_others(
    name: str, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revision_views, "workbook_of", lambda *_: b"")
    expected = {who: _expected(name, who) for who in EVERYBODY}
    assert expected == {who: _answers(name, site, who) for who in EVERYBODY}


@pytest.mark.parametrize("name", [str(route.name) for route in ROUTES if ":key>" in str(route.pattern)])
def test_what_is_hidden_answers_like_what_is_not_there(name: str, site: Site) -> None:
    parts = _parts(name, site)
    there, nowhere = reverse(name, kwargs=parts), reverse(name, kwargs=parts | {"key": NOT_THERE})
    for who in ("stranger", "elsewhere", "manager", "nobody"):
        client = site.client(who)
        for method in _methods(name):
            hidden, missing = (_asked(client, method, path) for path in (there, nowhere))
            assert (missing.status_code, _without(missing, nowhere)) == (
                hidden.status_code,
                _without(hidden, there),
            )


def _expected(name: str, who: str) -> set[str]:
    if who in LETS_IN[name]:
        return {"in"}
    return {"log-in"} if who == "nobody" else {"not there"}


def _answers(name: str, site: Site, who: str) -> set[str]:
    """Return how a route answers somebody, over its methods."""
    found = set()
    for method in _methods(name):
        with _taken_back():
            path = reverse(name, kwargs=_parts(name, site))
            found.add(_kind(_asked(site.client(who), method, path)))
    return found


def _kind(response: HttpResponseBase) -> str:
    if response.status_code == 302 and response["Location"].startswith("/log-in?next="):
        return "log-in"
    if response.status_code == 404:
        return "not there"
    assert response.status_code in (200, 302, 400), response.status_code
    return "in"


def _parts(name: str, site: Site) -> dict[str, object]:
    """Return the parts of the address of something that is there."""
    pattern = str(next(route.pattern for route in ROUTES if route.name == name))
    numbers = {
        "new-link": site.people["reader"].pk,
        "switch": site.people["reader"].pk,
        "dismiss": site.mission.memberships.get(role="reader").pk,
    }
    parts: dict[str, object] = {
        "key": site.mission.key,
        "number": numbers.get(name, 1),
        "name": "brief.html",
        "offer": "own-team",
    }
    if "<str:secret>" in pattern:
        parts["secret"] = new_link(site.people["reader"], timezone.now())
    return {key: value for key, value in parts.items() if f":{key}>" in pattern}


def _methods(name: str) -> list[str]:
    """Return the methods that a route takes."""
    route = next(route for route in ROUTES if route.name == name)
    allowed: list[str] = list(route.callback.methods)  # type: ignore[attr-defined]
    return [method for method in allowed if method != "HEAD"]


def _asked(client: Client, method: str, path: str) -> HttpResponseBase:
    return client.get(path) if method == "GET" else client.post(path, {})


def _without(response: HttpResponseBase, path: str) -> bytes:
    """Return the body without its own address and without what differs from form to form."""
    assert isinstance(response, HttpResponse)
    text = response.content.replace(path.encode(), b"")
    lines = [line for line in text.split(b"\n") if b"csrfmiddlewaretoken" not in line]
    return b"\n".join(lines)


@contextmanager
def _taken_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
