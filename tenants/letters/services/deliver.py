"""Send queued letters of whoever is open now."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused
from typing import Final

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F, Q

from tenants.letters.models import Letter

RETRY_AFTER = timedelta(minutes=15)
MOST_ATTEMPTS = 5
PERMANENT: Final = 500  # from this answer on a mail server means «never», below it «not now»
WIPED: Final = "Текст с личной ссылкой стёрт."
log = logging.getLogger("tropa.letters")


def deliver_queued(*, at: datetime, limit: int = 200) -> int:
    """Send up to ``limit`` letters; gives how many went.

    A letter is claimed in a transaction of its own before it is sent: two sweeps at once never send it twice, and one
    that was cut off is tried again after a quarter of an hour, five times at most.
    """
    with transaction.atomic():
        free = Q(claimed_at__isnull=True) | Q(claimed_at__lt=at - RETRY_AFTER)
        rows = Letter.objects.select_for_update(skip_locked=True).filter(
            free, sent_at__isnull=True, attempts__lt=MOST_ATTEMPTS
        )
        letters = list(rows.order_by("created_at")[:limit])
        Letter.objects.filter(pk__in=[letter.pk for letter in letters]).update(
            claimed_at=at, attempts=F("attempts") + 1
        )
    return sum(_send(letter, at=at) for letter in letters)


def _send(letter: Letter, *, at: datetime) -> bool:
    try:
        EmailMessage(letter.subject, letter.body, to=[letter.to]).send()
    except (SMTPException, OSError) as fault:
        log.warning("letter %s was not sent: %s", letter.pk, type(fault).__name__)
        if _for_good(fault) or letter.attempts + 1 >= MOST_ATTEMPTS:
            _close(letter, refused_at=at, attempts=MOST_ATTEMPTS)
        return False
    _close(letter, sent_at=at)
    return True


def _for_good(fault: Exception) -> bool:
    """Would the server refuse the address the next time too?"""
    if not isinstance(fault, SMTPRecipientsRefused):
        return False
    return all(code >= PERMANENT for code, _words in fault.recipients.values())


def _close(letter: Letter, **values: datetime | int) -> None:
    wiped = {"body": WIPED} if letter.forget else {}
    Letter.objects.filter(pk=letter.pk).update(**values, **wiped)
