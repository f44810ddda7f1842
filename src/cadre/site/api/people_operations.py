"""People: oneself, everybody, who has which role in a mission, and what was done in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja.errors import HttpError
from ninja.responses import Status

from cadre.site.accounts.models import User
from cadre.site.api import rows
from cadre.site.api.operations import ApiRequest, operation, table
from cadre.site.audit.models import AuditEntry
from cadre.site.guarding import Needs
from cadre.site.missions.models import Membership
from cadre.site.missions.saving import LastAdministrator, appoint, dismiss
from cadre.site.rights import Right, SiteRole

_P = "missions/{str:key}/people"
ENTRIES_AT_MOST = 1_000
_REFUSED, _LAST = 400, 409


@operation("GET", "me", needs=Needs.PERSON, response=rows.PersonRow)
def me(request: ApiRequest) -> Mapping[str, Any]:
    """Tell who asks."""
    return _person(request.user)


@table("people", needs=Needs.MANAGER, row=rows.PersonRow)
def people(request: ApiRequest) -> Iterable[Mapping[str, Any]]:
    """List everybody who has an account."""
    return [_person(one) for one in User.objects.order_by("name")]


@table(_P, needs=Right.APPOINT, row=rows.RoleRow)
def roles(request: ApiRequest, key: str) -> Iterable[Mapping[str, Any]]:
    """List who has which role in a mission."""
    every = request.mission.memberships.select_related("user").order_by("user__name", "role")
    return [_role(one) for one in every]


@operation("POST", _P, needs=Right.APPOINT, response={201: rows.RoleRow}, refused=(_REFUSED,))
def give_role(request: ApiRequest, key: str, given: rows.Given) -> Status[Any]:
    """Give somebody a role; `nation` is the id of the party for which a representative speaks."""
    user = User.objects.filter(name=given.name.strip().lower(), is_active=True).first()
    if user is None:
        raise HttpError(_REFUSED, request.words.text("site.nobody-of-that-name"))
    nation = given.nation if given.role is SiteRole.NATION else ""
    newest = request.mission.revisions.only("plain").get(number=request.mission.newest)
    if given.role is SiteRole.NATION and nation not in newest.document.get("parties", {}):
        raise HttpError(_REFUSED, request.words.text("site.nation-missing"))
    appoint(request.mission, user, given.role, by=request.user, now=timezone.now(), nation=nation)
    return Status(201, _role(request.mission.memberships.get(user=user, role=given.role.value)))


@operation("DELETE", f"{_P}/{{int:number}}", needs=Right.APPOINT, response={204: None}, refused=(_LAST,))
def take_role(request: ApiRequest, key: str, number: int) -> Status[None]:
    """Take a role away; a mission keeps an administrator."""
    membership: Membership = get_object_or_404(request.mission.memberships, pk=number)
    try:
        dismiss(membership, by=request.user, now=timezone.now())
    except LastAdministrator as last:
        raise HttpError(_LAST, request.words.text("site.last-administrator")) from last
    return Status(204, None)


@table("missions/{str:key}/audit", needs=Right.AUDIT, row=rows.AuditRow)
def audit(request: ApiRequest, key: str, before: int = 0) -> Iterable[Mapping[str, Any]]:
    """List what was done in a mission, the newest first, at most 1,000; `before` goes on from a number."""
    entries = AuditEntry.objects.filter(mission=request.mission.key).order_by("-number")
    if before > 0:
        entries = entries.filter(number__lt=before)
    return [
        {name: getattr(one, name) for name in rows.AuditRow.model_fields} for one in entries[:ENTRIES_AT_MOST]
    ]


def _person(one: User) -> Mapping[str, Any]:
    return {"number": one.pk} | {name: getattr(one, name) for name in list(rows.PersonRow.model_fields)[1:]}


def _role(one: Membership) -> Mapping[str, Any]:
    return {
        "number": one.pk,
        "name": one.user.name,
        "title": one.user.title,
        "role": one.role,
        "nation": one.nation,
    }
