"""Pages of the district's board. They only choose and print: sums, findings and words are the board's own."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe

from dashboards.board import compose_board
from dashboards.municipal_board import Asked, board_input, opened_campaigns
from dashboards.presenters import AddressOfSchool, page_chart
from dashboards.school_card import school_card
from dashboards.tables import workbook
from municipal.campaigns.queries import CampaignInfo
from tenants import clock
from tenants.access import PlacedRequest, municipality_required
from tenants.domain.school_year import SchoolYear

SEASON, BASIS, ACCEPTED = "sezon", "otchety", "prinyatye"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Chip:
    """One choice of what is shown."""

    href: str
    words: str
    current: bool
    count: int | None = None


@municipality_required
@require_safe
def board(request: PlacedRequest, year: SchoolYear) -> HttpResponse:
    """The board; before the first campaign of the year, a page that says there is nothing to show yet."""
    held = opened_campaigns(year)
    asked = _asked(request, held)
    if asked is None:
        return render(request, "dashboards/nothing.html", {"campaigns_href": _address("campaigns:list", year=year)})
    made = compose_board(board_input(request.place.id, asked, today=clock.today()))
    address = _cards(asked, year)
    context = {
        "board": made,
        "charts": [page_chart(chart, address) for chart in made.charts if chart is not made.submitted],
        "submitted": page_chart(made.submitted, address),
        "season_chips": _season_chips(asked, held, year),
        "basis_chips": _basis_chips(asked, year),
        "notes_href": _address("notes:list", year=year),
        "press_href": _address("press:list", year=year),
        "now": clock.now(),
    }
    return render(request, "dashboards/board.html", context | _common(asked, year))


@municipality_required
@require_safe
def chart(request: PlacedRequest, year: SchoolYear, code: str) -> HttpResponse:
    """One chart with its table and the schools behind its sum."""
    asked = _asked(request, opened_campaigns(year))
    if asked is None:
        raise Http404
    made = compose_board(board_input(request.place.id, asked, today=clock.today()))
    found = made.chart(code)
    if found is None:
        raise Http404
    context = {"board": made, "chart": page_chart(found, _cards(asked, year))}
    return render(request, "dashboards/chart.html", context | _common(asked, year))


@municipality_required
@require_safe
def school(request: PlacedRequest, year: SchoolYear, school_id: int) -> HttpResponse:
    """A school's card: its numbers, its past, the district's median."""
    asked = _asked(request, opened_campaigns(year))
    card = school_card(board_input(request.place.id, asked, today=clock.today()), school_id) if asked else None
    if asked is None or card is None:
        raise Http404
    context = {
        "card": card,
        "form_href": _address("campaigns:school", year=year, campaign_id=asked.campaign.id, school_id=school_id),
    }
    return render(request, "dashboards/school.html", context | _common(asked, year))


@municipality_required
@require_safe
def board_workbook(request: PlacedRequest, year: SchoolYear) -> HttpResponse:
    """The board's tables as XLSX, a sheet a chart."""
    asked = _asked(request, opened_campaigns(year))
    if asked is None:
        raise Http404
    made = compose_board(board_input(request.place.id, asked, today=clock.today()))
    content = workbook(made.charts, heading=f"Панель округа, {made.season_title.lower()}")
    name = f"panel-{year.slug}-{asked.campaign.season}.xlsx"
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _asked(request: PlacedRequest, held: list[CampaignInfo]) -> Asked | None:
    """The campaign asked for in the address, otherwise the latest; None before the first one of the year."""
    wanted = [campaign for campaign in held if campaign.season == request.GET.get(SEASON)] or held
    return Asked(wanted[0], accepted_only=request.GET.get(BASIS) == ACCEPTED) if wanted else None


def _query(season: str, *, accepted_only: bool) -> str:
    return f"?{SEASON}={season}" + (f"&{BASIS}={ACCEPTED}" if accepted_only else "")


def _common(asked: Asked, year: SchoolYear) -> dict[str, object]:
    return {"year": year, "query": _query(asked.campaign.season, accepted_only=asked.accepted_only)}


def _season_chips(asked: Asked, held: list[CampaignInfo], year: SchoolYear) -> list[Chip]:
    here = reverse("dashboards:board", kwargs={"year": year})
    return [
        Chip(
            here + _query(campaign.season, accepted_only=asked.accepted_only),
            campaign.season_of_year.title,
            current=campaign.id == asked.campaign.id,
        )
        for campaign in reversed(held)
    ]


def _basis_chips(asked: Asked, year: SchoolYear) -> list[Chip]:
    here = reverse("dashboards:board", kwargs={"year": year})
    season = asked.campaign.season
    return [
        Chip(here + _query(season, accepted_only=False), "Всё, что сдано", current=not asked.accepted_only),
        Chip(here + _query(season, accepted_only=True), "Только принятое, как в справке", current=asked.accepted_only),
    ]


def _cards(asked: Asked, year: SchoolYear) -> AddressOfSchool:
    query = _query(asked.campaign.season, accepted_only=asked.accepted_only)

    def address(school_id: int) -> str:
        return reverse("dashboards:school", kwargs={"year": year, "school_id": school_id}) + query

    return address


def _address(name: str, **where: object) -> str:
    """Another room's page, or nothing where that room has no such address on this host."""
    try:
        return reverse(name, kwargs=where)
    except NoReverseMatch:
        return ""
