"""Pages of events: the staff read the register, the curator keeps it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from schools.events import presenters
from schools.events.forms import EventForm, ReasonForm
from schools.events.models import Event, EventKind
from schools.events.queries import counts_between, event_by_id, events_between
from schools.events.services.keep_event import add_event, change_event, remove_event
from tenants import clock
from tenants.access import SchoolRequest, curator_required, school_required
from tenants.domain.errors import Refusal
from tenants.domain.roles import Role
from tenants.domain.school_year import SchoolYear
from tenants.form_fields import typed_in
from tenants.year_guard import year_is_open

PAGE = 50


@require_safe
@school_required
def event_list(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """Events of the year, all or of one kind («?vid=»)."""
    chosen = request.GET.get("vid", "")
    rows = events_between(year.starts_on, year.ends_on)
    if chosen in EventKind.values:
        rows = rows.filter(kind=chosen)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    counts, today = counts_between(year.starts_on, year.ends_on), clock.today()
    context = {
        "year": year,
        "may_change": _may_change(request, year),
        "conclusion": presenters.conclusion(counts, year, over=today > year.ends_on),
        "chips": presenters.chips(counts, chosen) if counts.total else [],
        "lines": presenters.lines(page, today),
        "page": page,
    }
    return render(request, "events/list.html", context)


@require_safe
@school_required
def event(request: SchoolRequest, year: SchoolYear, event_id: int) -> HttpResponse:
    """One event."""
    row = _found(event_id)
    code, words = presenters.state(row, clock.today())
    context = {
        "year": year,
        "may_change": _may_change(request, year),
        "row": row,
        "facts": presenters.facts(row),
        "code": code,
        "words": words,
    }
    return render(request, "events/event.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def new_event(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """A new event; «?vid=» presets its kind."""
    form = EventForm(typed_in(request), request.FILES or None, initial={"kind": request.GET.get("vid", "")})
    if request.method == "POST" and form.is_valid():
        try:
            made = add_event(form.wanted(), upload=form.upload, **_pressed(request))
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Событие записано.")
            return redirect("events:event", year, made)
    return _form_page(request, year, form)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def edit_event(request: SchoolRequest, year: SchoolYear, event_id: int) -> HttpResponse:
    """Mend an event, or mark a planned one as held."""
    row = _found(event_id)
    form = EventForm(typed_in(request), request.FILES or None, initial=EventForm.initial_of(row))
    if request.method == "POST" and form.is_valid():
        try:
            change_event(row.pk, form.wanted(), upload=form.upload, **_pressed(request))
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Событие сохранено.")
            return redirect("events:event", year, row.pk)
    return _form_page(request, year, form, row)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def remove(request: SchoolRequest, year: SchoolYear, event_id: int) -> HttpResponse:
    """Take an event out of the register."""
    row = _found(event_id)
    form = ReasonForm(typed_in(request))
    if request.method == "POST" and form.is_valid():
        remove_event(row.pk, reason=form.cleaned_data["reason"], actor_id=request.user.pk, at=clock.now())
        messages.success(request, f"Событие «{row.title}» удалено. Причина записана в журнал.")
        return redirect("events:list", year)
    shown = {
        "title": "Удалить событие?",
        "text": "Оно исчезнет из списка вместе с приложенным файлом; пункт карты, который оно закрывало, откроется.",
        "facts": presenters.facts(row),
        "form": form,
        "action": "Удалить событие",
        "danger": True,
        "back": "Оставить",
        "back_href": reverse("events:event", args=[year, row.pk]),
    }
    return render(request, "confirm.html", shown, status=422 if form.errors else 200)


def _pressed(request: SchoolRequest) -> dict[str, Any]:
    return {"today": clock.today(), "actor_id": request.user.pk, "at": clock.now()}


def _may_change(request: SchoolRequest, year: SchoolYear) -> bool:
    return request.place.role is Role.CURATOR and year_is_open(year)


def _found(event_id: int) -> Event:
    row = event_by_id(event_id)
    if row is None:
        raise Http404
    return row


def _form_page(request: SchoolRequest, year: SchoolYear, form: EventForm, row: Event | None = None) -> HttpResponse:
    context = {"year": year, "form": form, "row": row}
    return render(request, "events/form.html", context, status=422 if form.errors else 200)
