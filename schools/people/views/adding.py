"""A new person: first who it is, then what is asked of such people."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from schools.people.forms.person import PersonForm
from schools.people.forms.registers import MenteeCardForm, MentorCardForm, WhomForm
from schools.people.models import PersonKind
from schools.people.queries import Register
from schools.people.services.enrol import enter_person
from tenants import clock
from tenants.access import SchoolRequest, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear
from tenants.faults import faults_of
from tenants.form_fields import typed_in


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def add(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """Without an answer to «whom» the page asks that; with it, the record."""
    asked = request.POST if request.method == "POST" else request.GET
    kind = request.host_school.kind
    answered = "kto" in asked or request.method == "POST"
    whom = WhomForm(asked if answered else None, initial=asked.dict(), organisation=kind)
    if not whom.is_valid():
        context = {"year": year, "form": whom, "asks_pupils": kind != "kindergarten"}
        return render(request, "people/whom.html", context, status=422 if whom.errors else 200)
    register, kind = Register(whom.cleaned_data["baza"]), whom.cleaned_data["kto"]
    person, card = _forms(request, register, kind)
    if request.method == "POST" and person.is_valid() and card.is_valid():
        try:
            made = enter_person(person.wanted(), register, card.cleaned_data, actor_id=request.user.pk, at=clock.now())
        except Refusal as refusal:
            person.add_error(None, str(refusal))
        else:
            return _added(request, year, made, asked=whom.cleaned_data)
    context = {
        "year": year,
        "whom": whom.cleaned_data,
        "kind_title": PersonKind(kind).label,
        "is_mentor": register is Register.MENTORS,
        "person": person,
        "card": card,
        "faults": [*faults_of(person), *faults_of(card)],
    }
    return render(request, "people/add.html", context, status=422 if context["faults"] else 200)


def _forms(request: SchoolRequest, register: Register, kind: str) -> tuple[PersonForm, MentorCardForm | MenteeCardForm]:
    today, typed = clock.today(), typed_in(request)
    person = PersonForm(typed, kind=kind, organisation=request.host_school.kind, is_new=True)
    if register is Register.MENTORS:
        initial = MentorCardForm.initial_of(None, today=today)
        return person, MentorCardForm(typed, initial=initial, today=today, kind=kind)
    return person, MenteeCardForm(typed, initial=MenteeCardForm.initial_of(None, today=today), today=today, kind=kind)


def _added(request: SchoolRequest, year: SchoolYear, person_id: int, *, asked: dict[str, str]) -> HttpResponse:
    if "eshche" in request.POST:
        messages.success(request, "Запись добавлена. Впишите следующего; согласия можно записать потом, сразу всем.")
        return redirect(f"{reverse('people:add', args=[year])}?{urlencode(asked)}")
    messages.success(request, "Запись добавлена. Осталось записать согласие.")
    return redirect("people:person", year, person_id)
