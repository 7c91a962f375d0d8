"""What is done with an import as a whole: the file given back, the addition undone, the import closed."""

from __future__ import annotations

import re
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from schools.people.models import PeopleImport
from schools.people.presenters.importing import PEOPLE
from schools.people.services.import_people import close_import
from schools.people.services.undo_import import undo_import
from schools.people.views.importing import import_of
from schools.people.xlsx import mended_workbook
from tenants import clock
from tenants.access import SchoolRequest, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.russian import counted
from tenants.domain.school_year import SchoolYear

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@curator_required
@require_safe
def file_back(request: SchoolRequest, year: SchoolYear, import_id: int) -> HttpResponse:
    """The same file with «Что исправить»."""
    draft = import_of(import_id)
    data = bytes(PeopleImport.objects.values_list("data", flat=True).get(pk=import_id))
    try:
        book = mended_workbook(
            data, name=draft.source_name, origin=draft.origin, key=draft.key, tables=draft.tables, rows=draft.rows
        )
    except Refusal as refusal:  # a file that was never read has nothing to give back
        messages.error(request, str(refusal))
        return redirect("people:import_page", year, import_id)
    name = re.sub(r"\.[A-Za-z]{2,4}$", "", draft.source_name) or "люди"
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(f'{name} — что исправить.xlsx')}",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(book, content_type=XLSX, headers=headers)


@curator_required
@require_POST
def close(request: SchoolRequest, year: SchoolYear, import_id: int) -> HttpResponse:
    """Forget the file; the registers stay as they are."""
    close_import(import_id)
    messages.success(request, "Файл удалён из программы. Те, кто уже добавлен, остались в базах.")
    return redirect("people:mentors", year)


@curator_required
@require_POST
def undo(request: SchoolRequest, year: SchoolYear, import_id: int) -> HttpResponse:
    """Take back those who were added, within an hour."""
    import_of(import_id)
    try:
        gone, kept = undo_import(import_id, at=clock.now(), today=clock.today(), actor_id=request.user.pk)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        stayed = f" Остались те, с кем уже работали: {kept}." if kept else ""
        messages.success(request, f"Добавление отменено: {counted(gone, *PEOPLE)}.{stayed}")
    return redirect("people:import_page", year, import_id)
