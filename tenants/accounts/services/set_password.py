"""A new password, and a letter about it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from tenants.accounts.domain.letters import letter_text
from tenants.accounts.models import SignInLink, User
from tenants.accounts.services.sign_in_link import outbox_of
from tenants.current import current_identity
from tenants.domain.russian import clock, date_words
from tenants.letters.services.queue_letter import queue_letter
from tenants.queries import address_for_letters


@transaction.atomic
def set_password(*, user: User, password: str, at: datetime, today: date) -> None:
    """Keep the new password; unused sign-in links die. Other sessions end by themselves: they hold the old digest."""
    user.set_password(password)
    user.save(update_fields=["password"])
    SignInLink.objects.filter(user=user, used_at__isnull=True).update(used_at=at)
    text = letter_text(
        "password_changed",
        link=address_for_letters("/vhod/ssylka/"),
        day=date_words(today),
        moment=f"{date_words(today)} в {clock(timezone.localtime(at))}",
    )
    with outbox_of(user):
        key = f"password:{current_identity().key}:{user.pk}:{at.isoformat()}"
        queue_letter(key=key, to=user.email, subject=text.subject, body=text.body, at=at)
