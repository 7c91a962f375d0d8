"""Sheets as PDF by Typst (PDF/A-2a, accessible). Texts reach it as data, never as markup."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from tenants.paper.sheet import Bundle, to_document
from tenants.paper.signs import FONTS, drawable

TEMPLATE = Path(__file__).parent / "sheet.typ"


def render_pdf(bundle: Bundle) -> bytes:
    """The file's bytes; equal bundles give equal files. Raises typst.TypstError where the template is at fault."""
    day = bundle.dated
    data = {
        "title": bundle.title,
        "author": bundle.author,
        "dated": [day.year, day.month, day.day],
        "sheets": [to_document(sheet) for sheet in bundle.sheets],
    }
    with TemporaryDirectory() as folder:
        main = Path(folder) / "sheet.typ"
        main.write_bytes(TEMPLATE.read_bytes())
        # a file, not an argument: a hundred forms are longer than a command line may be
        (Path(folder) / "sheets.json").write_text(json.dumps(drawable(data), ensure_ascii=False), encoding="utf-8")
        drawn = typst.compile(
            main,
            root=Path(folder),
            font_paths=[FONTS],
            ignore_system_fonts=True,
            pdf_standards=["a-2a", "ua-1"],
            timestamp=datetime.combine(day, time(12), tzinfo=UTC),
        )
    if not isinstance(drawn, bytes):
        raise TypeError("Typst gave no file")
    return drawn
