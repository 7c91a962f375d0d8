"""People who sign in: one table of them in every schema."""

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in

from tenants import clock


class AccountsConfig(AppConfig):
    """Accounts of a school live in the school; those of the municipality and region in the shared schema."""

    name = "tenants.accounts"
    label = "accounts"
    verbose_name = "Учётные записи"

    def ready(self) -> None:
        """«Последний вход» is told by the product's one clock (docs/decisions/0010), not by Django's."""
        user_logged_in.disconnect(dispatch_uid="update_last_login")
        user_logged_in.connect(note_sign_in, dispatch_uid="tropa.note_sign_in")


def note_sign_in(sender: type, user: Any, **_kwargs: Any) -> None:
    """Write down when somebody signed in."""
    del sender
    user.last_login = clock.now()
    user.save(update_fields=["last_login"])
