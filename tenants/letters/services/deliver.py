"""Send queued letters of whoever is open now."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F, Q

from tenants.letters.models import Letter

RETRY_AFTER = timedelta(minutes=15)
MOST_ATTEMPTS = 5
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
    sent = 0
    for letter in letters:
        try:
            EmailMessage(letter.subject, letter.body, to=[letter.to]).send()
        except (SMTPException, OSError) as fault:
            log.warning("letter %s was not sent: %s", letter.pk, type(fault).__name__)
            continue
        Letter.objects.filter(pk=letter.pk).update(sent_at=at)
        sent += 1
    return sent
