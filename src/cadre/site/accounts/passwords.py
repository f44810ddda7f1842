"""Passwords: whether one may be taken, as names of messages."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from cadre.site.accounts.models import User

SAID = {
    "password_too_short": "site.password-too-short",
    "password_too_common": "site.password-too-common",
    "password_entirely_numeric": "site.password-entirely-numeric",
}
"""What says why, by Django's code of it."""


def wrong_with(password: str, again: str, user: User) -> tuple[str, ...]:
    """Return the names of messages that say why a password cannot be taken; nothing where it can."""
    found = [] if password == again else ["site.password-differs"]
    try:
        validate_password(password, user)
    except ValidationError as error:
        found += [SAID[one.code] for one in error.error_list if one.code]
    return tuple(found)
