"""Pages of surveys: the staff read, the curator writes down what was held on paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from schools.surveys import presenters
from schools.surveys.domain.kinds import KINDS
from schools.surveys.forms import ReasonForm, RoundForm
from schools.surveys.models import SurveyRound
from schools.surveys.queries import round_by_id, rounds_between
from schools.surveys.services.keep_round import add_round, change_round, remove_round
from tenants import clock
from tenants.access import SchoolRequest, curator_required, school_required
from tenants.domain.errors import Refusal
from tenants.domain.roles import Role
from tenants.domain.school_year import SchoolYear
from tenants.form_fields import typed_in
from tenants.year_guard import year_is_open


@require_safe
@school_required
def survey_list(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """Surveys of the year: how many people answered each."""
    rows = list(rounds_between(year.starts_on, year.ends_on))
    context = {
        "year": year,
        "may_change": _may_change(request, year),
        "conclusion": presenters.conclusion(rows, year, over=clock.today() > year.ends_on),
        "lines": presenters.lines(rows),
    }
    return render(request, "surveys/list.html", context)


@require_safe
@school_required
def survey_round(request: SchoolRequest, year: SchoolYear, round_id: int) -> HttpResponse:
    """One survey with its numbers."""
    row = _found(round_id)
    code, words = presenters.state(row)
    context = {
        "year": year,
        "may_change": _may_change(request, year),
        "row": row,
        "code": code,
        "words": words,
        "facts": presenters.facts(row),
        "groups": presenters.groups(row),
        "too_few": presenters.too_few(row),
    }
    return render(request, "surveys/round.html", context)


@require_safe
@curator_required
def choose_kind(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """Which survey was held."""
    return render(request, "surveys/choose.html", {"year": year, "kinds": presenters.kinds()})


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def new_round(request: SchoolRequest, year: SchoolYear, kind: str) -> HttpResponse:
    """A survey held on paper."""
    if kind not in KINDS:
        raise Http404
    form = RoundForm(typed_in(request), request.FILES or None, kind=kind)

    def save() -> int:
        return add_round(form.wanted(), upload=form.upload, **_pressed(request))

    made = _saved(request, form, save)
    if made is None:
        heading, back = f"Записать: {presenters.kind_title(kind)}", reverse("surveys:choose", args=[year])
        return _form_page(request, year, form, heading=heading, back=back)
    messages.success(request, "Опрос записан. Мониторинг возьмёт числа отсюда, когда опрос завершён.")
    return redirect("surveys:round", year, made)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def edit_round(request: SchoolRequest, year: SchoolYear, round_id: int) -> HttpResponse:
    """Mend a survey."""
    return _change(request, year, round_id, heading="Изменить опрос", done="Опрос исправлен.")


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def close_round(request: SchoolRequest, year: SchoolYear, round_id: int) -> HttpResponse:
    """Write down the results of a survey that goes on, and its last day."""
    done = "Опрос завершён. Мониторинг возьмёт числа отсюда."
    return _change(request, year, round_id, heading="Завершить опрос", done=done, closing=True)


def _change(
    request: SchoolRequest, year: SchoolYear, round_id: int, *, heading: str, done: str, closing: bool = False
) -> HttpResponse:
    row = _found(round_id)
    initial = RoundForm.initial_of(row)
    if closing:
        initial["closed_on"] = row.closed_on or clock.today()
    form = RoundForm(typed_in(request), request.FILES or None, kind=row.kind, closing=closing, initial=initial)

    def save() -> int:
        change_round(row.pk, form.wanted(), upload=form.upload, **_pressed(request))
        return row.pk

    back = reverse("surveys:round", args=[year, row.pk])
    if _saved(request, form, save) is None:
        return _form_page(request, year, form, heading=heading, back=back, row=row)
    messages.success(request, done)
    return redirect(back)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def remove(request: SchoolRequest, year: SchoolYear, round_id: int) -> HttpResponse:
    """Take a survey written down by mistake away."""
    row = _found(round_id)
    form = ReasonForm(typed_in(request))
    if request.method == "POST" and form.is_valid():
        remove_round(row.pk, reason=form.cleaned_data["reason"], actor_id=request.user.pk, at=clock.now())
        messages.success(request, f"Опрос «{row.title}» удалён. Причина записана в журнал.")
        return redirect("surveys:list", year)
    shown = {
        "title": "Удалить опрос?",
        "text": "Он исчезнет из списка и из мониторинга вместе с приложенным файлом.",
        "facts": presenters.facts(row),
        "form": form,
        "action": "Удалить опрос",
        "danger": True,
        "back": "Оставить",
        "back_href": reverse("surveys:round", args=[year, row.pk]),
    }
    return render(request, "confirm.html", shown, status=422 if form.errors else 200)


def _saved(request: SchoolRequest, form: RoundForm, save: Callable[[], int]) -> int | None:
    """Save a valid form; None where the page is to be shown again, with what to mend."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        return save()
    except Refusal as refusal:
        form.add_error(None, str(refusal))
    return None


def _pressed(request: SchoolRequest) -> dict[str, Any]:
    return {"today": clock.today(), "actor_id": request.user.pk, "at": clock.now()}


def _may_change(request: SchoolRequest, year: SchoolYear) -> bool:
    return request.place.role is Role.CURATOR and year_is_open(year)


def _found(round_id: int) -> SurveyRound:
    row = round_by_id(round_id)
    if row is None or row.kind not in KINDS:
        raise Http404
    return row


def _form_page(
    request: SchoolRequest,
    year: SchoolYear,
    form: RoundForm,
    *,
    heading: str,
    back: str,
    row: SurveyRound | None = None,
) -> HttpResponse:
    context = {"year": year, "form": form, "heading": heading, "row": row, "back": back}
    return render(request, "surveys/form.html", context, status=422 if form.errors else 200)
