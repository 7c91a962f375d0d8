"""Handing in: look it all over, hand it in, the receipt, what was handed in before."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from municipal.indicators.vocabulary import head_title
from municipal.submissions.intake import school_history
from schools.monitoring.presenters.checking import CheckPage
from schools.monitoring.presenters.handed_in import history_lines, receipt_page
from schools.monitoring.presenters.page import first_unfinished
from schools.monitoring.queries import receipts
from schools.monitoring.services.save_draft import why_closed
from schools.monitoring.services.submit_form import submit_form
from schools.monitoring.views.reading import form_or_404, methodists, writes
from schools.passport.queries import card
from tenants import clock
from tenants.access import SchoolRequest, curator_required, school_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear


@require_safe
@school_required
def check(request: SchoolRequest, year: SchoolYear, campaign_id: int) -> HttpResponse:
    """«Проверьте и сдайте»: everything on one page, what blocks first."""
    form = form_or_404(request, year, campaign_id)
    own_card = card()
    shown = {
        "page": CheckPage(form, year),
        "year": year,
        "writes": writes(request, year) and why_closed(form) is None,
        "methodist": next(iter(methodists(request)), None),
        "head_title": head_title(form.ask.organisation),
        "principal": own_card.principal_name if own_card else "",
    }
    return render(request, "monitoring/check.html", shown)


@require_POST
@curator_required
def submit(request: SchoolRequest, year: SchoolYear, campaign_id: int) -> HttpResponse:
    """Hand the form in; on a refusal come back to the page that says what to mend."""
    form_or_404(request, year, campaign_id)
    try:
        receipt = submit_form(
            campaign_id=campaign_id,
            submitted_by=f"{request.user.position or request.place.role.word}, {request.user.short_name}",
            actor_id=request.user.pk,
            at=clock.now(),
            principal_informed=request.POST.get("principal_informed") == "yes",
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("monitoring:check", year, campaign_id)
    messages.success(request, f"Мониторинг сдан, версия {receipt.version}.")
    return redirect("monitoring:receipt", year, campaign_id, receipt.version)


@require_safe
@school_required
def receipt(request: SchoolRequest, year: SchoolYear, campaign_id: int, version: int) -> HttpResponse:
    """What was handed in, under which number, and what the methodist said."""
    form = form_or_404(request, year, campaign_id)
    found = next((one for one in form.versions if one.submission.version == version), None)
    if found is None:
        raise Http404
    shown = receipt_page(form, found, receipts(campaign_id).get(version)) | {
        "form": form,
        "year": year,
        "is_latest": found == form.latest,
        "writes": writes(request, year) and form.is_writable,
        "first_block": first_unfinished(form).code,
    }
    return render(request, "monitoring/receipt.html", shown)


@require_safe
@school_required
def history(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """Every version of every form of this school, the newest first."""
    lines = history_lines(school_history(request.host_school.id))
    return render(request, "monitoring/history.html", {"lines": lines, "year": year})
