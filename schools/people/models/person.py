"""Who somebody is, and the organisations people come from."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tenants.domain.russian import initials, sort_key


class PersonKind(models.TextChoices):
    """Who somebody is outside the programme."""

    PUPIL = "pupil", "обучающийся"
    TEACHER = "teacher", "педагог"
    STUDENT = "student", "студент"
    GRADUATE = "graduate", "выпускник"
    PARTNER = "partner", "сотрудник партнёра"
    OTHER = "other", "другое"


class PartnerKind(models.TextChoices):
    """What sort of organisation a partner is."""

    ENTERPRISE = "enterprise", "предприятие"
    COLLEGE = "college", "колледж или техникум"
    UNIVERSITY = "university", "вуз"
    CULTURE_SPORT = "culture_sport", "культура, спорт, творчество"
    SCHOOL = "school", "другая школа или кружок"
    PUBLIC = "public", "общественная организация"
    OFFICE = "office", "учреждение"


class Partner(models.Model):
    """An enterprise or organisation that works with the school.

    ``contact`` is the organisation's own telephone or mail, never a person's.
    """

    name = models.CharField("название", max_length=300)
    kind = models.CharField("вид", max_length=20, choices=PartnerKind.choices, blank=True)
    since = models.DateField("с")
    until = models.DateField("по", null=True, blank=True)
    contact = models.CharField("телефон или почта организации", max_length=200, blank=True)
    agreement_number = models.CharField("номер соглашения", max_length=60, blank=True)
    agreed_on = models.DateField("дата соглашения", null=True, blank=True)
    agreed_until = models.DateField("соглашение действует по", null=True, blank=True)

    class Meta:
        verbose_name = "партнёр"
        verbose_name_plural = "партнёры"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """One person, once, whatever roles he has over the years.

    Of a child only the year and month of birth are kept: age bands need no more. ``past`` keeps who somebody was
    before, the oldest first: {"until": last day, "kind", "class_name"} (see ``domain.standing``). ``sorting`` orders
    Russian names alike on any server (decision 22).
    """

    last_name = models.CharField("фамилия", max_length=100)
    first_name = models.CharField("имя", max_length=100)
    patronymic = models.CharField("отчество", max_length=100, blank=True)
    sorting = models.CharField(max_length=310, editable=False)
    kind = models.CharField("кто это", max_length=20, choices=PersonKind.choices)
    class_name = models.CharField("класс", max_length=20, blank=True)
    birth_year = models.PositiveSmallIntegerField("год рождения", null=True, blank=True)
    birth_month = models.PositiveSmallIntegerField("месяц рождения", null=True, blank=True)
    teaching_since = models.DateField("педагогический стаж с", null=True, blank=True)
    position = models.CharField("должность", max_length=200, blank=True)
    partner = models.ForeignKey(Partner, models.SET_NULL, null=True, blank=True, related_name="people", db_index=False)
    past = models.JSONField("кем был раньше", default=list, blank=True)
    archived_on = models.DateField("выбыл", null=True, blank=True)

    class Meta:
        verbose_name = "человек"
        verbose_name_plural = "люди"
        ordering = ["sorting", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(birth_month__isnull=True) | Q(birth_month__range=(1, 12)), name="person_birth_month"
            ),
        ]

    def __str__(self) -> str:
        return self.short_name

    def save(self, *args: object, **kwargs: object) -> None:
        self.sorting = sort_key(f"{self.last_name} {self.first_name} {self.patronymic}".strip())
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # passes Django's own arguments through

    @property
    def short_name(self) -> str:
        """«Лапина О. В.»"""
        return initials(self.last_name, self.first_name, self.patronymic)

    @property
    def full_name(self) -> str:
        """«Лапина Ольга Викторовна»"""
        return " ".join(filter(None, [self.last_name, self.first_name, self.patronymic]))
