"""Who has which role in a mission, and what was done in it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from cadre.site.accounts.models import User
from cadre.site.audit.models import AuditEntry
from cadre.site.missions.models import Membership, SiteMission
from cadre.site.missions.saving import LastAdministrator, appoint, dismiss
from cadre.site.pages.mission_views import rights_of
from cadre.site.pages.requests import SiteRequest
from cadre.site.rights import SiteRole

ENTRIES_A_PAGE = 200


def people(request: SiteRequest, mission: SiteMission) -> HttpResponse:
    """Show who has which role, or give somebody one."""
    if request.method != "POST":
        return _people(request, mission)
    user = User.objects.filter(name=request.POST.get("name", "").strip().lower(), is_active=True).first()
    role = next((one for one in SiteRole if one == request.POST.get("role")), None)
    nation = request.POST.get("nation", "") if role is SiteRole.NATION else ""
    if user is None or role is None:
        return _people(request, mission, "site.nobody-of-that-name")
    if role is SiteRole.NATION and nation not in _parties(mission):
        return _people(request, mission, "site.nation-missing")
    appoint(mission, user, role, by=request.user, now=timezone.now(), nation=nation)
    return redirect("mission-people", key=mission.key)


def dismissed(request: SiteRequest, mission: SiteMission, number: int) -> HttpResponse:
    """Take a role away; a mission keeps an administrator."""
    membership: Membership = get_object_or_404(mission.memberships, pk=number)
    try:
        dismiss(membership, by=request.user, now=timezone.now())
    except LastAdministrator:
        return _people(request, mission, "site.last-administrator")
    return redirect("mission-people", key=mission.key)


def audit(request: SiteRequest, mission: SiteMission) -> HttpResponse:
    """Show what was done in a mission, the newest first."""
    entries = AuditEntry.objects.filter(mission=mission.key).order_by("-number")[:ENTRIES_A_PAGE]
    context = {"mission": mission, "entries": entries, "rights": rights_of(mission, request)}
    return render(request, "audit.html", context)


def _people(request: SiteRequest, mission: SiteMission, wrong: str = "") -> HttpResponse:
    context = {
        "mission": mission,
        "memberships": mission.memberships.select_related("user").order_by("user__name", "role"),
        "every_role": tuple(SiteRole),
        "parties": _parties(mission),
        "wrong": wrong,
        "rights": rights_of(mission, request),
    }
    return render(request, "mission_people.html", context, status=400 if wrong else 200)


def _parties(mission: SiteMission) -> tuple[str, ...]:
    newest = mission.revisions.only("plain").get(number=mission.newest)
    return tuple(newest.document.get("parties", {}))
