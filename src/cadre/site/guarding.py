"""Guarding: every route of the site is made here, with what its caller needs for it.

A page of a mission is handed the mission, looked up for the right that it needs: no view looks one up itself.
What somebody may not see answers like what is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, get_resolver, path
from django.views.decorators.http import require_http_methods

from cadre.site.accounts.models import User
from cadre.site.missions.models import SiteMission
from cadre.site.rights import Right

View = Callable[..., HttpResponse]


class Needs(StrEnum):
    """What a page outside missions needs."""

    NOTHING = "nothing"
    """Everybody may ask for it, logged in or not."""
    PERSON = "person"
    """Whoever is logged in."""
    MANAGER = "manager"
    """Whoever manages accounts."""
    BEGINNER = "beginner"
    """Whoever may begin missions."""


Needed = Right | Needs
ByMethod = Mapping[str, Needed]


def page(
    route: str, view: View, *, name: str, needs: Needed | ByMethod, methods: Sequence[str] = ("GET",)
) -> URLPattern:
    """Return a route whose view is called only for whom may have it.

    Parameters
    ----------
    route : str
        As Django writes it; a page that needs a right of a mission has `<key>` in it, its mission's.
    view : callable
        Takes the request, the mission where a right is needed, and the other parts of the route by name.
    name : str
        Of the route.
    needs : Right or Needs, or dict of str to either
        What its caller must have; by method where the methods of a route differ.
    methods : sequence of str
        HTTP methods, where all need the same; HEAD goes with GET.
    """
    by_method = dict(needs) if isinstance(needs, Mapping) else dict.fromkeys(methods, needs)
    guarded = {method: _guarded(view, needed) for method, needed in by_method.items()}
    if "GET" in guarded:
        guarded["HEAD"] = guarded["GET"]

    @wraps(view)
    def by_its_method(request: HttpRequest, **parts: Any) -> HttpResponse:
        return guarded[str(request.method)](request, **parts)

    limited = require_http_methods(list(guarded))(by_its_method)
    open_to_all = set(by_method.values()) == {Needs.NOTHING}
    whole = login_not_required(limited) if open_to_all else limited
    whole.needs, whole.methods = by_method, tuple(by_method)  # type: ignore[attr-defined]
    return path(route, whole, name=name)


def _guarded(view: View, needs: Needed) -> View:
    return _of_mission(view, needs) if isinstance(needs, Right) else _of_site(view, needs)


def _of_mission(view: View, right: Right) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, key: str, **parts: Any) -> HttpResponse:
        _refuse_zeros(key, *parts.values())
        mission = get_object_or_404(SiteMission.objects.allowing(request.user, right), key=key)
        _refuse_zeros_sent(request)
        return view(request, mission, **parts)

    return guarded


def _of_site(view: View, needs: Needs) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, **parts: Any) -> HttpResponse:
        _refuse_zeros(*parts.values())
        if not _has(request.user, needs):
            raise Http404
        _refuse_zeros_sent(request)
        return view(request, **parts)

    return guarded


def _refuse_zeros(*parts: object) -> None:
    """Nothing has an address with a character 0 in it, which PostgreSQL cannot even be asked for."""
    if any("\0" in str(part) for part in parts):
        raise Http404


def _refuse_zeros_sent(request: HttpRequest) -> None:
    """Refuse a form with a character 0 in a field: no database keeps it."""
    if any("\0" in value for _, values in request.POST.lists() for value in values):
        raise SuspiciousOperation("a character 0 in a form")


def _has(user: object, needs: Needs) -> bool:
    if needs is Needs.NOTHING:
        return True
    if not isinstance(user, User) or not user.is_authenticated:
        return False
    if needs is Needs.MANAGER:
        return user.manages_accounts
    return needs is Needs.PERSON or user.begins_missions


@register()
def every_route_is_guarded(**_: Any) -> list[CheckMessage]:
    """Refuse to start with a route that was not made by `page`."""
    return [
        Error(f"the route {pattern} has no rule: make it with cadre.site.guarding.page", id="site.E001")
        for pattern in get_resolver().url_patterns
        if not hasattr(getattr(pattern, "callback", None), "needs")
    ]
