"""Signing: what it asks for, and that nothing changes afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from municipal.campaigns.queries import CampaignInfo
from municipal.notes.domain.draft import document_of
from municipal.notes.domain.refusals import NoSuchNote, NoteSigned, NotReady
from municipal.notes.models import Note, NoteBlock
from municipal.notes.services.add_own_paragraph import add_own_paragraph
from municipal.notes.services.edit_block import edit_block, restore_block
from municipal.notes.services.refresh_block import keep_block, refresh_block
from municipal.notes.services.remove_block import remove_block, return_block
from municipal.notes.services.sign_note import sign_note
from tenants.current import municipality_open
from tests.factories.municipal import local
from tests.factories.notes import DAY, composed, kept, marked, october, paragraph, reported

pytestmark = pytest.mark.django_db
AT = local(DAY, 15)
HEAD = ("И. Л. Исаева", "начальник управления образования")


@pytest.fixture
def campaign() -> CampaignInfo:
    return october()


@pytest.fixture
def note_id(campaign: CampaignInfo) -> int:
    return composed(campaign).note_id


def _sign(note_id: int, *, municipality_id: int = 1, days: int = 0) -> None:
    with municipality_open(municipality_id):
        at = AT + timedelta(days=days)
        sign_note(note_id=note_id, signed_by=HEAD[0], signed_position=HEAD[1], at=at, actor_id=None)


def test_a_ready_note_is_signed_and_dated_by_that_day(note_id: int) -> None:
    _sign(note_id, days=1)
    note = kept(note_id)
    assert (note.info.signed_by, note.info.signed_position) == HEAD
    assert note.info.dated == DAY + timedelta(days=1)
    document = document_of(note)
    assert document.date_line == "28.10.2025 № 1"
    assert [(one.position, one.name) for one in document.signatures] == [(HEAD[1], HEAD[0])]


@pytest.mark.parametrize("section", ["findings", "recommendations", "coverage"])
def test_an_empty_section_forbids_signing(note_id: int, section: str) -> None:
    with municipality_open(1):
        for block in kept(note_id).blocks:
            if block.section == section:
                remove_block(block_id=block.id, at=AT, actor_id=None)
    with pytest.raises(NotReady) as refusal:
        _sign(note_id)
    assert [said for said in refusal.value.missing if "пуст" in said] == list(refusal.value.missing)
    assert kept(note_id).info.signed_at is None


def test_figures_that_are_not_today_s_forbid_signing_until_each_is_decided(
    campaign: CampaignInfo, note_id: int
) -> None:
    reported(campaign, 3)
    with pytest.raises(NotReady) as refusal:
        _sign(note_id)
    assert any("«6. Охват и пары» данные изменились" in said for said in refusal.value.missing)
    composed(campaign)
    _sign(note_id)
    assert kept(note_id).info.is_signed


def test_figures_the_methodist_decided_to_keep_do_not_forbid_signing(campaign: CampaignInfo, note_id: int) -> None:
    block = paragraph(note_id, "coverage")
    with municipality_open(1):
        edit_block(block_id=block.id, text="Пар и групп: 30.", at=AT, actor_id=None)
    reported(campaign, 3)
    composed(campaign)
    with pytest.raises(NotReady):
        _sign(note_id)
    with municipality_open(1):
        keep_block(block_id=block.id, at=AT, actor_id=None)
    _sign(note_id)
    assert paragraph(note_id, "coverage").text == "Пар и\u00a0групп: 30."


def test_a_signed_note_refuses_every_act(note_id: int) -> None:
    block = paragraph(note_id, "coverage").id
    _sign(note_id)
    acts: list[Callable[[], object]] = [
        lambda: edit_block(block_id=block, text="Иначе.", at=AT, actor_id=None),
        lambda: restore_block(block_id=block, at=AT, actor_id=None),
        lambda: remove_block(block_id=block, at=AT, actor_id=None),
        lambda: return_block(block_id=block, at=AT, actor_id=None),
        lambda: refresh_block(block_id=block, at=AT, actor_id=None),
        lambda: add_own_paragraph(note_id=note_id, section="findings", text="Ещё.", at=AT, actor_id=None),
    ]
    for act in acts:
        with municipality_open(1), pytest.raises(NoteSigned):
            act()
    with pytest.raises(NoteSigned):
        _sign(note_id)


def test_the_database_itself_refuses_to_change_a_signed_note(note_id: int) -> None:
    _sign(note_id)
    changes: list[Callable[[], object]] = [
        lambda: Note.objects.filter(pk=note_id).update(title="Другая"),
        lambda: Note.objects.filter(pk=note_id).update(signed_at=None),
        lambda: NoteBlock.objects.filter(note_id=note_id).update(edited="Другое"),
        lambda: NoteBlock.objects.filter(note_id=note_id).delete(),
        lambda: NoteBlock.objects.create(note_id=note_id, municipality_id=1, section="site", position=1, kind="own"),
    ]
    for change in changes:
        with (
            municipality_open(1),
            pytest.raises(IntegrityError, match="signed note never changes"),
            transaction.atomic(),
        ):
            change()


def test_after_signing_data_change_nothing_and_a_new_version_stands_beside(
    campaign: CampaignInfo, note_id: int
) -> None:
    _sign(note_id)
    before = kept(note_id)
    reported(campaign, 3)
    assert not marked(note_id, campaign)
    second = composed(campaign)
    assert (second.is_new, second.version) == (True, 2)
    assert kept(note_id) == before
    assert kept(second.note_id).info.number == 2
    assert kept(second.note_id).info.accepted == 3


def test_the_neighbour_cannot_sign(note_id: int) -> None:
    with pytest.raises(NoSuchNote):
        _sign(note_id, municipality_id=2)
