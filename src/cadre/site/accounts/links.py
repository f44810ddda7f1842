"""Links that work once: made for a person, opened by whoever holds the secret."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets

from django.db import models

from cadre.site.accounts.models import OneTimeLink, User

VALID = dt.timedelta(days=1)


def new_link(user: User, now: dt.datetime) -> str:
    """Return the secret of a new link for a person; links made for them before end."""
    secret = secrets.token_urlsafe(32)
    OneTimeLink.objects.filter(user=user, used_at=None).update(used_at=now)
    OneTimeLink.objects.create(digest=digest(secret), user=user, until=now + VALID)
    return secret


def holder(secret: str, now: dt.datetime) -> User | None:
    """Return whose link it is; None where it is unknown, used or too old."""
    link = _open_links(secret, now).select_related("user").first()
    return None if link is None or not link.user.is_active else link.user


def use(secret: str, now: dt.datetime) -> bool:
    """Take a link; of two who try at once one does."""
    return _open_links(secret, now).update(used_at=now) == 1


def digest(text: str) -> str:
    """Return a SHA-256 in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def _open_links(secret: str, now: dt.datetime) -> models.QuerySet[OneTimeLink]:
    return OneTimeLink.objects.filter(digest=digest(secret), used_at=None, until__gt=now)
