"""People of the mentoring programmes: who, in which register, with which consents."""

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


class Partner(models.Model):
    """An enterprise or organisation that works with the school."""

    name = models.CharField("название", max_length=300)
    since = models.DateField("с")
    until = models.DateField("по", null=True, blank=True)

    class Meta:
        verbose_name = "партнёр"
        verbose_name_plural = "партнёры"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """One person, once, whatever roles he has over the years.

    Of a child only the year and month of birth are kept: age bands need no more. ``special_conditions`` is a measure
    of support, never a diagnosis (152-ФЗ, ст. 10). ``sorting`` orders Russian names alike on any server (decision 22).
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
    special_conditions = models.BooleanField("нужны особые условия", default=False)
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


class MentorCard(models.Model):
    """A record of the mentors' pool. A person has one; ``until`` closes it, a return opens it again."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="mentor_card", primary_key=True)
    since = models.DateField("в базе с")
    until = models.DateField("в базе по", null=True, blank=True)
    strengths = models.CharField("чем может помочь", max_length=500, blank=True)
    capacity = models.PositiveSmallIntegerField("сколько пар готов вести", default=1)
    trained_on = models.DateField("прошёл обучение", null=True, blank=True)
    labour_consent_on = models.DateField("письменное согласие работника (ст. 351.8 ТК)", null=True, blank=True)
    labour_agreement = models.CharField("номер дополнительного соглашения", max_length=60, blank=True)

    class Meta:
        verbose_name = "карточка наставника"
        verbose_name_plural = "карточки наставников"

    def __str__(self) -> str:
        return f"наставник: {self.person}"


class MenteeCard(models.Model):
    """A record of the mentees' pool."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="mentee_card", primary_key=True)
    since = models.DateField("в базе с")
    until = models.DateField("в базе по", null=True, blank=True)
    request = models.CharField("запрос", max_length=500, blank=True)

    class Meta:
        verbose_name = "карточка наставляемого"
        verbose_name_plural = "карточки наставляемых"

    def __str__(self) -> str:
        return f"наставляемый: {self.person}"


class ConsentPurpose(models.TextChoices):
    """Each purpose is a document of its own since 01.09.2025 (156-ФЗ)."""

    PROCESSING = "processing", "обработка данных"
    PUBLICATION = "publication", "публикация"
    PHOTO = "photo", "фото и видео"


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
