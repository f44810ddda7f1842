"""Rights: which role may do what in a mission, in one table. Nothing of Django."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class SiteRole(StrEnum):
    """What somebody is in a mission; a person may be several things."""

    ADMINISTRATOR = "administrator"
    PLANNER = "planner"
    NATION = "nation"
    HOST = "host"
    COMMANDER = "commander"
    REPORTER = "reporter"
    READER = "reader"


class Right(StrEnum):
    """What can be done in a mission."""

    SEE = "see"
    """That there is the mission, and its overview, cut by role."""
    READ_ALL = "read-all"
    """Every revision whole: offers, positions, conditions."""
    WRITE = "write"
    """Save a revision."""
    OFFER = "offer"
    """Enter, change and withdraw offers: planners all, a nation's representative its own."""
    RUN = "run"
    """Start, cancel and resume studies; release their briefs."""
    APPOINT = "appoint"
    """Say who has which role."""
    AUDIT = "audit"
    """Read what was done by whom."""


_EVERYBODY = frozenset(SiteRole)
_PLANNERS = frozenset({SiteRole.PLANNER})
ALLOWED: Mapping[Right, frozenset[SiteRole]] = {
    Right.SEE: _EVERYBODY,
    Right.READ_ALL: _PLANNERS,
    Right.WRITE: _PLANNERS,
    Right.OFFER: _PLANNERS | {SiteRole.NATION},
    Right.RUN: _PLANNERS,
    Right.APPOINT: frozenset({SiteRole.ADMINISTRATOR}),
    Right.AUDIT: frozenset({SiteRole.ADMINISTRATOR}),
}
"""Roles that have a right; nothing else in the site says who may do what."""


def may(roles: frozenset[SiteRole], right: Right) -> bool:
    """Return whether somebody with these roles has a right."""
    return bool(roles & ALLOWED[right])
