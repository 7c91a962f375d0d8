"""The district's bank of mentoring programmes: texts that schools shared, and nobody's names."""

from django.db import models


class SharedProgramme(models.Model):
    """A programme as its school shared it; a copy taken from here lives its own life in the other school.

    Every school of the municipality reads it, only its own school changes it (tenants.isolation); the methodist may
    take it down. ``school_name`` stands here because a school cannot see its neighbours' rows. ``stages`` in order:
    {"title", "hours" (a number or None), "term", "result"}.
    """

    municipality = models.ForeignKey("tenants.Municipality", models.PROTECT, related_name="+")
    school = models.ForeignKey("tenants.School", models.PROTECT, related_name="+")
    school_name = models.CharField("школа", max_length=300)
    title = models.CharField("название", max_length=300)
    mentoring_format = models.CharField("форма", max_length=40)
    purpose = models.CharField("для чего", max_length=500, blank=True)
    stages = models.JSONField("этапы", default=list)
    shared_at = models.DateTimeField("показана округу")
    taken_down_at = models.DateTimeField("убрана из банка", null=True, blank=True)

    class Meta:
        verbose_name = "программа банка округа"
        verbose_name_plural = "банк программ округа"
        ordering = ["title", "id"]

    def __str__(self) -> str:
        return self.title
