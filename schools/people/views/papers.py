"""The personal file of a person to print and to keep."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from schools.people.docx import PersonalFile, render_personal_file
from schools.people.presenters.person import person_page
from schools.people.presenters.timeline import timeline
from schools.people.views.finding import day_of, person_of
from tenants import clock
from tenants.access import SchoolRequest, curator_reads
from tenants.domain.russian import date_words
from tenants.domain.school_year import SchoolYear

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
@curator_reads
def personal_file(request: SchoolRequest, year: SchoolYear, person_id: int) -> HttpResponse:
    """The timeline as DOCX; the name of the file names nobody."""
    found, on = person_of(person_id), day_of(year)
    page = person_page(found, on)
    file = PersonalFile(
        school=request.host_school.short_name,
        name=page.name,
        facts=[(fact.name, str(fact.value)) for fact in page.facts if fact.value not in (None, "")],
        years=[(one.title, [(date_words(line.on), line.text) for line in one.lines]) for one in timeline(found, on)],
        made=f"Составлено {date_words(clock.today())}.",
    )
    answer = HttpResponse(render_personal_file(file), content_type=DOCX)
    answer["Content-Disposition"] = f'attachment; filename="lichnoe-delo-{person_id}.docx"'
    answer["Cache-Control"] = "no-store"
    return answer
