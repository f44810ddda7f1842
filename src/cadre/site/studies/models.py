"""Studies, files of their briefs, and to whom they are released."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.db import models

from cadre.site.accounts.models import User
from cadre.site.missions.models import Revision, SiteMission
from cadre.site.rights import Right, SiteRole, may


class State(models.TextChoices):
    """How far a study is."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Studies(models.QuerySet["SiteStudy"]):
    """Look-ups of studies within a mission."""

    def visible_to(self, roles: frozenset[SiteRole]) -> Self:
        """Return the studies that somebody with these roles may know of: all, or those released to them."""
        if may(roles, Right.READ_ALL):
            return self
        released = Release.objects.filter(study=models.OuterRef("pk"), role__in=[r.value for r in roles])
        return self.filter(models.Exists(released), state=State.DONE)


class SiteStudy(models.Model):
    """A study of one revision, and the lease of the worker that makes it."""

    mission = models.ForeignKey(SiteMission, on_delete=models.PROTECT, related_name="studies")
    number = models.PositiveIntegerField()
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT)
    settings = models.JSONField()
    """Seed, replications, draft, language of the brief."""
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED, db_index=True)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT)
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    progress = models.JSONField(default=dict)
    """Stage, steps done, steps of the stage."""
    fault = models.TextField(blank=True)
    token = models.PositiveIntegerField(default=0)
    """Raised by each worker that takes the study: only the last one may write."""
    lease_until = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)

    objects: ClassVar[Any] = Studies.as_manager()

    class Meta:
        """Studies of a mission are numbered."""

        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["mission", "number"], name="one_study_of_a_number")
        ]


class BriefFile(models.Model):
    """A file of a finished study. Triggers refuse every change."""

    study = models.ForeignKey(SiteStudy, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=60)
    content = models.BinaryField()
    digest = models.CharField(max_length=64)

    class Meta:
        """A study has a file once."""

        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["study", "name"], name="one_file_of_a_name")
        ]


class Release(models.Model):
    """A role that may read a study's brief."""

    study = models.ForeignKey(SiteStudy, on_delete=models.CASCADE, related_name="releases")
    role = models.CharField(max_length=20)

    class Meta:
        """Released once."""

        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["study", "role"], name="released_once")
        ]
