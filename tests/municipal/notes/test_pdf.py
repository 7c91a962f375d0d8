"""The PDF that officials print and publish."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from municipal.notes.domain.document import Document, Items, Paragraph, printable
from municipal.notes.pdf import render_pdf
from tenants.domain.school_year import Season
from tenants.paper.signs import drawable_text
from tests.municipal.notes.papers import EDITED, paper

pdftotext = shutil.which("pdftotext")
reading = pytest.mark.skipif(pdftotext is None, reason="pdftotext is not installed, so the text cannot be read back")


@pytest.fixture(scope="module")
def document() -> Document:
    return paper()


@pytest.fixture(scope="module")
def pdf(document: Document) -> bytes:
    return render_pdf(document)


def read(pdf: bytes, folder: Path) -> str:
    """The text of all pages, spaces and hyphens of line ends dropped."""
    assert pdftotext is not None
    (folder / "note.pdf").write_bytes(pdf)
    done = subprocess.run([pdftotext, str(folder / "note.pdf"), "-"], capture_output=True, check=True)
    return squeezed(done.stdout.decode())


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)


def test_it_is_an_archival_and_accessible_file_with_its_title(pdf: bytes) -> None:
    assert pdf.startswith(b"%PDF-1.7")
    assert b"pdfaid:part>2<" in pdf
    assert b"pdfuaid:part>1<" in pdf
    assert b"/StructTreeRoot" in pdf


def test_the_same_document_gives_the_same_bytes(document: Document, pdf: bytes) -> None:
    assert render_pdf(document) == pdf


@reading
def test_every_sentence_of_the_note_is_printed(document: Document, pdf: bytes, tmp_path: Path) -> None:
    printed = read(pdf, tmp_path)
    expected = [piece.text for piece in document.pieces if isinstance(piece, Paragraph)]
    expected += [item for piece in document.pieces if isinstance(piece, Items) for item in piece.items]
    # a sentence torn by the end of a page has the page's number inside it
    torn = [text for text in expected if squeezed(text) not in printed]
    assert [text for text in torn if squeezed(text)[:25] not in printed] == []
    assert len(torn) <= 4


@reading
def test_what_a_methodist_types_is_text_and_never_markup(pdf: bytes, tmp_path: Path) -> None:
    assert squeezed(EDITED) in read(pdf, tmp_path)


@reading
def test_the_title_the_signature_and_the_annexes_are_printed(pdf: bytes, tmp_path: Path) -> None:
    printed = read(pdf, tmp_path)
    said = ("АНАЛИТИЧЕСКАЯСПРАВКА", "27.10.2025№3", "ДиректорМБУ«ИМЦ»", "О.В.Лапина", "Приложение№7", "п.Верхнереченск")
    assert [text for text in said if text not in printed] == []


def test_may_is_printed_as_well() -> None:
    assert render_pdf(paper(Season.MAY)).startswith(b"%PDF")


@pytest.mark.parametrize(
    "sign", ["\U0001f389", "漢", "\ue000", "\ufdd0", "\u0378", "\x1f", "\x00", "\ud800", "и\u0301", "\u200d"]
)
def test_any_sign_that_was_ever_accepted_still_gives_a_file(sign: str, document: Document) -> None:
    torn = printable(replace(document, pieces=(Paragraph(f"Абзац {sign}."),), annexes=(), place=sign))
    assert render_pdf(torn).startswith(b"%PDF")


def test_a_sign_the_typeface_lacks_gives_way_to_the_nearest_and_words_stay() -> None:
    assert drawable_text("Ура\U0001f389! 漢 №\u20095, ①, Өҕүлүк") == "Ура! ? № 5, 1, Өҕүлүк"
