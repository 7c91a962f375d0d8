"""Reading the school's own draft and receipts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from schools.monitoring.domain.draft import Ask, Draft, cells_from_rows
from schools.monitoring.models import DraftForm, HandedIn


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """The draft of a campaign and when it was last saved; None where nothing was typed yet."""

    draft: Draft
    saved_at: datetime | None


@dataclass(frozen=True, slots=True)
class OwnReceipt:
    """The school's own copy of a receipt."""

    version: int
    digest: str
    submitted_at: datetime
    principal_informed: bool


def saved_draft(campaign_id: int, ask: Ask) -> SavedDraft:
    """What the curator typed for a campaign so far. One query."""
    row = DraftForm.objects.filter(campaign_id=campaign_id).first()
    if row is None:
        return SavedDraft(Draft(), None)
    return SavedDraft(Draft(cells_from_rows(ask, row.cells), row.explanations, row.answers), row.saved_at)


def receipts(campaign_id: int) -> dict[int, OwnReceipt]:
    """Receipts of a campaign by version. One query."""
    rows = HandedIn.objects.filter(campaign_id=campaign_id).order_by("-version")
    return {row.version: OwnReceipt(row.version, row.digest, row.submitted_at, row.principal_informed) for row in rows}
