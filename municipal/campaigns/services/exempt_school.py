"""Free a school from the duty to report in one campaign."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from municipal.campaigns.domain.refusals import ReasonNeeded
from municipal.campaigns.services.expected import expected_school
from tenants.journal.services.record import record


@transaction.atomic
def exempt_school(*, campaign_id: int, school_id: int, reason: str, at: datetime, actor_id: int | None) -> None:
    """Mark the school exempt; it stays in the frozen set and is counted apart (decision 11).

    Raises SchoolNotExpected and ReasonNeeded.
    """
    expected = expected_school(campaign_id, school_id)
    if not reason.strip():
        raise ReasonNeeded("Школа не освобождена: не указана причина.", "Напишите, почему она не отчитывается.")
    if expected.exempt_reason == reason.strip():
        return
    expected.exempt_reason = reason.strip()
    expected.save(update_fields=["exempt_reason"])
    text = f"Мониторинг «{expected.campaign.title}», {expected.school.short_name}: отчёт не нужен, причина указана."
    record(act="school_exempted", text=text, at=at, actor_id=actor_id, object_kind="school", object_id=school_id)
