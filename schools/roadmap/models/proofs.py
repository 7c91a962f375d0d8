"""What shows that an activity was done, beside the school's registers."""

from __future__ import annotations

from datetime import date

from django.db import models

from schools.files.models import StoredFile
from schools.roadmap.models.plan import Activity


class Evidence(models.Model):
    """What proves that it was done: a file, a link, an object of the product, or a short note about a paper.

    ``object_kind`` and ``object_id`` name the object (``domain.objects``), ``title`` what it was called when it was
    put here. ``dated_on`` is the day the paper speaks of; without one ``added_on`` is taken.
    """

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="evidence", db_index=False)
    title = models.CharField("что это", max_length=300)
    url = models.URLField("ссылка", max_length=500, blank=True)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="файл", db_index=False
    )
    object_kind = models.CharField("вид записи", max_length=20, blank=True)
    object_id = models.PositiveIntegerField("номер записи", null=True, blank=True)
    dated_on = models.DateField("когда это было", null=True, blank=True)
    added_on = models.DateField("добавлено")

    class Meta:
        verbose_name = "подтверждение"
        verbose_name_plural = "подтверждения"
        ordering = ["added_on", "id"]

    def __str__(self) -> str:
        return self.title

    @property
    def shown_on(self) -> date:
        """The day it counts for."""
        return self.dated_on or self.added_on
