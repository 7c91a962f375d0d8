"""Signing in by mail and password."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest

from .models import User


class EmailBackend(BaseBackend):
    """Looks in the schema the request stands in, so a school's account opens that school only."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **_kwargs: Any
    ) -> User | None:
        """The person, or None when the mail or the password is not right."""
        del request  # the schema was chosen by the host already
        if not username or password is None:
            return None
        try:
            user = User.objects.get_by_natural_key(username)
        except User.DoesNotExist:
            make_password(password)  # takes as long as a check, so that the time does not tell who has an account
            return None
        return user if user.check_password(password) and user.is_active else None

    def get_user(self, user_id: int) -> User | None:
        """The signed-in person, or None once the account is closed."""
        return User.objects.filter(pk=user_id, is_active=True).first()
