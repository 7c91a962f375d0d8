"""What was left from another map is pointed out: years, kinds and names of organisations; laws are left alone."""

import pytest

from schools.roadmap.domain.importing import ImportedRoadmap
from tests.schools.roadmap.domain.importing.making import codes, from_word

HEAD = ["№", "Мероприятие", "Срок", "Ответственный", "Результат"]
OWN = "МБОУ «Средняя школа № 14»"


def plan(
    *,
    text: str = "Издать приказ",
    time: str = "сентябрь 2025",
    result: str = "Приказ",
    title: str = "План",
    own_name: str | None = None,
    own_kind: str | None = None,
) -> ImportedRoadmap:
    rows = [HEAD, ["1", text, time, "Директор", result], ["2", "Педсовет", "май", "Завуч", "Протокол"]]
    return from_word(title, rows, own_name=own_name, own_kind=own_kind)


def messages(roadmap: ImportedRoadmap, code: str) -> list[str]:
    return [warning.message for warning in roadmap.warnings if warning.code == code]


def test_a_year_outside_the_period_in_a_deadline() -> None:
    assert messages(plan(time="сентябрь 2022"), "stale_year") == [
        "«Издать приказ»: в сроке назван 2022 год, а карта на 2025–2026 годы. Похоже, срок остался от прежней карты."
    ]


def test_a_year_outside_the_period_in_a_text() -> None:
    assert "stale_year_in_text" in codes(plan(text="Издать приказ на 2022-2023 учебный год"))


@pytest.mark.parametrize(
    "text",
    [
        "Изучить распоряжение от 25.12.2019 № Р-145",
        "Изучить письмо от 21 декабря 2021 г. № АЗ-1128/08",
        "Изучить Федеральный закон от 29.12.2012 № 273-ФЗ",
        "Опубликовать на сайте https://shkola.example.ru/2021/plan",
        "Обновить план на 2025/26 учебный год",
    ],
)
def test_years_of_laws_addresses_and_of_the_map_itself_are_not_stale(text: str) -> None:
    assert [code for code in codes(plan(text=text)) if code.startswith("stale")] == []


def test_a_period_in_the_heading_that_differs() -> None:
    roadmap = plan(title="Дорожная карта на 2021–2022 учебный год")
    assert messages(roadmap, "period_differs") == [
        "В заголовке документа названы 2021 и\N{NO-BREAK SPACE}2022 годы, а карта загружается на 2025–2026 годы."
    ]


def test_another_kind_of_organisation() -> None:
    assert "foreign_kind" in codes(plan(text="Назначить куратора в гимназии", own_name=OWN))
    assert "foreign_kind" in codes(plan(result="Приказ о системе наставничества в лицее", own_kind="kindergarten"))
    assert "foreign_kind" not in codes(plan(text="Назначить куратора в гимназии", own_name="Гимназия № 3"))


def test_the_kind_is_taken_from_the_heading_where_no_name_is_given() -> None:
    assert "foreign_kind" in codes(plan(text="Назначить куратора гимназии", title="Дорожная карта МБОУ СОШ № 8"))


def test_another_number_of_a_school() -> None:
    assert messages(plan(text="Создать базу наставников СОШ № 27", own_name=OWN), "foreign_organisation") == [
        "«Создать базу наставников СОШ № 27»: названа другая организация (№ 27). Проверьте, не "
        "осталось ли это от чужой карты."
    ]
    assert "foreign_organisation" not in codes(plan(text="Создать базу наставников школы № 14", own_name=OWN))


def test_the_heading_of_another_school() -> None:
    assert "foreign_organisation" in codes(plan(title="Дорожная карта МБОУ СОШ № 31", own_name=OWN))


def test_a_clean_map_of_the_own_school_gives_no_such_warnings() -> None:
    roadmap = plan(
        title=("Дорожная карта МБОУ «Средняя школа № 14» на 2025/2026 учебный год"), own_name=OWN, own_kind="school"
    )
    assert codes(roadmap) == []
