"""The school's own table: its columns and its rows."""

from __future__ import annotations

import pytest

from schools.roadmap.domain.printed import Kind, SourceRow, columns_of, rows_of

ROW = SourceRow(0, "1", "Собрать группу", "", "май", "куратор", "")
WHERE = SourceRow(0, "1", "Собрать группу", "", "май", "куратор", "", extra={"Где": "зал"})


def _titles(headers: list[str], *rows: SourceRow, known: dict[str, str] | None = None) -> list[str]:
    return [column.title for column in columns_of(headers, rows or (ROW,), known)]


@pytest.mark.parametrize(
    ("headers", "titles"),
    [
        (["№", "Мероприятие", "Срок", "Ответственный"], ["№", "Мероприятие", "Срок", "Ответственный"]),
        (["Ответственный", "Срок", "Мероприятие"], ["Ответственный", "Срок", "Мероприятие"]),
        (["№", "Мероприятия"], ["№", "Мероприятия", "Срок", "Ответственный"]),  # filled in later by the curator
        (["№", "Мероприятия", "Начало", "Окончание"], ["№", "Мероприятия", "Срок", "Ответственный"]),
        ([], ["Мероприятие", "Срок", "Ответственный"]),
        (
            ["№", "Мероприятие", "Срок", "Ответственный", "Показатель", "Единица измерения", "2026"],
            ["№", "Мероприятие", "Срок", "Ответственный"],
        ),
        (
            ["№", "Мероприятие", "Срок", "№", "Мероприятие", "Ответственный"],
            ["№", "Мероприятие", "Срок", "Ответственный"],
        ),
    ],
)
def test_columns_stand_as_in_the_schools_paper(headers: list[str], titles: list[str]) -> None:
    assert _titles(headers) == titles


def test_a_column_of_the_schools_own_keeps_its_place() -> None:
    columns = columns_of(["№", "Где", "Мероприятие", "Срок"], [WHERE])
    (row,) = rows_of(columns, [""], [WHERE])
    assert [column.title for column in columns] == ["№", "Где", "Мероприятие", "Срок", "Ответственный"]
    assert row.cells == ("1", "зал", "Собрать группу", "май", "куратор")


def test_what_the_curator_said_of_a_heading_goes_before_our_guess() -> None:
    assert _titles(["Наша забота", "Когда"], known={"наша забота": "activity"})[:2] == ["Наша забота", "Когда"]


def test_shares_make_up_the_width() -> None:
    assert sum(column.share for column in columns_of(["№", "Мероприятие"], [WHERE])) == pytest.approx(100)


def test_a_stage_is_a_heading_or_a_cell_down_the_side_and_an_empty_one_is_left_out() -> None:
    rows = [ROW, ROW]
    plain = rows_of(columns_of(["Мероприятие"], rows), ["1. Первый", "2. Пустой"], rows)
    assert [row.kind for row in plain] == [Kind.STAGE, Kind.ACTIVITY, Kind.ACTIVITY]
    beside = rows_of(columns_of(["Этап", "Мероприятие"], rows), ["1. Первый"], rows)
    assert [(row.kind, row.stage_rows) for row in beside] == [(Kind.ACTIVITY, 2), (Kind.ACTIVITY, 0)]


def test_a_number_beside_the_stage_is_not_told_twice() -> None:
    columns = columns_of(["№", "Этап", "Мероприятие"], [ROW])
    (row,) = rows_of(columns, ["1. Первый"], [ROW])
    assert row.cells[:3] == ("1", "Первый", "Собрать группу")
