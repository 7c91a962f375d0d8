"""What ends a pair: a proposal taken back, a programme completed, a pair broken off."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from schools.pairs.forms import BreakForm, CompleteForm
from schools.pairs.services.form_pair import end_pair, withdraw_pair
from schools.pairs.views.finding import UNPROCESSABLE, pair_or_404
from tenants import clock
from tenants.access import SchoolRequest, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def withdraw(request: SchoolRequest, year: SchoolYear, pair_id: int) -> HttpResponse:
    """Take a proposal back."""
    pair = pair_or_404(pair_id)
    if request.method == "POST":
        try:
            withdraw_pair(pair_id, actor_id=request.user.pk, at=clock.now())
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return redirect("pairs:pair", year, pair_id)
        messages.success(request, "Предложение отозвано, люди снова свободны.")
        return redirect("pairs:list", year)
    shown = {
        "title": "Отозвать предложение?",
        "text": f"{pair.called()}: пара исчезнет из списка. Люди останутся в базе.",
        "action": "Отозвать предложение",
        "danger": True,
    }
    return render(request, "confirm.html", shown | _back(year, pair_id))


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def complete(request: SchoolRequest, year: SchoolYear, pair_id: int) -> HttpResponse:
    """The pair has come to the end of its programme."""
    today = clock.today()
    form = CompleteForm(request.POST or None, today=today, initial={"on": today})
    shown = {
        "title": "Завершить пару?",
        "text": "Завершённой пара считается в отчёте, если у неё записана итоговая встреча.",
        "action": "Завершить пару",
    }
    return _end(request, year, pair_id, form, shown)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def break_off(request: SchoolRequest, year: SchoolYear, pair_id: int) -> HttpResponse:
    """The pair stops before the end of its programme."""
    today = clock.today()
    form = BreakForm(request.POST or None, today=today, initial={"on": today})
    shown = {
        "title": "Прервать пару?",
        "text": "Наставляемый вернётся в список тех, кто ждёт наставника. Причина войдёт в мониторинг без имён.",
        "action": "Прервать пару",
        "danger": True,
    }
    return _end(request, year, pair_id, form, shown)


def _end(
    request: SchoolRequest, year: SchoolYear, pair_id: int, form: CompleteForm, shown: dict[str, Any]
) -> HttpResponse:
    pair = pair_or_404(pair_id)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            end_pair(
                pair_id,
                completed=not isinstance(form, BreakForm),
                on=said["on"],
                reason=said.get("reason", ""),
                actor_id=request.user.pk,
                at=clock.now(),
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            word = "прервана" if isinstance(form, BreakForm) else "завершена"
            messages.success(request, f"Пара {word}.")
            return redirect("pairs:pair", year, pair_id)
    facts = [{"name": "Пара", "value": pair.called()}]
    context = shown | {"form": form, "facts": facts} | _back(year, pair_id)
    return render(request, "confirm.html", context, status=UNPROCESSABLE if form.errors else 200)


def _back(year: SchoolYear, pair_id: int) -> dict[str, str]:
    return {"back": "Оставить как есть", "back_href": reverse("pairs:pair", args=[year, pair_id])}
