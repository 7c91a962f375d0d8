"""Filling in: the section's first page, a block of the form, the saving of one line as it is typed."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from municipal.indicators.editions import Block
from municipal.submissions.intake import CampaignInfo, FormState, campaign_for_school
from schools.monitoring.forms import read_changes
from schools.monitoring.presenters.line import LineView
from schools.monitoring.presenters.links import line_anchor
from schools.monitoring.presenters.page import FormPage, first_unfinished
from schools.monitoring.services.read_form import Form
from schools.monitoring.services.save_draft import save_draft
from schools.monitoring.views.reading import block_or_404, form_or_404, line_or_404, methodists, writes
from tenants import clock
from tenants.access import SchoolRequest, curator_required, school_required
from tenants.domain.errors import Refusal
from tenants.domain.russian import date_words
from tenants.domain.school_year import SchoolYear

UNPROCESSABLE = 422


@require_safe
@school_required
def form(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """«Мониторинг»: to the line where work goes on, to the receipt, or when the next one opens."""
    today = clock.today()
    campaign = campaign_for_school(request.host_school.id, year, today)
    if campaign is None or not campaign.is_open or campaign.opens_on > today:
        return _ahead(request, year, campaign)
    try:
        found = form_or_404(request, year, campaign.id)
    except Http404:
        return _ahead(request, year, None)
    if found.latest and found.state in (FormState.REVIEW, FormState.ACCEPTED):
        return redirect("monitoring:receipt", year, campaign.id, found.latest.submission.version)
    return redirect("monitoring:block", year, campaign.id, first_unfinished(found).code)


def _ahead(request: SchoolRequest, year: SchoolYear, campaign: CampaignInfo | None) -> HttpResponse:
    """No form to fill in now: says when there will be one."""
    if campaign is None and year < request.place.year:
        heading = f"Мониторинга за {year.title} учебный год нет"
        text = "В этом учебном году мониторинг в «Тропе» для вашей школы не проводили."
        lead = "Учебный год окончен."
    elif campaign is None:
        heading = "Мониторинга пока нет"
        text = f"Муниципальный методист ещё не назначил мониторинг на {year.title} учебный год для вашей школы."
        lead = "Когда он откроется, здесь появится форма, уже заполненная вашими данными."
    else:
        heading = f"«{campaign.title}» откроется {date_words(campaign.opens_on)}"
        text = (
            f"Сдать его нужно до {date_words(campaign.due_on)}. Данные понадобятся на "
            f"{date_words(campaign.reporting_date)}: проверьте пары, людей и документы заранее."
        )
        lead = "Форма заполнится сама из ваших разделов."
    shown = {"heading": heading, "text": text, "lead": lead, "year": year, "contacts": methodists(request)}
    return render(request, "monitoring/ahead.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@school_required
def block(request: SchoolRequest, year: SchoolYear, campaign_id: int, block: str) -> HttpResponse:
    """A block of the form; its saving is the curator's."""
    if request.method == "POST":
        return _save_block(request, year, campaign_id, block)
    found = form_or_404(request, year, campaign_id)
    page = FormPage(found, year, block_or_404(found, block), reads_only=not writes(request, year))
    return _block_page(request, page)


@curator_required
def _save_block(request: SchoolRequest, year: SchoolYear, campaign_id: int, code: str) -> HttpResponse:
    found = form_or_404(request, year, campaign_id)
    part = block_or_404(found, code)
    posted = {name: str(value) for name, value in request.POST.items()}
    changes, faults = read_changes(found, part.fields, posted)
    try:
        after = save_draft(found, changes, actor_id=request.user.pk, at=clock.now()) if changes else found
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("monitoring:block", year, campaign_id, code)
    page = FormPage(after, year, part, faults=faults)
    if faults:
        return _block_page(request, page, status=UNPROCESSABLE)
    return _after_saving(posted, page)


def _after_saving(posted: dict[str, str], page: FormPage) -> HttpResponse:
    year, campaign_id = page.year, page.form.campaign.id
    if "check" in posted:
        return redirect("monitoring:check", year, campaign_id)
    ahead: Block | None = page.next_block if "next" in posted else None
    address = redirect("monitoring:block", year, campaign_id, (ahead or page.block).code)
    touched = posted.get("zero") or posted.get("back")
    if touched in page.form.edition.fields:
        address["Location"] += f"#{line_anchor(str(touched))}"
    return address


def _block_page(request: SchoolRequest, page: FormPage, *, status: int = 200) -> HttpResponse:
    summary = [(line_anchor(code), f"{code}. {fault.sentence}") for code, fault in page.faults.items()]
    shown = {
        "page": page,
        "year": page.year,
        "contacts": methodists(request),
        "summary": summary,
        "summary_title": "Не всё удалось прочитать, остальное сохранено",
    }
    return render(request, "monitoring/block.html", shown, status=status)


@require_POST
@curator_required
def line(request: SchoolRequest, year: SchoolYear, campaign_id: int, code: str) -> HttpResponse:
    """Save one line as it is typed; the answer is the line again with the progress beside it."""
    found = form_or_404(request, year, campaign_id)
    part, wanted = line_or_404(found, code)
    changes, faults = read_changes(found, [wanted], {name: str(value) for name, value in request.POST.items()})
    try:
        after = save_draft(found, changes, actor_id=request.user.pk, at=clock.now()) if changes else found
    except Refusal as refusal:
        messages.error(request, str(refusal))
        response = HttpResponse(status=204)
        response["HX-Redirect"] = request.build_absolute_uri(f"/{year.slug}/monitoring/")
        return response
    return _line_page(
        request, FormPage(after, year, part, faults=faults), LineView(after, wanted, year, faults.get(code))
    )


def _line_page(request: SchoolRequest, page: FormPage, line: LineView) -> HttpResponse:
    if not request.htmx:
        return redirect("monitoring:block", page.year, page.form.campaign.id, page.block.code)
    address = f"/{page.year.slug}/monitoring/{page.form.campaign.id}/stroka/{line.code}/"
    shown = {"page": page, "line": line, "year": page.year, "line_url": address}
    answer = render(request, "monitoring/_line_saved.html", shown, status=UNPROCESSABLE if line.fault else 200)
    if _is_being_explained(page.form, line):
        answer["HX-Reswap"] = "none"  # the reason is about to be typed: the line must not be taken from under the hand
    return answer


def _is_being_explained(form: Form, line: LineView) -> bool:
    typed = form.draft.cells.get(line.code)
    return typed is not None and typed.value is None and not typed.reason and not line.fault
