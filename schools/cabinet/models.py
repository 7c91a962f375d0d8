"""What the first page remembers: steps put off, steps of August gone through. No facts of the school stand here."""

from django.db import models


class Remembered(models.Model):
    """One thing remembered. ``key`` is its name («pervye-shagi», «leto-2026»), ``said`` what is remembered of it."""

    key = models.CharField("что", max_length=40, unique=True)
    said = models.JSONField("что запомнено", default=dict)
    at = models.DateTimeField("когда")
    actor_id = models.PositiveIntegerField("кто", null=True, blank=True)

    class Meta:
        verbose_name = "запомненное"
        verbose_name_plural = "запомненное"

    def __str__(self) -> str:
        return self.key
