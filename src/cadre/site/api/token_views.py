"""One's own tokens: made and shown once, revoked; beside them what the API does."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from cadre.site.accounts import tokens
from cadre.site.api.routes import described
from cadre.site.pages.requests import SiteRequest

TITLE_AT_MOST = 100
CHOICES = (7, 30, 90, 365)
"""Days for which a token may be made."""


def listed(request: SiteRequest) -> HttpResponse:
    """Show one's tokens, or make one and show it, once."""
    if request.method != "POST":
        return _page(request)
    title, days = request.POST.get("title", "").strip(), request.POST.get("days", "")
    if not 0 < len(title) <= TITLE_AT_MOST or days not in {str(one) for one in CHOICES}:
        return _page(request, wrong="site.token-title-missing")
    reads_only = request.POST.get("writes") != "yes"
    try:
        made = tokens.new_token(
            request.user, title, days=int(days), reads_only=reads_only, now=timezone.now()
        )
    except tokens.TooMany:
        return _page(request, wrong="site.too-many-tokens")
    return _page(request, made=made)


def revoked(request: SiteRequest, number: int) -> HttpResponse:
    """End one of one's tokens."""
    token = get_object_or_404(request.user.tokens, pk=number)
    tokens.revoke(token, by=request.user, now=timezone.now())
    return redirect("tokens")


def _page(request: SiteRequest, *, wrong: str = "", made: str = "") -> HttpResponse:
    paths = described()["paths"].items()
    shown = {
        "tokens": tokens.working(request.user, timezone.now()),
        "choices": CHOICES,
        "wrong": wrong,
        "made": made,
        "operations": [(m.upper(), path, one["summary"]) for path, ways in paths for m, one in ways.items()],
        "missions": request.build_absolute_uri(reverse("api/missions")),
    }
    return render(request, "tokens.html", shown, status=400 if wrong else 200)
