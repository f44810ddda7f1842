"""Editing on pages: the revision that somebody began from, the newest, and saving what goes between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone

from cadre.mission_files import ReadMission
from cadre.site.editing.checking import taken_of
from cadre.site.missions.models import Revision, SiteMission
from cadre.site.missions.saving import Change, Overtaken, save_revision
from cadre.site.pages.requests import SiteRequest

COMMENT_AT_MOST = 500
DIGITS = 9
"""Of the number of a revision."""
TRIES = 3
"""Of a save that others come before, each time carried over to what they saved."""


@dataclass(frozen=True, slots=True)
class Begun:
    """The revision that a change began from, and the newest."""

    base: Revision
    newest: Revision

    @property
    def is_overtaken(self) -> bool:
        """Whether others saved since."""
        return self.base.number != self.newest.number


def begun(request: SiteRequest, mission: SiteMission) -> Begun:
    """Return what a form began from; the newest where it does not say, or names none."""
    mission.refresh_from_db(fields=["newest"])
    newest = mission.revisions.defer("original").get(number=mission.newest)
    said = request.POST.get("base", "")
    number = int(said) if said.isascii() and said.isdecimal() and len(said) <= DIGITS else newest.number
    base = (
        newest
        if number == newest.number
        else mission.revisions.defer("original").filter(number=number).first()
    )
    return Begun(base or newest, newest)


def save(
    request: SiteRequest,
    mission: SiteMission,
    proposed: Callable[[Begun], ReadMission | None],
    otherwise: Callable[[], str],
) -> Revision | None:
    """Save what is proposed as a revision.

    Parameters
    ----------
    request : SiteRequest
        Its author, comment and base.
    mission : SiteMission
        Whose.
    proposed : callable
        Gives the mission with the change in it, None where something is in the way.
    otherwise : callable
        Gives the comment where its author wrote none, once it is known what is saved.

    Returns
    -------
    Revision or None
        None where something is in the way; nothing is saved then.
    """
    comment = request.POST.get("comment", "").strip()
    for _ in range(TRIES):
        here = begun(request, mission)
        read = proposed(here)
        if read is None:
            return None
        change = Change(
            taken_of(read, here.newest.files), request.user, (comment or otherwise())[:COMMENT_AT_MOST]
        )
        try:
            return save_revision(mission, change, base=here.newest.number, now=timezone.now())
        except Overtaken:
            continue
    return None
