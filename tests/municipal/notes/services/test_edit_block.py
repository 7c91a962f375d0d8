"""The methodist's own words."""

from __future__ import annotations

import pytest

from municipal.notes.domain.draft import document_of
from municipal.notes.domain.refusals import EmptyText, NoSuchNote
from municipal.notes.services.add_own_paragraph import add_own_paragraph
from municipal.notes.services.edit_block import edit_block, restore_block
from municipal.notes.services.remove_block import remove_block, return_block
from tenants.current import municipality_open
from tenants.journal.models import Entry
from tests.factories.municipal import local
from tests.factories.notes import DAY, composed, kept, october, paragraph
from tests.municipal.notes.texts import texts_of

pytestmark = pytest.mark.django_db
AT = local(DAY, 15)


@pytest.fixture
def note_id() -> int:
    return composed(october()).note_id


def _edit(note_id: int, key: str, text: str) -> None:
    with municipality_open(1):
        edit_block(block_id=paragraph(note_id, key).id, text=text, at=AT, actor_id=None)


def test_an_edited_paragraph_is_printed_in_place_of_the_composed_one(note_id: int) -> None:
    composed_text = paragraph(note_id, "practices").text
    _edit(note_id, "practices", "Заявок было шесть.\n\n  Две из них — региональные. ")
    printed = texts_of(document_of(kept(note_id)))
    assert "Заявок было шесть." in printed
    assert "Две из\u00a0них\u00a0— региональные." in printed
    assert composed_text not in printed


def test_the_composed_paragraph_comes_back(note_id: int) -> None:
    before = paragraph(note_id, "practices")
    _edit(note_id, "practices", "Заявок было шесть.")
    with municipality_open(1):
        restore_block(block_id=before.id, at=AT, actor_id=None)
    assert paragraph(note_id, "practices").text == before.text
    assert paragraph(note_id, "practices").edited == ""


def test_saving_the_composed_text_as_it_is_is_no_edit(note_id: int) -> None:
    _edit(note_id, "practices", paragraph(note_id, "practices").text.replace("\u00a0", " "))
    assert paragraph(note_id, "practices").edited == ""


@pytest.mark.parametrize("text", ["", "  \n ", "а" * 5001])
def test_a_paragraph_without_words_or_without_end_is_refused(note_id: int, text: str) -> None:
    with pytest.raises(EmptyText):
        _edit(note_id, "practices", text)
    assert paragraph(note_id, "practices").edited == ""


def test_a_removed_paragraph_is_not_printed_until_it_is_returned(note_id: int) -> None:
    block = paragraph(note_id, "practices")
    with municipality_open(1):
        remove_block(block_id=block.id, at=AT, actor_id=None)
    assert block.text not in texts_of(document_of(kept(note_id)))
    with municipality_open(1):
        return_block(block_id=block.id, at=AT, actor_id=None)
    assert block.text in texts_of(document_of(kept(note_id)))


def test_an_own_finding_is_an_item_among_the_others_and_is_forgotten_when_removed(note_id: int) -> None:
    text = "Кураторы просят занятий для\u00a0наставников."
    with municipality_open(1):
        own = add_own_paragraph(note_id=note_id, section="findings", text=text, at=AT, actor_id=None)
    note = kept(note_id)
    findings = [block.text for block in note.blocks if block.section == "findings"]
    assert findings[-1] == text
    assert texts_of(document_of(note)).count(text) == 1
    with municipality_open(1):
        remove_block(block_id=own, at=AT, actor_id=None)
    assert text not in texts_of(document_of(kept(note_id)))


def test_a_prompt_is_printed_only_when_it_is_answered(note_id: int) -> None:
    assert paragraph(note_id, "basis.empty").text == ""
    _edit(note_id, "basis.empty", "Основание: приказ от 15.09.2025 № 212.")
    assert "Основание: приказ от\u00a015.09.2025 №\u00a0212." in texts_of(document_of(kept(note_id)))


def test_a_section_that_is_not_of_this_note_takes_no_paragraph(note_id: int) -> None:
    for section in ("closing", "growth", "nothing"):
        with municipality_open(1), pytest.raises(NoSuchNote):
            add_own_paragraph(note_id=note_id, section=section, text="Текст.", at=AT, actor_id=None)


def test_a_neighbour_cannot_edit(note_id: int) -> None:
    block = paragraph(note_id, "practices")
    with municipality_open(2), pytest.raises(NoSuchNote):
        edit_block(block_id=block.id, text="Чужое.", at=AT, actor_id=None)


def test_every_edit_stands_in_the_journal(note_id: int) -> None:
    _edit(note_id, "practices", "Заявок было шесть.")
    with municipality_open(1):
        entries = list(Entry.objects.filter(object_kind="note", object_id=note_id).values_list("act", "text"))
    assert (
        "note_paragraph_edited",
        "Исправлен абзац: раздел «Практики и конкурсы», справка № 1 («Октябрь 2025»).",
    ) in entries
    assert ("note_composed", "Составлена справка № 1 («Октябрь 2025»), версия 1, по 2 принятым формам.") in entries
