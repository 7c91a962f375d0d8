"""What the school has published about mentoring."""

from django.db import models

from schools.people.models import Person


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


class Mention(models.Model):
    """Somebody named or shown on a published page.

    When the consent to it is withdrawn, the name must leave the page in three working days (152-ФЗ, ст. 10.1): from
    ``takedown_asked_on``, by ``takedown_due_on``; ``taken_down_on`` is when it did.
    """

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="mentions", db_index=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="mentions")
    takedown_asked_on = models.DateField("убрать потребовали", null=True, blank=True)
    takedown_due_on = models.DateField("убрать до", null=True, blank=True)
    taken_down_on = models.DateField("убрано", null=True, blank=True)

    class Meta:
        verbose_name = "упоминание"
        verbose_name_plural = "упоминания"
        ordering = ["takedown_due_on", "id"]
        constraints = [models.UniqueConstraint(fields=["publication", "person"], name="mention_once")]

    def __str__(self) -> str:
        return f"{self.publication}: {self.person}"
