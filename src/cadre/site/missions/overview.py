"""The overview of a mission, cut to what its reader may see: the only place that decides it.

Takes the document of a revision and the reader's roles, gives frozen rows for the page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cadre.site.rights import Right, SiteRole, may

Rows = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A capability, how many units by which day, and how many must be left after exit."""

    title: str
    by_day: tuple[tuple[dt.date, int], ...]
    floor: int | None


@dataclass(frozen=True, slots=True)
class ShownOffer:
    """An offer that its reader may see."""

    key: str
    party: str
    role: str
    people: object
    begins: dt.date | None
    ends: dt.date | None
    state: str


@dataclass(frozen=True, slots=True)
class Overview:
    """What a page says of a mission."""

    host: str
    starts: dt.date | None
    weeks: int | None
    asks: str
    decisions: tuple[tuple[dt.date, str, str], ...]
    wanted: tuple[Wanted, ...]
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    """Kinds of things (`courses`, `sites`, `projects`) and the titles of those there are."""
    offers: tuple[ShownOffer, ...] | None
    """None where the reader is told nothing of offers, not even that there are any."""


def overview(document: Mapping[str, Any], roles: frozenset[SiteRole], nations: frozenset[str]) -> Overview:
    """Return what somebody with these roles, speaking for these nations, sees of a mission."""
    header, mandate = document.get("mission", {}), document.get("mandate", {})
    decisions = sorted(
        (_day(d["on"]), d.get("by", ""), d.get("about", "")) for d in mandate.get("decisions", ())
    )
    return Overview(
        host=header.get("host", ""),
        starts=_day(header["starts"]) if "starts" in header else None,
        weeks=header.get("horizon"),
        asks=mandate.get("asks", ""),
        decisions=tuple(decisions),
        wanted=tuple(_wanted(document.get("capabilities", {}))),
        parts=tuple(
            (kind, tuple(_title(key, one) for key, one in document[kind].items()))
            for kind in ("courses", "sites", "projects")
            if document.get(kind)
        ),
        offers=_offers(document, roles, nations),
    )


def _wanted(capabilities: Rows) -> Iterable[Wanted]:
    for key, one in capabilities.items():
        by_day = tuple(sorted((_day(day), int(units)) for day, units in one.get("wanted", {}).items()))
        yield Wanted(_title(key, one), by_day, one.get("floor_after_exit"))


def _offers(
    document: Mapping[str, Any], roles: frozenset[SiteRole], nations: frozenset[str]
) -> tuple[ShownOffer, ...] | None:
    """Return all offers for planners, those of their nations for representatives, else nothing."""
    every = may(roles, Right.READ_ALL)
    if not every and SiteRole.NATION not in roles:
        return None
    offers, parties, posts = (document.get(kind, {}) for kind in ("offers", "parties", "roles"))
    return tuple(
        ShownOffer(
            key=key,
            party=_title(one["party"], parties.get(one["party"], {})),
            role=_title(one["role"], posts.get(one["role"], {})) if "role" in one else "",
            people=one.get("people", ""),
            begins=_day(one["begins"]) if "begins" in one else None,
            ends=_day(one["ends"]) if "ends" in one else None,
            state=one.get("state", "indicated"),
        )
        for key, one in offers.items()
        if every or one["party"] in nations
    )


def _title(key: str, thing: Mapping[str, Any]) -> str:
    return str(thing.get("title") or key.replace("-", " "))


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
