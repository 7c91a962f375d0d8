"""Pages of documents: the staff read the register, the curator keeps it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from schools.orders import presenters
from schools.orders.domain.expected import EXPECTED_KINDS
from schools.orders.domain.naming import document_title
from schools.orders.forms import DocumentForm
from schools.orders.models import Document
from schools.orders.queries import document_by_id, documents_of_year, newest_by_kind
from schools.orders.services.register_document import correct_document, register_document
from tenants import clock
from tenants.access import SchoolRequest, curator_required, school_required
from tenants.domain.errors import Refusal
from tenants.domain.roles import Role
from tenants.domain.school_year import SchoolYear
from tenants.form_fields import typed_in
from tenants.year_guard import year_is_open

PAGE = 50


@require_safe
@school_required
def document_list(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """What every school must have, with its state; below, all documents of the year."""
    on, over = min(clock.today(), year.ends_on), clock.today() > year.ends_on
    found = presenters.duties(newest_by_kind(EXPECTED_KINDS, on=on), on, over=over)
    page = Paginator(documents_of_year(year.starts_on, year.ends_on), PAGE).get_page(request.GET.get("page"))
    context = {
        "year": year,
        "may_change": _may_change(request, year),
        "conclusion": presenters.conclusion(found, over=over),
        "duties": found,
        "kept": sum(duty.in_force for duty in found),
        "lines": presenters.lines(page, on, over=over),
        "page": page,
    }
    return render(request, "orders/list.html", context)


@require_safe
@school_required
def document(request: SchoolRequest, year: SchoolYear, document_id: int) -> HttpResponse:
    """One document."""
    row = _found(document_id)
    today = clock.today()
    code, words = presenters.term(row, min(today, year.ends_on), over=today > year.ends_on)
    context = {
        "year": year,
        "may_change": _may_change(request, year),
        "row": row,
        "title": document_title(row.kind, row.title),
        "requisites": presenters.requisites(row),
        "facts": presenters.facts(row),
        "code": code,
        "words": words,
    }
    return render(request, "orders/document.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def new_document(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """A new document; «?vid=» presets its kind."""
    initial: dict[str, Any] = {"kind": request.GET.get("vid", "")}
    form = DocumentForm(typed_in(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            made = register_document(form.wanted(), today=clock.today(), actor_id=request.user.pk, at=clock.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Документ записан. Мониторинг возьмёт его отсюда.")
            return redirect("orders:document", year, made)
    return _form_page(request, year, form)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def edit_document(request: SchoolRequest, year: SchoolYear, document_id: int) -> HttpResponse:
    """Mend an entry."""
    row = _found(document_id)
    form = DocumentForm(typed_in(request), initial=DocumentForm.initial_of(row))
    if request.method == "POST" and form.is_valid():
        try:
            correct_document(row.pk, form.wanted(), today=clock.today(), actor_id=request.user.pk, at=clock.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Документ исправлен.")
            return redirect("orders:document", year, row.pk)
    return _form_page(request, year, form, row)


def _may_change(request: SchoolRequest, year: SchoolYear) -> bool:
    return request.place.role is Role.CURATOR and year_is_open(year)


def _found(document_id: int) -> Document:
    row = document_by_id(document_id)
    if row is None:
        raise Http404
    return row


def _form_page(
    request: SchoolRequest, year: SchoolYear, form: DocumentForm, row: Document | None = None
) -> HttpResponse:
    context = {"year": year, "form": form, "row": row}
    return render(request, "orders/form.html", context, status=422 if form.errors else 200)
