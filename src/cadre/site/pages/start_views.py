"""Views that belong to no room: the start, the language, answers to what is refused or not there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from cadre.site.accounts.models import User
from cadre.site.pages.requests import CHOSEN, known


def start(request: HttpRequest) -> HttpResponse:
    """Go to the missions."""
    return redirect("missions")


def choose_language(request: HttpRequest) -> HttpResponse:
    """Answer in another language from now on; kept with the person, or in the session before log-in."""
    chosen = known(request.POST.get("language", ""))
    if chosen is not None and isinstance(request.user, User):
        User.objects.filter(pk=request.user.pk).update(language=chosen)
    elif chosen is not None:
        request.session[CHOSEN] = chosen
    back = request.POST.get("back", "")
    inside = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return redirect(back if inside and back.startswith("/") else "start")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer for what is not there, and for what the caller may not see."""
    return render(request, "not_found.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Answer where the site is wrong; the log says what was."""
    return render(request, "broken.html", status=500)


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer to a form that did not come from a page of ours, or from one that is too old."""
    return render(request, "refused.html", status=403)
