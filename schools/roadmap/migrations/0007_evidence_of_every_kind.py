"""Evidence may be a file or an object of the product, dated by the curator."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("files", "0001_files"),
        ("passport", "0002_what_is_remembered"),
        ("roadmap", "0006_approved_versions_are_kept"),
    ]

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
    ]
