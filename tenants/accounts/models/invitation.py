"""Invitations to a school. The table stands in the shared schema too, where nobody may touch it."""

from __future__ import annotations

from django.db import models

from tenants.accounts.domain.invitation import Moments
from tenants.domain.roles import Role
from tenants.domain.russian import initials


class Invitation(models.Model):
    """Somebody asked to enter, in a role; the link's key is kept as a keyed digest only.

    ``until`` is the last day of a role lent for a time. ``replaces`` is the membership that ends when this one begins.
    ``seat`` is the municipality's request it was made by. ``letter_key`` is the key of the last letter in the outbox,
    by which a letter that did not arrive is known.
    """

    email = models.EmailField("почта")
    last_name = models.CharField("фамилия", max_length=100)
    first_name = models.CharField("имя", max_length=100)
    patronymic = models.CharField("отчество", max_length=100, blank=True)
    position = models.CharField("должность", max_length=200, blank=True)
    role = models.CharField("роль", max_length=20, choices=Role.choices())
    mentoring_format = models.CharField("форма наставничества", max_length=40, blank=True)
    until = models.DateField("последний день роли", null=True, blank=True)
    inviter_words = models.CharField("кто приглашает", max_length=300)
    inviter_id = models.PositiveIntegerField("кто приглашает, номер", null=True, blank=True)
    replaces = models.PositiveIntegerField("вместо роли", null=True, blank=True)
    seat = models.PositiveBigIntegerField("просьба округа", null=True, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    letter_key = models.CharField(max_length=120, blank=True)
    letters = models.PositiveSmallIntegerField("писем", default=0)
    made_at = models.DateTimeField("создано")
    sent_at = models.DateTimeField("последнее письмо")
    expires_at = models.DateTimeField("действует до")
    opened_at = models.DateTimeField("открыто", null=True, blank=True)
    accepted_at = models.DateTimeField("принято", null=True, blank=True)
    withdrawn_at = models.DateTimeField("отозвано", null=True, blank=True)

    class Meta:
        verbose_name = "приглашение"
        verbose_name_plural = "приглашения"
        ordering = ["-made_at", "-id"]

    def __str__(self) -> str:
        return self.short_name

    @property
    def short_name(self) -> str:
        """«Лапина О. В.»"""
        return initials(self.last_name, self.first_name, self.patronymic)

    def moments(self, refused_keys: frozenset[str]) -> Moments:
        """What happened when; ``refused_keys`` are keys of letters that the mail server would not take."""
        refused = self.sent_at if self.letter_key in refused_keys else None
        return Moments(self.expires_at, self.opened_at, self.accepted_at, self.withdrawn_at, refused)
