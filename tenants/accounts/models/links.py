"""Links that let in once, and what slows down whoever guesses."""

from __future__ import annotations

from django.db import models

from .person import User


class SignInAttempt(models.Model):
    """A failed sign-in, kept to slow down guessing; rows older than a day are swept.

    ``key`` is a keyed digest of the address tried, so that the table names nobody.
    """

    key = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "неудачный вход"
        verbose_name_plural = "неудачные входы"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"


class SignInLink(models.Model):
    """A link of a quarter of an hour by which one signs in without a password.

    A row is made for an unknown address too, without a person: it opens nothing, counts as an asking, and makes both
    answers take the same way. ``digest`` and ``asked_for`` are keyed digests of the key and of the address.
    """

    digest = models.CharField(max_length=64, unique=True)
    asked_for = models.CharField(max_length=64)
    user = models.ForeignKey(User, models.CASCADE, null=True, blank=True, related_name="+", db_index=False)
    password_after = models.BooleanField("дальше новый пароль", default=False)
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "ссылка для входа"
        verbose_name_plural = "ссылки для входа"

    def __str__(self) -> str:
        return f"до {self.until:%Y-%m-%d %H:%M}"
