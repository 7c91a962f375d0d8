"""From the composed note to the printed document."""

from municipal.notes.domain.composition import compose
from municipal.notes.domain.document import Document, Heading, Items, Paragraph, Picture
from municipal.notes.domain.printable import build_document
from tests.municipal.notes.papers import EDITED, REQUISITES, paper
from tests.municipal.notes.sample import district, note_input
from tests.municipal.notes.schools import School


def under(document: Document, title: str) -> list[object]:
    """The pieces between a section's heading and the next one."""
    places = [place for place, piece in enumerate(document.pieces) if isinstance(piece, Heading)]
    start = next(p for p in places if document.pieces[p].text.endswith(title))  # type: ignore[union-attr]
    end = next((p for p in places if p > start), len(document.pieces))
    return list(document.pieces[start + 1 : end])


def test_sections_are_numbered_in_order_and_the_closing_one_is_no_section() -> None:
    headings = [piece.text for piece in paper().pieces if isinstance(piece, Heading)]
    assert headings[0] == "1. Основание и цель"
    assert headings[-1] == "14. Рекомендации"
    assert [int(text.partition(".")[0]) for text in headings] == list(range(1, 15))


def test_edited_own_and_removed_paragraphs_and_charts_find_their_places() -> None:
    document = paper()
    coverage = under(document, "Охват и пары")
    assert [piece.text for piece in coverage if isinstance(piece, Paragraph)][-2:] == [
        "Методист переписал этот абзац: #эхо [скобки] $x$ *звёзды* «кавычки» @метка <b>.",
        "Свой абзац методиста.",
    ]
    assert isinstance(coverage[-1], Picture)
    assert under(document, "Раздел на сайте") == []
    assert EDITED.startswith("Методист")


def test_findings_and_recommendations_are_numbered_and_other_lists_are_not() -> None:
    document = paper()
    findings, documents = under(document, "Выводы"), under(document, "Документы")
    assert [piece.is_numbered for piece in findings if isinstance(piece, Items)] == [True]
    assert [piece.is_numbered for piece in documents if isinstance(piece, Items)] == [False]


def test_a_prompt_is_never_printed() -> None:
    note = compose(note_input({1: School(5)}, expected=1), kind="october", number=1)
    document = build_document(note, REQUISITES)
    assert not any("[" in piece.text for piece in document.pieces if isinstance(piece, Paragraph))


def test_the_title_the_date_and_the_annexes_name_the_note() -> None:
    document = paper()
    assert document.title[0] == "АНАЛИТИЧЕСКАЯ СПРАВКА"
    assert document.date_line == "27.10.2025 № 3"
    assert document.belongs_to == "к аналитической справке от 27.10.2025 № 3"
    assert [annex.number for annex in document.annexes] == [1, 2, 3, 4, 5, 6, 7]
    assert document.executor == "Справку составил методист\u00a0С.\u00a0Н.\u00a0Ермакова."
    assert compose(district(), kind="october", number=3).title == document.file_title
