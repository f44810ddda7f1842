"""Missions and their revisions: listed, begun, uploaded, downloaded, and every table of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import File, Form, UploadedFile
from ninja.errors import HttpError
from ninja.responses import Status

from cadre.site.api import rows
from cadre.site.api.operations import ApiRequest, OfKind, operation, table
from cadre.site.guarding import Needs
from cadre.site.intake import Refused, from_upload, workbook_of
from cadre.site.missions.models import LARGE, Revision, SiteMission
from cadre.site.missions.overview import Overview, overview
from cadre.site.missions.packing import archive
from cadre.site.missions.saving import Change, Overtaken, begin_mission, save_revision
from cadre.site.pages.downloads import download
from cadre.site.rights import Right

NAME_AT_MOST = 200
ZIP = "application/zip"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_M, _R = "missions/{str:key}", "missions/{str:key}/revisions"
_REFUSED, _OVERTAKEN, _TOO_BUSY = 400, 409, 503


@table("missions", needs=Needs.PERSON, row=rows.MissionRow)
def missions(request: ApiRequest) -> Iterable[Mapping[str, Any]]:
    """List the missions that the caller may know of."""
    return [_mission(one) for one in SiteMission.objects.visible_to(request.user).order_by("title", "key")]


@operation(
    "POST", "missions", needs=Needs.BEGINNER, response={201: rows.Saved}, refused=(_REFUSED, _TOO_BUSY)
)
def begin(request: ApiRequest, upload: File[UploadedFile], said: Form[rows.MissionBegun]) -> Status[Any]:
    """Begin a mission from a mission folder (.zip) or a workbook (.xlsx)."""
    change = _change(request, upload, said.comment)
    mission = begin_mission(change, timezone.now())
    return Status(201, _saved(mission, mission.revisions.defer(*LARGE).get(), change))


@operation("GET", _M, needs=Right.SEE, response=rows.OverviewRow)
def mission(request: ApiRequest, key: str) -> Mapping[str, Any]:
    """Show a mission, cut to what the caller may see."""
    seen = _seen(request)
    return {
        "mission": _mission(request.mission),
        "roles": sorted(request.mission.roles_of(request.user)),
        "host": seen.host,
        "starts": seen.starts,
        "weeks": seen.weeks,
        "asks": seen.asks,
        "parts": {kind: list(titles) for kind, titles in seen.parts},
    }


@table(f"{_M}/decisions", needs=Right.SEE, row=rows.DecisionRow)
def decisions(request: ApiRequest, key: str) -> Iterable[Mapping[str, Any]]:
    """List the decisions that a mission waits for."""
    return [{"on": day, "by": by, "about": about} for day, by, about in _seen(request).decisions]


@table(f"{_M}/wanted", needs=Right.SEE, row=rows.WantedRow)
def wanted(request: ApiRequest, key: str) -> Iterable[Mapping[str, Any]]:
    """List how many units of which capability are wanted by when."""
    return [
        {"capability": one.title, "by": day, "units": units, "floor_after_exit": one.floor}
        for one in _seen(request).wanted
        for day, units in one.by_day
    ]


@table(f"{_M}/offers", needs=Right.SEE, row=rows.OfferedRow)
def offers(request: ApiRequest, key: str) -> Iterable[Mapping[str, Any]]:
    """List offers: of all nations for planners, of one's own for representatives; others find nothing."""
    found = _seen(request).offers
    if found is None:
        raise Http404
    names = ("party", "role", "people", "begins", "ends", "state")
    return [{"id": one.key} | {name: getattr(one, name) for name in names} for one in found]


@table(_R, needs=Right.READ_ALL, row=rows.RevisionRow)
def revisions(request: ApiRequest, key: str) -> Iterable[Mapping[str, Any]]:
    """List the revisions, the newest first."""
    every = request.mission.revisions.select_related("author").defer(*LARGE)
    return [_revision_row(one) for one in every.order_by("-number")]


