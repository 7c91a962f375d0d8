"""Approval: sending to the principal, his answer, a paper order written down, versions, the annex to an order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST, require_safe

from schools.roadmap import queries
from schools.roadmap.domain.baseline import Change
from schools.roadmap.export.annex import DOCX, AnnexOrder, annex_lines, render_annex
from schools.roadmap.models import Baseline, Roadmap
from schools.roadmap.presenters import changes as words
from schools.roadmap.queries.content import changes_of, pending_changes
from schools.roadmap.row_forms import ApprovalForm, NoteForm
from schools.roadmap.services.approve_roadmap import approve_roadmap, return_with_note, send_to_principal, take_back
from tenants import clock
from tenants.access import SchoolRequest, curator_required, principal_required, school_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear


def roadmap_of(year: SchoolYear, roadmap_id: int) -> Roadmap:
    """The roadmap among those of the year, replaced ones too; else 404."""
    known = queries.all_roadmaps_of_year(year.starts_on, year.ends_on)
    found = next((one for one in known if one.pk == roadmap_id), None)
    if found is None:
        raise Http404
    return found


@school_required
@require_safe
def approval(request: SchoolRequest, year: SchoolYear, roadmap_id: int) -> HttpResponse:
    """Where the approval has got to, what waits for an order, what moved since the first one."""
    roadmap, today = roadmap_of(year, roadmap_id), clock.today()
    rows = queries.standings([roadmap.pk], today=today, year=year, with_proposed=True)
    versions = list(Baseline.objects.filter(roadmap=roadmap).order_by("number"))
    changes = words.changes_waiting([row.activity for row in rows])
    context = {
        "year": year,
        "roadmap": roadmap,
        "state": words.state_words(roadmap, len(changes)),
        "sent": words.sent_words(roadmap, localtime(roadmap.sent_at).date() if roadmap.sent_at else None),
        "changes": changes,
        "versions": [(one.number, words.version_words(one), one.by_principal) for one in reversed(versions)],
        "moved": words.moved_rows(versions[0] if versions else None, rows),
        "count": sum(not row.activity.is_heading for row in rows),
        "order_form": ApprovalForm(initial={"order_date": today}),
        "note_form": NoteForm(),
        "is_draft": roadmap.status == "draft",
        "is_sent": roadmap.approval_step == "sent",
        "may_approve": (roadmap.status == "draft" or changes) and not roadmap.replaced_on,
    }
    return render(request, "roadmap/approval.html", context)


def _act(
    request: SchoolRequest,
    year: SchoolYear,
    roadmap_id: int,
    deed: Callable[[], Any],
    said: str,
    *,
    signs: bool = False,
) -> HttpResponse:
    roadmap_of(year, roadmap_id)
    try:
        deed()
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)
        if signs:  # the principal goes on to what else waits for him
            return redirect("cabinet:next_to_sign", year)
    return redirect("roadmap:approval", year, roadmap_id)


@curator_required
@require_POST
def send(request: SchoolRequest, year: SchoolYear, roadmap_id: int) -> HttpResponse:
    """Hand the roadmap or its changes to the principal."""

    def deed() -> None:
        send_to_principal(roadmap_id, actor_id=request.user.pk, at=clock.now())

    return _act(request, year, roadmap_id, deed, "Отправлено директору. До его ответа карту менять нельзя.")


@curator_required
@require_POST
def withdraw(request: SchoolRequest, year: SchoolYear, roadmap_id: int) -> HttpResponse:
    """Take it back."""

    def deed() -> None:
        take_back(roadmap_id, actor_id=request.user.pk, at=clock.now())

    return _act(request, year, roadmap_id, deed, "Карта отозвана, её снова можно менять.")


@principal_required
@require_POST
def send_back(request: SchoolRequest, year: SchoolYear, roadmap_id: int) -> HttpResponse:
    """The principal returns it with a note."""
    form = NoteForm(request.POST)
    form.is_valid()

    def deed() -> None:
        return_with_note(
            roadmap_id, note=form.cleaned_data.get("note", ""), actor_id=request.user.pk, at=clock.now()
        )  # fmt: skip

    return _act(request, year, roadmap_id, deed, "Карта возвращена куратору с замечанием.", signs=True)


@principal_required
@require_POST
def sign(request: SchoolRequest, year: SchoolYear, roadmap_id: int) -> HttpResponse:
    """The principal approves what he was sent."""
    return _approve(request, year, roadmap_id, by_principal=True)


@curator_required
@require_POST
def approve(request: SchoolRequest, year: SchoolYear, roadmap_id: int) -> HttpResponse:
    """The curator writes a paper order down."""
    return _approve(request, year, roadmap_id, by_principal=False)


def _approve(request: SchoolRequest, year: SchoolYear, roadmap_id: int, *, by_principal: bool) -> HttpResponse:
    form, today = ApprovalForm(request.POST), clock.today()
    form.is_valid()

    def deed() -> None:
        approve_roadmap(
            roadmap_id,
            order_number=form.cleaned_data.get("order_number", ""),
            order_date=form.cleaned_data.get("order_date", today),
            today=today,
            by_principal=by_principal,
            actor_id=request.user.pk,
            at=clock.now(),
        )

    said = "Утверждено." if by_principal else "Приказ записан, карта утверждена."
    return _act(request, year, roadmap_id, deed, said, signs=by_principal)


def _annex(roadmap: Roadmap, number: int | None) -> tuple[list[Change], AnnexOrder | None]:
    if number is None:
        return pending_changes(roadmap.pk), None
    one = Baseline.objects.filter(roadmap=roadmap, number=number).defer("content").first()
    if one is None or number == 1:
        raise Http404
    return changes_of(one), AnnexOrder(one.order_number, one.order_date)


@school_required
@require_safe
def annex(request: SchoolRequest, year: SchoolYear, roadmap_id: int, number: int | None = None) -> HttpResponse:
    """The annex to an amending order as it goes to the printer; without a number, of the changes that wait."""
    roadmap = roadmap_of(year, roadmap_id)
    changes, order = _annex(roadmap, number)
    context = {
        "year": year,
        "roadmap": roadmap,
        "changes": changes,
        "number": number,
        "lines": annex_lines(order),
    }
    return render(request, "roadmap/annex.html", context)


@school_required
@require_safe
def annex_docx(request: SchoolRequest, year: SchoolYear, roadmap_id: int, number: int | None = None) -> HttpResponse:
    """The same in Word."""
    roadmap = roadmap_of(year, roadmap_id)
    changes, order = _annex(roadmap, number)
    content = render_annex(
        changes, order=order, title=roadmap.title, organisation=request.host_school.short_name, dated=clock.today()
    )  # fmt: skip
    return HttpResponse(
        content,
        content_type=DOCX,
        headers={
            "Content-Disposition": f'attachment; filename="prilozhenie-{number or "proekt"}.docx"',
            "X-Content-Type-Options": "nosniff",
        },
    )
