"""What a draft must remember: its day, its requisites, and what the methodist decided to leave as it was."""

from datetime import date

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notes", "0002_signed_notes_never_change")]

    operations = [
        migrations.AlterModelOptions(
            name="noteblock",
            options={
                "ordering": ["position", "id"],
                "verbose_name": "абзац справки",
                "verbose_name_plural": "абзацы справки",
            },
        ),
        migrations.AddField(
            model_name="note",
            name="dated",
            field=models.DateField(default=date(2025, 10, 31), verbose_name="дата справки"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="note",
            name="requisites",
            field=models.JSONField(default=dict, verbose_name="реквизиты"),
        ),
        migrations.AddField(
            model_name="note",
            name="annexes_kept",
            field=models.CharField(blank=True, default="", max_length=64, verbose_name="приложения оставлены прежними"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="noteblock",
            name="kept",
            field=models.CharField(blank=True, default="", max_length=64, verbose_name="оставлен прежним"),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="noteblock",
            name="generated",
            field=models.JSONField(default=dict, verbose_name="собранный текст"),
        ),
        migrations.AlterField(
            model_name="noteblock",
            name="rule",
            field=models.CharField(blank=True, max_length=80, verbose_name="абзац по правилам"),
        ),
        migrations.AddConstraint(
            model_name="note",
            constraint=models.UniqueConstraint(
                condition=models.Q(signed_at__isnull=True), fields=("campaign", "kind"), name="one_draft_a_campaign"
            ),
        ),
    ]
