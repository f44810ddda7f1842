"""Requests as views get them: with the words of their language, and a person where one is needed."""

from __future__ import annotations

from django.http import HttpRequest

from cadre.site.accounts.models import User
from cadre.words import LANGUAGES, SOURCE, Catalogue, Language

CHOSEN = "language"
"""Where a session keeps the language that was chosen before log-in."""


class SiteRequest(HttpRequest):
    """A request once the middleware has seen it."""

    words: Catalogue
    user: User


def language_of(request: HttpRequest) -> Language:
    """Return the language to answer in: the person's, the one chosen, or the browser's first of ours."""
    user = getattr(request, "user", None)
    if isinstance(user, User):
        return known(user.language) or SOURCE
    session = getattr(request, "session", {})
    accepted = request.headers.get("Accept-Language", "").split(",")
    wanted = [str(session.get(CHOSEN, "")), *(one.partition(";")[0].strip()[:2].lower() for one in accepted)]
    return next((language for one in wanted if (language := known(one)) is not None), SOURCE)


def known(language: str) -> Language | None:
    """Return a language that has words, None for another."""
    return next((one for one in LANGUAGES if one == language), None)


def address_of(request: HttpRequest) -> str:
    """Return the address that a request came from; behind a proxy the server has put the client's there."""
    return str(request.META.get("REMOTE_ADDR", ""))
