"""Analytic notes: composed from accepted submissions, edited, signed and then frozen."""

from django.db import models


class Note(models.Model):
    """One note of one campaign. ``basis_digests`` names the submissions it was composed from.

    A trigger (migration signed_notes_never_change) refuses changes once ``signed_at`` is set.
    """

    municipality = models.ForeignKey("tenants.Municipality", models.PROTECT, related_name="+")
    campaign = models.ForeignKey("campaigns.Campaign", models.PROTECT, related_name="notes")
    kind = models.CharField("вид", max_length=30)
    number = models.PositiveIntegerField("номер")
    version = models.PositiveSmallIntegerField("версия", default=1)
    title = models.CharField("заголовок", max_length=500)
    composed_at = models.DateTimeField("составлена")
    composed_by = models.CharField("составил", max_length=200)
    basis = models.JSONField("из чего составлена", default=dict)  # {submission id: digest}
    attachments = models.JSONField("приложения", default=list)
    values = models.JSONField("числа и их источники", default=dict)
    dated = models.DateField("дата справки")  # the municipality's day of the latest composition
    requisites = models.JSONField("реквизиты", default=dict)  # as they were: letterhead, place, organisation
    annexes_kept = models.CharField("приложения оставлены прежними", max_length=64, blank=True)
    signed_at = models.DateTimeField("подписана", null=True, blank=True)
    signed_by = models.CharField("подписал", max_length=200, blank=True)
    signed_position = models.CharField("должность подписавшего", max_length=200, blank=True)

    class Meta:
        verbose_name = "справка"
        verbose_name_plural = "справки"
        ordering = ["-composed_at"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "kind", "campaign", "version"], name="note_version_once"),
            models.UniqueConstraint(
                fields=["campaign", "kind"], condition=models.Q(signed_at__isnull=True), name="one_draft_a_campaign"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class NoteBlock(models.Model):
    """A paragraph. ``generated`` keeps it as composed (domain.stored.block_to_dict, with ``values`` where its figures
    are older or newer than the note's own); ``rule`` is its lasting key; ``edited`` are the methodist's words.
    ``kept`` is the mark of changed data she decided to leave the paragraph as it is against (domain.marks).
    """

    note = models.ForeignKey(Note, models.CASCADE, related_name="blocks")
    municipality_id = models.PositiveIntegerField()
    section = models.CharField("раздел", max_length=30)
    position = models.PositiveSmallIntegerField("порядок")
    kind = models.CharField("вид", max_length=20)  # sentence | finding | recommendation | prompt | own
    rule = models.CharField("абзац по правилам", max_length=80, blank=True)
    generated = models.JSONField("собранный текст", default=dict)
    edited = models.TextField("исправленный текст", blank=True)
    edited_at = models.DateTimeField("исправлен", null=True, blank=True)
    is_removed = models.BooleanField("убран", default=False)
    kept = models.CharField("оставлен прежним", max_length=64, blank=True)

    class Meta:
        verbose_name = "абзац справки"
        verbose_name_plural = "абзацы справки"
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return f"{self.section}/{self.position}"
