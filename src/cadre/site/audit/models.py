"""The entries of the audit log and the end of their chain. Triggers refuse changes of entries."""

from __future__ import annotations

from django.db import models


class AuditEntry(models.Model):
    """One thing that was done. All is text, so that an entry means the same whatever is renamed."""

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    did = models.CharField(max_length=60)
    mission = models.CharField(max_length=16, db_index=True)
    about = models.CharField(max_length=200)
    before = models.TextField()
    after = models.TextField()
    previous = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64)


class Head(models.Model):
    """The end of the chain: how many entries there are and the digest of the last."""

    count = models.BigIntegerField()
    digest = models.CharField(max_length=64)
