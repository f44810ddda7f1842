"""Nations' replies as spreadsheets: read, shown, and entered once somebody has seen how they are read.

What was uploaded goes to the browser and comes back with the confirmation: nothing unconfirmed is kept.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from cadre.site.editing.offers import Scope
from cadre.site.intake import Refused, ReplyAsked, from_reply
from cadre.site.missions.models import SiteMission
from cadre.site.missions.saving import Change, Overtaken, save_revision
from cadre.site.pages.editing import COMMENT_AT_MOST, begun
from cadre.site.pages.mission_views import rights_of
from cadre.site.pages.offer_views import party_title, scope_of
from cadre.site.pages.requests import SiteRequest

REPLY_AT_MOST = 600_000
"""Bytes of a reply: it comes back inside a form."""
NAME_AT_MOST, WORDS_AT_MOST = 200, 20_000
TOLD = ("party", "state", "order", "words")
ORDERS = ("day-first", "month-first")
STATES = ("indicated", "pledged", "confirmed", "arrived")


def reply(request: SiteRequest, mission: SiteMission) -> HttpResponse:
    """Take a reply, show what it would bring, or enter it."""
    scope = scope_of(request, mission)
    if request.method != "POST":
        return _shown(request, mission, scope, {})
    sent = _sent(request)
    if sent is None:
        text = request.words.text("site.reply-missing", most=REPLY_AT_MOST // 1000)
        return _shown(request, mission, scope, {"faults": (text,)}, status=400)
    return _read(request, mission, scope, sent)


def _read(request: SiteRequest, mission: SiteMission, scope: Scope, sent: tuple[bytes, str]) -> HttpResponse:
    content, name = sent
    told = {key: request.POST.get(key, "").strip()[:WORDS_AT_MOST] for key in TOLD}
    here = begun(request, mission)
    is_confirmed = request.POST.get("do") == "enter" and not here.is_overtaken
    now = timezone.now()
    asked = ReplyAsked(content, name, told, scope.nation, now.date().isoformat(), enter=is_confirmed)
    held = {"told": told, "name": name, "content": base64.b64encode(content).decode()}
    try:
        answer, taken = from_reply(here.newest.files, asked, request.words.language)
        if taken is not None:
            comment = request.words.text("site.reply-entered", file=name)[:COMMENT_AT_MOST]
            made = Change(taken, request.user, comment, content, name)
            revision = save_revision(mission, made, base=here.newest.number, now=now)
            return redirect(f"{reverse('offers', kwargs={'key': mission.key})}?saved={revision.number}")
    except Refused as refused:
        return _shown(request, mission, scope, held | {"faults": refused.faults}, status=400)
    except Overtaken:
        return redirect("reply", key=mission.key)
    overtaken = request.POST.get("do") == "enter" and here.is_overtaken
    notes = (request.words.text("site.reply-again"),) if overtaken else ()
    return _shown(request, mission, scope, held | {"answer": answer, "notes": notes})


def _sent(request: SiteRequest) -> tuple[bytes, str] | None:
    """Return the file that was uploaded, or that comes back confirmed; None for nothing usable."""
    upload = request.FILES.get("upload")
    if upload is not None and not isinstance(upload, list):
        name = (upload.name or "")[-NAME_AT_MOST:]
        return (upload.read(), name) if 0 < (upload.size or 0) <= REPLY_AT_MOST else None
    try:
        content = base64.b64decode(request.POST.get("content", ""), validate=True)
    except (binascii.Error, ValueError):
        return None
    return (
        (content, request.POST.get("name", "")[-NAME_AT_MOST:]) if 0 < len(content) <= REPLY_AT_MOST else None
    )


def _shown(
    request: SiteRequest, mission: SiteMission, scope: Scope, found: Mapping[str, Any], status: int = 200
) -> HttpResponse:
    here = begun(request, mission)
    parties: Sequence[tuple[str, str]] = [
        (key, party_title(here.newest.document, key)) for key in here.newest.document.get("parties", {})
    ]
    whole = {
        "mission": mission,
        "base": here.newest.number,
        "nation": party_title(here.newest.document, scope.nation),
        "parties": () if scope.nation else parties,
        "states": STATES,
        "orders": ORDERS,
        "answer": None,
        "told": dict.fromkeys(TOLD, ""),
        "name": "",
        "content": "",
        "faults": (),
        "notes": (),
        "rights": rights_of(mission, request),
    }
    return render(request, "reply.html", whole | dict(found), status=status)
