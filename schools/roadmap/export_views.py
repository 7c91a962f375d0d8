"""The roadmap as a file: DOCX to edit and sign, XLSX to count."""

from __future__ import annotations

from urllib.parse import quote

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from schools.roadmap import queries
from schools.roadmap.export.docx_table import render_docx
from schools.roadmap.export.gather import plain_rows, printed_roadmap
from schools.roadmap.export.xlsx_book import render_xlsx
from schools.roadmap.outlook_views import roadmap_of
from tenants import clock
from tenants.access import SchoolRequest, everyone_of_school
from tenants.domain.school_year import SchoolYear

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@everyone_of_school
@require_safe
def docx(request: SchoolRequest, year: SchoolYear, roadmap_id: int) -> HttpResponse:
    """The school's own table in Word."""
    roadmap, _ = roadmap_of(year, roadmap_id)
    printed = printed_roadmap(roadmap, plain_rows(roadmap.pk), school=request.host_school.short_name)
    return _file(render_docx(printed, dated=clock.today()), year, "docx", DOCX)


@everyone_of_school
@require_safe
def xlsx(request: SchoolRequest, year: SchoolYear, roadmap_id: int) -> HttpResponse:
    """The same in Excel, with dates and states."""
    roadmap, _ = roadmap_of(year, roadmap_id)
    today = clock.today()
    rows = [(row.activity, row) for row in queries.standings([roadmap.pk], today=today, year=year)]
    printed = printed_roadmap(roadmap, rows, school=request.host_school.short_name)
    return _file(render_xlsx(printed, dated=today), year, "xlsx", XLSX)


def _file(content: bytes, year: SchoolYear, kind: str, media_type: str) -> HttpResponse:
    name = quote(f"Дорожная карта {year.slug}.{kind}")
    return HttpResponse(
        content,
        content_type=media_type,
        headers={
            "Content-Disposition": f"attachment; filename=\"karta-{year.slug}.{kind}\"; filename*=UTF-8''{name}",
            "X-Content-Type-Options": "nosniff",
        },
    )
