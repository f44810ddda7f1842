"""What templates can name: words, days, addresses. An unknown name is an error, never an empty text."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined

from cadre.site.accounts.models import User
from cadre.site.pages.requests import language_of
from cadre.words import LANGUAGES, SIDES, Catalogue, Formats


def environment(**options: Any) -> Environment:
    """Return the environment of the templates; everything that is filled in is escaped."""
    made = Environment(**options | {"undefined": StrictUndefined, "autoescape": True, "trim_blocks": True})
    made.lstrip_blocks = True
    made.globals |= {"static": static, "url": _url, "languages": LANGUAGES}
    return made


def spoken(request: HttpRequest) -> dict[str, Any]:
    """Return what every page knows: its words, which way it runs, who reads it."""
    words: Catalogue = getattr(request, "words", None) or Catalogue(language_of(request))
    formats = Formats(words)
    user = getattr(request, "user", None)

    def moment(at: dt.datetime) -> str:
        utc = at.astimezone(dt.UTC)
        return words.text("site.moment", day=formats.day(utc.date()), time=f"{utc:%H:%M}")

    return {
        "say": words.text,
        "day": formats.day,
        "moment": moment,
        "language": words.language,
        "side": SIDES[words.language],
        "person": user if isinstance(user, User) else None,
    }


def _url(route: str, /, **parts: Any) -> str:
    return reverse(route, kwargs=parts)
