"""Revisions of a mission: their list, one compared with the one before, downloads."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from cadre.site.intake import Refused, workbook_of
from cadre.site.missions.comparing import compare
from cadre.site.missions.models import LARGE, Revision, SiteMission
from cadre.site.missions.packing import archive
from cadre.site.pages.downloads import download
from cadre.site.pages.mission_views import rights_of
from cadre.site.pages.requests import SiteRequest


def revisions(request: SiteRequest, mission: SiteMission) -> HttpResponse:
    """List the revisions, the newest first."""
    every = mission.revisions.select_related("author").defer(*LARGE)
    context = {"mission": mission, "revisions": every.order_by("-number")}
    return render(request, "revisions.html", context | {"rights": rights_of(mission, request)})


def revision(request: SiteRequest, mission: SiteMission, number: int) -> HttpResponse:
    """Show what a revision changed."""
    one = _revision(mission, number)
    before = mission.revisions.filter(number=number - 1).first()
    context = {
        "mission": mission,
        "revision": one,
        "changes": compare(before.files, one.files) if before is not None else (),
        "is_first": before is None,
        "tables": [kind for kind, held in one.document.items() if isinstance(held, dict | list)],
        "rights": rights_of(mission, request),
    }
    return render(request, "revision.html", context)


def folder(request: SiteRequest, mission: SiteMission, number: int) -> HttpResponse:
    """Give a revision as a mission folder in a zip file."""
    return download(archive(_revision(mission, number).files), f"mission-{number}.zip")


def workbook(request: SiteRequest, mission: SiteMission, number: int) -> HttpResponse:
    """Give a revision as a workbook."""
    try:
        made = workbook_of(_revision(mission, number).files, request.words.language)
    except Refused as refused:
        raise Http404 from refused
    return download(made, f"mission-{number}.xlsx")


def original(request: SiteRequest, mission: SiteMission, number: int) -> HttpResponse:
    """Give what was uploaded, as it came."""
    one = _revision(mission, number)
    if not one.original_name:
        raise Http404
    return download(bytes(one.original), one.original_name)


def _revision(mission: SiteMission, number: int) -> Revision:
    return get_object_or_404(mission.revisions.select_related("author"), number=number)
