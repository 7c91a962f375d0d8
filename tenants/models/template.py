"""The template of a new school's schema."""

from django.db import models


class SchoolTemplate(models.Model):
    """Generated DDL of an empty school, kept so that a new one costs one round trip (decision 9).

    ``ddl`` names the schema ``tmpl_school``, which provisioning replaces; ``migrations_hash`` says which set of
    migrations it is the result of, so a stale text is never replayed.
    """

    migrations_hash = models.CharField(max_length=64, primary_key=True)
    ddl = models.TextField()

    class Meta:
        verbose_name = "образец схемы школы"
        verbose_name_plural = "образцы схем школ"

    def __str__(self) -> str:
        return self.migrations_hash[:12]
