"""Papers by which people agreed."""

from __future__ import annotations

from django.db import models

from schools.people.models.person import Person


class ConsentPurpose(models.TextChoices):
    """Each purpose is a document of its own since 01.09.2025 (156-ФЗ)."""

    PROCESSING = "processing", "обработка данных"
    PUBLICATION = "publication", "публикация"
    PHOTO = "photo", "фото и видео"
    TRANSFER = "transfer", "передача третьим лицам"


class Consent(models.Model):
    """A paper by which a person, or the representative of a child, agreed; withdrawn, it stays in the register."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="consents")
    purpose = models.CharField("цель", max_length=20, choices=ConsentPurpose.choices)
    given_on = models.DateField("получено")
    valid_until = models.DateField("действует до", null=True, blank=True)
    withdrawn_on = models.DateField("отозвано", null=True, blank=True)
    given_by_representative = models.BooleanField("дал законный представитель", default=False)
    kept_as = models.CharField("как хранится", max_length=200, blank=True)

    class Meta:
        verbose_name = "согласие"
        verbose_name_plural = "согласия"
        ordering = ["-given_on", "-id"]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}: {self.given_on:%d.%m.%Y}"
