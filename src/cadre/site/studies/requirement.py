"""The statement of requirements of a finished study: posts by role and site, what fills them, whom to ask.

Takes `study.json` as data, gives frozen rows. Nothing of Django: who may read the study may read these.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

STATES = ("arrived", "confirmed", "pledged", "indicated")
"""How firm an offer is, firmest first."""


@dataclass(frozen=True, slots=True)
class RequiredPosts:
    """Posts of a role at a site through the mission, and what fills them.

    `begins` is the first day of any of them, `ends` the last; counts but `peak` (posts at a time) are of
    post-weeks.
    """

    role: str
    site: str
    critical: bool
    peak: int
    begins: dt.date
    ends: dt.date
    needed: int
    filled: Mapping[str, int]
    open: int
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RequestShown:
    """People to ask for: of a role, at a site, from day to day."""

    role: str
    site: str
    critical: bool
    people: int
    begins: dt.date
    ends: dt.date


@dataclass(frozen=True, slots=True)
class RequirementOf:
    """The statement of requirements of one option."""

    option: str
    letter: str
    title: str
    posts: tuple[RequiredPosts, ...]
    requests: tuple[RequestShown, ...]


def requirements_in(study: Mapping[str, Any]) -> tuple[RequirementOf, ...]:
    """Return the statements of requirements of the options shown, without those that need nobody."""
    mission = study.get("mission", {})
    every = (_of(option, mission) for option in study.get("options", ()))
    return tuple(one for one in every if one.posts)


def _of(option: Mapping[str, Any], mission: Mapping[str, Any]) -> RequirementOf:
    plan, document = option["forces"], mission["document"]
    starts = dt.date.fromisoformat(mission["starts"])
    requests = (
        RequestShown(
            _title(document, "roles", one["role"]),
            _title(document, "sites", one["site"]),
            one["critical"],
            one["people"],
            *_days(one["begins"], one["ends"], starts),
        )
        for one in plan["asks"]
    )
    return RequirementOf(
        option["id"],
        option["letter"],
        option["title"],
        tuple(_posts(plan, document, starts)),
        tuple(requests),
    )


def _posts(plan: Mapping[str, Any], document: Mapping[str, Any], starts: dt.date) -> Iterable[RequiredPosts]:
    offers = document.get("offers", {})
    filled: dict[str, Counter[str]] = {}
    for stint in plan["stints"]:
        weeks = stint["people"] * (stint["ends"] - stint["begins"])
        filled.setdefault(stint["line"], Counter())[offers[stint["offer"]]["state"]] += weeks
    together: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for line in plan["lines"]:
        together.setdefault((line["role"], line["site"]), []).append(line)
    for (role, site), lines in together.items():
        ids = {line["id"] for line in lines}
        gaps = [gap for gap in plan["gaps"] if gap["line"] in ids]
        begins, ends = min(line["opens"] for line in lines), max(line["closes"] for line in lines)
        yield RequiredPosts(
            _title(document, "roles", role),
            _title(document, "sites", site),
            any(line["critical"] for line in lines),
            max(line["people"] for line in lines),
            *_days(begins, ends, starts),
            sum(_post_weeks(line, "opens", "closes") for line in lines),
            {state: sum(filled.get(one, Counter())[state] for one in ids) for state in STATES},
            sum(_post_weeks(gap, "begins", "ends") for gap in gaps),
            tuple(dict.fromkeys(gap["why"]["text"] for gap in gaps)),
        )


def _post_weeks(part: Mapping[str, Any], begins: str, ends: str) -> int:
    return int(part["people"] * (part[ends] - part[begins]))


def _days(begins: int, ends: int, starts: dt.date) -> tuple[dt.date, dt.date]:
    return starts + dt.timedelta(weeks=begins), starts + dt.timedelta(weeks=ends, days=-1)


def _title(document: Mapping[str, Any], part: str, key: str) -> str:
    return str(document.get(part, {}).get(key, {}).get("title") or key.replace("-", " "))
