"""Write a letter into the outbox."""

from __future__ import annotations

from datetime import datetime

from tenants.current import current_identity
from tenants.letters.models import Letter


def queue_letter(*, key: str, to: str, subject: str, body: str, at: datetime, forget: bool = False) -> bool:
    """Queue one letter inside the caller's transaction; False when there is no
    address or one with this ``key`` is queued already.

    ``subject`` and ``key`` hold no names (decision 13); ``at`` is the moment of the act. ``forget`` wipes the text when
    the letter is done with: it holds a personal link.
    """
    place = current_identity().key
    letter = Letter(place=place, key=key, to=to, subject=subject, body=body, created_at=at, forget=forget)
    if not to or Letter.objects.filter(key=key).exists():
        return False
    Letter.objects.bulk_create([letter], ignore_conflicts=True)  # two presses at once: the key decides
    return True
