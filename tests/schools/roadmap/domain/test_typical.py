"""The typical roadmaps: whole, told in words of the vocabulary, every deadline read."""

import pytest

from schools.roadmap.domain.deadline import DeadlineKind
from schools.roadmap.domain.deadline_phrase import parse_deadline
from schools.roadmap.domain.typical import (
    TypicalIndicator,
    TypicalRoadmap,
    TypicalRoadmapRefused,
    list_typical,
    load_typical,
    load_vocabulary,
)
from tests.schools.roadmap.domain.deadline_cases import YEAR, YEARS

WITHOUT_DAYS = {
    DeadlineKind.AS_NEEDED,
    DeadlineKind.CONTINUOUS,
    DeadlineKind.SEPARATE_PLAN,
    DeadlineKind.EXTERNAL_SCHEDULE,
    DeadlineKind.ON_EVENT,
}
every_roadmap = pytest.mark.parametrize("roadmap", list_typical(), ids=lambda roadmap: roadmap.code)


def test_there_are_four_roadmaps_of_their_size() -> None:
    assert [(roadmap.code, len(roadmap.stages), len(roadmap.activities)) for roadmap in list_typical()] == [
        ("pupils", 7, 28),
        ("teachers", 8, 27),
        ("kindergarten", 7, 24),
        ("municipal", 4, 19),
    ]


@every_roadmap
def test_every_deadline_is_read_and_has_days_where_it_promises_any(roadmap: TypicalRoadmap) -> None:
    for activity in roadmap.activities:
        meaning = parse_deadline(activity.deadline_phrase, YEAR)
        assert meaning.kind not in (DeadlineKind.UNKNOWN, DeadlineKind.BLANK), activity.deadline_phrase
        assert bool(meaning.due_on) == (meaning.kind not in WITHOUT_DAYS), activity.deadline_phrase
        assert all(day in YEAR for day in meaning.due_on), activity.deadline_phrase
        assert meaning.confidence >= 0.8, activity.deadline_phrase


@every_roadmap
def test_every_deadline_is_read_in_a_map_of_several_years(roadmap: TypicalRoadmap) -> None:
    kinds = {parse_deadline(activity.deadline_phrase, YEARS).kind for activity in roadmap.activities}
    assert DeadlineKind.UNKNOWN not in kinds


@every_roadmap
def test_every_row_is_whole_and_speaks_words_of_the_vocabulary(roadmap: TypicalRoadmap) -> None:
    words = load_vocabulary()
    for activity in roadmap.activities:
        assert activity.text and activity.responsible and activity.expected_result and activity.evidence_hint
        assert activity.closes_by in words.closes_by
        assert activity.roles and set(activity.roles) <= set(words.roles)


@every_roadmap
def test_rows_are_numbered_by_their_stage(roadmap: TypicalRoadmap) -> None:
    numbers = [activity.number for stage in roadmap.stages for activity in stage.activities]
    expected = [f"{stage.number}.{place}" for stage in roadmap.stages for place in range(1, len(stage.activities) + 1)]
    assert numbers == expected


def test_the_municipal_roadmap_names_how_many_publications_it_wants() -> None:
    municipal = load_typical("municipal")
    assert municipal.indicators == (TypicalIndicator("2.2", "Не менее 5 публикаций за год", 5),)
    assert {activity.level for activity in municipal.activities} == {"school", "municipality"}


def test_a_proof_has_its_title_and_its_rule() -> None:
    words = load_vocabulary()
    assert words.closes_by["order:pairs"] == "приказ о закреплении пар и групп"
    assert words.rules["matching"].startswith("Пункт закрыт, когда")


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(TypicalRoadmapRefused) as refused:
        load_typical("students")
    assert str(refused.value) == "Образца «students» нет. Выберите образец дорожной карты из списка."
