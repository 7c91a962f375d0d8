"""Seating a school again: whom the municipality asks it to invite, and what became of that."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from municipal.desk.presenters.offices import seat_row
from municipal.desk.seat_form import SeatForm
from municipal.desk.seats import asked_seats, people_in_office
from tenants import clock
from tenants.access import PlacedRequest, methodist_required, municipality_required
from tenants.accounts.domain.confirmation import is_due
from tenants.domain.roles import Role
from tenants.domain.russian import counted
from tenants.domain.school_year import SchoolYear
from tenants.models import School, SeatRequest
from tenants.services.ask_for_seat import NotAsked, Seat, ask_again, ask_for_seat, ask_the_rest_again, cancel_seat


@require_safe
@municipality_required
def seat_page(request: PlacedRequest, year: SchoolYear, school_id: int) -> HttpResponse:
    """Who is in office, what was asked, and the form for the methodist."""
    return _page(request, year, _school(school_id), SeatForm(None))


@require_POST
@methodist_required
def ask(request: PlacedRequest, year: SchoolYear, school_id: int) -> HttpResponse:
    """Write the request; the school takes it up by itself within a minute."""
    school, form = _school(school_id), SeatForm(request.POST)
    if not form.is_valid():
        return _page(request, year, school, form)
    said = form.cleaned_data
    seat = Seat(
        Role(said["role"]),
        said["email"],
        said["last_name"],
        said["first_name"],
        said["patronymic"],
        said["position"],
    )
    asked_by = f"{request.user.short_name}, {request.place.word}, {request.place.name}"
    ask_for_seat(school_id=school.pk, seat=seat, asked_by=asked_by, at=clock.now(), actor_id=request.user.pk)
    messages.success(request, f"Письмо со ссылкой уйдёт на {seat.email} в течение минуты.")
    return redirect("schools:seat", year, school.pk)


@require_POST
@methodist_required
def again(request: PlacedRequest, year: SchoolYear, school_id: int, request_id: int) -> HttpResponse:
    """A new letter with a new link."""
    try:
        ask_again(request_id=_own(school_id, request_id), at=clock.now(), actor_id=request.user.pk)
    except NotAsked as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Новое письмо уйдёт в течение минуты. Прежняя ссылка перестанет действовать.")
    return redirect("schools:seat", year, school_id)


@require_POST
@methodist_required
def cancel(request: PlacedRequest, year: SchoolYear, school_id: int, request_id: int) -> HttpResponse:
    """Take the request back."""
    try:
        cancel_seat(request_id=_own(school_id, request_id), at=clock.now(), actor_id=request.user.pk)
    except NotAsked as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Приглашение отозвано. Ссылка перестанет действовать в течение минуты.")
    return redirect("schools:seat", year, school_id)


@require_POST
@methodist_required
def ask_the_rest(request: PlacedRequest, year: SchoolYear) -> HttpResponse:
    """A new letter to everybody who has not answered for a day."""
    asked = ask_the_rest_again(at=clock.now(), actor_id=request.user.pk)
    if asked:
        messages.success(request, f"Уйдёт ещё раз: {counted(asked, 'письмо', 'письма', 'писем')}.")
    else:
        messages.info(request, "Писать некому: все приняли приглашение или получили письмо меньше суток назад.")
    return redirect("schools:list", year)


def _school(school_id: int) -> School:
    found = School.objects.filter(pk=school_id, is_active=True).first()
    if found is None:
        raise Http404
    return found


def _own(school_id: int, request_id: int) -> int:
    if not SeatRequest.objects.filter(pk=request_id, school_id=school_id).exists():
        raise Http404
    return request_id


def _page(request: PlacedRequest, year: SchoolYear, school: School, form: SeatForm) -> HttpResponse:
    today = clock.today()
    context = {
        "year": year,
        "school": school,
        "form": form,
        "people": [(one, is_due(one.confirmed_on, today=today)) for one in people_in_office(school.pk)],
        "rows": [seat_row(one) for one in asked_seats(school.pk)],
        "writes": request.place.role is Role.METHODIST,
    }
    return render(request, "desk/seat.html", context, status=422 if form.errors else 200)
