"""Campaigns of a school year: the list, a new one, the board with its letters."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from municipal.campaigns.queries import active_schools, campaign_of_season, campaigns, suggested_dates
from municipal.campaigns.services.open_campaign import open_campaign
from municipal.campaigns.services.plan_campaign import plan_campaign
from municipal.desk.domain.wording import day_words, to_schools
from municipal.desk.forms import CampaignDatesForm, OneSchoolForm
from municipal.desk.presenters.board_page import board_page
from municipal.desk.presenters.campaign_list import campaign_dates, campaign_lines, seasons_to_plan
from municipal.desk.queries import handed_in_counts
from municipal.desk.views.finding import campaign_of, may_change
from municipal.indicators.editions import CURRENT, load_edition
from municipal.indicators.facts import OrganisationKind
from municipal.submissions.queries import board
from municipal.submissions.services.remind_schools import remind_schools
from tenants import clock
from tenants.access import PlacedRequest, methodist_required, municipality_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear, Season, SeasonOfYear


@require_safe
@municipality_required
def campaign_list(request: PlacedRequest, year: SchoolYear) -> HttpResponse:
    """Campaigns of the year with what came in; the season to plan next."""
    today = clock.today()
    known = campaigns(year=year)
    context = {
        "year": year,
        "lines": campaign_lines(known, handed_in_counts([one.id for one in known]), today=today),
        "seasons": seasons_to_plan(known, year),
        "may_change": may_change(request, year),
        "years": sorted({one.school_year for one in campaigns()} | {year}, reverse=True),
    }
    return render(request, "campaigns/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@methodist_required
def new_campaign(request: PlacedRequest, year: SchoolYear, season: str) -> HttpResponse:
    """A new campaign with preset dates; opened at once where its first day has come."""
    if season not in list(Season):
        raise Http404
    wanted = SeasonOfYear(year, Season(season))
    known = campaign_of_season(wanted)
    if known is not None and request.method != "POST":
        return redirect("campaigns:board", year, known.id)
    dates = suggested_dates(request.place.id, wanted.season, year)
    initial = {name: getattr(dates, name) for name in ("opens_on", "reporting_date", "due_on", "closes_on")}
    form = CampaignDatesForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            return _plan(request, wanted, form)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    asked = load_edition(CURRENT).fields_for(wanted.season, OrganisationKind.SCHOOL)
    context = {
        "year": year,
        "season": wanted,
        "form": form,
        "schools": active_schools(),
        "lines": len(asked),
        "opens_now": dates.opens_on <= clock.today(),
    }
    return render(request, "campaigns/new.html", context, status=422 if form.errors else 200)


def _plan(request: PlacedRequest, wanted: SeasonOfYear, form: CampaignDatesForm) -> HttpResponse:
    now, dates = clock.now(), form.dates()
    planned = plan_campaign(
        municipality_id=request.place.id,
        season=wanted,
        dates=dates,
        edition=CURRENT,
        basis=form.cleaned_data["basis"],
        at=now,
        actor_id=request.user.pk,
    )
    if dates.opens_on > planned.day_of(now):
        opens = day_words(dates.opens_on, clock.today())
        messages.success(request, f"Кампания «{planned.title}» назначена. Она откроется сама {opens}.")
        return redirect("campaigns:board", planned.school_year, planned.id)
    return _open(request, planned.school_year, planned.id)


def _open(request: PlacedRequest, year: SchoolYear, campaign_id: int) -> HttpResponse:
    opened = open_campaign(campaign_id=campaign_id, at=clock.now(), actor_id=request.user.pk)
    said = f"Кампания «{opened.campaign.title}» открыта, письма ушли: {opened.letters}."
    messages.success(request, said)
    return redirect("campaigns:board", year, campaign_id)


@require_POST
@methodist_required
def open_now(request: PlacedRequest, year: SchoolYear, campaign_id: int) -> HttpResponse:
    """Open a planned campaign for the schools."""
    campaign = campaign_of(year, campaign_id)
    try:
        return _open(request, year, campaign.id)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("campaigns:board", year, campaign.id)


@require_safe
@municipality_required
def campaign_board(request: PlacedRequest, year: SchoolYear, campaign_id: int) -> HttpResponse:
    """The board: squares of schools and what to do now."""
    campaign, today = campaign_of(year, campaign_id), clock.today()
    states = board(campaign, today=today)
    everybody = request.GET.get("shkoly") == "vse"
    page = board_page(campaign, states, today=today, everybody=everybody)
    context = {
        "year": year,
        "campaign": campaign,
        "page": page,
        "everybody": everybody,
        "schools": len(states) or active_schools(),
        "remind_words": to_schools(page.to_remind),
        "dates": campaign_dates(campaign),
        "may_open": not campaign.is_open and campaign.opens_on <= today,
        "may_change": may_change(request, year),
    }
    return render(request, "campaigns/board.html", context)


@require_POST
@methodist_required
def remind(request: PlacedRequest, year: SchoolYear, campaign_id: int) -> HttpResponse:
    """Remind one school (field «school»), or all that owe."""
    campaign = campaign_of(year, campaign_id)
    one = OneSchoolForm(request.POST)
    if not one.is_valid():  # never «all» for an unreadable «one»
        raise Http404
    named = [one.cleaned_data["school"]] if one.cleaned_data["school"] else None
    try:
        reminded = remind_schools(campaign_id=campaign.id, at=clock.now(), actor_id=request.user.pk, school_ids=named)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        again = day_words(reminded.again_on, clock.today())
        said = f"Напомнили {to_schools(len(reminded.school_ids))}, писем: {reminded.letters}. Следующее можно {again}."
        messages.success(request, said)
    return redirect("campaigns:board", year, campaign.id)
