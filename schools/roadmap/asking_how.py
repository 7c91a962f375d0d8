"""The question before a second roadmap of the same model: replace the first, keep both, or think again."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from schools.roadmap import presenters, queries
from schools.roadmap.services.make_room import How, RoadmapStandsAlready
from tenants.access import SchoolRequest
from tenants.domain.school_year import SchoolYear


def how_said(request: SchoolRequest) -> How | None:
    """What was answered; None before the question."""
    said = request.POST.get("how", "")
    return How(said) if said in set(How) else None


def ask_how(
    request: SchoolRequest, year: SchoolYear, refusal: RoadmapStandsAlready, *, keep: tuple[str, ...], back_href: str
) -> HttpResponse:
    """The page of the question; it sends the fields ``keep`` again, so nothing is typed anew."""
    marks = queries.marks_of([one.pk for one in refusal.roadmaps])
    context = {
        "year": year,
        "standing": [(one, presenters.approval(one), marks.get(one.pk, 0)) for one in refusal.roadmaps],
        "keep": [(name, request.POST.get(name, "")) for name in keep],
        "back_href": back_href,
    }
    return render(request, "roadmap/asking_how.html", context, status=409)
