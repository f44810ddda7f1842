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
from cadre.site.api import mission_operations
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
    "parts": {"planner"},
    "part": {"planner"},
    "requirement": MEMBERS,
    "reply": {"planner", "nation"},
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
    "tokens": PERSONS,
    "revoke-token": PERSONS,
    "api/openapi.json": PERSONS,
    "api/me": PERSONS,
    "api/people": {"manager"},
    "api/missions GET": PERSONS,
    "api/missions POST": {"beginner"},
    "api/missions/{key}": MEMBERS,
    "api/missions/{key}/decisions": MEMBERS,
    "api/missions/{key}/wanted": MEMBERS,
    "api/missions/{key}/offers": {"planner", "nation"},
    "api/missions/{key}/revisions": {"planner"},
    "api/missions/{key}/revisions/{number}": {"planner"},
    "api/missions/{key}/revisions/{number}/tables/{name}": {"planner"},
    "api/missions/{key}/revisions/{number}/folder.zip": {"planner"},
    "api/missions/{key}/revisions/{number}/workbook.xlsx": {"planner"},
    "api/missions/{key}/people": {"administrator"},
    "api/missions/{key}/people/{number}": {"administrator"},
    "api/missions/{key}/audit": {"administrator"},
    "api/missions/{key}/studies GET": MEMBERS,
    "api/missions/{key}/studies POST": {"planner"},
    "api/missions/{key}/studies/{number}": RELEASED_TO,
    "api/missions/{key}/studies/{number}/cancel": {"planner"},
    "api/missions/{key}/studies/{number}/resume": {"planner"},
    "api/missions/{key}/studies/{number}/release": {"planner"},
    "api/missions/{key}/studies/{number}/files": RELEASED_TO,
    "api/missions/{key}/studies/{number}/files/{name}": RELEASED_TO,
    "api/missions/{key}/studies/{number}/results": RELEASED_TO,
}
"""By name of the route, and by method where methods differ; a table as CSV is like the same as JSON."""
ROUTES: list[URLPattern] = list(get_resolver().url_patterns)  # type: ignore[arg-type]
NAMES = [str(route.name) for route in ROUTES]
NOT_THERE = "0000000000"


def test_the_table_names_every_route_and_no_other() -> None:
    assert set(LETS_IN) == {_row(name, method) for name in NAMES for method in _methods(name)}


@pytest.mark.parametrize("name", NAMES)
def test_a_route_lets_in_whom_it_should_and_is_not_there_for_others(
    name: str, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revision_views, "workbook_of", lambda *_: b"")
    monkeypatch.setattr(mission_operations, "workbook_of", lambda *_: b"")
    asked = [(who, method) for who in sorted(EVERYBODY) for method in _methods(name)]
    expected = {(who, method): _expected(name, who, method) for who, method in asked}
    assert expected == {(who, method): _answers(name, site, who, method) for who, method in asked}


@pytest.mark.parametrize("name", [str(route.name) for route in ROUTES if ":key>" in str(route.pattern)])
def test_what_is_hidden_answers_like_what_is_not_there(name: str, site: Site) -> None:
    parts = _parts(name, site)
    there, nowhere = reverse(name, kwargs=parts), reverse(name, kwargs=parts | {"key": NOT_THERE})
    for who in ("stranger", "elsewhere", "manager", "nobody"):
        for method in _methods(name):
            hidden, missing = (_asked(site, who, method, path) for path in (there, nowhere))
            assert (missing.status_code, _without(missing, nowhere)) == (
                hidden.status_code,
                _without(hidden, there),
            )


@pytest.mark.parametrize("name", NAMES)
def test_an_address_and_a_form_with_a_character_zero_are_refused_like_any_other(
    name: str, site: Site
) -> None:
    parts = _parts(name, site)
    texts = [part for part, value in parts.items() if isinstance(value, str) and part != "secret"]
    for part in texts:
        path = reverse(name, kwargs=parts | {part: "x\0"})
        for method in _methods(name):
            assert _asked(site, "planner", method, path).status_code in (404, 405), path
    if "POST" in _methods(name) and not name.startswith("api/"):
        with _taken_back():
            path = reverse(name, kwargs=parts)
            sent = {"name": "x\0", "password": "\0", "title": "\0"}
            assert site.client("planner").post(path, sent).status_code in (400, 404)


def _row(name: str, method: str) -> str:
    """Return under which key the table has a route."""
    plain = name.removesuffix(".csv")
    return plain if plain in LETS_IN else f"{plain} {method}"


def _expected(name: str, who: str, method: str) -> str:
    if who in LETS_IN[_row(name, method)]:
        return "in"
    return "log-in" if who == "nobody" else "not there"


def _answers(name: str, site: Site, who: str, method: str) -> str:
    """Return how a route answers somebody."""
    with _taken_back():
        path = reverse(name, kwargs=_parts(name, site, who))
        return _kind(_asked(site, who, method, path))


def _kind(response: HttpResponseBase) -> str:
    if response.status_code == 302 and response["Location"].startswith("/log-in?next="):
        return "log-in"
    if response.status_code == 401:
        return "log-in"
    if response.status_code == 404:
        return "not there"
    assert response.status_code in (200, 201, 204, 302, 400, 409, 422), response.status_code
    return "in"


def _parts(name: str, site: Site, who: str = "planner") -> dict[str, object]:
    """Return the parts of the address of something that is there."""
    pattern = str(next(route.pattern for route in ROUTES if route.name == name))
    numbers = {
        "new-link": site.people["reader"].pk,
        "switch": site.people["reader"].pk,
        "dismiss": site.mission.memberships.get(role="reader").pk,
        "api/missions/{key}/people/{number}": site.mission.memberships.get(role="reader").pk,
        "revoke-token": _token_of(site, who) if name == "revoke-token" else 0,
    }
    parts: dict[str, object] = {
        "key": site.mission.key,
        "number": numbers.get(name, 1),
        "offer": "own-team",
        "name": "offers" if "tables" in name else "study.json" if name.startswith("api/") else "brief.html",
        "part": "courses",
    }
    if "<str:secret>" in pattern:
        parts["secret"] = new_link(site.people["reader"], timezone.now())
    return {key: value for key, value in parts.items() if f":{key}>" in pattern}


def _methods(name: str) -> list[str]:
    """Return the methods that a route takes."""
    route = next(route for route in ROUTES if route.name == name)
    allowed: list[str] = list(route.callback.methods)  # type: ignore[attr-defined]
    return [method for method in allowed if method != "HEAD"]


def _token_of(site: Site, who: str) -> int:
    """Return the number of a new token of somebody; of nobody that of the planner's."""
    owner = "planner" if who == "nobody" else who
    site.token(owner)
    return int(site.people[owner].tokens.latest("pk").pk)


def _asked(site: Site, who: str, method: str, path: str) -> HttpResponseBase:
    """Ask as a browser does, and of the API as a program does."""
    if path.startswith("/api/"):
        ask = getattr(Client(), method.lower())
        body = {} if method == "GET" else {"data": {}, "content_type": "application/json"}
        answered: HttpResponseBase = ask(path, headers=site.token(who), **body)
        return answered
    client = site.client(who)
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
