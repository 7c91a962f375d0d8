"""One person: the card, the records of the pools, leaving and coming back."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schools.people.forms.consents import KEPT, ConsentForm
from schools.people.forms.person import PersonForm
from schools.people.forms.registers import MenteeCardForm, MentorCardForm
from schools.people.models import Person
from schools.people.presenters.person import person_page
from schools.people.presenters.timeline import timeline
from schools.people.services.add_person import edit_person
from schools.people.services.archive_person import archive_person, restore_person
from schools.people.services.enrol import enrol_mentee, enrol_mentor
from schools.people.services.record_consent import needs_representative
from schools.people.views.finding import day_of, may_change, person_of
from schools.people.views.returning import back_of
from tenants import clock
from tenants.access import SchoolRequest, curator_reads, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear
from tenants.form_fields import typed_in


@require_safe
@curator_reads
def person(request: SchoolRequest, year: SchoolYear, person_id: int) -> HttpResponse:
    """The card with consents."""
    return show_person(request, year, person_of(person_id))


def show_person(
    request: SchoolRequest, year: SchoolYear, found: Person, typed: ConsentForm | None = None
) -> HttpResponse:
    """The page of a person; ``typed`` is a form of a consent that could not be kept."""
    writable, back = may_change(year), back_of(request, year)
    context = {
        "year": year,
        "person_id": found.pk,
        "back": back,
        "tail": back.tail if back else "",
        "timeline": timeline(found, day_of(year)),
        "page": person_page(found, day_of(year)),
        "may_change": writable,
        "may_enter": writable and found.archived_on is None,
        "form": typed or consent_form(found, None),
    }
    return render(request, "people/person.html", context, status=200 if typed is None else 422)


def consent_form(found: Person, typed: QueryDict | None) -> ConsentForm:
    """The form of a consent for this person; of a child it asks who signed."""
    today = clock.today()
    initial = {"purpose": "processing", "given_on": today, "kept_as": KEPT}
    asks = needs_representative(found, today)
    return ConsentForm(typed, initial=initial, asks_representative=asks)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def edit(request: SchoolRequest, year: SchoolYear, person_id: int) -> HttpResponse:
    """Mend the record."""
    found = person_of(person_id)
    form = PersonForm(
        typed_in(request),
        initial=PersonForm.initial_of(found),
        kind=found.kind,
        organisation=request.host_school.kind,
    )
    if request.method == "POST" and form.is_valid():
        try:
            edit_person(person_id, form.wanted(found), actor_id=request.user.pk, at=clock.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            return _saved(request, year, person_id, "Сведения сохранены.")
    return _form_page(request, year, found, form, title="Сведения о человеке", save="Сохранить сведения")


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def mentor_card(request: SchoolRequest, year: SchoolYear, person_id: int) -> HttpResponse:
    """The record of the mentors' pool: enter, mend, come back."""
    found, today = person_of(person_id), clock.today()
    initial = MentorCardForm.initial_of(getattr(found, "mentor_card", None), today=today)
    form = MentorCardForm(typed_in(request), initial=initial, today=today, kind=found.kind)
    if request.method == "POST" and form.is_valid():
        try:
            enrol_mentor(person_id, **form.cleaned_data, actor_id=request.user.pk, at=clock.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            return _saved(request, year, person_id, "Запись в базе наставников сохранена.")
    return _form_page(request, year, found, form, title="База наставников", save="Сохранить запись")


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def mentee_card(request: SchoolRequest, year: SchoolYear, person_id: int) -> HttpResponse:
    """The record of the mentees' pool: enter, mend, come back."""
    found, today = person_of(person_id), clock.today()
    initial = MenteeCardForm.initial_of(getattr(found, "mentee_card", None), today=today)
    form = MenteeCardForm(typed_in(request), initial=initial, today=today, kind=found.kind)
    if request.method == "POST" and form.is_valid():
        try:
            enrol_mentee(person_id, **form.cleaned_data, actor_id=request.user.pk, at=clock.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            return _saved(request, year, person_id, "Запись в базе наставляемых сохранена.")
    return _form_page(request, year, found, form, title="База наставляемых", save="Сохранить запись")


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def archive(request: SchoolRequest, year: SchoolYear, person_id: int) -> HttpResponse:
    """A question, then out of both pools."""
    found = person_of(person_id)
    if request.method == "POST":
        archive_person(person_id, on=clock.today(), actor_id=request.user.pk, at=clock.now())
        return _saved(request, year, person_id, f"{found.short_name}: запись убрана из действующих.")
    back = back_of(request, year)
    context = {
        "title": f"Убрать из действующих: {found.short_name}?",
        "text": "Запись уйдёт из обеих баз с сегодняшнего дня. Согласия, прошлые пары и отчёты останутся. "
        "Если человек сейчас в паре, сначала завершите её в разделе «Пары».",
        "action": "Убрать из действующих",
        "back_href": reverse("people:person", args=[year, person_id]) + (back.tail if back else ""),
        "back": "Оставить",
        "danger": True,
    }
    return render(request, "confirm.html", context)


@require_POST
@curator_required
def restore(request: SchoolRequest, year: SchoolYear, person_id: int) -> HttpResponse:
    """Back into the list; the pools are entered anew."""
    found = person_of(person_id)
    restore_person(person_id, actor_id=request.user.pk, at=clock.now())
    said = f"{found.short_name}: запись снова действует. Внесите её в нужную базу."
    return _saved(request, year, person_id, said)


def _saved(request: SchoolRequest, year: SchoolYear, person_id: int, said: str) -> HttpResponse:
    messages.success(request, said)
    back = back_of(request, year)
    return redirect(reverse("people:person", args=[year, person_id]) + (back.tail if back else ""))


def _form_page(
    request: SchoolRequest, year: SchoolYear, found: Person, form: forms.Form, *, title: str, save: str
) -> HttpResponse:
    back = back_of(request, year)
    context = {"year": year, "person": found, "form": form, "title": title, "save": save}
    context["tail"] = back.tail if back else ""
    return render(request, "people/form.html", context, status=422 if form.errors else 200)
