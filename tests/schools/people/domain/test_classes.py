"""One class has one writing, and a word is no class."""

import pytest

from schools.people.domain.classes import class_written


@pytest.mark.parametrize(
    "typed", ["7 «Б»", "7б", "7 Б", "7-Б", "7Б класс", " 7 «б» ", "07 б", '7 "Б"', "7 – б", "7\N{NO-BREAK SPACE}Б"]
)
def test_a_class_with_a_letter_is_kept_in_one_writing(typed: str) -> None:
    assert class_written(typed) == "7 «Б»"


@pytest.mark.parametrize("typed", ["11", " 11 ", "11 класс", "11-й класс"])
def test_a_class_may_have_no_letter(typed: str) -> None:
    assert class_written(typed) == "11"


def test_a_letter_from_the_other_keyboard_is_read_as_the_one_it_looks_like() -> None:
    assert (class_written("5 A"), class_written("5 B"), class_written("10-C")) == ("5 «А»", "5 «В»", "10 «С»")


@pytest.mark.parametrize(
    "typed", ["", "седьмой", "0 «А»", "12 «А»", "7 «АБ»", "А7", "7 «Ъ»", "7-й", "7.5", "-7", "Б", "7 S", "2011"]
)
def test_anything_else_is_no_class(typed: str) -> None:
    assert class_written(typed) is None
