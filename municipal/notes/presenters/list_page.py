"""Notes of a school year by campaign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from municipal.campaigns.queries import CampaignInfo
from municipal.notes.domain.draft import NoteInfo
from tenants.domain.russian import counted


@dataclass(frozen=True, slots=True)
class CampaignNotes:
    """A campaign with its notes, the newest version first. ``may_compose``: something is accepted, no draft yet."""

    campaign: CampaignInfo
    notes: tuple[NoteInfo, ...]
    accepted: str
    may_compose: bool


def campaign_notes(
    campaigns: Iterable[CampaignInfo], notes: Sequence[NoteInfo], accepted: Mapping[int, int]
) -> tuple[CampaignNotes, ...]:
    """Opened campaigns, the newest first."""
    found = []
    for campaign in campaigns:
        if campaign.is_open:
            own = tuple(note for note in notes if note.campaign_id == campaign.id)
            forms = accepted.get(campaign.id, 0)
            words = counted(forms, "форма принята", "формы приняты", "форм принято") if forms else ""
            may_compose = bool(forms) and all(note.is_signed for note in own)
            found.append(CampaignNotes(campaign, own, words, may_compose))
    return tuple(found)
