"""«Закончить и подписать»: what is wanting, then who signs."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from municipal.notes.domain.readiness import missing, section_states
from municipal.notes.forms import SignForm
from municipal.notes.queries import draft_marks
from municipal.notes.services.sign_note import sign_note
from municipal.notes.views.finding import Found, note_of, printed_name, to_note
from tenants import clock
from tenants.access import PlacedRequest, head_required
from tenants.domain.errors import Refusal
from tenants.domain.russian import counted, date_words
from tenants.domain.school_year import SchoolYear


@require_http_methods(["GET", "HEAD", "POST"])
@head_required
def sign(request: PlacedRequest, year: SchoolYear, note_id: int) -> HttpResponse:
    """The last look; signing freezes the note."""
    found = note_of(year, note_id)
    if found.note.info.is_signed:
        messages.info(request, "Справка уже подписана.")
        return to_note(year, note_id)
    form = SignForm(request.POST or None, initial=_signer(request))
    refusal: Refusal | None = None
    if request.method == "POST" and form.is_valid():
        try:
            sign_note(
                note_id=note_id,
                signed_by=form.cleaned_data["name"],
                signed_position=form.cleaned_data["position"],
                at=clock.now(),
                actor_id=request.user.pk,
            )
        except Refusal as said:
            refusal = said
        else:
            messages.success(request, "Справка подписана. Теперь её можно отправить и напечатать, изменить нельзя.")
            return to_note(year, note_id)
    return _page(request, found, form, refusal)


def _signer(request: PlacedRequest) -> dict[str, str]:
    position = request.user.position or request.place.role.word
    return {"position": position[:1].upper() + position[1:], "name": printed_name(request.user)}


def _page(request: PlacedRequest, found: Found, form: SignForm, refusal: Refusal | None) -> HttpResponse:
    today = clock.today()
    marks = draft_marks(found.note, found.campaign, today=today)
    states = section_states(found.note, marks)
    info = found.note.info
    forms = counted(info.accepted, "принятой форме", "принятым формам", "принятым формам")
    context = {
        "year": found.campaign.school_year,
        "note": found.note,
        "campaign": found.campaign,
        "missing": missing(found.note, marks),
        "sections": [state for state in states if state.missing],
        "advice": [state for state in states if state.advice],
        "annexes_changed": marks.annexes,
        "facts": [
            {"name": "Номер", "value": str(info.number)},
            {"name": "Дата документа", "value": date_words(today)},
            {"name": "Составлена", "value": f"по {forms}"},
            {"name": "Составил", "value": info.composed_by},
        ],
        "form": form,
        "refusal": refusal,
    }
    return render(request, "notes/sign.html", context, status=422 if refusal or form.errors else 200)
