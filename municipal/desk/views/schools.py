"""Schools of the municipality: whom to call, what came last, where the form of the present campaign stands."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from municipal.campaigns.queries import campaigns
from municipal.desk.presenters.offices import office_words
from municipal.desk.presenters.school_list import school_rows
from municipal.desk.queries import school_lines
from municipal.desk.seats import curators_of_schools
from municipal.submissions.queries import board
from tenants import clock
from tenants.access import PlacedRequest, municipality_required
from tenants.domain.school_year import SchoolYear


@require_safe
@municipality_required
def school_list(request: PlacedRequest, year: SchoolYear) -> HttpResponse:
    """The list; states are those of the year's latest opened campaign."""
    today = clock.today()
    campaign = next((one for one in campaigns(year=year) if one.is_open), None)
    states = {one.school_id: one for one in board(campaign, today=today)} if campaign else {}
    offices = curators_of_schools()
    asking = any(office.waits for office in offices.values())
    rows = [
        (row, office_words(offices.get(row.line.id), today=today))
        for row in school_rows(school_lines(), campaign, states)
    ]
    return render(request, "desk/schools.html", {"year": year, "campaign": campaign, "rows": rows, "asking": asking})
