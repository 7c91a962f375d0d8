"""Surnames in free texts."""

import pytest

from schools.monitoring.domain.named import surnames_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Белова не ходит на встречи", ["Белова"]),
        ("Наставник Белова, потом Ким-Ли, снова Белова.", ["Белова", "Ким-Ли"]),
        ("белова — цвет", []),
        ("Беловата окраска", []),
        ("Ли ответил", []),
        ("", []),
    ],
)
def test_surnames_are_found_as_whole_words_with_a_capital(text: str, found: list[str]) -> None:
    assert surnames_in(text, ["Белова", "Ким-Ли", "Ли"]) == found
