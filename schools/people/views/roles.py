"""Roles in time, measures of support, leaving a pool: forms of one person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from municipal.indicators.facts import OrganisationKind
from municipal.indicators.formats import load_formats
from schools.people.domain.content import measures
from schools.people.forms.roles import LastDayForm, MeasureForm, RoleForm
from schools.people.models import Person, RolePeriod, Support
from schools.people.services.roles import close_role, leave_pool, open_role
from schools.people.services.supports import begin_support, end_support
from schools.people.views.finding import person_of
from schools.people.views.returning import back_of
from tenants import clock
from tenants.access import SchoolRequest, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear
from tenants.form_fields import typed_in

FORM = ["GET", "HEAD", "POST"]
POOLS = {RolePeriod.MENTOR: "наставников", RolePeriod.MENTEE: "наставляемых"}


@require_http_methods(FORM)
@curator_required
def add(request: SchoolRequest, year: SchoolYear, person_id: int) -> HttpResponse:
    """A new period in a role."""
    found = person_of(person_id)
    formats = list(load_formats().for_organisation(OrganisationKind(request.host_school.kind)))
    form = RoleForm(typed_in(request), initial={"since": clock.today()}, formats=formats)
    return _form(
        request, year, found, form,
        title="Роль по форме наставничества", save="Записать роль", said="Роль записана.",
        act=lambda said: open_role(person_id, **said, actor_id=request.user.pk, at=clock.now()),
    )  # fmt: skip


@require_http_methods(FORM)
@curator_required
def end(request: SchoolRequest, year: SchoolYear, person_id: int, period_id: int) -> HttpResponse:
    """The last day of a period."""
    found = person_of(person_id)
    row = RolePeriod.objects.filter(pk=period_id, person_id=person_id).first()
    if row is None:
        raise Http404
    title = load_formats().title(row.mentoring_format)
    return _form(
        request, year, found, _last_day(request),
        title=f"Закончить роль: {row.get_role_display()}, «{title}»", save="Закончить роль", said="Роль закончена.",
        act=lambda said: close_role(period_id, **said, actor_id=request.user.pk, at=clock.now()),
    )  # fmt: skip


@require_http_methods(FORM)
@curator_required
def leave(request: SchoolRequest, year: SchoolYear, person_id: int, role: str) -> HttpResponse:
    """The last day in a pool."""
    found = person_of(person_id)
    if role not in POOLS or getattr(found, f"{role}_card", None) is None:
        raise Http404
    return _form(
        request, year, found, _last_day(request),
        title=f"Закрыть запись в базе {POOLS[role]}", save="Закрыть запись", said="Запись в базе закрыта.",
        act=lambda said: leave_pool(person_id, role, **said, actor_id=request.user.pk, at=clock.now()),
    )  # fmt: skip


@require_http_methods(FORM)
@curator_required
def begin_measure(request: SchoolRequest, year: SchoolYear, person_id: int) -> HttpResponse:
    """A measure of support begins."""
    found = person_of(person_id)
    form = MeasureForm(typed_in(request), initial={"since": clock.today()})
    return _form(
        request, year, found, form,
        title="Мера поддержки", save="Записать меру", said="Мера поддержки записана. Её видит только куратор.",
        act=lambda said: begin_support(person_id, **said, actor_id=request.user.pk, at=clock.now()),
    )  # fmt: skip


@require_http_methods(FORM)
@curator_required
def end_measure(request: SchoolRequest, year: SchoolYear, person_id: int, support_id: int) -> HttpResponse:
    """The last day of a measure."""
    found = person_of(person_id)
    row = Support.objects.filter(pk=support_id, person_id=person_id).first()
    if row is None:
        raise Http404
    known = measures().get(row.measure)
    return _form(
        request, year, found, _last_day(request),
        title=f"Закончить меру поддержки: {known.title if known else row.measure}", save="Закончить меру",
        said="Мера поддержки закончена.",
        act=lambda said: end_support(support_id, **said, actor_id=request.user.pk, at=clock.now()),
    )  # fmt: skip


def _last_day(request: SchoolRequest) -> LastDayForm:
    today = clock.today()
    return LastDayForm(typed_in(request), initial={"on": today}, today=today)


def _form(
    request: SchoolRequest,
    year: SchoolYear,
    found: Person,
    form: forms.Form,
    *,
    title: str,
    save: str,
    said: str,
    act: Callable[[dict[str, Any]], object],
) -> HttpResponse:
    """A form of one act: a refusal stands in the form, after the act the person's page."""
    back = back_of(request, year)
    tail = back.tail if back else ""
    if request.method == "POST" and form.is_valid():
        try:
            act(form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, said)
            return redirect(reverse("people:person", args=[year, found.pk]) + tail)
    context = {"year": year, "person": found, "form": form, "title": title, "save": save, "tail": tail}
    return render(request, "people/form.html", context, status=422 if form.errors else 200)
