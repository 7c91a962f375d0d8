"""The journal of meetings: the curator reads it and writes for those who have no phone."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from schools.meetings import presenters
from schools.meetings.forms import HeldForm, PlanForm, RecordForm
from schools.meetings.models import Meeting, MeetingKind
from schools.meetings.queries import Choice, counts_between, journal, meeting_by_id, weeks_between
from schools.meetings.services.record_meeting import change_meeting, plan_meeting, record_meeting, remove_meeting
from schools.pairs.domain.journey import STEPS, WORKING_STEP
from schools.pairs.queries import open_pairs, pairs_of_period, with_meetings
from tenants import clock
from tenants.access import SchoolRequest, curator_reads, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear
from tenants.year_guard import year_is_open

WEEKS_ON_A_PAGE = 4
UNPROCESSABLE = 422


@require_safe
@curator_reads
def meeting_list(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """Meetings of the year by weeks, the latest first."""
    today = clock.today()
    wanted = request.GET.get("otbor", "")
    chosen = Choice(wanted) if wanted in set(Choice) else Choice.ALL
    since, until = year.starts_on, year.ends_on
    counts = counts_between(since, until, today=today)
    weeks = weeks_between(since, until, choice=chosen, today=today)
    page = Paginator(weeks, WEEKS_ON_A_PAGE).get_page(request.GET.get("page"))
    shown = list(page)
    may_change = year_is_open(year)
    first, last = presenters.period_of(shown, year) if shown else (since, until)
    found = journal(first, last, choice=chosen, today=today) if shown else []
    context = {
        "year": year,
        "may_change": may_change,
        "conclusion": presenters.conclusion(counts, over=today > until),
        "chips": presenters.chips(counts, chosen) if counts[Choice.ALL] else [],
        "items": presenters.trail(shown, found, year=year, today=today, may_change=may_change),
        "page": page,
    }
    return render(request, "meetings/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def record(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """«Записать за наставника»; «?para=» names the pair."""
    today = clock.today()
    pairs = list(with_meetings(pairs_of_period(min(year, request.place.year).starts_on, today), today))
    initial = {"held_on": today, **_of_pair(request, pairs)}
    form = RecordForm(request.POST or None, pairs=presenters.pair_choices(pairs), initial=initial)
    if request.method == "POST" and form.is_valid():
        pair_id = form.cleaned_data["pair"]
        try:
            record_meeting(pair_id, form.held(), today=today, actor_id=request.user.pk, at=clock.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Встреча записана.")
            return _back_to(request, year, pair_id)
    return _form_page(request, year, form, record=True, pairs=pairs)


def _of_pair(request: SchoolRequest, pairs: list[Any]) -> dict[str, Any]:
    """The pair the address names, with the next step of its way as the kind of the meeting."""
    said = request.GET.get("para", "")
    pair = next((one for one in pairs if said.isdecimal() and one.pk == int(said)), None)
    reached = pair.reached or 0 if pair else WORKING_STEP
    kind = list(STEPS)[reached] if reached < WORKING_STEP else MeetingKind.WORKING
    return {"pair": pair.pk if pair else None, "kind": kind}


def _back_to(request: SchoolRequest, year: SchoolYear, pair_id: int) -> HttpResponse:
    """To the pair, if the writing began on its page."""
    return redirect("pairs:pair", year, pair_id) if "para" in request.GET else redirect("meetings:list", year)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def plan(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """A meeting to come."""
    today = clock.today()
    pairs = [pair for pair in with_meetings(open_pairs(), today) if pair.works_on(today)]
    form = PlanForm(request.POST or None, pairs=presenters.pair_choices(pairs), initial=_of_pair(request, pairs))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            plan_meeting(
                said["pair"],
                planned_on=said["planned_on"],
                kind=said["kind"],
                topic=said["topic"],
                today=today,
                actor_id=request.user.pk,
                at=clock.now(),
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Встреча запланирована.")
            return _back_to(request, year, said["pair"])
    return _form_page(request, year, form, record=False, pairs=pairs)


def _form_page(
    request: SchoolRequest, year: SchoolYear, form: PlanForm | RecordForm, *, record: bool, pairs: list[Any]
) -> HttpResponse:
    context = {"year": year, "form": form, "record": record, "has_pairs": bool(pairs)}
    return render(request, "meetings/form.html", context, status=UNPROCESSABLE if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def meeting(request: SchoolRequest, year: SchoolYear, meeting_id: int) -> HttpResponse:
    """One meeting: a planned one is marked as held, a held one is mended."""
    row, today = _found(meeting_id), clock.today()
    form = HeldForm(request.POST or None, initial=HeldForm.initial_of(row))
    if request.method == "POST" and form.is_valid():
        try:
            change_meeting(meeting_id, form.held(), today=today, actor_id=request.user.pk, at=clock.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Запись о встрече сохранена.")
            return redirect("meetings:list", year)
    context = {
        "year": year,
        "form": form,
        "row": row,
        "names": row.pair.called(),
        "is_planned": row.held_on is None,
        "is_ahead": _is_ahead(row, today),
    }
    return render(request, "meetings/meeting.html", context, status=UNPROCESSABLE if form.errors else 200)


def _is_ahead(row: Meeting, today: date) -> bool:
    return row.held_on is None and row.planned_on is not None and row.planned_on > today


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def remove(request: SchoolRequest, year: SchoolYear, meeting_id: int) -> HttpResponse:
    """Take a meeting out of the journal."""
    row = _found(meeting_id)
    if request.method == "POST":
        remove_meeting(meeting_id, actor_id=request.user.pk, at=clock.now())
        messages.success(request, "Встреча убрана из журнала.")
        return redirect("meetings:list", year)
    shown = {
        "title": "Убрать встречу из журнала?",
        "text": "Запись исчезнет из журнала и из мониторинга.",
        "facts": [{"name": "Пара", "value": row.pair.called()}],
        "action": "Убрать встречу",
        "danger": True,
        "back": "Оставить",
        "back_href": reverse("meetings:meeting", args=[year, meeting_id]),
    }
    return render(request, "confirm.html", shown)


def _found(meeting_id: int) -> Meeting:
    row = meeting_by_id(meeting_id)
    if row is None:
        raise Http404
    return row
