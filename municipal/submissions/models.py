"""Monitoring forms as schools handed them in, and what the methodist answered. Rows are only added."""

from django.db import models
from django.db.models import Q


class Submission(models.Model):
    """One form, frozen at the moment a school handed it in.

    A correction is a new row with the next version. A database trigger (migration rows_never_change) refuses UPDATE
    and DELETE, so a note written in October can be recomputed, figure for figure, from the same rows in May.

    ``facts`` holds counts and no names: the municipality needs no more to do its work (152-ФЗ, ст. 5, ч. 5).
    ``submitted_by`` is a position and initials, not a key to an account (decision 13).
    """

    campaign = models.ForeignKey("campaigns.Campaign", models.PROTECT, related_name="submissions")
    municipality_id = models.PositiveIntegerField()
    school = models.ForeignKey("tenants.School", models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField("версия")
    edition = models.CharField("редакция формы", max_length=16)
    facts = models.JSONField("показатели")
    answers = models.JSONField("ответы на замечания", default=dict)
    digest = models.CharField("контрольная сумма", max_length=64)
    submitted_by = models.CharField("кто сдал", max_length=200)
    submitted_at = models.DateTimeField("сдано")  # given by the caller: one press, one moment
    is_late = models.BooleanField("позже срока")

    class Meta:
        verbose_name = "сданная форма"
        verbose_name_plural = "сданные формы"
        ordering = ["campaign", "school", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "school", "version"], name="submission_version_once"),
            models.CheckConstraint(condition=Q(version__gte=1), name="submission_version_from_one"),
        ]

    def __str__(self) -> str:
        return f"школа {self.school_id}, версия {self.version}"


class Review(models.Model):
    """The methodist's answer to one version: accepted, or returned with remarks."""

    ACCEPTED = "accepted"
    RETURNED = "returned"

    submission = models.OneToOneField(Submission, models.PROTECT, related_name="review")
    municipality_id = models.PositiveIntegerField()
    school_id = models.PositiveIntegerField()
    verdict = models.CharField("решение", max_length=10, choices=[(ACCEPTED, "принята"), (RETURNED, "возвращена")])
    answer_by = models.DateField("ответить до", null=True, blank=True)
    reviewed_by = models.CharField("кто проверил", max_length=200)
    reviewed_at = models.DateTimeField("проверено")

    class Meta:
        verbose_name = "проверка формы"
        verbose_name_plural = "проверки форм"

    def __str__(self) -> str:
        return self.get_verdict_display()


class Remark(models.Model):
    """A question of the methodist, attached to a line of the form."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="remarks")
    municipality_id = models.PositiveIntegerField()
    school_id = models.PositiveIntegerField()
    field = models.CharField("строка формы", max_length=10)
    text = models.CharField("замечание", max_length=1000)

    class Meta:
        verbose_name = "замечание"
        verbose_name_plural = "замечания"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.field}: {self.text[:60]}"


class Progress(models.Model):
    """How much of the form a school has filled in so far: two counts, pushed by the school; the last row holds.

    The draft itself stays in the school. Rows are only added, and only when something changed (intake.tell_progress).
    """

    campaign = models.ForeignKey("campaigns.Campaign", models.CASCADE, related_name="+")
    municipality_id = models.PositiveIntegerField()
    school = models.ForeignKey("tenants.School", models.PROTECT, related_name="+")
    filled = models.PositiveSmallIntegerField("заполнено строк")
    total = models.PositiveSmallIntegerField("всего строк")
    told_at = models.DateTimeField("когда")

    class Meta:
        verbose_name = "ход заполнения"
        verbose_name_plural = "ход заполнения"
        ordering = ["-told_at", "-id"]
        indexes = [models.Index(fields=["campaign", "school", "-told_at"], name="progress_latest")]

    def __str__(self) -> str:
        return f"{self.filled} из {self.total}"
