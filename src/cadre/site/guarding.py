"""Guarding: every route of the site is made here, with what its caller needs for it.

A page of a mission is handed the mission, looked up for the right that it needs: no view looks one up itself.
What somebody may not see answers like what is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.checks import CheckMessage, Error, register
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


def page(
    route: str, view: View, *, name: str, needs: Right | Needs, methods: Sequence[str] = ("GET",)
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
    needs : Right or Needs
        What its caller must have.
    methods : sequence of str
        HTTP methods; HEAD goes with GET.
    """
    guarded = _of_mission(view, needs) if isinstance(needs, Right) else _of_site(view, needs)
    allowed = [*methods, "HEAD"] if "GET" in methods else list(methods)
    limited = require_http_methods(allowed)(guarded)
    whole = login_not_required(limited) if needs is Needs.NOTHING else limited
    whole.needs, whole.methods = needs, tuple(methods)  # type: ignore[attr-defined]
    return path(route, whole, name=name)


def _of_mission(view: View, right: Right) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, key: str, **parts: Any) -> HttpResponse:
        mission = get_object_or_404(SiteMission.objects.allowing(request.user, right), key=key)
        return view(request, mission, **parts)

    return guarded


def _of_site(view: View, needs: Needs) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, **parts: Any) -> HttpResponse:
        if not _has(request.user, needs):
            raise Http404
        return view(request, **parts)

    return guarded


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
