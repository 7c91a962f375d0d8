"""A person's own calendar of the roadmap, read by her phone without signing in."""

from __future__ import annotations

from django.db import models

from tenants.accounts.models import User


class CalendarFeed(models.Model):
    """The address of somebody's calendar: its secret is kept only as a keyed digest, one a person.

    ``sent`` is what was told before (``domain.sent``); ``asked_at`` when a program last came for it, and
    ``asked_times`` how often within the hour that began at ``asked_since``.
    """

    user = models.OneToOneField(User, models.CASCADE, related_name="+", verbose_name="чей")
    digest = models.CharField("отпечаток", max_length=64, unique=True)
    made_at = models.DateTimeField("создана")
    asked_at = models.DateTimeField("последнее обращение", null=True, blank=True)
    asked_since = models.DateTimeField("начало часа", null=True, blank=True)
    asked_times = models.PositiveSmallIntegerField("обращений за час", default=0)
    sent = models.JSONField("отправлено", default=dict, blank=True)

    class Meta:
        verbose_name = "ссылка на календарь"
        verbose_name_plural = "ссылки на календарь"

    def __str__(self) -> str:
        return f"{self.made_at:%d.%m.%Y}"
