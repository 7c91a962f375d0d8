"""Requests against help, topic by topic."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from schools.people.presenters.lists import coverage_words
from schools.people.queries.coverage import coverage, topic_lines
from schools.people.views.finding import day_of
from tenants.access import SchoolRequest, curator_reads
from tenants.domain.school_year import SchoolYear


@require_safe
@curator_reads
def requests(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """What is asked, what is offered, where nobody helps."""
    on = day_of(year)
    context = {"year": year, "conclusion": coverage_words(coverage(on)), "lines": topic_lines(on)}
    return render(request, "people/requests.html", context)