@operation(
    "POST",
    _R,
    needs=Right.WRITE,
    response={201: rows.Saved},
    refused=(_REFUSED, _OVERTAKEN, _TOO_BUSY),
)
def save(
    request: ApiRequest,
    key: str,
    upload: File[UploadedFile],
    said: Form[rows.Continued],
) -> Status[Any]:
    """Save a revision from a file; `base`, which it began from, must still be the newest."""
    change = _change(request, upload, said.comment)
    try:
        revision = save_revision(request.mission, change, base=said.base, now=timezone.now())
    except Overtaken as overtaken:
        raise HttpError(_OVERTAKEN, f"revision {overtaken.newest} is newer than {said.base}") from overtaken
    return Status(201, _saved(request.mission, revision, change))


@operation("GET", f"{_R}/{{int:number}}", needs=Right.READ_ALL, response=rows.WholeRevision)
def revision(request: ApiRequest, key: str, number: int) -> Mapping[str, Any]:
    """Give a revision, with the mission as plain data."""
    one = _revision(request, number)
    return dict(_revision_row(one)) | {"document": one.document}


@table(f"{_R}/{{int:number}}/tables/{{str:name}}", needs=Right.READ_ALL, row=rows.CellRow)
def contents(request: ApiRequest, key: str, number: int, name: str) -> Iterable[Mapping[str, Any]]:
    """List what a revision holds of a kind (`offers`, `courses`, `positions`): a row for each field."""
    found = _revision(request, number).document.get(name)
    if isinstance(found, list):
        found = {str(place): one for place, one in enumerate(found, start=1)}
    if not isinstance(found, dict):
        raise Http404
    return [
        {"id": key_of_thing, "field": field, "value": value}
        for key_of_thing, thing in found.items()
        for field, value in (thing.items() if isinstance(thing, dict) else (("", thing),))
    ]


@operation("GET", f"{_R}/{{int:number}}/folder.zip", needs=Right.READ_ALL, response=OfKind(ZIP))
def folder(request: ApiRequest, key: str, number: int) -> HttpResponse:
    """Download a revision as a mission folder."""
    return download(archive(_revision(request, number).files), f"mission-{number}.zip")


@operation(
    "GET",
    f"{_R}/{{int:number}}/workbook.xlsx",
    needs=Right.READ_ALL,
    response=OfKind(WORKBOOK),
    refused=(_TOO_BUSY,),
)
def workbook(request: ApiRequest, key: str, number: int) -> HttpResponse:
    """Download a revision as a workbook."""
    try:
        made = workbook_of(_revision(request, number).files, request.words.language)
    except Refused as refused:
        raise Http404 from refused
    return download(made, f"mission-{number}.xlsx")


def _change(request: ApiRequest, upload: UploadedFile, comment: str) -> Change:
    if (upload.size or 0) > settings.UPLOAD_AT_MOST:
        most = settings.UPLOAD_AT_MOST // 1_000_000
        raise HttpError(_REFUSED, request.words.text("site.upload-too-large", most=most))
    content, name = upload.read(), (upload.name or "")[-NAME_AT_MOST:]
    try:
        taken = from_upload([content], name, request.words.language)
    except Refused as refused:
        raise HttpError(_REFUSED, "\n".join(refused.faults)) from refused
    return Change(taken, request.user, comment.strip(), content, name)


def _seen(request: ApiRequest) -> Overview:
    mission, user = request.mission, request.user
    newest = mission.revisions.defer("content", "original").get(number=mission.newest)
    nations = frozenset(mission.memberships.filter(user=user).values_list("nation", flat=True)) - {""}
    return overview(newest.document, mission.roles_of(user), nations)


def _revision(request: ApiRequest, number: int) -> Revision:
    return get_object_or_404(request.mission.revisions.select_related("author"), number=number)


def _mission(one: SiteMission) -> Mapping[str, Any]:
    return {"key": one.key, "title": one.title, "newest": one.newest, "made_at": one.made_at}


def _revision_row(one: Revision) -> Mapping[str, Any]:
    names = ("number", "at", "comment", "digest", "original_name")
    return {name: getattr(one, name) for name in names} | {"author": one.author.name}


def _saved(mission: SiteMission, revision: Revision, change: Change) -> Mapping[str, Any]:
    warnings = list(change.taken.warnings)
    return {
        "mission": mission.key,
        "number": revision.number,
        "digest": revision.digest,
        "warnings": warnings,
    }
