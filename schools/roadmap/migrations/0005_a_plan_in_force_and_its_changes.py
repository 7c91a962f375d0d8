"""Rows are in the plan, proposed or dropped; what is proposed waits beside the plan in force; windows have a start."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("roadmap", "0004_a_roadmap_goes_to_the_principal")]

    operations = [
        migrations.AddField(
            model_name="activity",
            name="closes_by_checked",
            field=models.BooleanField(default=True, verbose_name="чем закрывается, проверено"),
        ),
        migrations.AddField(
            model_name="activity",
            name="pending",
            field=models.JSONField(blank=True, default=dict, verbose_name="изменение, ждёт приказа"),
        ),
        migrations.AddField(
            model_name="activity",
            name="starts_on",
            field=models.DateField(blank=True, null=True, verbose_name="начало срока"),
        ),
        migrations.AddField(
            model_name="activity",
            name="status",
            field=models.CharField(
                choices=[
                    ("plan", "в плане"),
                    ("proposed", "добавлено, ждёт приказа"),
                    ("dropped", "исключено приказом"),
                ],
                default="plan",
                max_length=10,
                verbose_name="место в плане",
            ),
        ),
    ]
