"""Acts over many people of a list."""

from __future__ import annotations

from django.db import models


class BulkAct(models.Model):
    """Something done to many people at once, with what has to be put back to undo it.

    ``before`` holds for the id of a person, as text, the values that were changed; ``after`` what they became: a row
    that somebody has changed since is not touched.
    """

    act = models.CharField("что сделано", max_length=20)
    said = models.CharField("словами", max_length=300)
    at = models.DateTimeField("когда")
    actor_id = models.BigIntegerField("кто", null=True, blank=True)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    undone_at = models.DateTimeField("отменено", null=True, blank=True)

    class Meta:
        verbose_name = "действие над многими"
        verbose_name_plural = "действия над многими"
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return self.said
