"""What the school has published about mentoring."""

from django.db import models


class Channel(models.TextChoices):
    """Where it was published; the form counts each place on its own line (C4–C6)."""

    SITE = "site", "сайт организации"
    SOCIAL = "social", "социальные сети"
    MEDIA = "media", "средства массовой информации"
    MUNICIPAL = "municipal", "ресурсы муниципалитета"


class Publication(models.Model):
    """One page with its address and date. ``works`` is the result of the last check; empty means not checked."""

    title = models.CharField("о чём", max_length=300)
    url = models.URLField("ссылка", max_length=500)
    published_on = models.DateField("дата")
    channel = models.CharField("где", max_length=20, choices=Channel.choices)
    is_year_results = models.BooleanField("итоги года", default=False)
    checked_on = models.DateField("проверена", null=True, blank=True)
    works = models.BooleanField("открывается", null=True, blank=True)

    class Meta:
        verbose_name = "публикация"
        verbose_name_plural = "публикации"
        ordering = ["-published_on", "-id"]
        constraints = [models.UniqueConstraint(fields=["url"], name="publication_url_once")]

    def __str__(self) -> str:
        return self.title
