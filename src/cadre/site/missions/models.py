"""Missions, revisions, roles. Whoever looks a mission up names the right that it is for."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar, Self

from django.contrib.auth.models import AnonymousUser
from django.db import models

from cadre.site.accounts.models import User
from cadre.site.rights import ALLOWED, Right, SiteRole

LARGE = ("content", "plain", "original")
"""Fields of a revision that lists leave in the database."""
KEY_BYTES = 5
"""Of a mission's key: it tells nothing, not even how many missions there are."""


def new_key() -> str:
    """Return a key for a mission."""
    return secrets.token_hex(KEY_BYTES)


class MissionSet(models.QuerySet["SiteMission"]):
    """Look-ups of missions."""

    def allowing(self, user: User | AnonymousUser, right: Right) -> Self:
        """Return the missions in which a person has a right."""
        if not isinstance(user, User):
            return self.none()
        roles = [role.value for role in ALLOWED[right]]
        return self.filter(models.Exists(_memberships(user).filter(role__in=roles)))

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """Return the missions that a person may know of."""
        return self.allowing(user, Right.SEE)


def _memberships(user: User) -> models.QuerySet[Membership]:
    return Membership.objects.filter(mission=models.OuterRef("pk"), user=user)


class SiteMission(models.Model):
    """A mission: what is said of it stands in its revisions."""

    key = models.CharField(max_length=16, unique=True, default=new_key)
    title = models.CharField(max_length=300)
    newest = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()

    objects: ClassVar[Any] = MissionSet.as_manager()

    def roles_of(self, user: User) -> frozenset[SiteRole]:
        """Return the roles of a person."""
        return frozenset(SiteRole(one.role) for one in self.memberships.filter(user=user))


class Revision(models.Model):
    """A mission as it was saved once. Triggers refuse every change."""

    mission = models.ForeignKey(SiteMission, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    content = models.TextField()
    """Canonical text by name of the file, as JSON text: the JSON of databases forgets the order of keys."""
    digest = models.CharField(max_length=64)
    """SHA-256 of the content."""
    plain = models.TextField()
    """The same mission as plain data, for pages, as JSON text."""
    original = models.BinaryField()
    original_name = models.CharField(max_length=200)
    """What was uploaded, as it came; empty where nothing was."""
    author = models.ForeignKey(User, on_delete=models.PROTECT)
    at = models.DateTimeField()
    comment = models.CharField(max_length=500)

    class Meta:
        """Of two who save at once one is first."""

        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["mission", "number"], name="one_revision_of_a_number")
        ]

    @cached_property
    def files(self) -> Mapping[str, str]:
        """Canonical text by name of the file."""
        files: dict[str, str] = json.loads(self.content)
        return files

    @cached_property
    def document(self) -> Mapping[str, Any]:
        """The mission as plain data."""
        document: dict[str, Any] = json.loads(self.plain)
        return document


class OfferStep(models.Model):
    """A state that an offer took on: by whom, when, in which revision. Triggers refuse every change."""

    mission = models.ForeignKey(SiteMission, on_delete=models.PROTECT, related_name="offer_steps")
    offer = models.CharField(max_length=100)
    party = models.CharField(max_length=100)
    state = models.CharField(max_length=20)
    """Empty where the offer was withdrawn."""
    revision = models.PositiveIntegerField()
    by = models.ForeignKey(User, on_delete=models.PROTECT)
    at = models.DateTimeField()

    class Meta:
        """Asked for by offer."""

        indexes: ClassVar[list[Any]] = [models.Index(fields=["mission", "offer"], name="steps_of_an_offer")]


class Membership(models.Model):
    """A role of a person in a mission."""

    mission = models.ForeignKey(SiteMission, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20)
    nation = models.CharField(max_length=100, blank=True)
    """Id of the party that a nation's representative speaks for; empty for other roles."""

    class Meta:
        """Nobody has a role twice; a representative speaks for one nation."""

        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["mission", "user", "role"], name="nobody_has_a_role_twice")
        ]
