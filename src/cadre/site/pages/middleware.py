"""Middleware: the content policy of every answer, the language of every request."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from cadre.site.pages.requests import language_of
from cadre.words import Catalogue

Answer = Callable[[HttpRequest], HttpResponse]
HEADER = "Content-Security-Policy"
POLICY = "; ".join(
    (
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
    )
)
"""Nothing inline, nothing from elsewhere."""


def policy(answer: Answer) -> Answer:
    """Put the policy on every answer that has none of its own, and forbid keeping pages of people."""

    def with_policy(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.headers.setdefault(HEADER, POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return with_policy


def language(answer: Answer) -> Answer:
    """Give every request the words of its language."""

    def with_words(request: HttpRequest) -> HttpResponse:
        spoken = language_of(request)
        request.words = Catalogue(spoken)  # type: ignore[attr-defined]
        response = answer(request)
        response.headers.setdefault("Content-Language", spoken)
        return response

    return with_words
