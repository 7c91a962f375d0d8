"""What the region receives: versioned reports, and the tokens that read them."""

from django.db import models


class Report(models.Model):
    """One revision of a municipality's aggregates for a campaign; immutable (trigger rows_never_change).

    ``public_id`` is what the interface calls it; ``content_hash`` is SHA-256 over the canonical JSON of ``payload``.
    """

    public_id = models.CharField("номер", max_length=40, unique=True)
    region_id = models.PositiveIntegerField()
    municipality = models.ForeignKey("tenants.Municipality", models.PROTECT, related_name="+")
    campaign = models.ForeignKey("campaigns.Campaign", models.PROTECT, related_name="+")
    revision = models.PositiveSmallIntegerField("версия")
    revision_reason = models.CharField("почему новая версия", max_length=300, blank=True)
    supersedes = models.CharField("заменяет", max_length=40, blank=True)
    payload = models.JSONField("содержание")
    content_hash = models.CharField("контрольная сумма", max_length=64)
    published_at = models.DateTimeField("передан")
    published_by = models.CharField("кто передал", max_length=200)

    class Meta:
        verbose_name = "отчёт региону"
        verbose_name_plural = "отчёты региону"
        ordering = ["-published_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "campaign", "revision"], name="report_revision_once"),
        ]

    def __str__(self) -> str:
        return self.public_id


class ApiToken(models.Model):
    """A token of the region's programme, kept as a digest; ``prefix`` finds it."""

    region = models.ForeignKey("tenants.Region", models.CASCADE, related_name="+")
    name = models.CharField("для чего", max_length=120)
    prefix = models.CharField(max_length=12, unique=True)
    digest = models.CharField(max_length=64)
    created_at = models.DateTimeField("выдан")
    expires_at = models.DateTimeField("действует до")
    revoked_at = models.DateTimeField("отозван", null=True, blank=True)
    last_used_at = models.DateTimeField("последнее обращение", null=True, blank=True)

    class Meta:
        verbose_name = "ключ доступа"
        verbose_name_plural = "ключи доступа"
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.name
