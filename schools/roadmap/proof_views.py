"""What proves and closes an activity: evidence, the kind of thing that closes it, the mark «База проверена»."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from schools.roadmap.domain.objects import REGISTER_WORDS
from schools.roadmap.queries.objects import objects_to_prove_with
from schools.roadmap.row_forms import ClosingForm, EvidenceForm
from schools.roadmap.services.prove import ObjectRef, attach_evidence, check_register, remove_evidence, say_what_closes
from schools.roadmap.views import act_on
from tenants import clock
from tenants.access import SchoolRequest, curator_required
from tenants.domain.russian import counted
from tenants.domain.school_year import SchoolYear


@curator_required
@require_POST
def evidence(request: SchoolRequest, year: SchoolYear, activity_id: int) -> HttpResponse:
    """Add what proves the activity: a file, a link, or a paper by its name."""
    form = EvidenceForm(request.POST, request.FILES, objects=objects_to_prove_with(year, today=clock.today()))
    if not form.is_valid():
        faults = " ".join(str(fault) for faults in form.errors.values() for fault in faults)
        messages.error(request, f"Подтверждение не добавлено. {faults}")
        return redirect("roadmap:activity", year, activity_id)
    found, item = form.cleaned_data, form.chosen()

    def deed() -> None:
        attach_evidence(
            activity_id,
            title=found["title"] or (item.title if item else ""),
            proof=ObjectRef(item.kind, item.id) if item else None,
            url=found["url"],
            upload=found["file"],
            dated_on=found["dated_on"] or (item.on if item else None),
            on=clock.today(),
            actor_id=request.user.pk,
            at=clock.now(),
        )

    return act_on(request, year, activity_id, deed, "Подтверждение добавлено.")


@curator_required
@require_POST
def drop_evidence(request: SchoolRequest, year: SchoolYear, activity_id: int, evidence_id: int) -> HttpResponse:
    """Take evidence away."""

    def deed() -> None:
        remove_evidence(activity_id, evidence_id, actor_id=request.user.pk, at=clock.now())

    return act_on(request, year, activity_id, deed, "Подтверждение убрано.")


@curator_required
@require_POST
def closing(request: SchoolRequest, year: SchoolYear, activity_id: int) -> HttpResponse:
    """Say what closes the activity, or agree with our guess."""
    form = ClosingForm(request.POST)
    code = form.cleaned_data["code"] if form.is_valid() else "?"

    def deed() -> None:
        say_what_closes(activity_id, code, actor_id=request.user.pk, at=clock.now())

    return act_on(request, year, activity_id, deed, "Записано, чем закрывается пункт.")


@curator_required
@require_POST
def checked(request: SchoolRequest, year: SchoolYear, activity_id: int, register: str) -> HttpResponse:
    """Mark the register that closes this activity as checked today."""
    told: list[int] = []

    def deed() -> None:
        told.append(check_register(register, on=clock.today(), actor_id=request.user.pk, at=clock.now()))

    answer = act_on(request, year, activity_id, deed, f"Проверка {REGISTER_WORDS.get(register, 'базы')} отмечена.")
    if told:
        messages.info(request, f"В ней {counted(told[0], 'запись', 'записи', 'записей')}.")
    return answer
