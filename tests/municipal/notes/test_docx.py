"""The DOCX that officials edit and sign."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.document import Document as DocxFile
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from municipal.notes.docx import render_docx
from municipal.notes.domain.document import Document, Items, Paragraph, printable
from tenants.domain.school_year import Season
from tests.municipal.notes.papers import EDITED, paper

FONT_SLOTS = ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia")


@pytest.fixture(scope="module")
def document() -> Document:
    return paper()


@pytest.fixture(scope="module")
def file(document: Document) -> DocxFile:
    return docx.Document(BytesIO(render_docx(document)))


def mm(length: int | None) -> int:
    return round((length or 0) / 36_000)


def test_every_paragraph_and_item_of_the_note_is_there_word_for_word(document: Document, file: DocxFile) -> None:
    printed = [line.text for line in file.paragraphs]
    expected = [piece.text for piece in document.pieces if isinstance(piece, Paragraph)]
    items = [item for piece in document.pieces if isinstance(piece, Items) for item in piece.items]
    assert [text for text in expected if text not in printed] == []
    assert [text for text in items if not any(line.endswith(text) for line in printed)] == []
    assert EDITED in [text.replace("\u00a0", " ") for text in printed]


def test_the_page_is_a4_with_the_margins_of_a_note_and_numbers_from_the_second_page(file: DocxFile) -> None:
    first = file.sections[0]
    assert (mm(first.page_width), mm(first.page_height)) == (210, 297)
    margins = (first.left_margin, first.right_margin, first.top_margin, first.bottom_margin)
    assert tuple(map(mm, margins)) == (30, 15, 20, 20)
    assert first.different_first_page_header_footer
    assert "PAGE" in first.header.paragraphs[0]._p.xml
    assert not any(section.different_first_page_header_footer for section in list(file.sections)[1:])


def test_a_wide_annex_lies_on_its_side(document: Document, file: DocxFile) -> None:
    turned = [section.orientation == WD_ORIENT.LANDSCAPE for section in list(file.sections)[1:]]
    assert turned == [annex.is_wide for annex in document.annexes]
    assert any(turned)


def test_every_style_is_in_one_typeface_headings_too(file: DocxFile) -> None:
    fonts = [style.element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}") for style in file.styles]
    names = {found.get(qn(slot)) for found in fonts if found is not None for slot in FONT_SLOTS}
    themed = [found for found in fonts if found is not None and any("Theme" in key for key in found.attrib)]
    assert names == {"Times New Roman"}
    assert themed == []
    assert file.styles["Normal"].font.size.pt == 14


def test_the_header_row_of_every_table_repeats_and_cells_are_of_twelve_points(file: DocxFile) -> None:
    for table in file.tables:
        assert "w:tblHeader" in table.rows[0]._tr.xml
        sizes = {run.font.size.pt for row in table.rows for cell in row.cells for run in cell.paragraphs[0].runs}
        assert sizes == {12}


def test_tables_hold_the_rows_of_the_annexes(document: Document, file: DocxFile) -> None:
    expected = [piece.table for annex in document.annexes for piece in annex.pieces if hasattr(piece, "table")]
    printed = [[[cell.text for cell in row.cells] for row in table.rows] for table in file.tables]
    wanted = [
        [[column.title for column in one.columns], *map(list, one.rows), *([list(one.total)] if one.total else [])]
        for one in expected
    ]
    assert printed == wanted


def test_properties_name_the_note_and_the_organisation_and_no_machine(file: DocxFile) -> None:
    properties = file.core_properties
    assert properties.title == "Аналитическая справка по итогам мониторинга наставничества «Октябрь 2025»"
    assert properties.author == "МБУ «ИМЦ» Верхнереченского муниципального округа"
    assert (properties.last_modified_by, properties.comments) == ("", "")
    assert properties.created.date().isoformat() == "2025-10-27"


def test_a_chart_is_told_in_words_to_those_who_cannot_see_it(file: DocxFile) -> None:
    assert [shape._inline.docPr.get("descr") for shape in file.inline_shapes] == [
        "Столбцы: пары по формам наставничества"
    ]


def test_the_note_is_signed_under_its_text(file: DocxFile) -> None:
    lines = [line.text for line in file.paragraphs]
    signature = next(text for text in lines if "О. В. Лапина" in text)
    assert signature.startswith("Директор МБУ «ИМЦ»\t____")
    assert lines.index(signature) > lines.index("Приложения:")


def test_may_is_printed_as_well() -> None:
    assert render_docx(paper(Season.MAY))[:2] == b"PK"


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\U0001f389"])
def test_any_sign_that_was_ever_accepted_still_gives_a_file(sign: str, document: Document) -> None:
    torn = printable(replace(document, pieces=(Paragraph(f"Абзац{sign}."),), place=sign))
    assert "Абзац" in "".join(line.text for line in docx.Document(BytesIO(render_docx(torn))).paragraphs)
