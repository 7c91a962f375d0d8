"""Evidence may be a file or an object of the product, dated by the curator; a register may be marked as checked."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("files", "0001_files"), ("roadmap", "0007_approved_versions_are_kept")]

    operations = [
        migrations.AddField(
            model_name="evidence",
            name="dated_on",
            field=models.DateField(blank=True, null=True, verbose_name="когда это было"),
        ),
        migrations.AddField(
            model_name="evidence",
            name="file",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="files.storedfile",
                verbose_name="файл",
            ),
        ),
        migrations.AddField(
            model_name="evidence",
            name="object_id",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="номер записи"),
        ),
        migrations.AddField(
            model_name="evidence",
            name="object_kind",
            field=models.CharField(blank=True, max_length=20, verbose_name="вид записи"),
        ),
        migrations.CreateModel(
            name="RegisterCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("register", models.CharField(max_length=20, verbose_name="база")),
                ("checked_on", models.DateField(verbose_name="проверена")),
                ("records", models.PositiveIntegerField(verbose_name="записей")),
                ("checked_by", models.PositiveIntegerField(blank=True, null=True, verbose_name="кем")),
            ],
            options={
                "verbose_name": "проверка базы",
                "verbose_name_plural": "проверки баз",
                "ordering": ["checked_on", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("register", "checked_on"), name="register_checked_once_a_day")
                ],
            },
        ),
    ]
