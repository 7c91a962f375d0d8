"""DOCX and PDF of a stored note."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from django.test import Client

from dashboards.note_files import Papers, paper, render
from municipal.notes.domain.draft import StoredNote
from municipal.notes.services.edit_block import edit_block
from municipal.notes.services.sign_note import sign_note
from tenants.current import municipality_open
from tenants.domain.school_year import Season, SeasonOfYear
from tests.cast import BORIS, DINA, GLEB, IRINA, Actor
from tests.factories.municipal import YEAR, local, opened
from tests.factories.notes import DAY, composed, kept, october, paragraph, reported

pytestmark = pytest.mark.django_db
Browser = Callable[[Actor], Client]
AT = local(DAY, 15)
pdftotext = shutil.which("pdftotext")


@pytest.fixture
def note() -> StoredNote:
    """A draft of three schools' forms with a paragraph in the methodist's words."""
    note_id = composed(october(schools=(1, 2, 3))).note_id
    with municipality_open(1):
        block = paragraph(note_id, "practices")
        edit_block(block_id=block.id, text="Заявок было много, см. приложение.", at=AT, actor_id=None)
    return kept(note_id)


def _papers(note: StoredNote) -> Papers:
    with municipality_open(1):
        return render(note.info.id)


def _docx_text(content: bytes) -> str:
    file = docx.Document(BytesIO(content))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in file.paragraphs), *cells])


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)


def _pdf_text(content: bytes, folder: Path) -> str:
    assert pdftotext is not None
    (folder / "note.pdf").write_bytes(content)
    done = subprocess.run([pdftotext, "-layout", str(folder / "note.pdf"), "-"], capture_output=True, check=True)
    return done.stdout.decode()


def test_the_docx_says_every_paragraph_and_figure_of_the_page(note: StoredNote) -> None:
    printed = _docx_text(_papers(note).docx)
    assert [block.text for block in note.blocks if block.text not in printed] == []
    assert "Заявок было много, см.\u00a0приложение." in printed


@pytest.mark.skipif(pdftotext is None, reason="pdftotext is not installed, so the PDF cannot be read back")
def test_the_pdf_shows_the_same_figures_as_the_docx(note: StoredNote, tmp_path: Path) -> None:
    papers = _papers(note)
    pdf = _squeezed(_pdf_text(papers.pdf, tmp_path))
    figures = [figure.text for block in note.blocks if not block.edited for figure in block.composed.figures]
    assert len(figures) > 30
    assert [one for one in figures if _squeezed(one) not in pdf] == []
    torn = [block.key for block in note.blocks if _squeezed(block.text) not in pdf]
    assert len(torn) <= 3  # a page's number may stand inside a paragraph


def test_charts_stand_after_their_sections_with_numbered_captions(note: StoredNote) -> None:
    file = docx.Document(BytesIO(_papers(note).docx))
    captions = [one.text for one in file.paragraphs if one.text.startswith("Рисунок ")]
    assert [caption.split(". ")[0] for caption in captions] == [f"Рисунок {n}" for n in range(1, len(captions) + 1)]
    assert len(captions) >= 3
    assert len(file.inline_shapes) == len(captions)


def test_with_fewer_schools_than_can_be_compared_there_are_no_charts() -> None:
    note_id = composed(october(schools=(1, 2))).note_id
    with municipality_open(1):
        file = docx.Document(BytesIO(render(note_id).docx))
    assert len(file.inline_shapes) == 0


def test_a_signed_note_gives_the_same_paper_whatever_happens_later() -> None:
    campaign = october(schools=(1, 2))
    note_id = composed(campaign).note_id
    with municipality_open(1):
        sign_note(note_id=note_id, signed_by="И. Л. Исаева", signed_position="начальник", at=AT, actor_id=None)
        before = paper(kept(note_id))
    reported(campaign, 3)
    with municipality_open(1):
        assert paper(kept(note_id)) == before
    assert [(one.position, one.name) for one in before.signatures] == [("начальник", "И. Л. Исаева")]


def test_files_are_downloaded_under_a_name_without_names(note: StoredNote, browser_of: Browser) -> None:
    for actor in (BORIS, IRINA):
        for extension in ("docx", "pdf"):
            answer = browser_of(actor).get(f"/2025-26/spravki/{note.info.id}/spravka.{extension}")
            assert answer.status_code == 200
            assert answer["Content-Disposition"] == f'attachment; filename="spravka-oktyabr-2025.{extension}"'


def test_nobody_else_downloads_it(note: StoredNote, browser_of: Browser) -> None:
    address = f"/2025-26/spravki/{note.info.id}/spravka.docx"
    assert browser_of(DINA).get(address).status_code == 404
    assert browser_of(GLEB).get(address).status_code == 403
    assert browser_of(BORIS).get(f"/2024-25/spravki/{note.info.id}/spravka.docx").status_code == 404


def test_may_is_composed_and_printed_as_well(browser_of: Browser, settings: Any) -> None:
    october(schools=(1, 2, 3))
    campaign = opened(SeasonOfYear(YEAR, Season.MAY))
    for school_id in (1, 2, 3):
        reported(campaign, school_id)
    day = campaign.due_on
    settings.CLOCK_STARTS_AT = local(day, 10)
    note_id = composed(campaign, day=day).note_id
    answer = browser_of(BORIS).get(f"/2025-26/spravki/{note_id}/spravka.docx")
    assert answer["Content-Disposition"] == 'attachment; filename="spravka-may-2026.docx"'
    printed = _docx_text(answer.content)
    assert "Рост участников" in printed
    assert [block.text for block in kept(note_id).blocks if block.text not in printed] == []
