"""An indicator knows what counts it, and what was typed where nothing does."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("roadmap", "0007_evidence_of_every_kind")]

    operations = [
        migrations.AddField(
            model_name="roadmapindicator",
            name="counted_by",
            field=models.CharField(blank=True, max_length=60, verbose_name="чем считается"),
        ),
        migrations.AddField(
            model_name="roadmapindicator",
            name="facts",
            field=models.JSONField(blank=True, default=dict, verbose_name="факт по годам"),
        ),
    ]
