"""The statement of requirements of a mission, from the newest study that the person may read."""

from __future__ import annotations

import json

from django.http import HttpResponse
from django.shortcuts import render

from cadre.site.missions.models import LARGE, SiteMission
from cadre.site.pages.mission_views import rights_of
from cadre.site.pages.requests import SiteRequest
from cadre.site.studies.models import SiteStudy, State
from cadre.site.studies.requirement import STATES, requirements_in

STUDY = "study.json"


def requirement(request: SiteRequest, mission: SiteMission) -> HttpResponse:
    """Show what posts each option of a study needs, what fills them, and whom to ask for."""
    readable = SiteStudy.objects.filter(mission=mission, state=State.DONE)
    studies = readable.visible_to(mission.roles_of(request.user)).order_by("-number")
    wanted = request.GET.get("study", "")
    number = int(wanted) if wanted.isascii() and wanted.isdecimal() and len(wanted) <= 9 else None  # noqa: PLR2004
    held = [one for one in studies.select_related("revision").defer(*(f"revision__{name}" for name in LARGE))]
    study = next((one for one in held if one.number == number), held[0] if held else None)
    options = requirements_in(_content(study)) if study is not None else ()
    chosen = request.GET.get("option", "")
    context = {
        "mission": mission,
        "studies": held,
        "study": study,
        "options": options,
        "shown": next((one for one in options if one.option == chosen), options[0] if options else None),
        "states": STATES,
        "rights": rights_of(mission, request),
    }
    return render(request, "requirement.html", context)


def _content(study: SiteStudy) -> dict[str, object]:
    file = study.files.filter(name=STUDY).first()
    found: dict[str, object] = json.loads(bytes(file.content)) if file is not None else {}
    return found
