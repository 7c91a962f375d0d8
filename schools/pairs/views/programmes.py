"""The school's programmes: the list with a form for a new one, and a page to mend one with its stages."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from municipal.indicators.formats import load_formats
from schools.pairs.domain.suiting import formats_for
from schools.pairs.forms import ProgrammeForm, StageForm, stage_rows, stages_said
from schools.pairs.models import Programme
from schools.pairs.queries import programme_bank, programme_by_id
from schools.pairs.services.keep_programme import NewProgramme, save_programme
from schools.pairs.views.finding import UNPROCESSABLE, day_of, may_change
from tenants import clock
from tenants.access import SchoolRequest, curator_required, everyone_of_school
from tenants.domain.errors import Refusal
from tenants.domain.russian import counted, date_numeric, plural
from tenants.domain.school_year import SchoolYear
from tenants.faults import faults_of
from tenants.form_fields import typed_in
from tenants.year_guard import year_is_open

FIELDS = ("title", "mentoring_format", "purpose", "valid_from", "valid_to", "url")


@require_http_methods(["GET", "HEAD", "POST"])
@everyone_of_school
def bank(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """Programmes in force, and a form for a new one; writing is the curator's."""
    return _add(request, year) if request.method == "POST" else _bank(request, year, _form(request, None))


@curator_required
def _add(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    form = _form(request, None)
    if _saved(request, form, [], None):
        messages.success(request, "Программа добавлена. Мониторинг возьмёт её отсюда. Этапы впишите на её странице.")
        return redirect("pairs:programmes", year)
    return _bank(request, year, form)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def edit(request: SchoolRequest, year: SchoolYear, programme_id: int) -> HttpResponse:
    """Mend a programme and its stages; from here it goes to the district's bank."""
    row = programme_by_id(programme_id)
    if row is None:
        raise Http404
    form, stages = _form(request, row), stage_rows(typed_in(request), row.stages)
    if request.method == "POST" and _saved(request, form, stages, row):
        messages.success(request, "Программа исправлена.")
        return redirect("pairs:programmes", year)
    faults = [*faults_of(form), *(fault for stage in stages for fault in faults_of(stage))]
    context = {"year": year, "form": form, "stages": stages, "row": row, "faults": faults}
    return render(request, "pairs/programme.html", context, status=UNPROCESSABLE if faults else 200)


def _form(request: SchoolRequest, row: Programme | None) -> ProgrammeForm:
    initial: dict[str, Any] = {name: getattr(row, name) for name in FIELDS} if row else {}
    formats = formats_for(request.host_school.kind)
    known = load_formats().formats
    if row and row.mentoring_format in known and known[row.mentoring_format] not in formats:
        formats = [*formats, known[row.mentoring_format]]
    return ProgrammeForm(request.POST or None, formats=formats, initial=initial)


def _saved(request: SchoolRequest, form: ProgrammeForm, stages: list[StageForm], row: Programme | None) -> bool:
    right = [stage.is_valid() for stage in stages if stage.is_bound]
    if not form.is_valid() or not all(right):
        return False
    said = stages_said(stages, row.stages if row else [])
    try:
        save_programme(
            NewProgramme(**form.cleaned_data, stages=tuple(said)),
            programme_id=row.pk if row else None,
            actor_id=request.user.pk,
            at=clock.now(),
        )
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _bank(request: SchoolRequest, year: SchoolYear, form: ProgrammeForm) -> HttpResponse:
    on = day_of(year)
    known = (row for row in programme_bank() if row.valid_from <= on or year_is_open(year))
    rows = [_line(row, in_force=_is_in_force(row, on)) for row in known]
    count = sum(row["in_force"] for row in rows)
    context = {
        "year": year,
        "form": form,
        "may_change": may_change(request, year),
        "rows": rows,
        "conclusion": _conclusion(count, over=on == year.ends_on),
    }
    return render(request, "pairs/programmes.html", context, status=UNPROCESSABLE if form.errors else 200)


def _is_in_force(row: Programme, on: date) -> bool:
    return row.valid_from <= on and (row.valid_to is None or row.valid_to >= on)


def _line(row: Any, *, in_force: bool) -> dict[str, Any]:
    until = f" по {date_numeric(row.valid_to)}" if row.valid_to else ""
    return {
        "id": row.pk,
        "title": row.title,
        "url": row.url,
        "form": load_formats().title(row.mentoring_format),
        "term": f"с {date_numeric(row.valid_from)}{until}",
        "pairs": row.used,
        "stages": len(row.stages),
        "shared": row.shared_id is not None,
        "taken_from": row.taken_from,
        "in_force": in_force,
    }


def _conclusion(count: int, *, over: bool) -> str:
    if over and not count:
        return "К концу учебного года программ не было."
    if over:
        verb = plural(count, "действовала", "действовали", "действовало")
        return f"К концу учебного года {verb} {counted(count, 'программа', 'программы', 'программ')}."
    if not count:
        return "Действующих программ нет. По программе пара знает, к чему идёт, а мониторинг её считает."
    verb = plural(count, "Действует", "Действуют", "Действуют")
    return f"{verb} {counted(count, 'программа', 'программы', 'программ')}."
