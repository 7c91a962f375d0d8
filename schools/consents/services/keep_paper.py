"""A consent on paper: the day, how it is kept, and the scan."""

from __future__ import annotations

from datetime import date, datetime

from django.core.files.base import File
from django.db import transaction

from schools.consents.models import ConsentRequest, RequestState
from schools.files.models import Purpose
from schools.files.services.keep_file import keep_file
from schools.people.models import Consent
from schools.people.services.record_consent import record_consent


@transaction.atomic
def keep_paper(
    person_id: int,
    *,
    purpose: str,
    given_on: date,
    valid_until: date | None = None,
    by_representative: bool = False,
    kept_as: str = "",
    scan: File[bytes] | None = None,
    today: date,
    actor_id: int | None,
    at: datetime,
) -> int:
    """Register a consent on paper with its scan; gives the consent's id.

    Rules and refusals are those of ``people.record_consent`` and of ``files.keep_file``. What was asked before about
    the same purpose is answered by it.
    """
    consent_id = record_consent(
        person_id,
        purpose=purpose,
        given_on=given_on,
        valid_until=valid_until,
        by_representative=by_representative,
        kept_as=kept_as,
        today=today,
        actor_id=actor_id,
        at=at,
    )
    open_ones = ConsentRequest.objects.filter(
        person_id=person_id, purpose=purpose, state__in=[RequestState.BLANK, RequestState.WAITING]
    )
    open_ones.delete()
    if scan is not None:
        attach_scan(consent_id, scan=scan, actor_id=actor_id, at=at)
    return consent_id


@transaction.atomic
def attach_scan(consent_id: int, *, scan: File[bytes], actor_id: int | None, at: datetime) -> None:
    """Put a scan beside a consent that has none; one that is there stays."""
    consent = Consent.objects.select_for_update().get(pk=consent_id)
    asked, _made = ConsentRequest.objects.get_or_create(
        consent=consent,
        defaults={
            "person_id": consent.person_id,
            "purpose": consent.purpose,
            "state": RequestState.GIVEN,
            "asked_on": consent.given_on,
            "by_representative": consent.given_by_representative,
        },
    )
    if asked.file_id is None:
        asked.file = keep_file(upload=scan, purpose=Purpose.CONSENT, at=at, actor_id=actor_id)
        asked.save(update_fields=["file"])
