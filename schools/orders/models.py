"""The register of orders and other documents of mentoring; texts are composed by a later issue."""

from django.db import models


class Document(models.Model):
    """A signed order or an adopted document: kind, number, date, and where it can be seen.

    ``kind`` is a code of municipal.indicators vocabulary: implementation, curator, liaison, mentors_register, pairs,
    reward (orders), regulation, incentive_rules (documents).
    """

    kind = models.CharField("вид", max_length=40)
    title = models.CharField("название", max_length=300)
    number = models.CharField("номер", max_length=40, blank=True)
    signed_on = models.DateField("дата")
    valid_until = models.DateField("действует до", null=True, blank=True)
    url = models.URLField("ссылка", max_length=500, blank=True)
    people_count = models.PositiveIntegerField("сколько человек названо", null=True, blank=True)

    class Meta:
        verbose_name = "документ"
        verbose_name_plural = "документы"
        ordering = ["-signed_on", "-id"]

    def __str__(self) -> str:
        return self.title
