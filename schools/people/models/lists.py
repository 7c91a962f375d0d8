"""What is remembered of lists: filters by name, acts over many people."""

from __future__ import annotations

from django.db import models


class SavedFilter(models.Model):
    """A list as somebody likes to look at it: the page and what stands after the question mark of its address."""

    owner_id = models.BigIntegerField("чей")
    page = models.CharField("страница", max_length=20)
    name = models.CharField("название", max_length=80)
    query = models.CharField("отбор", max_length=500)
    shared = models.BooleanField("виден коллегам", default=False)

    class Meta:
        verbose_name = "сохранённый отбор"
        verbose_name_plural = "сохранённые отборы"
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["owner_id", "page", "name"], name="filter_named_once")]

    def __str__(self) -> str:
        return self.name


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
