"""Offers of a mission: the grid, what rows would bring before they enter, and who said what when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cadre.mission_files import ReadMission
from cadre.site.editing.offers import OfferRow, OffersProposal, Scope, keys_of, propose, rows_of
from cadre.site.editing.pasting import KEY, ROWS_AT_MOST, pasted
from cadre.site.missions.models import OfferStep, SiteMission
from cadre.site.pages import offer_rows
from cadre.site.pages.editing import Begun, begun, save
from cadre.site.pages.mission_views import rights_of
from cadre.site.pages.requests import SiteRequest
from cadre.site.rights import Right, SiteRole, may

A_PAGE = 50


def offers(request: SiteRequest, mission: SiteMission) -> HttpResponse:
    """Show the offers, tell what typed or pasted rows would bring, or enter them."""
    scope = scope_of(request, mission)
    if request.method != "POST":
        return _grid(request, mission, scope)
    does = request.POST.get("do", "check")
    if does == "paste":
        return _pasted(request, mission, scope)
    rows = offer_rows.typed(request.POST.dict(), scope)
    if does == "enter":
        return _enter(request, mission, scope, rows)
    return _preview(request, mission, scope, rows)


def offer(request: SiteRequest, mission: SiteMission, offer: str) -> HttpResponse:
    """Show who said what of an offer, and when."""
    scope = scope_of(request, mission)
    steps = _steps(mission, scope).filter(offer=offer).select_related("by").order_by("-revision", "-pk")
    if not steps:
        raise Http404
    here = begun(request, mission)
    rows = rows_of(here.newest.document, scope, {offer} & set(keys_of(here.newest.document, scope)))
    columns = offer_rows.columns_for(scope, request.words)
    context = {
        "mission": mission,
        "offer": offer,
        "cells": offer_rows.standing(rows, columns, {})[0].cells if rows else (),
        "steps": steps,
        "rights": rights_of(mission, request),
    }
    return render(request, "offer.html", context)


def scope_of(request: SiteRequest, mission: SiteMission) -> Scope:
    """Return whose offers somebody deals with: planners with all, a representative with its nation's.

    Raises
    ------
    Http404
        With nobody's.
    """
    if may(mission.roles_of(request.user), Right.READ_ALL):
        return Scope()
    speaks = mission.memberships.filter(user=request.user, role=SiteRole.NATION.value)
    nation = speaks.values_list("nation", flat=True).first()
    if not nation:
        raise Http404
    return Scope(nation)


def _grid(request: SiteRequest, mission: SiteMission, scope: Scope) -> HttpResponse:
    here = begun(request, mission)
    every = keys_of(here.newest.document, scope)
    find = request.GET.get("find", "").strip()
    found = keys_of(here.newest.document, scope, find) if find else every
    pages = max(1, -(-len(found) // A_PAGE))
    page = min(pages, max(1, _number(request.GET.get("page", "1"))))
    rows = rows_of(here.newest.document, scope, found[(page - 1) * A_PAGE : page * A_PAGE])
    columns = offer_rows.columns_for(scope, request.words)
    shown = offer_rows.standing(rows, columns, _since(mission, scope, [row.key for row in rows]))
    saved = _number(request.GET.get("saved", "0"))
    context = {
        "rows": [*shown, *offer_rows.empty(columns, len(shown))],
        "count": len(every),
        "found": len(found),
        "find": find,
        "page_number": page,
        "pages": pages,
        "saved": saved if 0 < saved <= here.newest.number else 0,
        "is_preview": False,
    }
    return _answer(request, mission, (scope, here, columns), context)


def _preview(
    request: SiteRequest,
    mission: SiteMission,
    scope: Scope,
    rows: Sequence[OfferRow],
    notes: Sequence[str] = (),
) -> HttpResponse:
    here = begun(request, mission)
    proposal = _proposal(here, rows, scope)
    columns = offer_rows.columns_for(scope, request.words)
    shown = offer_rows.proposed(proposal.changes, columns, request.words)
    context = {
        "rows": [*shown, *offer_rows.empty(columns, len(shown))],
        "same": len(proposal.rows) - len(shown),
        "notes": [*notes, *_overtaken(request, mission, here)],
        "others": offer_rows.elsewhere(proposal.others, scope, request.words),
        "may_enter": proposal.read is not None,
        "changes": len(shown),
        "comment": request.POST.get("comment", ""),
        "is_preview": True,
    }
    refused = request.POST.get("do") == "enter"
    return _answer(request, mission, (scope, here, columns), context, status=400 if refused else 200)


def _enter(
    request: SiteRequest, mission: SiteMission, scope: Scope, rows: Sequence[OfferRow]
) -> HttpResponse:
    entered: list[str] = []

    def proposed(here: Begun) -> ReadMission | None:
        proposal = _proposal(here, rows, scope)
        entered[:] = [one.key for one in proposal.changes]
        return proposal.read

    saying = request.words.text
    revision = save(
        request, mission, proposed, lambda: saying("site.offers-changed", offers=", ".join(entered[:5]))
    )
    if revision is None:
        return _preview(request, mission, scope, rows)
    return redirect(f"{reverse('offers', kwargs={'key': mission.key})}?saved={revision.number}")


def _pasted(request: SiteRequest, mission: SiteMission, scope: Scope) -> HttpResponse:
    columns = offer_rows.columns_for(scope, request.words)
    names = {KEY: request.words.text("site.offer")} | {one.id: one.title for one in columns}
    found = pasted(request.POST.get("pasted", ""), names)
    notes = []
    if found.count > ROWS_AT_MOST:
        notes.append(request.words.text("site.pasted-too-many", count=found.count, most=ROWS_AT_MOST))
    if found.unknown:
        notes.append(request.words.text("site.pasted-unknown", headings=", ".join(found.unknown)))
    if found.too_long:
        numbers = ", ".join(map(str, found.too_long))
        notes.append(request.words.text("site.pasted-too-long", rows=numbers))
    return _preview(request, mission, scope, found.rows, notes)


def _proposal(here: Begun, rows: Sequence[OfferRow], scope: Scope) -> OffersProposal:
    return propose(rows, here.base.document, here.newest.document, scope)


def _overtaken(request: SiteRequest, mission: SiteMission, here: Begun) -> list[str]:
    """Say that others saved since; a nation is not told who."""
    if not here.is_overtaken:
        return []
    return [request.words.text("site.others-saved", number=here.base.number, newest=here.newest.number)]


def _answer(
    request: SiteRequest,
    mission: SiteMission,
    about: tuple[Scope, Begun, tuple[offer_rows.GridColumn, ...]],
    context: Mapping[str, Any],
    status: int = 200,
) -> HttpResponse:
    scope, here, columns = about
    whole = {
        "mission": mission,
        "columns": columns,
        "lists": offer_rows.lists_for(columns, here.newest.document),
        "base": here.newest.number,
        "nation": party_title(here.newest.document, scope.nation),
        "rights": rights_of(mission, request),
    }
    return render(request, "offers.html", whole | dict(context), status=status)


def party_title(document: Mapping[str, Any], nation: str) -> str:
    """Return what a party is called; empty for none."""
    return str(document.get("parties", {}).get(nation, {}).get("title") or nation)


def _steps(mission: SiteMission, scope: Scope) -> Any:
    steps = OfferStep.objects.filter(mission=mission)
    return steps.filter(party=scope.nation) if scope.nation else steps


def _since(mission: SiteMission, scope: Scope, keys: Sequence[str]) -> dict[str, OfferStep]:
    """Return for each offer the step by which it came to its state."""
    steps = _steps(mission, scope).filter(offer__in=keys).select_related("by").order_by("revision", "pk")
    return {one.offer: one for one in steps}


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0  # noqa: PLR2004
