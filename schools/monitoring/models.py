"""The draft of a monitoring form: only what the curator typed; the rest is counted anew each time."""

from django.db import models


class DraftForm(models.Model):
    """One draft a campaign.

    ``cells`` maps a field's code to {"state", "value", "reason"} as typed; a field that is absent here takes the
    counted value. ``explanations`` maps the code of a check that asks for a word to that word, ``answers`` an id of
    the methodist's remark to the curator's words.
    """

    campaign_id = models.PositiveIntegerField("кампания", unique=True)  # no key to the shared schema (decision 20)
    cells = models.JSONField("введено", default=dict)
    explanations = models.JSONField("пояснения", default=dict)
    answers = models.JSONField("ответы на замечания", default=dict)
    saved_at = models.DateTimeField("сохранено")
    saved_by = models.PositiveIntegerField("кем")

    class Meta:
        verbose_name = "черновик мониторинга"
        verbose_name_plural = "черновики мониторинга"

    def __str__(self) -> str:
        return f"кампания {self.campaign_id}"


class HandedIn(models.Model):
    """The school's own copy of a receipt: what was handed in and its digest."""

    campaign_id = models.PositiveIntegerField("кампания")
    version = models.PositiveSmallIntegerField("версия")
    digest = models.CharField("контрольная сумма", max_length=64)
    submitted_at = models.DateTimeField("сдано")
    submitted_by = models.PositiveIntegerField("кем")
    principal_informed = models.BooleanField("директор ознакомлен", default=False)

    class Meta:
        verbose_name = "квитанция"
        verbose_name_plural = "квитанции"
        ordering = ["-submitted_at"]
        constraints = [models.UniqueConstraint(fields=["campaign_id", "version"], name="receipt_once")]

    def __str__(self) -> str:
        return f"версия {self.version}"
