"""Downloads of a note."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from dashboards.note_files import file_name, paper
from municipal.notes.docx import render_docx
from municipal.notes.domain.document import Document
from municipal.notes.pdf import render_pdf
from municipal.notes.queries import campaign_of_note, stored_note
from tenants.access import PlacedRequest, municipality_required
from tenants.domain.school_year import SchoolYear

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
@municipality_required
def docx(_request: PlacedRequest, year: SchoolYear, note_id: int) -> HttpResponse:
    """What officials edit and sign."""
    return _file(year, note_id, "docx", DOCX, render_docx)


@require_safe
@municipality_required
def pdf(_request: PlacedRequest, year: SchoolYear, note_id: int) -> HttpResponse:
    """What they print and publish."""
    return _file(year, note_id, "pdf", "application/pdf", render_pdf)


def _file(
    year: SchoolYear, note_id: int, extension: str, content_type: str, render: Callable[[Document], bytes]
) -> HttpResponse:
    campaign = campaign_of_note(note_id)
    note = stored_note(note_id)
    if note is None or campaign is None or campaign.school_year != year:
        raise Http404
    name = file_name(note, campaign.season_of_year, extension)
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(render(paper(note)), content_type=content_type, headers=disposition)
