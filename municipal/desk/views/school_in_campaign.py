"""One school of a campaign: whom to call, what it handed in, a later date or an exemption."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from municipal.campaigns.queries import CampaignInfo
from municipal.campaigns.services.exempt_school import exempt_school
from municipal.campaigns.services.extend_deadline import extend_deadline
from municipal.desk.domain.wording import day_words
from municipal.desk.forms import ExemptionForm, ExtensionForm
from municipal.desk.presenters.board_page import dialled
from municipal.desk.presenters.school_card import history_lines, school_facts
from municipal.desk.views.finding import campaign_of, may_change, school_of
from municipal.submissions.queries import board, school_history
from tenants import clock
from tenants.access import PlacedRequest, methodist_required, municipality_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear


@require_safe
@municipality_required
def school(request: PlacedRequest, year: SchoolYear, campaign_id: int, school_id: int) -> HttpResponse:
    """The school's place in the campaign."""
    return _page(request, campaign_of(year, campaign_id), school_id)


@require_POST
@methodist_required
def extend(request: PlacedRequest, year: SchoolYear, campaign_id: int, school_id: int) -> HttpResponse:
    """Give the school a later date."""
    campaign, form = campaign_of(year, campaign_id), ExtensionForm(request.POST)
    if not form.is_valid():
        return _page(request, campaign, school_id, extension=form)
    try:
        until = extend_deadline(
            campaign_id=campaign.id,
            school_id=school_id,
            until=form.cleaned_data["until"],
            reason=form.cleaned_data["reason"],
            at=clock.now(),
            actor_id=request.user.pk,
        )
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return _page(request, campaign, school_id, extension=form)
    messages.success(request, f"Срок школы продлён до {day_words(until, clock.today())}.")
    return redirect("campaigns:school", year, campaign.id, school_id)


@require_POST
@methodist_required
def exempt(request: PlacedRequest, year: SchoolYear, campaign_id: int, school_id: int) -> HttpResponse:
    """Free the school from reporting in this campaign."""
    campaign, form = campaign_of(year, campaign_id), ExemptionForm(request.POST)
    if not form.is_valid():
        return _page(request, campaign, school_id, exemption=form)
    try:
        exempt_school(
            campaign_id=campaign.id,
            school_id=school_id,
            reason=form.cleaned_data["reason"],
            at=clock.now(),
            actor_id=request.user.pk,
        )
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return _page(request, campaign, school_id, exemption=form)
    messages.success(request, "Школа освобождена от мониторинга. В числе не сдавших её не будет.")
    return redirect("campaigns:school", year, campaign.id, school_id)


def _page(
    request: PlacedRequest,
    campaign: CampaignInfo,
    school_id: int,
    *,
    extension: ExtensionForm | None = None,
    exemption: ExemptionForm | None = None,
) -> HttpResponse:
    one = school_of(board(campaign, today=clock.today()), school_id)
    history = [
        (line, reverse("campaigns:review", args=[line.year, line.campaign_id, line.submission_id]))
        for line in history_lines(school_history(school_id))
    ]
    context = {
        "year": campaign.school_year,
        "campaign": campaign,
        "school": one,
        "tel": dialled(one.contact.phone) if one.contact else "",
        "facts": school_facts(one, campaign),
        "history": history,
        "extension": extension or ExtensionForm(auto_id="srok_%s"),
        "exemption": exemption or ExemptionForm(auto_id="bez_%s"),
        "may_change": may_change(request, campaign.school_year) and campaign.is_open,
        "is_accepted": one.verdict == "accepted",
    }
    status = 422 if extension or exemption else 200
    return render(request, "campaigns/school.html", context, status=status)
