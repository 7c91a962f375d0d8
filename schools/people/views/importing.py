"""People from the school's own table: the file comes, is looked through and mended, is written."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST
from kombu.exceptions import OperationalError as QueueIsAway

from schools.people.domain.importing.entry import KIND_WORDS
from schools.people.forms.importing import PeopleFileForm, PeoplePasteForm
from schools.people.models import ImportState, PeopleImport
from schools.people.presenters import importing
from schools.people.queries.imports import import_by_id, open_imports
from schools.people.services.import_people import (
    EDITABLE,
    mend_rows,
    order_writing,
    result_of,
    say_columns,
    start_import,
    start_pasted,
)
from schools.people.services.import_people_work import carry_on, decide_again, is_small
from schools.people.services.undo_import import may_undo
from schools.people.tasks import carry_on_import
from tenants import clock
from tenants.access import SchoolRequest, curator_required
from tenants.current import current_school_id
from tenants.domain.errors import Refusal
from tenants.domain.file_guard import check_file_size
from tenants.domain.russian import counted
from tenants.domain.school_year import SchoolYear

PAGE = 50
PATIENCE = 3  # seconds the page leaves to the worker before it does the work itself
WORKING = {ImportState.READING, ImportState.WRITING}


@curator_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """Two ways in: a file, pasted columns; below, what was begun and not finished."""
    way = request.POST.get("way", "")
    data = request.POST if request.method == "POST" else None
    forms = {
        "file": PeopleFileForm(data if way == "file" else None, request.FILES or None, prefix="f"),
        "paste": PeoplePasteForm(data if way == "paste" else None, prefix="p"),
    }
    if way in forms and forms[way].is_valid():
        try:
            number = _start(request, forms[way])
        except Refusal as refusal:
            forms[way].add_error(None, str(refusal))
        else:
            _set_to_work(number)
            return redirect("people:import_page", year, number)
    failed = next((form for form in forms.values() if form.errors), None)
    context = {"year": year, "forms": forms, "failed": failed, "begun": open_imports()}
    return render(request, "people/import_start.html", context, status=422 if failed else 200)


def _start(request: SchoolRequest, form: Form) -> int:
    if isinstance(form, PeoplePasteForm):
        return start_pasted(form.cleaned_data["text"], actor_id=request.user.pk, at=clock.now())
    file = form.cleaned_data["file"]
    check_file_size(file.size, file.name)  # before it is read into memory
    return start_import(file.read(), file.name, actor_id=request.user.pk, at=clock.now())


def _set_to_work(import_id: int) -> None:
    """Small work is done at once; the rest is left to the worker, and to the page itself where there is none."""
    draft = import_of(import_id)
    school = current_school_id()
    if is_small(draft) or school is None:
        carry_on(import_id, at=clock.now(), today=clock.today())
        return
    try:
        carry_on_import.apply_async((school, import_id), retry=False)
    except QueueIsAway:  # the page will do it
        return


def import_of(import_id: int) -> PeopleImport:
    """An import that is not closed; Http404 otherwise."""
    draft = import_by_id(import_id)
    if draft is None or draft.state == ImportState.CLOSED:
        raise Http404
    return draft


@curator_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: SchoolRequest, year: SchoolYear, import_id: int) -> HttpResponse:
    """While it is at work, how far it has come; then what was understood, to be mended and written."""
    draft = import_of(import_id)
    if request.method == "POST":
        return _mended(request, year, draft)
    if draft.state in WORKING:
        draft = _waited_for(request, draft)
    if draft.state in WORKING:
        template = "people/_import_progress.html" if request.htmx else "people/import_progress.html"
        return render(request, template, {"year": year, "draft": draft})
    if request.htmx:
        return HttpResponse(headers={"HX-Refresh": "true"})
    if draft.state == ImportState.FAILED:
        return render(request, "people/import_failed.html", {"year": year, "draft": draft}, status=422)
    return _show(request, year, draft)


def _waited_for(request: SchoolRequest, draft: PeopleImport) -> PeopleImport:
    """Nobody has taken the work for some seconds: there is no worker, the page does it."""
    asked = request.GET.get("zhdem", "")
    waited = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < len("1000") else 0
    if waited < PATIENCE:
        return draft
    carry_on(draft.pk, at=clock.now(), today=clock.today())
    return import_of(draft.pk)


def _mended(request: SchoolRequest, year: SchoolYear, draft: PeopleImport) -> HttpResponse:
    places = [place for place in request.POST.getlist("row") if re.fullmatch(r"\d{1,3}-\d{1,5}(-\d{1,3})?", place)]
    try:
        if places:
            mend_rows(draft.pk, *_said(request.POST, places))
            draft = decide_again(draft.pk, today=clock.today())
        if "add" in request.POST:
            order_writing(draft.pk)
            _set_to_work(draft.pk)
            return _written(request, year, draft.pk)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("people:import_page", year, draft.pk)
    counts = importing.counts_of(draft)
    left = counts["wrong"] + counts["ask"]
    said = f"Осталось исправить: {counted(left, 'строка', 'строки', 'строк')}." if left else "Исправлены все строки."
    messages.success(request, f"Проверили заново. {said} Никто ещё не добавлен.")
    return redirect("people:import_page", year, draft.pk)


def _said(typed: Mapping[str, str], places: list[str]) -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    said = {
        place: {field.value: typed[f"{field.value}-{place}"] for field in EDITABLE if f"{field.value}-{place}" in typed}
        for place in places
    }
    choices = {place: typed.get(f"choice-{place}", "") for place in places}
    return said, choices


def _written(request: SchoolRequest, year: SchoolYear, import_id: int) -> HttpResponse:
    draft = import_of(import_id)
    if draft.state == ImportState.READY and draft.fault:
        messages.error(request, draft.fault)
    elif draft.state == ImportState.READY:
        messages.success(request, importing.written_words(draft.result))
    return redirect("people:import_page", year, import_id)


def _show(request: SchoolRequest, year: SchoolYear, draft: PeopleImport) -> HttpResponse:
    counts = importing.counts_of(draft)
    chosen = importing.chosen_filter(request.GET.get("stroki", ""), counts)
    shown = Paginator(importing.rows_shown(draft, chosen), PAGE).get_page(request.GET.get("page"))
    is_mending = chosen == "ispravit"
    context = {
        "year": year,
        "draft": draft,
        "counts": counts,
        "total": sum(counts.values()),
        "conclusion": importing.conclusion(counts),
        "written": importing.written_words(draft.result),
        "may_undo": may_undo(draft, at=clock.now()),
        "button": importing.button(counts),
        "waiting": counts["wrong"] + counts["ask"],
        "chips": importing.chips(counts, chosen),
        "chosen": chosen,
        "page": shown,
        "to_mend": importing.rows_to_mend(list(shown)) if is_mending else [],
        "lines": [] if is_mending else importing.row_lines(list(shown)),
        "tables": importing.tables_shown(draft),
        "not_kept": importing.not_kept(draft),
        "doubtful": importing.doubtful(draft),
        "kinds": KIND_WORDS.items(),
        "roles": importing.ROLE_CHOICES[1:],
        "result": result_of(draft),
    }
    return render(request, "people/import_page.html", context)


@curator_required
@require_POST
def columns(request: SchoolRequest, year: SchoolYear, import_id: int) -> HttpResponse:
    """Read the file again with the columns as the curator says."""
    draft = import_of(import_id)
    said = {table["sheet"]: request.POST.getlist(f"column-{table['sheet']}") for table in draft.tables}
    role, kind = request.POST.get("role", ""), request.POST.get("kind", "")
    role = {"наставник": "mentor", "наставляемый": "mentee"}.get(role, "")
    try:
        say_columns(import_id, said, role=role, kind=kind if kind in KIND_WORDS else "")
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        _set_to_work(import_id)
        messages.success(request, "Прочитано заново. Такие столбцы мы запомнили для следующих файлов.")
    return redirect("people:import_page", year, import_id)
