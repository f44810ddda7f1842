"""Middleware of the API: who asks, by token or session, and answers that are data.

A session only reads: whoever writes shows a token, so that no form of another site can write in their name.
"""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone

from cadre.site.accounts import tokens
from cadre.site.accounts.models import User

Answer = Callable[[HttpRequest], HttpResponse]
ROOT = "/api/"
READS = ("GET", "HEAD")
_SCHEME = "bearer"


def asked_by(answer: Answer) -> Answer:
    """Have the API answer a person of a token, or of a session that reads; everybody else gets 401."""

    def with_person(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(ROOT):
            return answer(request)
        refusal = _recognise(request)
        return _as_data(answer(request)) if refusal is None else refusal

    return with_person


def _recognise(request: HttpRequest) -> HttpResponse | None:
    """Set who asks; give the answer where it is nobody, or a token that may not."""
    scheme, _, text = request.headers.get("Authorization", "").partition(" ")
    reads = request.method in READS
    if scheme:
        token = tokens.holder(text.strip(), timezone.now()) if scheme.lower() == _SCHEME else None
        request.user = AnonymousUser() if token is None else token.user
        if token is not None and token.reads_only and not reads:
            return _problem(403, "this token only reads")
    elif not reads:
        request.user = AnonymousUser()
    if not isinstance(request.user, User):
        return _problem(401, "show a token: Authorization: Bearer ...")
    return None


def _problem(status: int, detail: str) -> HttpResponse:
    response = JsonResponse({"detail": detail}, status=status)
    if status == 401:  # noqa: PLR2004  (a status of HTTP)
        response.headers["WWW-Authenticate"] = 'Bearer realm="cadre"'
    return response


def _as_data(response: HttpResponse) -> HttpResponse:
    """Return a refusal as data where it was a page."""
    if response.status_code < 400 or response.headers.get("Content-Type", "").startswith("application/json"):  # noqa: PLR2004
        return response
    made = _problem(response.status_code, response.reason_phrase)
    for name in ("Allow", "Retry-After"):
        if name in response.headers:
            made.headers[name] = response.headers[name]
    return made
