"""A roadmap, or its changes, is sent to the principal and comes back with a note."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("roadmap", "0003_a_draft_keeps_its_tables")]

    operations = [
        migrations.AddField(
            model_name="roadmap",
            name="approval_step",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "ничего не отправлено"),
                    ("sent", "у директора"),
                    ("returned", "возвращена с замечанием"),
                ],
                max_length=10,
                verbose_name="на утверждении",
            ),
        ),
        migrations.AddField(
            model_name="roadmap",
            name="return_note",
            field=models.TextField(blank=True, verbose_name="замечание директора"),
        ),
        migrations.AddField(
            model_name="roadmap",
            name="sent_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="отправлена директору"),
        ),
        migrations.AddField(
            model_name="roadmap",
            name="sent_by",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="кем отправлена"),
        ),
        migrations.AddField(
            model_name="roadmap",
            name="sent_digest",
            field=models.CharField(blank=True, max_length=64, verbose_name="отпечаток отправленного"),
        ),
    ]
