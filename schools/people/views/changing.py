"""Somebody becomes another: first who, then what is asked of such people, and from which day."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from schools.people.forms.person import PersonForm
from schools.people.forms.roles import BecomeForm, SinceForm
from schools.people.models import PersonKind
from schools.people.services.become import become
from schools.people.views.finding import person_of
from tenants import clock
from tenants.access import SchoolRequest, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear
from tenants.faults import faults_of
from tenants.form_fields import typed_in

NAMES = ("last_name", "first_name", "patronymic", "birth_year", "birth_month")


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def become_another(request: SchoolRequest, year: SchoolYear, person_id: int) -> HttpResponse:
    """Without an answer to «who» the page asks that; with it, the rest."""
    found = person_of(person_id)
    asked = request.POST if request.method == "POST" else request.GET
    whom = BecomeForm(asked if "kto" in asked or request.method == "POST" else None, now=found.kind)
    if not whom.is_valid():
        context = {"year": year, "person": found, "form": whom}
        return render(request, "people/become.html", context, status=422 if whom.errors else 200)
    kind, today = whom.cleaned_data["kto"], clock.today()
    initial = PersonForm.initial_of(found) | {"class_name": "", "position": ""}
    form = PersonForm(typed_in(request), initial=initial, kind=kind, organisation=request.host_school.kind)
    for name in NAMES:
        if name in form.fields and (name in NAMES[:3] or getattr(found, name)):
            del form.fields[name]
    day = SinceForm(typed_in(request), initial={"on": today}, today=today)
    if request.method == "POST" and form.is_valid() and day.is_valid():
        try:
            become(
                person_id, form.wanted(found), since=day.cleaned_data["on"], actor_id=request.user.pk, at=clock.now()
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"{found.short_name}: теперь {PersonKind(kind).label}. Прежнее видно в истории.")
            return redirect("people:person", year, person_id)
    context = {
        "year": year,
        "person": found,
        "kind": kind,
        "kind_title": PersonKind(kind).label,
        "leaves": found.kind == PersonKind.PUPIL,
        "form": form,
        "day": day,
        "faults": [*faults_of(day), *faults_of(form)],
    }
    return render(request, "people/become_who.html", context, status=422 if context["faults"] else 200)
