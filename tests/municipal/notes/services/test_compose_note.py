"""Composing a draft, and composing it again over what the methodist has done."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from municipal.notes.domain.refusals import NothingAccepted
from municipal.notes.domain.staleness import Staleness
from municipal.notes.models import Note, NoteBlock
from municipal.notes.queries import note_infos, stored_note
from municipal.notes.services.add_own_paragraph import add_own_paragraph
from municipal.notes.services.edit_block import edit_block
from municipal.notes.services.remove_block import remove_block
from tenants.current import municipality_open
from tests.factories.municipal import YEAR, handed_in, local, opened
from tests.factories.notes import DAY, composed, kept, marked, october, paragraph, reported

pytestmark = pytest.mark.django_db
AT = local(DAY, 15)


def test_a_note_is_composed_from_the_accepted_forms_and_names_them() -> None:
    campaign = october()
    drafted = composed(campaign)
    note = kept(drafted.note_id)
    assert (drafted.is_new, drafted.version, drafted.accepted) == (True, 1, 2)
    assert note.info.title == "Аналитическая справка по итогам мониторинга наставничества «Октябрь 2025»"
    assert "30" in paragraph(drafted.note_id, "coverage").composed.text
    assert len(note.basis) == 6  # two schools, three monitorings
    assert all(len(digest) == 64 for digest in note.basis.values())
    assert [annex.number for annex in note.annexes] == [1, 2, 3, 4, 5, 6, 7]


def test_without_an_accepted_form_nothing_is_composed() -> None:
    campaign = opened()
    handed_in(campaign, 1)
    with pytest.raises(NothingAccepted, match="не принята ни одна форма"):
        composed(campaign)


def test_composing_again_changes_nothing_while_the_data_are_the_same() -> None:
    campaign = october()
    first = composed(campaign)
    before = kept(first.note_id)
    again = composed(campaign)
    assert (again.note_id, again.is_new, again.version) == (first.note_id, False, 1)
    assert kept(again.note_id).blocks == before.blocks
    assert kept(again.note_id).values == before.values
    with municipality_open(1):
        assert [info.id for info in note_infos(YEAR)] == [first.note_id]


def test_composing_again_renews_the_text_and_leaves_the_methodist_s_own_hand() -> None:
    campaign = october()
    note_id = composed(campaign).note_id
    edited, removed = paragraph(note_id, "coverage"), paragraph(note_id, "site")
    with municipality_open(1):
        edit_block(block_id=edited.id, text="В округе 30 пар и групп.", at=AT, actor_id=None)
        remove_block(block_id=removed.id, at=AT, actor_id=None)
        own = add_own_paragraph(note_id=note_id, section="coverage", text="Своими словами.", at=AT, actor_id=None)
    reported(campaign, 3)
    assert composed(campaign).edited == 1
    note = kept(note_id)
    assert paragraph(note_id, "coverage").edited == "В\u00a0округе 30\u00a0пар и\u00a0групп."
    assert paragraph(note_id, "site").is_removed
    assert note.by_id[own].text == "Своими словами."
    assert "все организации" in paragraph(note_id, "participants").composed.text
    sections = [block.section for block in note.blocks]
    assert sections == sorted(sections, key=[one.code for one in note.composed().sections].index)


def test_an_edited_paragraph_says_what_has_changed_under_it() -> None:
    campaign = october()
    note_id = composed(campaign).note_id
    block = paragraph(note_id, "coverage")
    with municipality_open(1):
        edit_block(block_id=block.id, text="В округе 30 пар и групп.", at=AT, actor_id=None)
    assert not marked(note_id, campaign)
    reported(campaign, 3)
    for _ in range(2):  # before composing again and after it the mark is the same
        mark = marked(note_id, campaign).of(block.id)
        assert mark is not None
        assert mark.stale.staleness is Staleness.CHANGED
        changes = [(one.was, one.now) for one in mark.stale.changes if one.key == "pairs"]
        assert changes == [("30", "34")]
        composed(campaign)


def test_a_form_accepted_later_marks_the_draft_and_composing_again_clears_it() -> None:
    campaign = october()
    note_id = composed(campaign).note_id
    assert not marked(note_id, campaign)
    reported(campaign, 3)
    found = marked(note_id, campaign)
    assert {"coverage", "participants"} <= {mark.stale.key for mark in found.blocks}
    assert found.annexes
    composed(campaign)
    assert not marked(note_id, campaign)


def test_the_neighbouring_municipality_sees_no_note() -> None:
    note_id = composed(october()).note_id
    with municipality_open(2):
        assert stored_note(note_id) is None
        assert note_infos(YEAR) == []
        assert (Note.objects.count(), NoteBlock.objects.count()) == (0, 0)


def test_composing_takes_the_same_queries_for_two_schools_as_for_three() -> None:
    campaign = october()
    composed(campaign)
    taken = []
    for school_id in (None, 3):
        if school_id:
            reported(campaign, school_id)
            composed(campaign)  # what appears and disappears is written once
        with CaptureQueriesContext(connection) as queries:
            composed(campaign)
        taken.append(len(queries))
    assert taken == [31, 31]
