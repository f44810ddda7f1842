"""Operations: each is registered with what its caller needs, and becomes a route of `guarding.page`.

django-ninja reads what is sent, writes what is answered and describes both (OpenAPI); who may is decided
before it is called, where pages decide it, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI, Router, Schema
from ninja.security import HttpBearer

from cadre.site.accounts.models import User
from cadre.site.api.csv_files import csv_of
from cadre.site.guarding import ByMethod, Needed, page
from cadre.site.intake import Busy
from cadre.site.missions.models import SiteMission
from cadre.site.pages.downloads import download
from cadre.site.pages.requests import SiteRequest
from cadre.site.rights import Right

ROOT, ANY = "api/v1/", "*/*"
_MALFORMED, _UNAUTHORISED, _ONLY_READS, _NOT_FOUND, _INVALID, _TOO_BUSY = 400, 401, 403, 404, 422, 503
View = Callable[..., Any]
_KIND = re.compile(r"(?<={)\w+:")
"""Of a part of a route; names of routes leave it out."""


class ApiRequest(SiteRequest):
    """A request of an operation; where it needs a right, with the mission in which its caller has it."""

    mission: SiteMission


class Problem(Schema):
    """Why something was refused."""

    detail: Any


@dataclass(frozen=True, slots=True)
class OfKind:
    """An answer that is no JSON: bytes of a content type."""

    kind: str

    def described(self) -> dict[str, Any]:
        """Return how OpenAPI says so; what may be of any kind may be JSON as well as bytes."""
        content = {self.kind: {"schema": {} if self.kind == ANY else {"type": "string"}}}
        return {"responses": {200: {"description": "OK", "content": content}}}


class TokenBearer(HttpBearer):
    """Whoever the middleware recognised; here only so that the description tells of tokens."""

    def __call__(self, request: HttpRequest) -> User | None:
        """Return who asks."""
        return request.user if isinstance(request.user, User) else None

    def authenticate(self, request: HttpRequest, token: str) -> User | None:
        """Return who asks; the middleware has read the token."""
        return self(request)


API = NinjaAPI(
    title="Cadre",
    version="1",
    description="Tables are JSON, and CSV where .csv is put behind their address.",
    docs_url=None,
    openapi_url=None,
    auth=TokenBearer(),
)
_ROUTER = Router()
_NEEDS: dict[str, dict[str, Needed]] = {}


@API.exception_handler(Busy)
def _busy(request: HttpRequest, _: Busy) -> HttpResponse:
    return API.create_response(request, {"detail": "others are being read; come again"}, status=_TOO_BUSY)


def operation(
    method: str, route: str, *, needs: Needed, response: Any, refused: Sequence[int] = ()
) -> Callable[[View], View]:
    """Register an operation.

    Parameters
    ----------
    method : str
        Of HTTP.
    route : str
        Below `/api/v1/`, as Django writes it with braces for brackets: `missions/{str:key}`.
    needs : Right or Needs
        What its caller must have.
    response : type, OfKind or dict
        What is answered: of a success, or by status.
    refused : sequence of int
        Statuses with which it may refuse, beside those that all have.
    """
    usual = [_UNAUTHORISED, _NOT_FOUND, _INVALID, *([] if method == "GET" else [_MALFORMED, _ONLY_READS])]
    answers: dict[int, Any] = {status: Problem for status in (*usual, *refused)}
    if not isinstance(response, OfKind):
        answers |= response if isinstance(response, dict) else {200: response}
    extra = response.described() if isinstance(response, OfKind) else None

    def register(view: View) -> View:
        _ROUTER.add_api_operation(
            route,
            [method],
            view,
            response=answers,
            operation_id=view.__name__,
            summary=(view.__doc__ or "").partition("\n")[0],
            openapi_extra=extra,
        )
        _NEEDS.setdefault(route, {})[method] = needs
        return view

    return register


def table(route: str, *, needs: Needed, row: type[Schema]) -> Callable[[View], View]:
    """Register a table: its rows as JSON at `route`, as CSV at `route.csv`.

    Parameters
    ----------
    route : str
        As `operation` takes it.
    needs : Right or Needs
        What its caller must have.
    row : type
        Of a row: its fields are the columns.
    """

    def register(view: View) -> View:
        name = route.rpartition("/")[2]

        @wraps(view)
        def as_csv(request: HttpRequest, **parts: Any) -> HttpResponse:
            rows = (row.model_validate(one).model_dump(mode="json") for one in view(request, **parts))
            return download(csv_of(list(row.model_fields), rows), f"{name}.csv")

        as_csv.__name__ = f"{view.__name__}_csv"
        operation("GET", f"{route}.csv", needs=needs, response=OfKind("text/csv"))(as_csv)
        operation("GET", route, needs=needs, response=list[row])(view)  # type: ignore[valid-type]
        return view

    return register


def routes() -> list[URLPattern]:
    """Return the routes of every operation that was registered; of one address, CSV comes first."""
    if not API._bound_routers_cache:
        API.add_router("", _ROUTER)
    (views,) = (one.path_operations for one in API._get_bound_routers() if one.template is _ROUTER)
    order = sorted(_NEEDS, key=lambda route: not route.endswith(".csv"))
    return [_route(route, views[route].get_view(), _NEEDS[route]) for route in order]


def _route(route: str, answer: View, needs: ByMethod) -> URLPattern:
    of_mission = any(isinstance(one, Right) for one in needs.values())

    def in_mission(request: HttpRequest, mission: SiteMission, **parts: Any) -> HttpResponse:
        request.mission = mission  # type: ignore[attr-defined]
        return outside(request, key=mission.key, **parts)

    def outside(request: HttpRequest, **parts: Any) -> HttpResponse:
        if request.method == "HEAD":
            request.method = "GET"
        answered: HttpResponse = answer(request, **parts)
        return answered

    whole: View = csrf_exempt(in_mission if of_mission else outside)  # sessions do not write (api.middleware)
    pattern = ROOT + route.replace("{", "<").replace("}", ">")
    return page(pattern, whole, name=f"api/{_KIND.sub('', route)}", needs=needs)
