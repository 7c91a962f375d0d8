"""Surveys of the school: what was asked, when, and how many answered; never who answered what."""

from django.db import models

from schools.files.models import StoredFile
from schools.surveys.domain.totals import Totals, totals_from


class SurveyRound(models.Model):
    """One survey, from its opening to its closing.

    ``kind`` is a code of ``closes_by.survey``; ``totals`` are numbers of people (``domain.totals``); ``points`` is the
    sum of the curator's table, 0 to 18. A round without ``closed_on`` still goes on.
    """

    kind = models.CharField("какой", max_length=40)
    title = models.CharField("название", max_length=300)
    mentoring_format = models.CharField("форма наставничества", max_length=40, blank=True)
    opened_on = models.DateField("начат")
    closed_on = models.DateField("завершён", null=True, blank=True)
    on_paper = models.BooleanField("проведён на бумаге", default=True)
    totals = models.JSONField("числа", default=dict)
    points = models.PositiveSmallIntegerField("баллы", null=True, blank=True)
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="файл"
    )

    class Meta:
        verbose_name = "опрос"
        verbose_name_plural = "опросы"
        ordering = ["-opened_on", "-id"]

    def __str__(self) -> str:
        return self.title

    @property
    def said(self) -> Totals:
        """The numbers."""
        return totals_from(self.totals)
