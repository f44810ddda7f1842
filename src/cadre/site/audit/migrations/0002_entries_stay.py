"""Entries are never changed; the chain has an end from the start."""

from typing import Any

from django.db import migrations

from cadre.site.audit.triggers import rows_stay

BEGINNING = "0" * 64


def begin_chain(apps: Any, _: Any) -> None:
    """Write the end of an empty chain."""
    apps.get_model("audit", "Head").objects.create(count=0, digest=BEGINNING)


class Migration(migrations.Migration):
    """Add the triggers and the end."""

    dependencies = [("audit", "0001_initial")]
    operations = [
        migrations.RunPython(rows_stay("audit_auditentry")),
        migrations.RunPython(begin_chain),
    ]
