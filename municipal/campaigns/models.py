"""Monitoring campaigns: dates as data, the expected set frozen at opening."""

from django.db import models
from django.db.models import F, Q


class Campaign(models.Model):
    """One season of one municipality.

    Dates are days in the municipality's time zone, both ends inclusive: ``due_on`` until 23:59 is on time, up to
    ``closes_on`` late forms are taken with the mark «позже срока». ``opened_at`` is set when it was opened for the
    schools; before that they see the dates only.
    """

    municipality = models.ForeignKey("tenants.Municipality", models.PROTECT, related_name="+")
    season = models.CharField("сезон", max_length=20)
    school_year = models.PositiveSmallIntegerField("учебный год начинается в")
    title = models.CharField("название", max_length=100)
    edition = models.CharField("редакция формы", max_length=16)
    reporting_date = models.DateField("отчётная дата")
    opens_on = models.DateField("открывается")
    due_on = models.DateField("срок")
    closes_on = models.DateField("закрывается")
    basis = models.CharField("основание", max_length=300, blank=True)
    opened_at = models.DateTimeField("открыта", null=True, blank=True)

    class Meta:
        verbose_name = "кампания мониторинга"
        verbose_name_plural = "кампании мониторинга"
        ordering = ["-reporting_date"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "season", "school_year"], name="campaign_season_once"),
            models.CheckConstraint(
                condition=Q(opens_on__lte=F("due_on")) & Q(due_on__lte=F("closes_on")), name="campaign_dates_in_order"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ExpectedSchool(models.Model):
    """A school that was to report, frozen when the campaign opened; ``exempt_reason`` frees it from the duty."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="expected")
    municipality_id = models.PositiveIntegerField()
    school = models.ForeignKey("tenants.School", models.PROTECT, related_name="+")
    school_kind = models.CharField("вид", max_length=20)
    exempt_reason = models.CharField("почему освобождена", max_length=300, blank=True)

    class Meta:
        verbose_name = "ожидаемая школа"
        verbose_name_plural = "ожидаемые школы"
        constraints = [models.UniqueConstraint(fields=["campaign", "school"], name="expected_once")]

    def __str__(self) -> str:
        return f"{self.school_id}"


class Extension(models.Model):
    """A later date for one school, with the reason; ends by itself."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="extensions")
    municipality_id = models.PositiveIntegerField()
    school = models.ForeignKey("tenants.School", models.PROTECT, related_name="+")
    until = models.DateField("до")
    reason = models.CharField("почему", max_length=300)
    given_at = models.DateTimeField("дано")

    class Meta:
        verbose_name = "продление срока"
        verbose_name_plural = "продления срока"
        ordering = ["-given_at"]

    def __str__(self) -> str:
        return f"до {self.until:%d.%m.%Y}"


class Reminder(models.Model):
    """A reminder that was sent, so that the next one can be counted from it."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="reminders")
    municipality_id = models.PositiveIntegerField()
    school = models.ForeignKey("tenants.School", models.PROTECT, related_name="+")
    sent_on = models.DateField("когда")

    class Meta:
        verbose_name = "напоминание"
        verbose_name_plural = "напоминания"
        ordering = ["-sent_on", "-id"]
        constraints = [models.UniqueConstraint(fields=["campaign", "school", "sent_on"], name="reminder_once_a_day")]

    def __str__(self) -> str:
        return f"{self.sent_on:%d.%m.%Y}"
