"""The summary table of a campaign as a file."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from municipal.desk.views.finding import campaign_of
from municipal.desk.xlsx import summary_table
from municipal.submissions.queries import accepted_forms
from tenants.access import PlacedRequest, municipality_required
from tenants.domain.school_year import SchoolYear

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@municipality_required
def accepted_table(_request: PlacedRequest, year: SchoolYear, campaign_id: int) -> HttpResponse:
    """Accepted forms, a school a row."""
    campaign = campaign_of(year, campaign_id)
    content = summary_table(
        accepted_forms(campaign.id), edition=campaign.edition, season=campaign.season, title=campaign.title
    )
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="monitoring-{campaign.season}-{year.slug}.xlsx"'
    return response
