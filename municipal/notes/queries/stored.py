"""Notes as they are kept, and what today's data would make of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Count

from municipal.campaigns.models import Campaign
from municipal.campaigns.queries import CampaignInfo, info_of
from municipal.indicators.aggregate import SchoolFacts
from municipal.indicators.payload import from_document
from municipal.notes.domain.composed import Composed
from municipal.notes.domain.composition import compose
from municipal.notes.domain.document import Signature
from municipal.notes.domain.draft import OWN, NoteInfo, StoredBlock, StoredNote, own_block
from municipal.notes.domain.marks import Marks, marks_of
from municipal.notes.domain.printable import Requisites
from municipal.notes.domain.stored import annexes_from_list, block_from_dict, values_from_dict
from municipal.notes.models import Note, NoteBlock
from municipal.notes.queries.gathering import gather
from municipal.submissions.models import Review, Submission
from tenants.domain.school_year import SchoolYear, Season, SeasonOfYear


def note_infos(year: SchoolYear) -> list[NoteInfo]:
    """The municipality's notes of a school year, the newest campaign and version first. One query."""
    rows = Note.objects.filter(campaign__school_year=year.start_year)
    rows = rows.defer("values", "attachments", "basis").order_by("-campaign__reporting_date", "-version")
    return [info_of_note(row) for row in rows]


def stored_note(note_id: int) -> StoredNote | None:
    """One note with its paragraphs; None where the asker has none such. Two queries."""
    row = Note.objects.filter(pk=note_id).first()
    return stored_of(row, row.blocks.all()) if row else None


def stored_of(row: Note, blocks: Iterable[NoteBlock]) -> StoredNote:
    """The frozen value of rows at hand."""
    held: Mapping[str, Any] = row.requisites
    return StoredNote(
        info=info_of_note(row),
        blocks=tuple(map(block_of, blocks)),
        values=values_from_dict(row.values),
        annexes=annexes_from_list(row.attachments),
        basis={int(key): digest for key, digest in row.basis.items()},
        municipality=held.get("municipality", ""),
        paper=Requisites(
            letterhead=tuple(held.get("letterhead", ())),
            author=held.get("author", ""),
            place=held.get("place", ""),
            signatures=tuple(Signature(position, name) for position, name in held.get("signatures", ())),
        ),
        annexes_kept=row.annexes_kept,
        expected=tuple((school_id, name) for school_id, name in held.get("expected", ())),
    )


def info_of_note(row: Note) -> NoteInfo:
    """The frozen head of a row."""
    return NoteInfo(
        id=row.pk,
        campaign_id=row.campaign_id,
        municipality_id=row.municipality_id,
        kind=row.kind,
        number=row.number,
        version=row.version,
        title=row.title,
        dated=row.dated,
        composed_at=row.composed_at,
        composed_by=row.composed_by,
        signed_at=row.signed_at,
        signed_by=row.signed_by,
        signed_position=row.signed_position,
        accepted=row.requisites.get("accepted", 0),
    )


def block_of(row: NoteBlock) -> StoredBlock:
    """The frozen value of a paragraph's row."""
    own = row.generated.get("values")
    return StoredBlock(
        id=row.pk,
        composed=own_block(row.pk, row.section, row.edited)
        if row.kind == OWN
        else block_from_dict(row.section, row.generated),
        edited=row.edited,
        edited_at=row.edited_at,
        is_removed=row.is_removed,
        kept=row.kept,
        values=values_from_dict(own) if own else None,
    )


def campaign_of_note(note_id: int) -> CampaignInfo | None:
    """The campaign a note is about. One query."""
    row = Campaign.objects.select_related("municipality").filter(notes=note_id).first()
    return info_of(row) if row else None


def fresh_note(info: NoteInfo, campaign: CampaignInfo, *, today: date) -> Composed:
    """The same note (its number and author) as it would be composed today."""
    gathered = gather(campaign, dated=today, today=today, methodist=info.composed_by)
    return compose(gathered.given, kind=info.kind, number=info.number)


def draft_marks(note: StoredNote, campaign: CampaignInfo, *, today: date) -> Marks:
    """Where the draft no longer says what the data say; nothing is asked for a signed note."""
    if note.info.is_signed:
        return Marks()
    return marks_of(note, fresh_note(note.info, campaign, today=today))


def accepted_counts(campaign_ids: Collection[int]) -> dict[int, int]:
    """How many schools' forms are accepted, by campaign. One query."""
    rows = Submission.objects.filter(campaign_id__in=campaign_ids, review__verdict=Review.ACCEPTED)
    return dict(rows.order_by().values_list("campaign_id").annotate(schools=Count("school_id", distinct=True)))


def basis_forms(submission_ids: Collection[int]) -> list[tuple[SeasonOfYear, tuple[SchoolFacts, ...]]]:
    """The very forms a note was composed from, by season, the oldest first: they never change. One query."""
    rows = Submission.objects.filter(pk__in=submission_ids).select_related("campaign").order_by("school_id")
    found: dict[SeasonOfYear, list[SchoolFacts]] = {}
    dates: dict[SeasonOfYear, date] = {}
    for row in rows:
        season = _season_of(row.campaign)
        dates[season] = row.campaign.reporting_date
        found.setdefault(season, []).append(SchoolFacts(row.school_id, from_document(row.facts)))
    return [(season, tuple(found[season])) for season in sorted(found, key=dates.__getitem__)]


def _season_of(campaign: Campaign) -> SeasonOfYear:
    """«Октябрь 2025» of a campaign's row."""
    return SeasonOfYear(SchoolYear(campaign.school_year), Season(campaign.season))
