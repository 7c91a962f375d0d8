"""A new key and a new letter for an invitation; both live and die together."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.utils import timezone

from tenants.accounts.domain.invitation import LIFETIME
from tenants.accounts.domain.letters import letter_text
from tenants.accounts.domain.tokens import Purpose, digest, new_token
from tenants.accounts.models import Invitation
from tenants.current import current_identity
from tenants.domain.roles import Role
from tenants.domain.russian import date_words
from tenants.letters.services.queue_letter import queue_letter
from tenants.queries import address_for_letters, open_school


def digest_here(token: str, purpose: Purpose) -> str:
    """What is kept of a key in the open place: a key of one school means nothing in the next."""
    return digest(token, purpose=purpose, place=current_identity().key, secret=settings.SECRET_KEY)


def send_invitation(invitation: Invitation, *, at: datetime) -> None:
    """Give the invitation a new key and term, save it and queue the letter; the key of an earlier letter dies."""
    token = new_token()
    invitation.digest = digest_here(token, Purpose.INVITATION)
    invitation.sent_at, invitation.expires_at, invitation.opened_at = at, at + LIFETIME, None
    invitation.letters += 1
    invitation.save()
    invitation.letter_key = f"invitation:{invitation.pk}:{invitation.letters}"
    invitation.save(update_fields=["letter_key"])
    role = Role(invitation.role)
    text = letter_text(
        "invite_curator" if role is Role.CURATOR else "invite",
        link=address_for_letters(f"/priglashenie/{token}/"),
        inviter=invitation.inviter_words,
        school=open_school().short_name,
        role=role.word,
        until=date_words(timezone.localdate(invitation.expires_at)),
    )
    queue_letter(
        key=invitation.letter_key, to=invitation.email, subject=text.subject, body=text.body, at=at, forget=True
    )
