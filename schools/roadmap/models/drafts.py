"""Roadmaps that were read and are being looked through."""

from __future__ import annotations

from django.db import models


class ImportDraft(models.Model):
    """A roadmap that was read and is being looked through; nothing of it counts until it is saved as a Roadmap.

    ``source`` are the file's words; ``layout`` its tables with their merges, to be read again with other columns.
    """

    created_at = models.DateTimeField("создан")
    created_by = models.PositiveIntegerField("кем")
    source_name = models.CharField("имя файла", max_length=200)
    origin = models.CharField("вид", max_length=20)
    period_from = models.DateField("с")
    period_to = models.DateField("по")
    source = models.JSONField("текст файла")
    content = models.JSONField("что понято")
    layout = models.JSONField("таблицы файла", default=dict, blank=True)

    class Meta:
        verbose_name = "разбор карты"
        verbose_name_plural = "разборы карт"
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.source_name
