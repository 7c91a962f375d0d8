"""Consents of one person: papers and scans, refusal, withdrawal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from schools.consents.forms import EndForm, PaperForm, ScanForm
from schools.consents.presenters import register as shown
from schools.consents.queries import foresee, labour_terms
from schools.consents.services.keep_paper import attach_scan, keep_paper
from schools.consents.services.withdraw import Followed, refuse, withdraw
from schools.consents.views.finding import person_of, purpose_of
from schools.people.forms.consents import KEPT
from schools.people.models import PersonKind
from schools.people.services.record_consent import needs_representative
from schools.people.views.finding import day_of, may_change
from tenants import clock
from tenants.access import SchoolRequest, curator_reads, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear
from tenants.form_fields import typed_in


@require_http_methods(["GET", "HEAD", "POST"])
@curator_reads
def person(request: SchoolRequest, year: SchoolYear, person_id: int) -> HttpResponse:
    """Four purposes with their papers; a new paper with its scan."""
    found, on = person_of(person_id), day_of(year)
    form = PaperForm(
        typed_in(request),
        request.FILES or None,
        initial={"purpose": request.GET.get("cel") or "processing", "given_on": clock.today(), "kept_as": KEPT},
        asks_representative=needs_representative(found, clock.today()),
    )
    if request.method == "POST" and form.is_valid():
        try:
            keep_paper(person_id, **form.told(), today=clock.today(), actor_id=request.user.pk, at=clock.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"{found.short_name}: согласие записано.")
            return redirect("consents:person", year, person_id)
    works_here = found.kind == PersonKind.TEACHER and hasattr(found, "mentor_card")
    context = {
        "year": year,
        "person": found,
        "may_change": may_change(year) and found.archived_on is None,
        "may_erase": may_change(year),
        "cards": shown.purpose_cards(found, on),
        "form": form,
        "is_worker": works_here,
        "labour": [shown.labour_line(term, on) for term in labour_terms(person_id)] if works_here else [],
    }
    return render(request, "consents/person.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def scan(request: SchoolRequest, year: SchoolYear, person_id: int, consent_id: int) -> HttpResponse:
    """Put a scan beside a consent."""
    found = person_of(person_id)
    if consent_id not in {paper.pk for paper in found.consents.all()}:
        raise Http404
    form = ScanForm(typed_in(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            attach_scan(consent_id, scan=form.cleaned_data["scan"], actor_id=request.user.pk, at=clock.now())
        except Refusal as refusal:
            form.add_error("scan", str(refusal))
        else:
            messages.success(request, "Скан сохранён.")
            return redirect("consents:person", year, person_id)
    context = {"year": year, "person": found, "form": form, "title": "Скан согласия", "save": "Сохранить скан"}
    return render(request, "consents/form.html", context, status=422 if form.errors else 200)


End = Callable[..., Followed]


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def withdraw_consent(request: SchoolRequest, year: SchoolYear, person_id: int, purpose: str) -> HttpResponse:
    """The consequences, then the withdrawal."""
    return _end(request, year, (person_id, purpose), withdraw, "Отозвать согласие")


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def refuse_consent(request: SchoolRequest, year: SchoolYear, person_id: int, purpose: str) -> HttpResponse:
    """The consequences, then the refusal."""
    return _end(request, year, (person_id, purpose), refuse, "Записать отказ")


def _end(request: SchoolRequest, year: SchoolYear, whose: tuple[int, str], end: End, action: str) -> HttpResponse:
    person_id, code = whose
    found, purpose, today = person_of(person_id), purpose_of(code), clock.today()
    standing = [one.given_on for one in found.consents.all() if one.purpose == purpose and one.withdrawn_on is None]
    given_on = max(standing, default=None)
    form = EndForm(typed_in(request), initial={"on": today}, today=today, given_on=given_on)
    if request.method == "POST" and form.is_valid():
        followed = end(person_id, purpose, on=form.cleaned_data["on"], actor_id=request.user.pk, at=clock.now())
        done = "согласие отозвано" if end is withdraw else "отказ записан"
        messages.warning(request, f"{found.short_name}: {done}. {shown.followed_words(followed)}")
        return redirect("consents:person", year, person_id)
    context: dict[str, Any] = {
        "title": f"{action}: {found.short_name}, {purpose.label}?",
        "text": "Вот что произойдёт сразу. Запись о согласии останется с пометкой. Прежние отчёты не изменятся.",
        "facts": shown.foreseen_facts(foresee(person_id, purpose)),
        "action": action,
        "back_href": reverse("consents:person", args=[year, person_id]),
        "back": "Оставить как есть",
        "danger": True,
        "form": form,
    }
    return render(request, "confirm.html", context, status=422 if form.errors else 200)
