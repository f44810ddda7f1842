"""What Django is told of this room: after each migration the database is told who sees which rows."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class Missions(AppConfig):
    """The room of missions."""

    name = "cadre.site.missions"

    def ready(self) -> None:
        """Have the policies set after each migration."""
        from cadre.site.row_security import secure  # noqa: PLC0415  (models are loaded now)

        post_migrate.connect(secure, sender=self, dispatch_uid="cadre.site.row_security")
