"""The body of the DOCX: paragraphs, lists, tables, pictures, annex pages."""

from collections.abc import Sequence
from io import BytesIO

from docx.document import Document as DocxFile
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as DocxParagraph

from municipal.notes.docx_tables import add_table
from municipal.notes.domain.document import Heading, Items, Paragraph, Picture, Piece, TableBlock
from tenants.paper.docx_styles import INDENT, PAGE, TABLE_SIZE

ALIGN = WD_ALIGN_PARAGRAPH
SIDE_MARGINS = Mm(45)


class DocxBody:
    """Appends to the file, piece by piece."""

    def __init__(self, file: DocxFile) -> None:
        self.file = file

    @property
    def _width(self) -> int:
        is_wide = self.file.sections[-1].orientation == WD_ORIENT.LANDSCAPE
        return int((PAGE[1] if is_wide else PAGE[0]) - SIDE_MARGINS)

    def piece(self, piece: Piece) -> None:
        if isinstance(piece, Heading):
            self._heading(piece)
        elif isinstance(piece, Paragraph):
            self._text(piece.text)
        elif isinstance(piece, Items):
            self._items(piece)
        elif isinstance(piece, Picture):
            self._picture(piece)
        elif isinstance(piece, TableBlock):
            add_table(self.file, piece.table, self._width)

    def _text(self, text: str) -> DocxParagraph:
        line = self.file.add_paragraph(text)
        line.paragraph_format.first_line_indent = INDENT
        line.alignment = ALIGN.JUSTIFY
        return line

    def _heading(self, heading: Heading) -> None:
        line = self.file.add_heading(heading.text, level=heading.level)
        line.alignment = ALIGN.LEFT

    def _items(self, items: Items) -> None:
        """Numbers and dashes are typed: they survive every editor, and each list starts with 1."""
        for number, text in enumerate(items.items, start=1):
            self._text(f"{number}. {text}" if items.is_numbered else f"– {text}")

    def _picture(self, picture: Picture) -> None:
        line = self.file.add_paragraph()
        line.alignment = ALIGN.CENTER
        line.paragraph_format.keep_with_next = True
        line.paragraph_format.space_before = Pt(6)
        shape = line.add_run().add_picture(BytesIO(picture.png), width=self._width)
        shape._inline.docPr.set("descr", picture.alt)
        caption = self.file.add_paragraph(picture.caption)
        caption.alignment = ALIGN.CENTER
        caption.paragraph_format.space_after = Pt(6)

    def centred(self, lines: Sequence[str], *, is_bold: bool) -> None:
        for text in lines:
            line = self.file.add_paragraph()
            line.alignment = ALIGN.CENTER
            line.add_run(text).bold = is_bold

    def title(self, lines: Sequence[str]) -> None:
        """The title in one paragraph of the style «Title», lines broken as given."""
        line = self.file.add_paragraph(style="Title")
        line.alignment = ALIGN.CENTER
        line.paragraph_format.space_before = Pt(18)
        for place, text in enumerate(lines):
            run = line.add_run(text)
            if place + 1 < len(lines):
                run.add_break()

    def annex_title(self, title: str) -> None:
        line = self.file.add_heading(title, level=1)
        line.alignment = ALIGN.CENTER

    def two_sides(self, left: str, right: str, *, is_signature: bool = False) -> None:
        """Left and right of one line: date and place, position and name."""
        line = self.file.add_paragraph()
        layout = line.paragraph_format
        layout.tab_stops.add_tab_stop(self._width, WD_TAB_ALIGNMENT.RIGHT)
        layout.space_before = Pt(30) if is_signature else Pt(6)
        layout.space_after = Pt(6)
        layout.keep_together = True
        line.add_run(f"{left}\t{right}" if right else left)

    def enclosures(self, titles: Sequence[str]) -> None:
        """«Приложения:», numbered, before the signature."""
        if not titles:
            return
        line = self._text("Приложения:")
        line.paragraph_format.space_before = Pt(12)
        line.paragraph_format.keep_with_next = True
        for number, title in enumerate(titles, start=1):
            self._text(f"№ {number}. {title}.").paragraph_format.keep_with_next = True

    def executor(self, text: str) -> None:
        """The mark of who prepared the note: small, at the end of the text."""
        if not text:
            return
        line = self.file.add_paragraph()
        line.paragraph_format.space_before = Pt(24)
        line.add_run(text).font.size = TABLE_SIZE

    def new_page(self, *, is_wide: bool) -> None:
        """An annex begins on its own page; a wide one lies on its side. Its first page is numbered too."""
        section = self.file.add_section(WD_SECTION.NEW_PAGE)
        section.different_first_page_header_footer = False
        short, long = PAGE
        section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (long, short) if is_wide else (short, long)

    def corner(self, lines: Sequence[str]) -> None:
        """«Приложение № 1 / к аналитической справке …», upper right."""
        for text in lines:
            self.file.add_paragraph(text).alignment = ALIGN.RIGHT
