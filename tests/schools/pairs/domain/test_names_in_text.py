"""Names of the register are found in a text in any case of the noun, and ordinary words are not."""

from __future__ import annotations

import pytest

from schools.pairs.domain.names_in_text import names_in

REGISTER = ["Белова", "Зайцев", "Лаврентьев", "Окольная", "Вяземский", "Ким", "Дуб", "Ёлкина", "Сорока"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Встреча у Беловой", ["Беловой"]),
        ("Проект с Зайцевым и Лаврентьевым", ["Зайцевым", "Лаврентьевым"]),
        ("Спросить Окольную", ["Окольную"]),
        ("Помощь Вяземскому", ["Вяземскому"]),
        ("Задание от Кима", ["Кима"]),
        ("Урок Елкиной", ["Елкиной"]),
        ("Советует Петрова А. Д.", ["Петрова А. Д."]),
        ("Советует А. Д. Петрова", ["А. Д. Петрова"]),
    ],
)
def test_a_name_is_found_in_any_case(text: str, found: list[str]) -> None:
    assert names_in(text, REGISTER) == found


@pytest.mark.parametrize(
    "text",
    [
        "Знакомство, правила пары, первый план",
        "Белый лист и сорока строк: зайцев не ловим",
        "Кимоно для сцены. Дубрава. Зайцеловы",
        "Итог: выступление на 8 марта",
    ],
)
def test_ordinary_words_are_no_names(text: str) -> None:
    assert names_in(text, REGISTER) == []
