"""«Данные изменились: было…, стало…»: the two ways out."""

from __future__ import annotations

import pytest

from municipal.campaigns.queries import CampaignInfo
from municipal.notes.domain.refusals import NothingToRefresh
from municipal.notes.domain.staleness import Staleness
from municipal.notes.services.edit_block import edit_block
from municipal.notes.services.refresh_block import keep_block, refresh_block, settle_annexes, take_new_block
from tenants.current import municipality_open
from tests.factories.municipal import form, handed_in, local
from tests.factories.notes import DAY, composed, kept, marked, october, paragraph, reported

pytestmark = pytest.mark.django_db
AT = local(DAY, 15)


@pytest.fixture
def campaign() -> CampaignInfo:
    return october()


@pytest.fixture
def note_id(campaign: CampaignInfo) -> int:
    """A draft under which a third school's form was accepted."""
    found = composed(campaign).note_id
    reported(campaign, 3)
    return found


def _refresh(note_id: int, key: str) -> tuple[str, ...]:
    with municipality_open(1):
        return refresh_block(block_id=paragraph(note_id, key).id, at=AT, actor_id=None).lost


def test_a_refreshed_paragraph_says_today_s_data_and_is_marked_no_more(campaign: CampaignInfo, note_id: int) -> None:
    _refresh(note_id, "coverage")
    block = paragraph(note_id, "coverage")
    assert "34" in block.text
    assert kept(note_id).values_of(block)["pairs"].value == 34
    assert kept(note_id).values["pairs"].value == 30  # the other paragraphs still say what they said
    found = marked(note_id, campaign)
    assert found.of(block.id) is None
    assert not found.annexes
    assert found.blocks


def test_in_an_edited_paragraph_only_the_figures_change(campaign: CampaignInfo, note_id: int) -> None:
    block = paragraph(note_id, "coverage")
    words = f"Коротко о\u00a0главном. {block.text}"
    with municipality_open(1):
        edit_block(block_id=block.id, text=words, at=AT, actor_id=None)
    assert _refresh(note_id, "coverage") == ()
    edited = paragraph(note_id, "coverage").edited
    assert edited == f"Коротко о\u00a0главном. {paragraph(note_id, 'coverage').composed.text}"
    assert marked(note_id, campaign).of(block.id) is None


def test_a_figure_that_the_methodist_wrote_otherwise_is_reported_and_her_text_stays(note_id: int) -> None:
    block = paragraph(note_id, "coverage")
    with municipality_open(1):
        edit_block(block_id=block.id, text="Пар стало заметно больше.", at=AT, actor_id=None)
    assert _refresh(note_id, "coverage") != ()
    assert paragraph(note_id, "coverage").edited == "Пар стало заметно больше."


def test_a_paragraph_left_as_it_is_is_marked_again_only_by_other_data() -> None:
    campaign = october(schools=(1,))
    note_id = composed(campaign).note_id
    reported(campaign, 3)
    block = paragraph(note_id, "coverage")
    with municipality_open(1):
        keep_block(block_id=block.id, at=AT, actor_id=None)
    assert paragraph(note_id, "coverage").text == block.text
    assert marked(note_id, campaign).of(block.id) is None
    reported(campaign, 2)
    assert marked(note_id, campaign).of(block.id) is not None


def test_nothing_is_refreshed_where_nothing_changed(note_id: int) -> None:
    with pytest.raises(NothingToRefresh):
        _refresh(note_id, "basis")


def test_what_the_data_say_no_more_is_taken_out_and_what_they_say_now_put_in(
    campaign: CampaignInfo, note_id: int
) -> None:
    found = {mark.stale.key: mark.stale.staleness for mark in marked(note_id, campaign).blocks}
    assert found["finding.missing"] is Staleness.GONE
    assert found["finding.complete"] is Staleness.NEW
    _refresh(note_id, "finding.missing")
    with municipality_open(1):
        take_new_block(note_id=note_id, key="finding.complete", is_wanted=True, at=AT, actor_id=None)
    keys = [block.key for block in kept(note_id).blocks]
    assert "finding.missing" not in keys
    fresh = [block.key for block in kept(composed(campaign).note_id).blocks]
    assert [key for key in fresh if key in keys] == [key for key in keys if key in fresh]
    assert "finding.complete" in keys


def test_a_new_paragraph_that_is_not_wanted_is_not_offered_again(campaign: CampaignInfo, note_id: int) -> None:
    with municipality_open(1):
        take_new_block(note_id=note_id, key="finding.complete", is_wanted=False, at=AT, actor_id=None)
    assert paragraph(note_id, "finding.complete").text == ""
    assert marked(note_id, campaign).new("finding.complete") is None


def test_the_annexes_may_stay_as_they_are(campaign: CampaignInfo, note_id: int) -> None:
    before = kept(note_id).annexes
    with municipality_open(1):
        settle_annexes(note_id=note_id, is_wanted=False, at=AT, actor_id=None)
    assert not marked(note_id, campaign).annexes
    assert kept(note_id).annexes == before
    with municipality_open(1):
        settle_annexes(note_id=note_id, is_wanted=True, at=AT, actor_id=None)
    assert kept(note_id).annexes != before


def test_a_form_that_is_not_accepted_yet_changes_no_figure(campaign: CampaignInfo) -> None:
    found = composed(campaign).note_id
    handed_in(campaign, 3, form(campaign, 3))
    assert paragraph(found, "coverage").id not in {
        mark.block.id for mark in marked(found, campaign).blocks if mark.block is not None
    }
