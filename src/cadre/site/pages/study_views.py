"""Studies of a mission: asked for, followed, stopped, read."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from cadre.site.missions.models import LARGE, SiteMission
from cadre.site.pages.downloads import download
from cadre.site.pages.mission_views import rights_of
from cadre.site.pages.requests import SiteRequest, known
from cadre.site.rights import Right, SiteRole, may
from cadre.site.studies import queue
from cadre.site.studies.models import SiteStudy, State, Studies
from cadre.site.studies.queue import FUTURES, SEED_BELOW

SHOWN = "brief.html"
"""The file that a browser shows; others are saved."""
IN_A_SANDBOX = "sandbox allow-scripts allow-popups allow-downloads; base-uri 'none'; frame-ancestors 'none'"
"""The brief has a policy of its own inside; here it is cut off from our origin."""


def listed(request: SiteRequest, mission: SiteMission) -> HttpResponse:
    """Show the studies of a mission that the person may know of."""
    studies = _visible(request, mission).select_related("revision", "asked_by").order_by("-number")
    context = {"mission": mission, "studies": studies.defer(*(f"revision__{name}" for name in LARGE))}
    return render(request, "studies.html", context | {"rights": rights_of(mission, request)})


def start(request: SiteRequest, mission: SiteMission) -> HttpResponse:
    """Queue a study of the newest revision."""
    seed, futures = request.POST.get("seed", ""), request.POST.get("futures", "")
    least, most = FUTURES
    if not (_number(seed) and int(seed) < SEED_BELOW and _number(futures) and least <= int(futures) <= most):
        return redirect("studies", key=mission.key)
    settings = {
        "seed": int(seed),
        "replications": int(futures),
        "draft": request.POST.get("draft") == "yes",
        "language": known(request.POST.get("language", "")) or request.words.language,
    }
    study = queue.ask(mission, settings, by=request.user, now=timezone.now())
    return redirect("study", key=mission.key, number=study.number)


def shown(request: SiteRequest, mission: SiteMission, number: int) -> HttpResponse:
    """Show how far a study is, or its brief."""
    return render(request, "study.html", _context(request, mission, number))


def progress(request: SiteRequest, mission: SiteMission, number: int) -> HttpResponse:
    """Give the part of the page that changes while a study runs."""
    return render(request, "study_progress.html", _context(request, mission, number))


def file(request: SiteRequest, mission: SiteMission, number: int, name: str) -> HttpResponse:
    """Give a file of a brief."""
    study = _study(request, mission, number)
    found = get_object_or_404(study.files, name=name)
    if name != SHOWN:
        return download(bytes(found.content), name)
    response = HttpResponse(bytes(found.content), content_type="text/html; charset=utf-8")
    response.headers["Content-Security-Policy"] = IN_A_SANDBOX
    return response


def cancel(request: SiteRequest, mission: SiteMission, number: int) -> HttpResponse:
    """Stop a study."""
    queue.cancel(_study(request, mission, number), by=request.user, now=timezone.now())
    return redirect("study", key=mission.key, number=number)


def resume(request: SiteRequest, mission: SiteMission, number: int) -> HttpResponse:
    """Queue a stopped study again."""
    queue.resume(_study(request, mission, number), by=request.user, now=timezone.now())
    return redirect("study", key=mission.key, number=number)


def release(request: SiteRequest, mission: SiteMission, number: int) -> HttpResponse:
    """Let a role read a brief, or no longer."""
    study, role = _study(request, mission, number), request.POST.get("role", "")
    if study.state == State.DONE and role in _others():
        queue.release(study, role, by=request.user, now=timezone.now())
    return redirect("study", key=mission.key, number=number)


def _context(request: SiteRequest, mission: SiteMission, number: int) -> dict[str, object]:
    study = _study(request, mission, number)
    return {
        "mission": mission,
        "study": study,
        "files": study.files.defer("content").order_by("name"),
        "released": frozenset(study.releases.values_list("role", flat=True)),
        "others": _others(),
        "rights": rights_of(mission, request),
        "shown_file": SHOWN,
    }


def _visible(request: SiteRequest, mission: SiteMission) -> Studies:
    return SiteStudy.objects.filter(mission=mission).visible_to(mission.roles_of(request.user))


def _study(request: SiteRequest, mission: SiteMission, number: int) -> SiteStudy:
    return get_object_or_404(_visible(request, mission).select_related("revision"), number=number)


def _others() -> tuple[SiteRole, ...]:
    """Return the roles that read a brief only where it is released to them."""
    return tuple(role for role in SiteRole if not may(frozenset({role}), Right.READ_ALL))


def _number(text: str) -> bool:
    return text.isascii() and text.isdecimal()
