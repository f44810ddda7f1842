"""Missions: the list, beginning one, its overview, saving a revision."""

from __future__ import annotations

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from cadre.packs import pack_names
from cadre.site.intake import Refused, Taken, from_pack, from_upload
from cadre.site.missions.comparing import compare
from cadre.site.missions.models import LARGE, SiteMission
from cadre.site.missions.overview import overview
from cadre.site.missions.saving import Change, Overtaken, begin_mission, save_revision
from cadre.site.pages.requests import SiteRequest
from cadre.site.rights import Right, may

COMMENT_AT_MOST, NAME_AT_MOST = 500, 200


def listed(request: SiteRequest) -> HttpResponse:
    """Show the missions that the person may know of."""
    missions = SiteMission.objects.visible_to(request.user).order_by("title", "key")
    return render(request, "missions.html", {"missions": missions})


def begin(request: SiteRequest) -> HttpResponse:
    """Begin a mission from a pack, or from an upload."""
    if request.method != "POST":
        return _begin(request)
    try:
        pack = request.POST.get("pack", "")
        change = _uploaded(request) if "upload" in request.FILES else _of_pack(request, pack)
    except Refused as refused:
        return _begin(request, refused.faults)
    mission = begin_mission(change, timezone.now())
    return redirect("mission", key=mission.key)


def shown(request: SiteRequest, mission: SiteMission) -> HttpResponse:
    """Show a mission, cut to what the person may see."""
    roles = mission.roles_of(request.user)
    newest = mission.revisions.defer("content", "original").get(number=mission.newest)
    nations = frozenset(mission.memberships.filter(user=request.user).values_list("nation", flat=True)) - {""}
    context = {
        "mission": mission,
        "newest": newest,
        "seen": overview(newest.document, roles, nations),
        "rights": rights_of(mission, request),
        "roles": sorted(roles),
    }
    return render(request, "mission.html", context)


def change(request: SiteRequest, mission: SiteMission) -> HttpResponse:
    """Save a new revision from an upload, unless somebody else has in between."""
    if request.method != "POST":
        return _change(request, mission)
    base = request.POST.get("base", "")
    if "upload" not in request.FILES or not base.isdecimal():
        return _change(request, mission, (request.words.text("site.upload-missing"),))
    try:
        made = _uploaded(request)
    except Refused as refused:
        return _change(request, mission, refused.faults)
    try:
        revision = save_revision(mission, made, base=int(base), now=timezone.now())
    except Overtaken as overtaken:
        return _overtaken(request, mission, made, int(base), overtaken.newest)
    if made.taken.warnings:
        kept = {"mission": mission, "revision": revision, "warnings": made.taken.warnings}
        return render(request, "saved.html", kept | {"rights": rights_of(mission, request)})
    return redirect("revision", key=mission.key, number=revision.number)


def rights_of(mission: SiteMission, request: SiteRequest) -> frozenset[str]:
    """Return what the person may do in a mission, for what a page offers."""
    roles = mission.roles_of(request.user)
    return frozenset(right.value for right in Right if may(roles, right))


def _of_pack(request: SiteRequest, pack: str) -> Change:
    taken = from_pack(pack, request.words.language)
    return Change(taken, request.user, request.words.text("site.begun-from", pack=pack))


def _uploaded(request: SiteRequest) -> Change:
    """Return what was uploaded, read and sound.

    Raises
    ------
    Refused
        It is too large, or cannot be read.
    """
    upload = request.FILES["upload"]
    assert isinstance(upload, UploadedFile)
    if (upload.size or 0) > settings.UPLOAD_AT_MOST:
        most = settings.UPLOAD_AT_MOST // 1_000_000
        raise Refused((request.words.text("site.upload-too-large", most=most),))
    content, name = upload.read(), (upload.name or "")[-NAME_AT_MOST:]
    taken: Taken = from_upload([content], name, request.words.language)
    comment = request.POST.get("comment", "").strip()[:COMMENT_AT_MOST]
    return Change(taken, request.user, comment, content, name)


def _begin(request: SiteRequest, faults: tuple[str, ...] = ()) -> HttpResponse:
    context = {"packs": pack_names(), "faults": faults}
    return render(request, "begin.html", context, status=400 if faults else 200)


def _change(request: SiteRequest, mission: SiteMission, faults: tuple[str, ...] = ()) -> HttpResponse:
    context = {"mission": mission, "faults": faults, "rights": rights_of(mission, request)}
    return render(request, "change.html", context, status=400 if faults else 200)


def _overtaken(
    request: SiteRequest, mission: SiteMission, made: Change, base: int, newest: int
) -> HttpResponse:
    """Say who saved what in between, and what both changed; nothing is saved."""
    held = {one.number: one for one in mission.revisions.filter(number__in=[base, newest])}
    between = mission.revisions.filter(number__gt=base).select_related("author").order_by("number")
    if base not in held:
        return _change(request, mission, (request.words.text("site.upload-missing"),))
    context = {
        "mission": mission,
        "between": between.defer(*LARGE),
        "theirs": compare(held[base].files, held[newest].files),
        "yours": compare(held[base].files, made.taken.files),
        "base": base,
        "rights": rights_of(mission, request),
    }
    return render(request, "overtaken.html", context, status=409)
