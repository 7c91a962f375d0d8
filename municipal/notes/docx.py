"""The note as DOCX: what officials edit and sign.

Layout as the office standard (ГОСТ Р 7.0.97-2025) and the region's habit ask: A4, margins 30/15/20/20 mm, Times New
Roman 14 (tables 12), first line 1.25 cm, justified, pages numbered from the second at the top in the middle.
"""

from io import BytesIO

import docx
from docx.document import Document as DocxFile

from municipal.notes.docx_parts import DocxBody
from municipal.notes.domain.document import Document, DocumentAnnex
from tenants.paper.docx_styles import dress, number_pages, set_properties

SIGNATURE_LINE = "_" * 18


def render_docx(document: Document) -> bytes:
    """The file's bytes. Its properties carry the title and the organisation, no user, machine or editing time."""
    file: DocxFile = docx.Document()
    dress(file)
    set_properties(file, title=document.file_title, author=document.author, dated=document.dated)
    number_pages(file)
    body = DocxBody(file)
    body.centred(document.letterhead, is_bold=False)
    body.title(document.title)
    body.two_sides(document.date_line, document.place)
    for piece in document.pieces:
        body.piece(piece)
    body.enclosures(document.enclosures)
    for signature in document.signatures:
        body.two_sides(signature.position, f"{SIGNATURE_LINE} {signature.name}".strip(), is_signature=True)
    body.executor(document.executor)
    for annex in document.annexes:
        _annex(body, document, annex)
    held = BytesIO()
    file.save(held)
    return held.getvalue()


def _annex(body: DocxBody, document: Document, annex: DocumentAnnex) -> None:
    body.new_page(is_wide=annex.is_wide)
    body.corner((f"Приложение № {annex.number}", document.belongs_to))
    body.annex_title(annex.title)
    for piece in annex.pieces:
        body.piece(piece)
