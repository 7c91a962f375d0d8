"""Appointing by order: one pair from its page, or all that are proposed by one order."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods, require_POST

from municipal.indicators.formats import load_formats
from schools.pairs.forms import OrderForm, OrderForManyForm
from schools.pairs.gate import PROCESSING, SAID, Lack, lacks_of
from schools.pairs.models import Pair
from schools.pairs.queries import proposed_pairs
from schools.pairs.services.appoint_pairs import appoint_pairs
from schools.pairs.services.form_pair import appoint_pair
from schools.pairs.views.finding import UNPROCESSABLE, pair_or_404
from schools.people.models import Person
from tenants import clock
from tenants.access import SchoolRequest, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.russian import counted, join_and, plural
from tenants.domain.school_year import SchoolYear


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def order(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """One order for all proposed pairs; those whose consents are missing are not marked beforehand."""
    today, pairs = clock.today(), list(proposed_pairs())
    lacking = lacks_of(pairs, on=today)
    ready = [pair.pk for pair in pairs if pair.pk not in lacking]
    missing: dict[int, Person] = {lack.person.pk: lack.person for some in lacking.values() for lack in some}
    form = OrderForManyForm(
        request.POST or None,
        today=today,
        pairs=[(pair.pk, _label(pair, lacking)) for pair in pairs],
        initial={"ordered_on": today, "pairs": ready},
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            count = appoint_pairs(
                said["pairs"],
                order_number=said["order_number"],
                ordered_on=said["ordered_on"],
                actor_id=request.user.pk,
                at=clock.now(),
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Приказом № {said['order_number']} {_appointed(count)}.")
            return redirect("pairs:list", year)
    context = {
        "year": year,
        "missing": _missing(lacking),
        "form": form,
        "count": len(pairs),
        "lead": _lead(len(pairs), len(ready), len(missing)),
    }
    return render(request, "pairs/order.html", context, status=UNPROCESSABLE if form.errors else 200)


def _missing(lacking: dict[int, list[Lack]]) -> list[dict[str, Any]]:
    """Whose paper is missing and which, each once, with what the page prints it by."""
    found = {(lack.person.pk, lack.what): lack for some in lacking.values() for lack in some}
    rows = sorted(found.values(), key=lambda lack: (lack.person.sorting, lack.person.pk))
    return [
        {"id": one.person.pk, "name": one.person.short_name, "words": one.words, "by_law": one.what != PROCESSING}
        for one in rows
    ]


def _label(pair: Pair, lacking: dict[int, list[Lack]]) -> Any:
    form, lacks = load_formats().title(pair.mentoring_format), lacking.get(pair.pk, [])
    if not lacks:
        return format_html("{}<small>{}</small>", pair.called(), form)
    said = [
        f"{SAID[what]}: {join_and(names)}"
        for what in SAID
        if (names := [lack.person.short_name for lack in lacks if lack.what == what])
    ]
    return format_html("{}<small>{}; {}</small>", pair.called(), form, "; ".join(said))


def _appointed(count: int) -> str:
    return f"{plural(count, 'закреплена', 'закреплены', 'закреплены')} {counted(count, 'пара', 'пары', 'пар')}"


def _lead(count: int, ready: int, lacking: int) -> str:
    """«Ждут приказа 16 пар. Бумаг не хватает у 2 человек: без этих пар приказ соберётся на 14 пар.»"""
    verb = plural(count, "Ждёт", "Ждут", "Ждут")
    said = f"{verb} приказа {counted(count, 'пара', 'пары', 'пар')}."
    if not lacking:
        return said
    people = f"{said} Бумаг не хватает у {counted(lacking, 'человека', 'человек', 'человек')}"
    if not ready:
        return f"{people}: сначала соберите подписи."
    return f"{people}: без этих пар приказ соберётся на {counted(ready, 'пару', 'пары', 'пар')}."


@require_POST
@curator_required
def order_one(request: SchoolRequest, year: SchoolYear, pair_id: int) -> HttpResponse:
    """Appoint the pair of this page; what is wrong is said on the page."""
    pair_or_404(pair_id)
    form = OrderForm(request.POST, today=clock.today())
    if not form.is_valid():
        faults = [str(fault) for field in form for fault in field.errors]
        messages.error(request, f"Пара не закреплена. {' '.join(faults)}")
        return redirect("pairs:pair", year, pair_id)
    said = form.cleaned_data
    try:
        appoint_pair(
            pair_id,
            order_number=said["order_number"],
            ordered_on=said["ordered_on"],
            actor_id=request.user.pk,
            at=clock.now(),
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"Пара закреплена приказом № {said['order_number']}.")
    return redirect("pairs:pair", year, pair_id)
