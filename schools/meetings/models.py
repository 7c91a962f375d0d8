"""Meetings of pairs."""

from django.db import models

from schools.pairs.models import Pair


class MeetingKind(models.TextChoices):
    """The sequence of a programme (roadmap practice, domain.md a)."""

    ACQUAINTANCE = "acquaintance", "знакомство"
    TRIAL = "trial", "пробная"
    PLANNING = "planning", "планирование"
    WORKING = "working", "рабочая"
    FINAL = "final", "итоговая"


class Meeting(models.Model):
    """A meeting planned or held; ``held_on`` empty means it has not taken place."""

    pair = models.ForeignKey(Pair, models.CASCADE, related_name="meetings")
    kind = models.CharField("вид", max_length=20, choices=MeetingKind.choices, default=MeetingKind.WORKING)
    planned_on = models.DateField("запланирована", null=True, blank=True)
    held_on = models.DateField("проведена", null=True, blank=True)
    topic = models.CharField("о чём", max_length=300, blank=True)
    mentor_feedback = models.BooleanField("есть отзыв наставника", default=False)
    mentee_feedback = models.BooleanField("есть отзыв наставляемого", default=False)

    class Meta:
        verbose_name = "встреча"
        verbose_name_plural = "встречи"
        ordering = ["-held_on", "-planned_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(planned_on__isnull=False) | models.Q(held_on__isnull=False),
                name="meeting_has_a_date",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
