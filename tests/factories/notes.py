"""A campaign with accepted forms and its note, made through the services the pages call."""

from __future__ import annotations

from datetime import date, datetime

from municipal.campaigns.queries import CampaignInfo
from municipal.indicators.facts import Cell, Value
from municipal.notes.domain.draft import StoredBlock, StoredNote
from municipal.notes.domain.marks import Marks
from municipal.notes.queries import draft_marks, stored_note
from municipal.notes.services.compose_note import Drafted, compose_note
from tenants.current import municipality_open
from tests.factories.municipal import OCTOBER, accepted, form, handed_in, local, opened

DAY = date(2025, 10, 27)
AUTHOR = "Б. С. Белов"


def reported(campaign: CampaignInfo, school_id: int, /, *, at: datetime | None = None, **changes: Value | Cell) -> int:
    """The school hands its form in and the methodist accepts it; the submission's id."""
    receipt = handed_in(campaign, school_id, form(campaign, school_id, **changes), at=at)
    accepted(campaign, receipt, at=at)
    return receipt.submission_id


def past() -> None:
    """The May before and the October a year ago, each with two schools' accepted forms."""
    for season in (OCTOBER.year_before, OCTOBER.previous):
        campaign = opened(season)
        for school_id in (1, 2):
            reported(campaign, school_id)


def october(*, schools: tuple[int, ...] = (1, 2)) -> CampaignInfo:
    """October 2025 with two of three schools accepted, and two monitorings before it."""
    past()
    campaign = opened()
    for school_id in schools:
        reported(campaign, school_id)
    return campaign


def composed(campaign: CampaignInfo, *, day: date = DAY) -> Drafted:
    """Press «Составить справку»."""
    with municipality_open(1):
        return compose_note(campaign_id=campaign.id, composed_by=AUTHOR, at=local(day), actor_id=None)


def kept(note_id: int) -> StoredNote:
    """The note as its municipality reads it."""
    with municipality_open(1):
        found = stored_note(note_id)
    assert found is not None
    return found


def marked(note_id: int, campaign: CampaignInfo, *, day: date = DAY) -> Marks:
    """What is undecided about the draft on a day."""
    with municipality_open(1):
        return draft_marks(kept(note_id), campaign, today=day)


def paragraph(note_id: int, key: str) -> StoredBlock:
    """A paragraph by its lasting key."""
    return next(block for block in kept(note_id).blocks if block.key == key)
