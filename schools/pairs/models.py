"""Pairs and groups: who helps whom, by which form, since when and how it ended."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q

from schools.pairs.domain.naming import couple_words, person_words
from schools.people.models import Person


class PairStatus(models.TextChoices):
    """The life of a pair; transitions are in ``domain.lifecycle``."""

    PROPOSED = "proposed", "предложена"
    WORKING = "working", "работает"
    PAUSED = "paused", "приостановлена"
    COMPLETED = "completed", "завершена"
    BROKEN = "broken", "прервана"


class Programme(models.Model):
    """A mentoring programme of the school's bank.

    ``stages`` in order: {"title", "hours" (a number or None), "term", "result"}. ``shared_id`` names the text the
    school gave to the district's bank, ``taken_from`` the school whose text this one was copied from.
    """

    title = models.CharField("название", max_length=300)
    mentoring_format = models.CharField("форма", max_length=40)
    valid_from = models.DateField("действует с")
    valid_to = models.DateField("действует по", null=True, blank=True)
    url = models.URLField("ссылка", max_length=500, blank=True)
    purpose = models.CharField("для чего", max_length=500, blank=True)
    stages = models.JSONField("этапы", default=list, blank=True)
    shared_id = models.BigIntegerField("в банке округа", null=True, blank=True)
    taken_from = models.CharField("взята у", max_length=300, blank=True)

    class Meta:
        verbose_name = "программа"
        verbose_name_plural = "программы"
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


class Pair(models.Model):
    """A pair, or a group: several mentees with one mentor, or several mentors with one mentee.

    ``mentoring_format`` and ``kind`` are codes of the reference data (municipal.indicators.formats). The number and
    date of the appointing order stand here because a pair is lawful only with them (form, line B6).
    """

    mentoring_format = models.CharField("форма", max_length=40)
    kind = models.CharField("вид", max_length=20, default="traditional")
    status = models.CharField("состояние", max_length=20, choices=PairStatus.choices, default=PairStatus.PROPOSED)
    programme = models.ForeignKey(
        Programme, models.SET_NULL, null=True, blank=True, related_name="pairs", db_index=False
    )
    goal = models.CharField("над чем работают", max_length=500, blank=True)
    proposed_on = models.DateField("предложена")
    order_number = models.CharField("номер приказа", max_length=40, blank=True)
    started_on = models.DateField("дата приказа", null=True, blank=True)
    ended_on = models.DateField("закончена", null=True, blank=True)
    end_reason = models.CharField("почему прервана", max_length=300, blank=True)
    paused_on = models.DateField("приостановлена с", null=True, blank=True)
    pause_reason = models.CharField("почему приостановлена", max_length=300, blank=True)

    class Meta:
        verbose_name = "пара"
        verbose_name_plural = "пары и группы"
        ordering = ["-started_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="proposed") | (Q(started_on__isnull=False) & ~Q(order_number="")),
                name="pair_works_by_order",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["completed", "broken"]) | Q(ended_on__isnull=False), name="pair_end_has_date"
            ),
            models.CheckConstraint(
                condition=~Q(status="paused") | Q(paused_on__isnull=False), name="pair_pause_has_date"
            ),
        ]

    def __str__(self) -> str:
        return f"пара {self.pk}"

    def works_on(self, day: date) -> bool:
        """Appointed by ``day``, neither over nor paused by it."""
        by_order = self.started_on is not None and self.started_on <= day
        over = self.ended_on is not None and self.ended_on <= day
        return by_order and not over and (self.paused_on is None or self.paused_on > day)

    def called(self, *, with_class: bool = True) -> str:
        """«Тихонов И., 11 «А», и Зайцев М., 8 «В»», «Белова Т. И. и Петрова А. Д.»; load the members beforehand."""
        sides: dict[str, list[str]] = {PairMember.MENTOR: [], PairMember.MENTEE: []}
        for part in self.members.all():
            one = part.person
            sides[part.role].append(person_words(one.short_name, one.class_name if with_class else ""))
        return couple_words(sides[PairMember.MENTOR], sides[PairMember.MENTEE])


class PairMember(models.Model):
    """A person's part in a pair."""

    MENTOR = "mentor"
    MENTEE = "mentee"

    pair = models.ForeignKey(Pair, models.CASCADE, related_name="members", db_index=False)  # the constraint serves it
    person = models.ForeignKey(Person, models.PROTECT, related_name="parts")
    role = models.CharField("роль", max_length=10, choices=[(MENTOR, "наставник"), (MENTEE, "наставляемый")])

    class Meta:
        verbose_name = "участник пары"
        verbose_name_plural = "участники пар"
        ordering = ["-role", "id"]  # mentors first
        constraints = [models.UniqueConstraint(fields=["pair", "person"], name="pair_person_once")]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.person}"
