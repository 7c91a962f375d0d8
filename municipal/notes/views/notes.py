"""The list of notes, composing one, the page of one, its annexes."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from municipal.campaigns.queries import campaign_info, campaigns
from municipal.notes.domain.refusals import NothingAccepted
from municipal.notes.presenters.list_page import campaign_notes
from municipal.notes.presenters.note_page import note_page
from municipal.notes.queries import accepted_counts, draft_marks, note_infos
from municipal.notes.services.compose_note import Drafted, compose_note
from municipal.notes.views.finding import may_change, note_of, printed_name
from tenants import clock
from tenants.access import PlacedRequest, methodist_required, municipality_required
from tenants.domain.roles import Role
from tenants.domain.russian import counted, plural
from tenants.domain.school_year import SchoolYear
from tenants.year_guard import year_is_open

CHARTS_FROM = 3  # schools; with fewer the papers have no charts (dashboards.note_charts)


@require_safe
@municipality_required
def note_list(request: PlacedRequest, year: SchoolYear) -> HttpResponse:
    """Notes of the year by campaign."""
    known = campaigns(year=year)
    context = {
        "year": year,
        "campaigns": campaign_notes(known, note_infos(year), accepted_counts([one.id for one in known])),
        "may_compose": request.place.role is Role.METHODIST and year_is_open(year),
    }
    return render(request, "notes/list.html", context)


@require_POST
@methodist_required
def compose(request: PlacedRequest, year: SchoolYear, campaign_id: int) -> HttpResponse:
    """Compose the campaign's draft, or compose it anew; then open it."""
    campaign = campaign_info(campaign_id)
    if campaign is None or campaign.school_year != year:
        raise Http404
    try:
        drafted = compose_note(
            campaign_id=campaign_id,
            composed_by=printed_name(request.user),
            at=clock.now(),
            actor_id=request.user.pk,
        )
    except NothingAccepted as refusal:
        messages.error(request, str(refusal))
        return redirect("notes:list", year)
    messages.success(request, _composed_words(drafted))
    return redirect("notes:note", year, drafted.note_id)


def _composed_words(drafted: Drafted) -> str:
    forms = plural(drafted.accepted, "принятой форме", "принятым формам", "принятым формам")
    if drafted.is_new:
        return f"Справка составлена по {drafted.accepted} {forms}. Прочитайте и поправьте слова, где нужно."
    kept = ""
    if drafted.edited:
        kept = f" Исправленные вами абзацы не тронуты: {drafted.edited}."
    return f"Справка собрана заново по {drafted.accepted} {forms}.{kept}"


@require_safe
@municipality_required
def note(request: PlacedRequest, year: SchoolYear, note_id: int) -> HttpResponse:
    """The note: sections, text, where its figures come from."""
    found = note_of(year, note_id)
    page = note_page(found.note, draft_marks(found.note, found.campaign, today=found.day(clock.today())))
    saved_at = max((block.edited_at for block in found.note.blocks if block.edited_at), default=None)
    context = {
        "year": year,
        "note": found.note,
        "info": found.note.info,
        "campaign": found.campaign,
        "page": page,
        "may_change": may_change(request, found),
        "may_compose": request.place.role is Role.METHODIST and year_is_open(year),
        "has_charts": found.note.info.accepted >= min(CHARTS_FROM, len(found.note.expected)),
        "saved_at": saved_at,
        "saved_today": saved_at is not None and found.campaign.day_of(saved_at) == clock.today(),
        "forms_words": counted(found.note.info.accepted, "принятая форма", "принятые формы", "принятых форм"),
    }
    return render(request, "notes/note.html", context)


@require_safe
@municipality_required
def annexes(request: PlacedRequest, year: SchoolYear, note_id: int) -> HttpResponse:
    """The tables that go behind the note."""
    found = note_of(year, note_id)
    return render(request, "notes/annexes.html", {"year": year, "note": found.note, "campaign": found.campaign})
