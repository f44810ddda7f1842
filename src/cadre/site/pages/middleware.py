"""Middleware: the content policy of every answer, the language of every request."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cadre.site.intake import Busy
from cadre.site.pages.requests import language_of
from cadre.words import Catalogue

RETRY_SECONDS = "30"
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


class WhenBusy:
    """Answers 503 where a file could not be read since too many others are."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as the views do."""
        return self._answer(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer for what a view raised, None where it was something else."""
        if not isinstance(exception, Busy):
            return None
        response = render(request, "busy.html", status=503)
        response.headers["Retry-After"] = RETRY_SECONDS
        return response
