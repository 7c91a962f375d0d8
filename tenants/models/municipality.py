"""Regions and municipalities."""

from django.db import models


class Region(models.Model):
    """A region whose mentoring centre (РЦН) receives depersonalised aggregates."""

    name = models.CharField("название", max_length=200)
    centre_name = models.CharField("региональный центр", max_length=300)
    code = models.CharField("код", max_length=20, unique=True)

    class Meta:
        verbose_name = "регион"
        verbose_name_plural = "регионы"

    def __str__(self) -> str:
        return self.name


class Municipality(models.Model):
    """A municipality and its methodical centre (ИМЦ).

    ``settings`` keeps the municipality's own values of what ``municipal`` rooms call settings: thresholds of the
    note, norm of publications. What is absent there has a default in the reference data.
    """

    region = models.ForeignKey(Region, models.PROTECT, related_name="municipalities", verbose_name="регион")
    name = models.CharField("название", max_length=200)
    name_genitive = models.CharField("название в родительном падеже", max_length=200)
    centre_name = models.CharField("методический центр", max_length=300)
    centre_short_name = models.CharField("методический центр, кратко", max_length=120)
    letterhead = models.JSONField("шапка документов", default=list, help_text="Строки сверху вниз.")
    place = models.CharField("место составления документов", max_length=120, blank=True)
    time_zone = models.CharField("часовой пояс", max_length=60, default="Europe/Moscow")
    code = models.CharField("код (ОКТМО)", max_length=20, unique=True)
    settings = models.JSONField("настройки", default=dict, blank=True)

    class Meta:
        verbose_name = "муниципалитет"
        verbose_name_plural = "муниципалитеты"

    def __str__(self) -> str:
        return self.name
