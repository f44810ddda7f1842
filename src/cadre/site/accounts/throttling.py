"""Throttling: log-ins that failed stop further ones for a while, by name and by address."""

from __future__ import annotations

import datetime as dt

from cadre.site.accounts.links import digest
from cadre.site.accounts.models import FailedLogIn

WINDOW = dt.timedelta(minutes=15)
BY_NAME, BY_ADDRESS = 10, 40
"""Failures within the window after which no further log-in is tried, right or wrong."""


def too_many(name: str, address: str, now: dt.datetime) -> bool:
    """Return whether no log-in is tried for this name, or from this address, for now."""
    recent = FailedLogIn.objects.filter(at__gt=now - WINDOW)
    return (
        recent.filter(name=_key(name)).count() >= BY_NAME
        or recent.filter(address=digest(address)).count() >= BY_ADDRESS
    )


def failed(name: str, address: str, now: dt.datetime) -> None:
    """Remember a failure; those that no longer count are dropped."""
    FailedLogIn.objects.filter(at__lte=now - WINDOW).delete()
    FailedLogIn.objects.create(name=_key(name), address=digest(address), at=now)


def forget(name: str) -> None:
    """Forget the failures of a name, once its holder is in."""
    FailedLogIn.objects.filter(name=_key(name)).delete()


def _key(name: str) -> str:
    return digest(name.strip().lower())
