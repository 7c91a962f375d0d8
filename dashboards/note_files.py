"""The note as files. They are made here because charts are drawn on this storey, and a note may not look up."""

from typing import NamedTuple

from dashboards.note_charts import note_charts
from municipal.notes.docx import render_docx
from municipal.notes.domain.document import Document
from municipal.notes.domain.draft import StoredNote, document_of
from municipal.notes.pdf import render_pdf
from municipal.notes.queries import stored_note
from tenants.domain.school_year import Season, SeasonOfYear

_SEASONS = {Season.OCTOBER: "oktyabr", Season.MAY: "may"}


class Papers(NamedTuple):
    """Bytes of both files of one content."""

    docx: bytes
    pdf: bytes


def render(note_id: int) -> Papers:
    """Both files of a note, signed or not. Run as its municipality; raises LookupError where it has none such."""
    note = stored_note(note_id)
    if note is None:
        raise LookupError(f"no note {note_id}")
    document = paper(note)
    return Papers(render_docx(document), render_pdf(document))


def paper(note: StoredNote) -> Document:
    """The note laid out, its charts in place."""
    return document_of(note, note_charts(note))


def file_name(note: StoredNote, season: SeasonOfYear, extension: str) -> str:
    """«spravka-oktyabr-2026.docx», a later version «…-v2.docx»: no names in it."""
    version = f"-v{note.info.version}" if note.info.version > 1 else ""
    return f"spravka-{_SEASONS[season.season]}-{season.calendar_year}{version}.{extension}"
