"""The roadmap as an order approved it; never changed afterwards (a trigger of the database sees to that)."""

from __future__ import annotations

from django.db import models

from schools.roadmap.models.plan import Roadmap


class Baseline(models.Model):
    """Version ``number`` of the roadmap: №1 by the approving order, the next ones by amending orders.

    ``content`` is the whole plan (``domain.baseline``), ``digest`` the sha256 of its canonical JSON, ``changes`` the
    rows of the annex: {"number", "was", "became", "reason"}. ``by_principal``: he pressed it himself; otherwise the
    curator wrote a paper order down.
    """

    roadmap = models.ForeignKey(Roadmap, models.PROTECT, related_name="baselines", db_index=False)
    number = models.PositiveSmallIntegerField("номер")
    order_number = models.CharField("номер приказа", max_length=40)
    order_date = models.DateField("дата приказа")
    frozen_at = models.DateTimeField("закреплена")
    frozen_by = models.PositiveIntegerField("кем", null=True, blank=True)
    by_principal = models.BooleanField("утвердил директор в системе", default=False)
    content = models.JSONField("карта целиком")
    changes = models.JSONField("изменения", default=list, blank=True)
    digest = models.CharField("отпечаток", max_length=64)

    class Meta:
        verbose_name = "утверждённая редакция карты"
        verbose_name_plural = "утверждённые редакции карт"
        ordering = ["roadmap", "number"]
        constraints = [models.UniqueConstraint(fields=["roadmap", "number"], name="baseline_once")]

    def __str__(self) -> str:
        return f"редакция {self.number}"
