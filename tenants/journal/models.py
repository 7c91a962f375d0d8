"""Who did what, when. Rows are only added."""

from django.db import models


class Entry(models.Model):
    """One act. ``text`` is a whole Russian sentence that names what was changed; ``place`` as in letters."""

    place = models.CharField("чьё", max_length=20)
    at = models.DateTimeField("когда")
    actor_id = models.PositiveIntegerField("кто", null=True, blank=True)
    act = models.CharField("действие", max_length=60)
    object_kind = models.CharField("над чем", max_length=40, blank=True)
    object_id = models.PositiveBigIntegerField("номер записи", null=True, blank=True)
    text = models.CharField("запись", max_length=300)

    class Meta:
        verbose_name = "запись журнала"
        verbose_name_plural = "записи журнала"
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return self.text
