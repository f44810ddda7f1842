"""Steps of offers are told of revisions saved before there were any."""

import json
from typing import Any

from django.db import migrations

from cadre.site.missions.steps import steps_between


def told_of_older_revisions(apps: Any, _: Any) -> None:
    """Add the steps of every revision there is."""
    step, revisions = (apps.get_model("missions", name) for name in ("OfferStep", "Revision"))
    mission: int | None = None
    before: dict[str, Any] = {}
    for one in (
        revisions.objects.order_by("mission_id", "number")
        .defer("content", "original")
        .iterator(chunk_size=10)
    ):
        before = before if one.mission_id == mission else {}
        mission, document = one.mission_id, json.loads(one.plain)
        step.objects.bulk_create(
            step(
                mission_id=one.mission_id,
                offer=found.offer,
                party=found.party,
                state=found.state,
                revision=one.number,
                by_id=one.author_id,
                at=one.at,
            )
            for found in steps_between(before, document)
        )
        before = document


class Migration(migrations.Migration):
    """Add the steps."""

    dependencies = [("missions", "0003_offer_steps")]
    operations = [migrations.RunPython(told_of_older_revisions)]
