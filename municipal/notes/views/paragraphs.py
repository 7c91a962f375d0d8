"""A paragraph on its own form: a page by itself; htmx puts the same form into the note."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from municipal.notes.domain.beginnings import beginnings_of
from municipal.notes.domain.marks import Marks
from municipal.notes.domain.readiness import SectionState, section_states
from municipal.notes.forms import ParagraphForm
from municipal.notes.services.add_own_paragraph import add_own_paragraph
from municipal.notes.services.edit_block import edit_block
from municipal.notes.views.finding import Found, block_of, note_of, to_note
from tenants import clock
from tenants.access import PlacedRequest, methodist_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear


@require_http_methods(["GET", "HEAD", "POST"])
@methodist_required
def edit(request: PlacedRequest, year: SchoolYear, note_id: int, block_id: int) -> HttpResponse:
    """The methodist's own words in place of a paragraph."""
    found = note_of(year, note_id)
    block = block_of(found, block_id)
    form = ParagraphForm(request.POST or None, initial=ParagraphForm.preset(block.edited or block.composed.text))
    if request.method == "POST" and form.is_valid():
        try:
            edit_block(block_id=block_id, text=form.cleaned_data["text"], at=clock.now(), actor_id=request.user.pk)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Абзац сохранён.")
            return to_note(year, note_id, f"b{block_id}")
    context = {"form": form, "stored": block, "state": _state(found, block.section)}
    return _form_page(request, year, found, context)


@require_http_methods(["GET", "HEAD", "POST"])
@methodist_required
def add_own(request: PlacedRequest, year: SchoolYear, note_id: int, section: str) -> HttpResponse:
    """A paragraph of one's own at the end of a section, from one of three beginnings or from nothing."""
    found = note_of(year, note_id)
    state = _state(found, section)
    beginnings = beginnings_of(section)
    form = ParagraphForm(request.POST or None, initial=ParagraphForm.preset(_begun(request, beginnings)))
    if request.method == "POST" and form.is_valid():
        try:
            block_id = add_own_paragraph(
                note_id=note_id,
                section=section,
                text=form.cleaned_data["text"],
                at=clock.now(),
                actor_id=request.user.pk,
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Абзац добавлен.")
            return to_note(year, note_id, f"b{block_id}")
    return _form_page(request, year, found, {"form": form, "state": state, "beginnings": beginnings})


def _begun(request: PlacedRequest, beginnings: tuple[str, ...]) -> str:
    chosen = request.GET.get("nachalo", "")
    return beginnings[int(chosen)] if chosen.isdecimal() and int(chosen) < len(beginnings) else ""


def _state(found: Found, section: str) -> SectionState | None:
    """The section as the list names it; the signature's paragraph has none."""
    if section == "closing":
        return None
    for state in section_states(found.note, Marks()):
        if state.section == section:
            return state
    raise Http404


def _form_page(request: PlacedRequest, year: SchoolYear, found: Found, context: dict[str, Any]) -> HttpResponse:
    template = "notes/_paragraph_form.html" if request.htmx else "notes/paragraph.html"
    status = 422 if context["form"].errors else 200
    shared = {"year": year, "note": found.note, "campaign": found.campaign, "inline": bool(request.htmx)}
    return render(request, template, shared | context, status=status)
