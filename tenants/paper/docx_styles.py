"""Styles, pages and properties of the DOCX."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from docx.document import Document as DocxFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

FONT = "Times New Roman"
TEXT_SIZE, TABLE_SIZE = Pt(14), Pt(12)
INDENT = Cm(1.25)
MARGINS = {"left_margin": Mm(30), "right_margin": Mm(15), "top_margin": Mm(20), "bottom_margin": Mm(20)}
PAGE = Mm(210), Mm(297)
_FONT_SLOTS = ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia")
_THEME_SLOTS = ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme")


def dress(file: DocxFile) -> None:
    """One typeface in every style, headings and table texts too: some readers fall back to their own otherwise."""
    for style in file.styles:
        fonts = style.element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        if fonts is not None or isinstance(style, ParagraphStyle):
            _set_font(style.element.get_or_add_rPr())
    defaults = file.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None:
        _set_font(defaults)
        _speak_russian(defaults)
    _dress_text(file)
    # justified Russian text with no-break spaces gapes unless long words may be broken
    file.settings.element.append(OxmlElement("w:autoHyphenation"))
    for name, size in (("Heading 1", TEXT_SIZE), ("Heading 2", TEXT_SIZE), ("Title", TEXT_SIZE)):
        _dress_heading(file.styles[name], size)
    _page(file)


def _set_font(properties: object) -> None:
    fonts = properties.find(qn("w:rFonts"))  # type: ignore[attr-defined]  # an lxml element; docx has no types
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)  # type: ignore[attr-defined]  # the same
    for slot in _THEME_SLOTS:
        fonts.attrib.pop(qn(slot), None)
    for slot in _FONT_SLOTS:
        fonts.set(qn(slot), FONT)


def _speak_russian(properties: object) -> None:
    language = properties.find(qn("w:lang"))  # type: ignore[attr-defined]  # an lxml element
    if language is not None:
        language.set(qn("w:val"), "ru-RU")


def _dress_text(file: DocxFile) -> None:
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size = FONT, TEXT_SIZE
    layout = normal.paragraph_format
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing = 1.15
    layout.widow_control = True
    for name in ("List Bullet", "List Number"):
        file.styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def _dress_heading(style: ParagraphStyle, size: Pt) -> None:
    style.font.size, style.font.bold, style.font.italic = size, True, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(12), Pt(6)
    style.paragraph_format.keep_with_next = True
    borders = style.element.find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
    if borders is not None:
        borders.getparent().remove(borders)


def _page(file: DocxFile) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = PAGE
    for name, size in MARGINS.items():
        setattr(section, name, size)
    section.header_distance = Mm(10)


def number_pages(file: DocxFile) -> None:
    """Numbers from the second page, at the top in the middle."""
    section = file.sections[0]
    section.different_first_page_header_footer = True
    line = section.header.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = line.add_run()
    for element in _page_field():
        run._r.append(element)


def _page_field() -> Iterator[object]:
    for kind in ("begin", "separate", "end"):
        if kind == "separate":
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = "PAGE"
            yield code
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        yield mark


def set_properties(file: DocxFile, *, title: str, author: str, dated: date) -> None:
    """Title, organisation and date of the document; the template's own marks are wiped."""
    properties = file.core_properties
    at = datetime.combine(dated, time(12), tzinfo=UTC)
    properties.title, properties.author, properties.last_modified_by = title, author, ""
    properties.comments = properties.keywords = properties.category = properties.subject = ""
    properties.language, properties.revision = "ru-RU", 1
    properties.created = properties.modified = at
