"""Page, styles and properties of the school's DOCX: A4 on its side, Times New Roman, numbers from the second page.

ГОСТ Р 7.0.97-2025: margins 20/10/20/10 mm or wider, 12–14 pt (a table may have 12), page numbers at the top in the
middle.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FONT = "Times New Roman"
TEXT_SIZE, TABLE_SIZE = Pt(14), Pt(12)
WIDTH_MM, HEIGHT_MM = 297, 210
LEFT_MM, RIGHT_MM, TOP_MM, BOTTOM_MM = 20, 10, 20, 15
TEXT_MM = WIDTH_MM - LEFT_MM - RIGHT_MM
_SLOTS = ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia")
_THEMES = ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme")


def dress(file: Any) -> None:
    """One typeface in every style, the page on its side, numbers from the second page."""
    for style in file.styles:
        fonts = style.element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        if fonts is not None or style.name == "Normal":
            _set_font(style.element.get_or_add_rPr())
    defaults = file.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None:
        _set_font(defaults)
        language = defaults.find(qn("w:lang"))
        if language is not None:
            language.set(qn("w:val"), "ru-RU")
    normal = file.styles["Normal"]
    normal.font.size = TEXT_SIZE
    layout = normal.paragraph_format
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing = 1.0
    _page(file)


def _set_font(properties: Any) -> None:
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for slot in _THEMES:
        fonts.attrib.pop(qn(slot), None)
    for slot in _SLOTS:
        fonts.set(qn(slot), FONT)


def _page(file: Any) -> None:
    section = file.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(WIDTH_MM), Mm(HEIGHT_MM)
    section.left_margin, section.right_margin = Mm(LEFT_MM), Mm(RIGHT_MM)
    section.top_margin, section.bottom_margin = Mm(TOP_MM), Mm(BOTTOM_MM)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    line = section.header.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = line.add_run()
    run.font.size = TABLE_SIZE
    for element in _page_field():
        run._r.append(element)


def _page_field() -> Iterator[Any]:
    for kind in ("begin", "separate", "end"):
        if kind == "separate":
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = "PAGE"
            yield code
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        yield mark


def set_properties(file: Any, *, title: str, organisation: str, dated: date) -> None:
    """Title, organisation and date; no person, machine or editing time."""
    properties = file.core_properties
    at = datetime.combine(dated, time(12), tzinfo=UTC)
    properties.title, properties.author, properties.last_modified_by = title[:250], organisation[:250], ""
    properties.comments = properties.keywords = properties.category = properties.subject = ""
    properties.language, properties.revision = "ru-RU", 1
    properties.created = properties.modified = at
