"""The note as PDF, by Typst: archival (PDF/A-2a) and accessible, from the same document as the DOCX.

Texts reach Typst as data, never as markup, so nothing a methodist types can become code; pictures lie beside the
template in a folder that lives as long as the drawing does.
"""

import json
from dataclasses import asdict
from datetime import UTC, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from municipal.notes.domain.document import (
    Document,
    DocumentAnnex,
    Heading,
    Items,
    Paragraph,
    Picture,
    Piece,
    TableBlock,
)
from municipal.notes.table_widths import widths_mm
from tenants.paper.signs import FONTS, drawable

TEMPLATE = Path(__file__).parent / "typst" / "note.typ"
TEXT_MM, WIDE_TEXT_MM = 165, 252
_KINDS: dict[type, str] = {Heading: "heading", Paragraph: "paragraph", Items: "items"}


def render_pdf(document: Document) -> bytes:
    """The file's bytes; equal documents give equal files. Raises typst.TypstError where the template is at fault."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        main = root / "note.typ"
        main.write_bytes(TEMPLATE.read_bytes())
        data = json.dumps(drawable(_data(document, root)), ensure_ascii=False)
        drawn = typst.compile(
            main,
            root=root,
            font_paths=[FONTS],
            ignore_system_fonts=True,
            sys_inputs={"document": data},
            pdf_standards=["a-2a", "ua-1"],
            timestamp=datetime.combine(document.dated, time(12), tzinfo=UTC),
        )
    if not isinstance(drawn, bytes):
        raise TypeError("Typst gave no file")
    return drawn


def _data(document: Document, root: Path) -> dict[str, Any]:
    return {
        "file_title": document.file_title,
        "author": document.author,
        "dated": [document.dated.year, document.dated.month, document.dated.day],
        "letterhead": document.letterhead,
        "title": document.title,
        "date_line": document.date_line,
        "place": document.place,
        "pieces": [_piece(piece, root, TEXT_MM) for piece in document.pieces],
        "enclosures": document.enclosures,
        "signatures": [asdict(signature) for signature in document.signatures],
        "executor": document.executor,
        "belongs_to": document.belongs_to,
        "annexes": [_annex(annex, root) for annex in document.annexes],
    }


def _annex(annex: DocumentAnnex, root: Path) -> dict[str, Any]:
    width = WIDE_TEXT_MM if annex.is_wide else TEXT_MM
    return {
        "number": annex.number,
        "title": annex.title,
        "is_wide": annex.is_wide,
        "pieces": [_piece(piece, root, width) for piece in annex.pieces],
    }


def _piece(piece: Piece, root: Path, width: float) -> dict[str, Any]:
    if isinstance(piece, Picture):
        file = root / f"picture-{len(list(root.iterdir()))}.png"
        file.write_bytes(piece.png)
        return {"kind": "picture", "file": file.name, "caption": piece.caption, "alt": piece.alt}
    if isinstance(piece, TableBlock):
        return {"kind": "table", "table": {**asdict(piece.table), "widths": widths_mm(piece.table, width)}}
    return {"kind": _KINDS[type(piece)], **asdict(piece)}
