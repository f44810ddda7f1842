"""Tokens: by one a program acts as its person; shown once, kept as a digest, until a day or until revoked."""

from __future__ import annotations

import datetime as dt
import secrets

from django.db import transaction
from django.db.models import QuerySet

from cadre.site.accounts.links import digest
from cadre.site.accounts.models import Token, User
from cadre.site.audit.chain import record

BEGINNING = "cadre_"
"""So that a token that lies about is known for what it is."""
DAYS = (1, 365)
"""For how long one may be made."""
AT_MOST = 20
"""Tokens of a person that work."""
NOTED_EVERY = dt.timedelta(hours=1)
"""How exactly it is kept when a token was last used."""


class TooMany(Exception):
    """A person has as many tokens as may be."""


def new_token(user: User, title: str, *, days: int, reads_only: bool, now: dt.datetime) -> str:
    """Return a new token of a person, which is kept nowhere.

    Parameters
    ----------
    user : User
        Whose; it may do what they may.
    title : str
        What it is for, in their words.
    days : int
        For how long, within `DAYS`.
    reads_only : bool
        Whether nothing can be changed by it.
    now : datetime
        When.

    Raises
    ------
    TooMany
        `AT_MOST` of theirs work already.
    """
    text = BEGINNING + secrets.token_urlsafe(32)
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        if working(user, now).count() >= AT_MOST:
            raise TooMany
        until = now + dt.timedelta(days=days)
        made = Token.objects.create(
            user=user, title=title, digest=digest(text), reads_only=reads_only, made_at=now, until=until
        )
        after = {"title": title, "days": days, "reads_only": reads_only}
        record(by=user.name, did="made-token", at=now, about=f"token {made.pk}", after=after)
    return text


def holder(text: str, now: dt.datetime) -> Token | None:
    """Return a token that works, with its person; None where it is unknown or over, or they are out."""
    found = (
        Token.objects.select_related("user")
        .filter(digest=digest(text), until__gt=now, revoked_at=None, user__is_active=True)
        .first()
    )
    if found is not None and (found.used_at is None or now - found.used_at > NOTED_EVERY):
        Token.objects.filter(pk=found.pk).update(used_at=now)
    return found


def revoke(token: Token, *, by: User, now: dt.datetime) -> bool:
    """End a token; False where it had ended."""
    with transaction.atomic():
        if not Token.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=now):
            return False
        record(
            by=by.name, did="revoked-token", at=now, about=f"token {token.pk}", before={"title": token.title}
        )
    return True


def working(user: User, now: dt.datetime) -> QuerySet[Token]:
    """Return the tokens of a person that work, the newest first."""
    return user.tokens.filter(revoked_at=None, until__gt=now).order_by("-made_at", "-pk")
