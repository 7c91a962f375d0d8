"""A draft beside the same note composed today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from municipal.notes.domain.composed import Composed
from municipal.notes.domain.composition import compose
from municipal.notes.domain.draft import StoredNote
from municipal.notes.domain.marks import Marks, marks_of
from municipal.notes.domain.stored import annexes_to_list
from municipal.notes.models import Note
from municipal.notes.queries.gathering import Gathered, gather
from municipal.notes.queries.stored import campaign_of_note, stored_of


@dataclass(frozen=True, slots=True)
class Judged:
    """A draft beside itself composed today."""

    note: StoredNote
    gathered: Gathered
    fresh: Composed
    marks: Marks


def judge(row: Note, at: datetime) -> Judged:
    """The draft against today's data, on the municipality's day of ``at``."""
    campaign = campaign_of_note(row.pk)
    assert campaign is not None
    today = campaign.day_of(at)
    gathered = gather(campaign, dated=today, today=today, methodist=row.composed_by)
    fresh = compose(gathered.given, kind=row.kind, number=row.number)
    note = stored_of(row, row.blocks.all())
    return Judged(note, gathered, fresh, marks_of(note, fresh))


def renew_annexes(row: Note, judged: Judged) -> None:
    """The tables, what they were made from and how many forms that was, as of today."""
    row.attachments = annexes_to_list(judged.fresh.annexes)
    row.annexes_kept = ""
    row.basis = {str(key): digest for key, digest in judged.gathered.basis.items()}
    row.requisites = row.requisites | judged.gathered.remembered
    row.save(update_fields=["attachments", "annexes_kept", "basis", "requisites"])
