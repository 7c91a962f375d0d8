"""«Сводка» of the regional centre: what municipalities have passed on. Numbers only, nothing to press."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from municipal.region.domain.source import campaign_code
from municipal.region.presenters import arrived, campaign_title, columns, completeness_facts, figures, reason_words
from municipal.region.queries import latest_reports, municipalities_of_region, report_by_id
from tenants.access import PlacedRequest, region_required
from tenants.domain.school_year import SchoolYear, Season, SeasonOfYear


@require_safe
@region_required
def summary(request: PlacedRequest, year: SchoolYear) -> HttpResponse:
    """Municipalities × campaigns of the year, and the figures of the chosen campaign (?kampaniya=2025-10)."""
    towns, latest = municipalities_of_region(), latest_reports()
    codes = [campaign_code(SeasonOfYear(year, season)) for season in Season]
    came = {code: sum(one.campaign == code for one in latest) for code in codes}
    wanted = request.GET.get("kampaniya", "")
    chosen = wanted if wanted in codes else next((code for code in reversed(codes) if came[code]), codes[0])
    context = {
        "year": year,
        "chosen": chosen,
        "title": campaign_title(chosen),
        "chips": [_chip(code, came[code], current=code == chosen) for code in codes],
        "rows": arrived(towns, latest, chosen),
        "columns": columns(),
        "came": came[chosen],
        "towns": len(towns),
    }
    return render(request, "region/summary.html", context)


def _chip(code: str, count: int, *, current: bool) -> dict[str, object]:
    return {"href": f"?kampaniya={code}", "words": campaign_title(code), "count": count, "current": current}


@require_safe
@region_required
def report(request: PlacedRequest, year: SchoolYear, public_id: str) -> HttpResponse:
    """One report with all its figures."""
    found = report_by_id(public_id)
    if found is None:
        raise Http404
    context = {
        "year": year,
        "report": found,
        "title": campaign_title(found.campaign),
        "reason": reason_words(found.revision_reason),
        "figures": figures(found.payload),
        "completeness": completeness_facts(found.payload),
        "is_final": found.payload["group"]["status"] == "final",
    }
    return render(request, "region/report.html", context)
