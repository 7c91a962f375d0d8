"""Columns that no vocabulary knows: found by their content, or assigned by hand and known again in the next file."""

import pytest

from schools.roadmap.domain.importing import read_document, recognise
from schools.roadmap.domain.importing.raw_json import from_layout, to_layout
from schools.roadmap.domain.importing.recognise import ColumnsUnknown
from schools.roadmap.domain.importing.roles import Role
from tests.schools.roadmap.domain.importing.making import LEFT, UP, YEAR, Grid, from_word, phrases, word

ODD: Grid = [
    ["Чем займёмся", "К какому дню", "На ком лежит"],
    ["Провести собрание наставников", "до 10 октября", "Куратор"],
    ["Собрать анкеты участников", "октябрь", "Педагог-психолог"],
    ["Подготовить приказ о парах", "до 1 ноября", "Директор"],
]
MUTE: Grid = [
    ["Альфа", "Бета", "Гамма"],
    ["Клуб друзей", "зелёный", "третий этаж"],
    ["Вечер сказок", "синий", "первый этаж"],
    ["Игротека", "красный", "актовый зал"],
]


def test_a_heading_row_of_unknown_words_is_no_activity() -> None:
    found = from_word(ODD)
    assert [activity.text for activity in found.activities] == [row[0] for row in ODD[1:]]
    assert phrases(found) == ["до 10 октября", "октябрь", "до 1 ноября"]
    assert [table.headers for table in found.tables] == [("Чем займёмся", "К какому дню", "На ком лежит")]


def test_a_table_of_which_nothing_is_understood_offers_its_columns() -> None:
    with pytest.raises(ColumnsUnknown) as caught:
        recognise(read_document(word("Дорожная карта", MUTE), "карта.docx"), YEAR)
    (table,) = caught.value.roadmap.tables
    assert (len(table.roles), table.is_plan, caught.value.roadmap.title) == (3, False, "Дорожная карта")


def test_assigned_columns_are_read_as_the_curator_says() -> None:
    data = word(ODD)
    first = from_word(ODD).tables[0]
    assigned = {first.key: (Role.ACTIVITY, Role.DEADLINE, Role.RESULT)}
    found = recognise(read_document(data, "карта.docx"), YEAR, assigned=assigned)
    assert [(a.expected_result, a.responsible) for a in found.activities] == [
        ("Куратор", ""),
        ("Педагог-психолог", ""),
        ("Директор", ""),
    ]
    assert found.tables[0].is_assigned


def test_the_key_of_a_table_does_not_change_when_its_columns_are_assigned() -> None:
    key = from_word(ODD).tables[0].key
    found = recognise(
        read_document(word(ODD), "карта.docx"), YEAR, assigned={key: (Role.STAGE, Role.ACTIVITY, Role.OTHER)}
    )
    assert found.tables[0].key == key


def test_the_same_headings_in_another_file_have_the_same_key_and_others_do_not() -> None:
    other = [["ЧЕМ ЗАЙМЕМСЯ", "К какому  дню", "На ком лежит"], *ODD[2:], ["Провести опрос", "май", "Куратор"]]
    assert from_word(other).tables[0].key == from_word(ODD).tables[0].key
    swapped = [[row[1], row[0], row[2]] for row in ODD]
    assert from_word(swapped).tables[0].key != from_word(ODD).tables[0].key


def test_an_assignment_without_activities_is_not_used() -> None:
    key = from_word(ODD).tables[0].key
    found = recognise(read_document(word(ODD), "карта.docx"), YEAR, assigned={key: (Role.OTHER,) * 3})
    assert len(found.activities) == 3


def test_a_document_survives_being_kept_as_json() -> None:
    grid: Grid = [["№", "Мероприятие", "Срок"], ["Этап", LEFT, LEFT], ["1", "Издать приказ", "май"], ["2", "Отчёт", UP]]
    raw = read_document(word("Карта", grid), "карта.docx")
    assert from_layout(to_layout(raw)) == raw
