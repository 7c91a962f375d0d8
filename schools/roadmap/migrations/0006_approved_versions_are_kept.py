"""The roadmap as each order approved it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("roadmap", "0005_a_plan_in_force_and_its_changes")]

    operations = [
        migrations.CreateModel(
            name="Baseline",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="номер")),
                ("order_number", models.CharField(max_length=40, verbose_name="номер приказа")),
                ("order_date", models.DateField(verbose_name="дата приказа")),
                ("frozen_at", models.DateTimeField(verbose_name="закреплена")),
                ("frozen_by", models.PositiveIntegerField(blank=True, null=True, verbose_name="кем")),
                ("by_principal", models.BooleanField(default=False, verbose_name="утвердил директор в системе")),
                ("content", models.JSONField(verbose_name="карта целиком")),
                ("changes", models.JSONField(blank=True, default=list, verbose_name="изменения")),
                ("digest", models.CharField(max_length=64, verbose_name="отпечаток")),
                (
                    "roadmap",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="baselines",
                        to="roadmap.roadmap",
                    ),
                ),
            ],
            options={
                "verbose_name": "утверждённая редакция карты",
                "verbose_name_plural": "утверждённые редакции карт",
                "ordering": ["roadmap", "number"],
                "constraints": [models.UniqueConstraint(fields=("roadmap", "number"), name="baseline_once")],
            },
        ),
    ]
