"""Slow down whoever tries again and again from one address."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime, timedelta

from django.conf import settings

from tenants.accounts.models import SignInAttempt
from tenants.domain.errors import Refusal

WRONG_LINKS = 30
GUESSING = timedelta(minutes=5)


class TooManyTries(Refusal):
    """The address has tried too often."""


def key_of(kind: str, value: str) -> str:
    """A keyed digest, so that the table names nobody."""
    return hmac.new(settings.SECRET_KEY.encode(), f"{kind}:{value}".encode(), hashlib.sha256).hexdigest()


def slow_down(*, kind: str, value: str, most: int, within: timedelta, at: datetime) -> None:
    """Count one try; refuses when there were ``most`` of them ``within`` the time before ``at``."""
    refuse_guessers(kind=kind, value=value, most=most, within=within, at=at)
    count_try(kind=kind, value=value, at=at)


def refuse_guessers(*, kind: str, value: str, most: int, within: timedelta, at: datetime) -> None:
    """Refuses when the tries are used up; counts nothing."""
    if SignInAttempt.objects.filter(key=key_of(kind, value), at__gt=at - within).count() >= most:
        raise TooManyTries("Слишком много попыток.", "Подождите и попробуйте ещё раз.")


def count_try(*, kind: str, value: str, at: datetime) -> None:
    """Remember one try."""
    SignInAttempt.objects.create(key=key_of(kind, value), at=at)
