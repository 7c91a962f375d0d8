"""Indicators of the roadmap: plan and fact by year, what counts them, a fact typed by hand."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from schools.roadmap.approval_views import roadmap_of
from schools.roadmap.domain.indicator_facts import TITLES, TYPED
from schools.roadmap.models import RoadmapIndicator
from schools.roadmap.queries.indicators import indicator_lines
from schools.roadmap.row_forms import CountedByForm, FactForm
from schools.roadmap.services.keep_indicator import TypedFact, say_what_counts, type_fact
from tenants import clock
from tenants.access import SchoolRequest, curator_required, school_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear


@school_required
@require_safe
def indicators(request: SchoolRequest, year: SchoolYear, roadmap_id: int) -> HttpResponse:
    """Every indicator with its years."""
    roadmap = roadmap_of(year, roadmap_id)
    lines = [
        {
            "line": line,
            "counted": "вписываете вы" if line.counted_by == TYPED else TITLES.get(line.counted_by, ""),
            "form": CountedByForm(initial={"counted_by": line.counted_by}, prefix=f"i{line.indicator.pk}"),
            "facts": [
                (one, FactForm(initial=_told(line.indicator, one.year), prefix=f"f{line.indicator.pk}-{one.year}"))
                for one in line.years
            ],
        }
        for line in indicator_lines(roadmap, today=clock.today())
    ]
    return render(request, "roadmap/indicators.html", {"year": year, "roadmap": roadmap, "lines": lines})


def _told(indicator: RoadmapIndicator, year: int) -> dict[str, object]:
    return {**indicator.facts.get(str(year), {}), "year": year}


@curator_required
@require_POST
def count_by(request: SchoolRequest, year: SchoolYear, indicator_id: int) -> HttpResponse:
    """Say what counts an indicator."""
    row = _indicator(year, indicator_id)
    form = CountedByForm(request.POST, prefix=f"i{row.pk}")
    try:
        code = form.cleaned_data["counted_by"] if form.is_valid() else "?"
        say_what_counts(row.pk, code, actor_id=request.user.pk, at=clock.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Записано, чем считается показатель.")
    return redirect("roadmap:indicators", year, row.roadmap_id)


@curator_required
@require_POST
def fact(request: SchoolRequest, year: SchoolYear, indicator_id: int, fact_year: int) -> HttpResponse:
    """Write a fact of a year down."""
    row = _indicator(year, indicator_id)
    form = FactForm(request.POST, prefix=f"f{row.pk}-{fact_year}")
    if not form.is_valid():
        faults = " ".join(str(fault) for faults in form.errors.values() for fault in faults)
        messages.error(request, f"Факт не записан. {faults}")
        return redirect("roadmap:indicators", year, row.roadmap_id)
    said = form.cleaned_data
    wanted = TypedFact(fact_year, said["source"], said["numerator"], said["denominator"], said["value"])
    try:
        type_fact(row.pk, wanted, actor_id=request.user.pk, at=clock.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"Факт за {fact_year} год записан.")
    return redirect("roadmap:indicators", year, row.roadmap_id)


def _indicator(year: SchoolYear, indicator_id: int) -> RoadmapIndicator:
    row = RoadmapIndicator.objects.filter(pk=indicator_id).first()
    if row is None:
        raise Http404
    roadmap_of(year, row.roadmap_id)
    return row
