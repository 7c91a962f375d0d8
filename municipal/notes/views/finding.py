"""What an address names, or «no such page»: another municipality's note looks the same as none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from municipal.campaigns.queries import CampaignInfo
from municipal.notes.domain.draft import StoredBlock, StoredNote
from municipal.notes.domain.names import initials_first
from municipal.notes.queries import campaign_of_note, stored_note
from tenants.access import PlacedRequest
from tenants.accounts.models import User
from tenants.domain.roles import Role
from tenants.domain.school_year import SchoolYear
from tenants.year_guard import year_is_open


@dataclass(frozen=True, slots=True)
class Found:
    """A note with the campaign it is about."""

    note: StoredNote
    campaign: CampaignInfo

    def day(self, today: date) -> date:
        """Today for a draft; a signed note stands at the day of its signature."""
        return self.note.info.dated if self.note.info.is_signed else today


def note_of(year: SchoolYear, note_id: int) -> Found:
    """The note of the address; Http404 where the municipality has none such in that year."""
    campaign, note = campaign_of_note(note_id), stored_note(note_id)
    if campaign is None or note is None or campaign.school_year != year:
        raise Http404
    return Found(note, campaign)


def block_of(found: Found, block_id: int) -> StoredBlock:
    """A paragraph of the note; Http404 where it has none such."""
    block = found.note.by_id.get(block_id)
    if block is None:
        raise Http404
    return block


def to_note(year: SchoolYear, note_id: int, place: str = "") -> HttpResponse:
    """Back to the note, at a paragraph or section of it."""
    return redirect(reverse("notes:note", args=[year, note_id]) + (f"#{place}" if place else ""))


def may_change(request: PlacedRequest, found: Found) -> bool:
    """The methodist changes a draft of a year that still takes writing; the head reads it and may sign."""
    is_draft = not found.note.info.is_signed
    return request.place.role is Role.METHODIST and is_draft and year_is_open(found.campaign.school_year)


def printed_name(user: User) -> str:
    """«О. В. Лапина»."""
    return initials_first(user.short_name)
