"""How numbers, shares, dates and names read in Russian."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenants.domain import russian
from tenants.domain.russian import NBSP, counted, number, percent, plural, points, share_text, typo


def spaced(text: str) -> str:
    """The text with no-break spaces shown as «_», so that a table of cases can be read."""
    return text.replace(NBSP, "_")


@pytest.mark.parametrize(
    ("n", "word"),
    [
        (0, "пар"),
        (1, "пара"),
        (2, "пары"),
        (4, "пары"),
        (5, "пар"),
        (11, "пар"),
        (12, "пар"),
        (14, "пар"),
        (20, "пар"),
        (21, "пара"),
        (22, "пары"),
        (101, "пара"),
        (111, "пар"),
        (112, "пар"),
        (1011, "пар"),
        (1021, "пара"),
        (-1, "пара"),
        (Decimal("0.4"), "пары"),
        (Decimal("5.5"), "пары"),
        (Decimal("5.0"), "пар"),
    ],
)
def test_a_word_agrees_with_its_number(n: russian.Number, word: str) -> None:
    assert plural(n, "пара", "пары", "пар") == word


@pytest.mark.parametrize(
    ("n", "shown"),
    [
        (0, "0"),
        (240, "240"),
        (1240, "1_240"),
        (1234567, "1_234_567"),
        (-3, "−3"),
        (Decimal("0.40"), "0,4"),
        (Decimal("1240.5"), "1_240,5"),
        (Decimal("2.0"), "2"),
        (Decimal("1E+3"), "1_000"),
    ],
)
def test_a_number_is_written_the_russian_way(n: russian.Number, shown: str) -> None:
    assert spaced(number(n)) == shown


def test_a_counted_thing_never_parts_from_its_number() -> None:
    assert spaced(counted(1021, "встреча", "встречи", "встреч")) == "1_021_встреча"


@pytest.mark.parametrize(
    ("num", "den", "shown"),
    [
        (45, 60, "75_%"),
        (0, 60, "0_%"),
        (60, 60, "100_%"),
        (1, 1000, "1_%"),
        (999, 1000, "99_%"),
        (1001, 1000, "101_%"),
        (1, 8, "13_%"),
        (3, 8, "38_%"),
        (5, 0, "нет данных"),
        (0, 0, "нет данных"),
        (None, 5, "нет данных"),
        (5, None, "нет данных"),
    ],
)
def test_a_share_is_whole_and_says_0_and_100_only_when_exact(num: int | None, den: int | None, shown: str) -> None:
    assert spaced(percent(num, den)) == shown


@pytest.mark.parametrize(
    ("num", "den", "shown"),
    [
        (45, 60, "45_из_60 (75_%)"),
        (4, 5, "4_из_5"),
        (9, 10, "9_из_10 (90_%)"),
        (1200, 1240, "1_200_из_1_240 (97_%)"),
        (0, 0, "нет данных"),
        (None, 12, "нет данных"),
    ],
)
def test_a_small_base_gets_no_per_cent(num: int | None, den: int, shown: str) -> None:
    assert spaced(share_text(num, den)) == shown


@pytest.mark.parametrize(
    ("gap", "shown"),
    [
        (4, "4_п._п."),
        (-4, "4_п._п."),
        (Decimal("0.42"), "0,4_п._п."),
        (Decimal("-0.04"), "0,1_п._п."),
        (Decimal("3.5"), "4_п._п."),
        (0, "0_п._п."),
    ],
)
def test_points_carry_no_sign_and_one_decimal_under_one(gap: russian.Number, shown: str) -> None:
    assert spaced(points(gap)) == shown


def test_dates_read_as_words_and_as_digits() -> None:
    day = date(2025, 10, 15)

    assert spaced(russian.date_words(day)) == "15_октября 2025_года"
    assert spaced(russian.date_words(day, with_year=False)) == "15_октября"
    assert spaced(russian.date_short(day)) == "15_окт, ср"
    assert russian.date_numeric(date(2025, 3, 5)) == "05.03.2025"
    assert russian.clock(datetime(2025, 10, 15, 9, 2)) == "09:02"  # noqa: DTZ001 -- shown as given
    assert spaced(russian.moment_words(datetime(2025, 10, 15, 14, 32))) == "15_октября 2025_года, 14:32"  # noqa: DTZ001 -- shown as given


@pytest.mark.parametrize(
    ("items", "shown"),
    [([], ""), (["а"], "а"), (["а", "б"], "а и_б"), (["а", "б", "в"], "а, б и_в")],
)
def test_the_last_of_a_list_is_joined_by_and(items: list[str], shown: str) -> None:
    assert spaced(russian.join_and(items)) == shown


@pytest.mark.parametrize(
    ("person", "shown"),
    [
        (("Лапина", "Ольга", "Викторовна"), "Лапина_О._В."),
        (("Ким", "Олег"), "Ким_О."),
        (("Ёлкина", "ёва", ""), "Ёлкина_Ё."),
        (("Римский-Корсаков", "Пётр", " "), "Римский-Корсаков_П."),
    ],
)
def test_initials_never_part_from_the_surname(person: tuple[str, ...], shown: str) -> None:
    assert spaced(russian.initials(*person)) == shown


def test_names_sort_with_yo_among_ye() -> None:
    assert sorted(["Жук", "Ёлкин", "Еремин", "  Елкин  А"], key=russian.sort_key) == [
        "Ёлкин",
        "  Елкин  А",
        "Еремин",
        "Жук",
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Пары работают в школе и в лицее", "Пары работают в_школе и_в_лицее"),
        ("Не позднее 15 октября — до отчётной даты", "Не_позднее 15_октября_— до_отчётной даты"),
        ("приказ № 15, 84 %", "приказ №_15, 84_%"),
        ("Директор О. В. Лапина, Лапина О.В.", "Директор_О._В._Лапина, Лапина_О._В."),
        ("по п. 4.2 Положения", "по_п._4.2_Положения"),
        ("Проверьте, все ли встречи записаны", "Проверьте, все_ли встречи записаны"),
        ("кое-что в срок", "кое-что в_срок"),
        ("", ""),
    ],
)
def test_a_line_never_ends_with_a_short_word(text: str, shown: str) -> None:
    assert spaced(typo(text)) == shown


@given(st.text(alphabet="ав иО.В—–%№ 15же«»\u00a0", max_size=40))
def test_no_break_spaces_are_put_once(text: str) -> None:
    assert typo(typo(text)) == typo(text)


@given(st.integers(-10_000, 10_000), st.integers(1, 10_000))
def test_a_whole_per_cent_is_never_further_than_one_from_the_exact(num: int, den: int) -> None:
    shown = russian.percent_whole(num, den)

    assert abs(shown - Decimal(num) * 100 / den) <= 1
    assert (shown == 100) == (num == den)
    assert (shown == 0) == (num == 0)
