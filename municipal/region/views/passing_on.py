"""«Передача в РЦН»: what goes, what does not, pass on, past revisions."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from municipal.campaigns.queries import CampaignInfo, campaign_info, campaigns
from municipal.region.domain.aggregate import Revision, is_same, report_document
from municipal.region.domain.source import RevisionReason
from municipal.region.forms import ReasonForm
from municipal.region.presenters import completeness_facts, figures, reason_words
from municipal.region.queries import latest_reports, report_source, reports_of_campaign
from municipal.region.services.publish_report import publish_report
from tenants import clock
from tenants.access import PlacedRequest, methodist_required, municipality_required
from tenants.domain.errors import Refusal
from tenants.domain.roles import Role
from tenants.domain.school_year import SchoolYear
from tenants.year_guard import year_is_open


@require_safe
@municipality_required
def passing_list(request: PlacedRequest, year: SchoolYear) -> HttpResponse:
    """Opened campaigns of the year with what the region has of each."""
    latest = {one.campaign_id: one for one in latest_reports()}
    rows = [(one, latest.get(one.id)) for one in campaigns(year=year) if one.is_open]
    return render(request, "region/list.html", {"year": year, "rows": rows})


@require_safe
@municipality_required
def preview(request: PlacedRequest, year: SchoolYear, campaign_id: int) -> HttpResponse:
    """What would go now, and what went before."""
    return _page(request, _campaign(year, campaign_id), ReasonForm())


@require_POST
@methodist_required
def publish(request: PlacedRequest, year: SchoolYear, campaign_id: int) -> HttpResponse:
    """Pass on; a later revision needs its reason."""
    campaign = _campaign(year, campaign_id)
    form = ReasonForm(request.POST)
    is_first = not reports_of_campaign(campaign.id)
    if not is_first and not form.is_valid():
        return _page(request, campaign, form)
    try:
        done = publish_report(
            campaign_id=campaign.id,
            reason=None if is_first else RevisionReason(form.cleaned_data["reason"]),
            published_by=f"{request.user.position or 'методист'}, {request.user.short_name}",
            at=clock.now(),
            actor_id=request.user.pk,
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"Данные переданы: версия {done.revision}, номер {done.public_id}.")
    return redirect("region:preview", year, campaign.id)


def _campaign(year: SchoolYear, campaign_id: int) -> CampaignInfo:
    campaign = campaign_info(campaign_id)
    if campaign is None or campaign.school_year != year or not campaign.is_open:
        raise Http404
    return campaign


def _page(request: PlacedRequest, campaign: CampaignInfo, form: ReasonForm) -> HttpResponse:
    now, today = clock.now(), clock.today()
    source = report_source(campaign, today=today, now=now)
    document = report_document(source, Revision("", 0, now, today))
    history = reports_of_campaign(campaign.id)
    context = {
        "year": campaign.school_year,
        "campaign": campaign,
        "figures": figures(document),
        "completeness": completeness_facts(document),
        "is_final": source.is_final,
        "has_forms": bool(source.forms),
        "names_schools": source.names_schools,
        "history": [(one, reason_words(one.revision_reason)) for one in history],
        "is_changed": not history or not is_same(document, history[0].payload),
        "form": form,
        "may_change": request.place.role is Role.METHODIST and year_is_open(campaign.school_year),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "region/preview.html", context, status=status)
