"""A file that was read keeps its tables with their merges, so that it can be read again with other columns."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("roadmap", "0002_a_roadmap_may_give_way")]

    operations = [
        migrations.AddField(
            model_name="importdraft",
            name="layout",
            field=models.JSONField(blank=True, default=dict, verbose_name="таблицы файла"),
        ),
    ]
