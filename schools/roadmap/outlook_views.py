"""The roadmap looked at otherwise than as a list: by months, as a calendar, as the school's own table."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from schools.roadmap import outlook, queries
from schools.roadmap.domain.months import MONTHS, Month
from schools.roadmap.export.docx_table import approval_lines, period_line
from schools.roadmap.export.gather import plain_rows, printed_roadmap
from schools.roadmap.models import Roadmap
from tenants import clock
from tenants.access import SchoolRequest, everyone_of_school
from tenants.domain.school_year import SchoolYear


def roadmap_of(year: SchoolYear, roadmap_id: int) -> tuple[Roadmap, list[Roadmap]]:
    """The roadmap of the address and those that stand in the year; 404 for one of another year. One query."""
    known = queries.all_roadmaps_of_year(year.starts_on, year.ends_on)
    found = next((one for one in known if one.pk == roadmap_id), None)
    if found is None:
        raise Http404
    return found, [one for one in known if one.replaced_on is None]


@everyone_of_school
@require_safe
def timeline(request: SchoolRequest, year: SchoolYear, roadmap_id: int) -> HttpResponse:
    """Stages by months; on a phone, a list a month."""
    roadmap, roadmaps = roadmap_of(year, roadmap_id)
    today = clock.today()
    rows = queries.standings([roadmap.pk], today=today, year=year)
    marks = outlook.marks_of(rows, year, today)
    months = outlook.months_of(roadmap, year)
    context = {
        "year": year,
        "roadmap": roadmap,
        "roadmaps": roadmaps,
        "months": months,
        "now": Month.of(today),
        "lines": outlook.timeline(rows, marks, months, today),
        "groups": outlook.by_month(marks, months),
        "legend": outlook.legend(marks),
        "has_undated": any(mark.day is None for mark in marks),
    }
    return render(request, "roadmap/timeline.html", context)


@everyone_of_school
@require_safe
def month(request: SchoolRequest, year: SchoolYear, number: int | None = None) -> HttpResponse:
    """One month of the school year: every roadmap that stands in it."""
    today = clock.today()
    shown = _month_asked(year, number, today)
    roadmaps = queries.roadmaps_of_year(year.starts_on, year.ends_on)
    rows = queries.standings([one.pk for one in roadmaps], today=today, year=year)
    marks = outlook.marks_of(rows, year, today)
    own = sorted(
        (mark for mark in marks if mark.day and Month.of(mark.day) == shown), key=lambda mark: mark.day or today
    )
    context = {
        "year": year,
        "roadmap": roadmaps[0] if roadmaps else None,
        "month": shown,
        "previous": shown.previous if shown.previous.first_day >= year.starts_on else None,
        "next": shown.next if shown.next.last_day <= year.ends_on else None,
        "weeks": outlook.squares(shown, marks, today),
        "items": [mark.item for mark in own],
        "legend": outlook.legend(own),
        "several": len(roadmaps) > 1,
    }
    return render(request, "roadmap/month.html", context)


def _month_asked(year: SchoolYear, number: int | None, today: date) -> Month:
    if number is not None:
        if not 1 <= number <= MONTHS:
            raise Http404
        return Month.in_year(year, number)
    return Month.of(today) if today in year else Month.of(year.starts_on)


@everyone_of_school
@require_safe
def table(request: SchoolRequest, year: SchoolYear, roadmap_id: int) -> HttpResponse:
    """The school's own table as it goes to the printer."""
    roadmap, roadmaps = roadmap_of(year, roadmap_id)
    printed = printed_roadmap(roadmap, plain_rows(roadmap.pk), school=request.host_school.short_name)
    context = {
        "year": year,
        "roadmap": roadmap,
        "roadmaps": roadmaps,
        "printed": printed,
        "approval": approval_lines(printed),
        "period": period_line(printed),
        "width": len(printed.columns),
        "indicators": [
            {
                "title": one.title,
                "unit": one.unit,
                "formula": one.formula,
                "aims": [one.targets.get(key, "—") for key in printed.years],
            }
            for one in printed.indicators
        ],
    }
    return render(request, "roadmap/table.html", context)
