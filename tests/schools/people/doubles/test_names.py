"""Names are split the same whichever way they were typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schools.people.domain.names import letters_of, name_of, repaired

ANNA = ("Иванова", "Анна", "Петровна")


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Иванова Анна Петровна", ANNA),
        ("Анна Петровна Иванова", ANNA),
        ("ИВАНОВА АННА ПЕТРОВНА", ANNA),
        ("иванова  анна петровна", ANNA),
        ("Ивaнoва Анна Петровна", ANNA),  # two Latin letters
        ("Анна Иванова", ("Иванова", "Анна", "")),
        ("Иванова А. П.", ("Иванова", "А.", "П.")),
        ("Иванова А.П.", ("Иванова", "А.", "П.")),
        ("А.П. Иванова", ("Иванова", "А.", "П.")),
        ("Римская - Корсакова Вера Ильинична", ("Римская-Корсакова", "Вера", "Ильинична")),
        ("Мамедов Али Вели оглы", ("Мамедов", "Али", "Вели оглы")),
    ],
)
def test_a_name_is_split(typed: str, parts: tuple[str, str, str]) -> None:
    name = name_of(typed)
    assert name is not None
    assert (name.last, name.first, name.patronymic) == parts


@pytest.mark.parametrize("typed", ["", "Иванова", "7Б", "№ 1", "учитель 2 категории", "a b c d e f g"])
def test_what_is_no_name_is_not_taken_for_one(typed: str) -> None:
    assert name_of(typed) is None


@given(st.text(st.sampled_from("абАБёЁaAcCzZ .,-—'1"), max_size=40))
def test_any_text_is_read_without_a_fault_and_repair_is_settled(text: str) -> None:
    name_of(text)
    assert letters_of(letters_of(text)) == letters_of(text)
    assert repaired(repaired(text)) == repaired(text)
