"""Events of the school's mentoring: planned and held, with their minutes."""

from django.db import models

from schools.files.models import StoredFile


class EventKind(models.TextChoices):
    """What kind of event; minutes of a council and of a conference close their own points of a roadmap."""

    PEDCOUNCIL = "pedcouncil", "педагогический совет"
    CONFERENCE = "conference", "совещание"
    PARENTS = "parents", "родительское собрание"
    CLASS_HOUR = "class_hour", "классный час"
    TRAINING = "training", "обучение наставников"
    CONTEST = "contest", "конкурс"
    CELEBRATION = "celebration", "праздник"
    OTHER = "other", "другое"


class Event(models.Model):
    """One event. It is held when ``held_on`` stands; ``participants`` is a number of people, None is not counted."""

    kind = models.CharField("вид", max_length=20, choices=EventKind.choices)
    title = models.CharField("название", max_length=300)
    planned_on = models.DateField("по плану", null=True, blank=True)
    held_on = models.DateField("состоялось", null=True, blank=True)
    participants = models.PositiveIntegerField("участников", null=True, blank=True)
    protocol_number = models.CharField("номер протокола", max_length=40, blank=True)
    protocol_date = models.DateField("дата протокола", null=True, blank=True)
    url = models.URLField("ссылка", max_length=500, blank=True)
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="файл"
    )

    class Meta:
        verbose_name = "событие"
        verbose_name_plural = "события"
        ordering = ["-held_on", "-planned_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(planned_on__isnull=False) | models.Q(held_on__isnull=False),
                name="event_has_a_day",
            )
        ]

    def __str__(self) -> str:
        return self.title
