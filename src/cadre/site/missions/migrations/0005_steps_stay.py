"""Steps of offers are never changed."""

from django.db import migrations

from cadre.site.audit.triggers import rows_stay


class Migration(migrations.Migration):
    """Add the triggers."""

    dependencies = [("missions", "0004_steps_of_older_revisions")]
    operations = [migrations.RunPython(rows_stay("missions_offerstep"))]
