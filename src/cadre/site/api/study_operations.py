"""Studies: asked for, followed, stopped, released, read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja.errors import HttpError
from ninja.responses import Status

from cadre.site.api import rows
from cadre.site.api.operations import ANY, ApiRequest, OfKind, operation, table
from cadre.site.missions.models import LARGE
from cadre.site.pages.downloads import download
from cadre.site.rights import Right, may
from cadre.site.studies import queue
from cadre.site.studies.models import SiteStudy, State, Studies

_S = "missions/{str:key}/studies"
_ONE = f"{_S}/{{int:number}}"
_ENDED = 409
RESULTS = "study.json"


@table(_S, needs=Right.SEE, row=rows.StudyRow)
def studies(request: ApiRequest, key: str) -> Iterable[Mapping[str, Any]]:
    """List the studies that the caller may know of, the newest first."""
    return [_row(one) for one in _visible(request).order_by("-number")]


@operation("POST", _S, needs=Right.RUN, response={201: rows.StudyRow})
def ask(request: ApiRequest, key: str, asked: rows.AskedStudy) -> Status[Any]:
    """Queue a study of the newest revision."""
    settings = {
        "seed": asked.seed,
        "replications": asked.futures,
        "draft": asked.draft,
        "language": asked.language,
    }
    return Status(201, _row(queue.ask(request.mission, settings, by=request.user, now=timezone.now())))


@operation("GET", _ONE, needs=Right.SEE, response=rows.StudyRow)
def study(request: ApiRequest, key: str, number: int) -> Mapping[str, Any]:
    """Show a study and how far it is."""
    return _row(_study(request, number))


@operation("POST", f"{_ONE}/cancel", needs=Right.RUN, response=rows.StudyRow, refused=(_ENDED,))
def cancel(request: ApiRequest, key: str, number: int) -> Mapping[str, Any]:
    """Stop a study that waits or runs."""
    if not queue.cancel(_study(request, number), by=request.user, now=timezone.now()):
        raise HttpError(_ENDED, "the study has ended")
    return _row(_study(request, number))


@operation("POST", f"{_ONE}/resume", needs=Right.RUN, response=rows.StudyRow, refused=(_ENDED,))
def resume(request: ApiRequest, key: str, number: int) -> Mapping[str, Any]:
    """Queue a cancelled or failed study again."""
    if not queue.resume(_study(request, number), by=request.user, now=timezone.now()):
        raise HttpError(_ENDED, "the study is neither cancelled nor failed")
    return _row(_study(request, number))


@operation("POST", f"{_ONE}/release", needs=Right.RUN, response=list[str], refused=(_ENDED,))
def release(request: ApiRequest, key: str, number: int, to: rows.ReleasedTo) -> list[str]:
    """Let a role read the brief of a finished study, or no longer; answers who may read it now."""
    one = _study(request, number)
    if one.state != State.DONE or may(frozenset({to.role}), Right.READ_ALL):
        raise HttpError(_ENDED, "the study is not done, or that role reads every study")
    queue.release(one, to.role.value, by=request.user, now=timezone.now())
    return sorted(one.releases.values_list("role", flat=True))


@table(f"{_ONE}/files", needs=Right.SEE, row=rows.FileRow)
def files(request: ApiRequest, key: str, number: int) -> Iterable[Mapping[str, Any]]:
    """List the files of a finished study's brief."""
    found = _study(request, number).files.defer("content").order_by("name")
    return [{"name": one.name, "digest": one.digest} for one in found]


@operation("GET", f"{_ONE}/files/{{str:name}}", needs=Right.SEE, response=OfKind(ANY))
def file(request: ApiRequest, key: str, number: int, name: str) -> HttpResponse:
    """Download a file of a brief."""
    found = get_object_or_404(_study(request, number).files, name=name)
    return download(bytes(found.content), name)


@operation("GET", f"{_ONE}/results", needs=Right.SEE, response=dict[str, Any])
def results(request: ApiRequest, key: str, number: int) -> Any:
    """Give every number of a finished study (study.json)."""
    found = _study(request, number).files.filter(name=RESULTS).first()
    if found is None:
        raise Http404
    return json.loads(bytes(found.content))


def _visible(request: ApiRequest) -> Studies:
    every = SiteStudy.objects.filter(mission=request.mission).visible_to(
        request.mission.roles_of(request.user)
    )
    found: Studies = every.select_related("revision", "asked_by").defer(
        *(f"revision__{name}" for name in LARGE)
    )
    return found


def _study(request: ApiRequest, number: int) -> SiteStudy:
    return get_object_or_404(_visible(request), number=number)


def _row(one: SiteStudy) -> Mapping[str, Any]:
    told, asked = one.progress, one.settings
    return {
        "number": one.number,
        "revision": one.revision.number,
        "state": one.state,
        "asked_by": one.asked_by.name,
        "asked_at": one.asked_at,
        "ended_at": one.ended_at,
        "stage": told.get("stage", ""),
        "done": told.get("done", 0),
        "total": told.get("total", 0),
        "seed": asked["seed"],
        "futures": asked["replications"],
        "draft": asked["draft"],
        "language": asked["language"],
    }
