"""What a curator said of the columns of a table is remembered for the next file with the same headings."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("roadmap", "0003_a_draft_keeps_its_tables")]

    operations = [
        migrations.CreateModel(
            name="ColumnTemplate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=32, unique=True, verbose_name="заголовки")),
                ("headers", models.JSONField(verbose_name="названия столбцов")),
                ("roles", models.JSONField(verbose_name="что в столбцах")),
                ("assigned_at", models.DateTimeField(verbose_name="когда назначено")),
            ],
            options={
                "verbose_name": "образец столбцов",
                "verbose_name_plural": "образцы столбцов",
                "ordering": ["-assigned_at"],
            },
        ),
    ]
