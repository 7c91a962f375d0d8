"""«Пары»: who waits for a mentor, who is free, what pairs there are."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from schools.pairs.presenters import pair_list as shown
from schools.pairs.queries import Waiting, mentors_with_load, pairs_list, waiting_mentees, with_meetings
from schools.pairs.views.finding import day_of, may_change
from tenants.access import SchoolRequest, everyone_of_school
from tenants.domain.school_year import SchoolYear

PAGE = 50


@require_safe
@everyone_of_school
def pair_list(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """Pairs of the year; in the present one also those who wait."""
    on, over = day_of(year), year < request.place.year
    lines = shown.lines(with_meetings(pairs_list(year.starts_on, year.ends_on), on), on, over=over)
    if own := request.place.mentoring_format:  # who answers for one form sees its pairs alone
        lines = [line for line in lines if line.format_code == own]
    waiting = waiting_mentees(on) if not over and not own else []
    chosen = shown.Chosen.read(request.GET.get("otbor", ""), request.GET.get("forma", ""))
    page = Paginator([line for line in lines if chosen.keeps(line)], PAGE).get_page(request.GET.get("page"))
    context = {
        "year": year,
        "may_change": may_change(request, year),
        "conclusion": shown.past_conclusion(lines, year) if over else shown.conclusion(lines, len(waiting)),
        "has_pairs": bool(lines),
        "proposed": sum(shown.PROPOSED in line.choices for line in lines),
        "chips": shown.chips(lines, chosen, over=over),
        "lines": page,
        "page": page,
        **(_matcher(request, waiting) if may_change(request, year) else {}),
    }
    return render(request, "pairs/list.html", context)


def _matcher(request: SchoolRequest, waiting: list[Waiting]) -> dict[str, Any]:
    """Those who wait, and the free mentors for the chosen one."""
    wanted = request.GET.get("kto", "")
    lines = shown.waiting_lines(waiting, int(wanted) if wanted.isdecimal() else None, day_of(request.place.year))
    current = next((line for line in lines if line.current), None)
    if current is None:
        return {"waiting": lines}
    kind = next(one.card.person.kind for one in waiting if one.card.pk == current.id)
    offers = shown.offers(mentors_with_load(day_of(request.place.year)), kind, request.host_school.kind)
    return {
        "waiting": lines,
        "current": current,
        "offers": offers[: shown.OFFERED],
        "offered": len(offers),
    }
