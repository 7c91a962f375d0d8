"""Every number of a stored note against the forms in the database, read and added up by other code."""

from __future__ import annotations

from datetime import date

import pytest

from municipal.campaigns.queries import CampaignInfo, campaign_a_year_ago, previous_campaign
from municipal.indicators.facts import Cell, DocumentValue, Value
from municipal.notes.domain.draft import StoredNote
from municipal.notes.domain.values.value import SourcePart, ValueKind
from municipal.notes.domain.values.value import Value as Figured
from municipal.press.services.add_publication import add_publication
from tenants.current import municipality_open
from tests.factories.municipal import local, opened
from tests.factories.notes import DAY, composed, kept, past, reported
from tests.municipal.indicators.cases import NO_DOCUMENT, pairs
from tests.municipal.notes.domain.test_figures import check_figures
from tests.municipal.notes.services.raw_forms import as_input, cells_of, count

pytestmark = pytest.mark.django_db

LINES: dict[int, dict[str, Value | Cell]] = {
    1: {"E1": pairs(17, {"teacher_teacher": 7, "pupil_pupil": 10}), "E7": 23, "D7": 25, "D9": 13, "E11": 25, "F3": 5},
    2: {"B7": NO_DOCUMENT, "G9": 2, "G8": 1, "G3": 4, "I2": 3},
}


@pytest.fixture
def campaign() -> CampaignInfo:
    past()
    campaign = opened()
    for school_id, lines in LINES.items():
        reported(campaign, school_id, at=None, **lines)
    with municipality_open(1):
        for number in (1, 2):
            add_publication(
                municipality_id=1,
                title=f"Наставники округа, выпуск {number}",
                url=f"https://imc.example/{number}",
                resource="сайт ИМЦ",
                published_on=date(2025, 9, 10 + number),
                today=DAY,
                at=local(DAY),
                actor_id=None,
            )
    return campaign


@pytest.fixture
def note(campaign: CampaignInfo) -> StoredNote:
    return kept(composed(campaign).note_id)


def test_every_figure_is_what_the_accepted_forms_add_up_to(campaign: CampaignInfo, note: StoredNote) -> None:
    with municipality_open(1):
        before, year_ago = previous_campaign(campaign), campaign_a_year_ago(campaign)
        assert before is not None
        assert year_ago is not None
        given = as_input(campaign, previous=("Май 2025", before.id), year_ago=("Октябрь 2024", year_ago.id), day=DAY)
    assert check_figures(note.composed(), given) > 40


def test_every_source_is_a_cell_of_its_submission_and_sources_add_up_to_the_figure(note: StoredNote) -> None:
    walked = [_walk(value) for value in note.values.values()]
    assert sum(walked) > 60


def _walk(value: Figured) -> int:
    """Compare each source with its cell and the sums with the value; how many cells were compared."""
    compared = 0
    with municipality_open(1):
        for source in value.sources:
            number = count(cells_of(source.submission_id), source.field) if source.submission_id else None
            if number is not None:
                assert source.number == number, (value.code, source)
                compared += 1
    parts = {part: sum(one.number for one in value.sources if one.part is part) for part in SourcePart}
    if value.kind is ValueKind.COUNT and value.sources and value.code not in DIFFERENCES:
        assert value.value == parts[SourcePart.NUMBER] or value.value in parts.values(), value.code
    if value.kind is ValueKind.RATIO:
        assert (value.numerator, value.denominator) == (parts[SourcePart.NUMERATOR], parts[SourcePart.DENOMINATOR])
    return compared


DIFFERENCES = {"pairs_diff", "publications_left", "consents_gap", "labour_gap"}


def test_the_values_name_only_submissions_of_the_basis(note: StoredNote) -> None:
    named = {one.submission_id for value in note.values.values() for one in value.sources if one.submission_id}
    assert named
    assert named <= note.basis.keys()


def test_a_document_that_is_not_there_is_named_with_its_school(note: StoredNote) -> None:
    assert isinstance(NO_DOCUMENT, DocumentValue)
    text = next(block.text for block in note.blocks if block.key == "documents.each@B7")
    assert "Речная СОШ" in text
