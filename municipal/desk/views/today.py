"""«Сегодня» of the municipality: what asks for a hand, by dates."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from municipal.campaigns.queries import campaigns
from municipal.desk.presenters.campaign_deeds import campaign_deeds
from municipal.desk.presenters.campaign_list import seasons_to_plan
from municipal.desk.presenters.deed import Deed
from municipal.desk.presenters.other_deeds import Publications, ahead_deeds, note_deed, publications_deed
from municipal.desk.queries import handed_in_counts, signed_notes
from municipal.desk.views.finding import may_change
from municipal.press.queries import own_publications, publications_norm
from municipal.submissions.queries import board
from tenants import clock
from tenants.access import PlacedRequest, municipality_required
from tenants.domain.school_year import SchoolYear
from tenants.journal.queries import latest_events


@require_safe
@municipality_required
def today(request: PlacedRequest, year: SchoolYear) -> HttpResponse:
    """The trail of deeds; the number of the methodist's own stands in the menu. Another year has no today."""
    if year != request.place.year:
        return redirect("desk:today", request.place.year)
    deeds = _deeds(request, year)
    mine = [one for one in deeds if one.mine]
    request.todo = len(mine) if may_change(request, year) else 0  # type: ignore[attr-defined]  # read by config.context
    context = {
        "year": year,
        "deeds": deeds,
        "count": len(mine),
        "today": clock.today(),
        "events": latest_events(limit=6),
        "campaigns": campaigns(year=year),
    }
    return render(request, "desk/today.html", context)


def _deeds(request: PlacedRequest, year: SchoolYear) -> list[Deed]:
    day, known = clock.today(), campaigns(year=year)
    counts, signed = handed_in_counts([one.id for one in known]), signed_notes()
    deeds: list[Deed] = []
    for one in known:
        if one.is_open and one.id not in signed:
            deeds += campaign_deeds(one, board(one, today=day), today=day)
            expected, _, accepted = counts[one.id]
            note = note_deed(one, accepted, expected, year=year, today=day)
            deeds += [note] if note else []
    said = Publications(len(own_publications(year)), publications_norm(request.place.id))
    publications = publications_deed(said, year)
    deeds += ahead_deeds(known, seasons_to_plan(known, year) if may_change(request, year) else [], today=day)
    return [*deeds, *([publications] if publications else [])]
