"""Compose the note of a campaign, or compose its draft anew. Runs under the municipality's role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from municipal.campaigns.models import Campaign
from municipal.campaigns.queries import CampaignInfo, info_of
from municipal.notes.domain.composed import Composed
from municipal.notes.domain.composition import compose
from municipal.notes.domain.derived import kept_values
from municipal.notes.domain.names import initials_first
from municipal.notes.domain.refusals import NoSuchNote, NothingAccepted
from municipal.notes.domain.stored import annexes_to_list, values_to_dict
from municipal.notes.models import Note
from municipal.notes.queries.gathering import Gathered, gather
from municipal.notes.services.drafts import subject
from municipal.notes.services.write_paragraphs import write_paragraphs
from tenants.domain.roles import Role
from tenants.domain.russian import plural
from tenants.journal.services.record import record
from tenants.queries import MunicipalityFacts, contacts_of_municipality


@dataclass(frozen=True, slots=True)
class Drafted:
    """The draft. ``is_new`` is False where it was composed anew; ``edited`` paragraphs were left as they are."""

    note_id: int
    version: int
    is_new: bool
    accepted: int
    edited: int


@transaction.atomic
def compose_note(
    *, campaign_id: int, composed_by: str, at: datetime, actor_id: int | None, kind: str | None = None
) -> Drafted:
    """Write the campaign's draft from its accepted forms.

    There is one draft a campaign: composing again renews the paragraphs nobody edited and keeps the others, which
    show what has changed under them. After signing a new version begins. ``kind`` is the campaign's season
    («october», «may»); ``composed_by`` is printed: «С. Н. Ермакова». Raises NoSuchNote and NothingAccepted.
    """
    campaign = _locked(campaign_id)
    wanted, today = kind or campaign.season.value, campaign.day_of(at)
    gathered = gather(campaign, dated=today, today=today, methodist=composed_by)
    if not gathered.accepted:
        raise NothingAccepted(
            f"Справка не составлена: в мониторинге «{campaign.title}» не принята ни одна форма.",
            "Проверьте и примите хотя бы одну форму, тогда справку можно будет составить.",
        )
    notes = Note.objects.filter(campaign_id=campaign.id, kind=wanted)
    row = notes.filter(signed_at=None).first()
    is_new = row is None
    row = row or _begun(campaign, wanted, last=notes.aggregate(last=Max("version"))["last"] or 0)
    fresh = compose(gathered.given, kind=wanted, number=row.number)
    was = row.values
    _fill(row, fresh, gathered, composed_by=composed_by, at=at, dated=today)
    row.save()
    edited = write_paragraphs(row, fresh, values_before=was)
    _tell(row, campaign, gathered.accepted, at=at, actor_id=actor_id, is_new=is_new)
    return Drafted(row.pk, row.version, is_new, gathered.accepted, edited)


def _locked(campaign_id: int) -> CampaignInfo:
    """The campaign, locked so that two presses make one draft."""
    Campaign.objects.select_for_update().filter(pk=campaign_id).first()
    row = Campaign.objects.select_related("municipality").filter(pk=campaign_id).first()
    if row is None:
        raise NoSuchNote("Справка не составлена: такой кампании нет.", "Откройте список кампаний.")
    return info_of(row)


def _begun(campaign: CampaignInfo, kind: str, *, last: int) -> Note:
    highest = Note.objects.filter(municipality_id=campaign.municipality_id).aggregate(last=Max("number"))["last"] or 0
    return Note(
        municipality_id=campaign.municipality_id,
        campaign_id=campaign.id,
        kind=kind,
        number=highest + 1,
        version=last + 1,
    )


def _fill(row: Note, fresh: Composed, gathered: Gathered, *, composed_by: str, at: datetime, dated: date) -> None:
    row.title = fresh.title
    row.composed_at, row.composed_by, row.dated = at, composed_by, dated
    row.basis = {str(key): digest for key, digest in gathered.basis.items()}
    row.attachments = annexes_to_list(fresh.annexes)
    row.annexes_kept = ""
    row.values = values_to_dict(kept_values(fresh))
    row.requisites = _requisites(gathered.municipality) | gathered.remembered


def _requisites(district: MunicipalityFacts) -> dict[str, object]:
    """The municipality's lines as they are now: a signed note keeps them whatever is renamed later."""
    heads = [one for one in contacts_of_municipality(district.id) if one.role == Role.MUNICIPAL_HEAD]
    return {
        "municipality": district.name,
        "letterhead": list(district.letterhead) or [district.centre_name],
        "author": district.centre_name,
        "place": district.place,
        "signatures": [[heads[0].position, initials_first(heads[0].name)]] if heads else [["Руководитель", ""]],
    }


def _tell(
    row: Note, campaign: CampaignInfo, accepted: int, *, at: datetime, actor_id: int | None, is_new: bool
) -> None:
    act = "Составлена" if is_new else "Собрана заново"
    forms = plural(accepted, "принятой форме", "принятым формам", "принятым формам")
    text = f"{act} справка № {row.number} («{campaign.title}»), версия {row.version}, по {accepted} {forms}."
    record(act="note_composed", text=text, at=at, actor_id=actor_id, **subject(row))
