"""Let a person in, slowing down whoever guesses."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import authenticate
from django.http import HttpRequest

from tenants.accounts.models import SignInAttempt, User
from tenants.domain.errors import Refusal

WINDOW = timedelta(minutes=5)
TRIES_PER_MAIL = 5
TRIES_PER_ADDRESS = 20
KEEP = timedelta(days=1)


class NotLetIn(Refusal):
    """The mail or the password is not right, or there were too many tries."""


def sign_in(*, request: HttpRequest, email: str, password: str, address: str, at: datetime) -> User:
    """The person of this mail and password; ``address`` is where the request comes from, ``at`` its moment.

    Refuses alike whether the mail is unknown or the password wrong, so that nobody learns who has an account, and
    refuses everything for five minutes after five failures of a mail or twenty of an address.
    """
    keys = {_key("mail", email.strip().lower()): TRIES_PER_MAIL, _key("from", address): TRIES_PER_ADDRESS}
    for key, limit in keys.items():
        if SignInAttempt.objects.filter(key=key, at__gt=at - WINDOW).count() >= limit:
            raise NotLetIn("Войти не получилось: слишком много попыток.", "Подождите 5 минут и попробуйте ещё раз.")
    user = authenticate(request, username=email, password=password)
    if not isinstance(user, User):
        SignInAttempt.objects.filter(at__lt=at - KEEP).delete()
        SignInAttempt.objects.bulk_create([SignInAttempt(key=key, at=at) for key in keys])
        raise NotLetIn("Почта или пароль не подошли.", "Проверьте раскладку клавиатуры и попробуйте ещё раз.")
    SignInAttempt.objects.filter(key=next(iter(keys))).delete()
    return user


def _key(kind: str, value: str) -> str:
    return hmac.new(settings.SECRET_KEY.encode(), f"{kind}:{value}".encode(), hashlib.sha256).hexdigest()
