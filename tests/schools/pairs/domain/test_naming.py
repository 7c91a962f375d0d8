"""How a pair is called."""

import pytest

from schools.pairs.domain.naming import couple_words, person_words

PETROV, KIM = "Петров А. Д.", "Ким О."


@pytest.mark.parametrize(
    ("mentors", "mentees", "said"),
    [
        (["Белова Т. И."], [PETROV], "Белова Т. И. и\u00a0Петров А. Д."),
        (
            ["Тихонов И., 11\u00a0«А»"],
            ["Зайцев М., 8\u00a0«В»"],
            "Тихонов И., 11\u00a0«А», и\u00a0Зайцев М., 8\u00a0«В»",
        ),
        (["Белова Т. И.", KIM], [PETROV], "Белова Т. И., Ким О., и\u00a0Петров А. Д."),
        (["Белова Т. И."], [PETROV, KIM], "Белова Т. И. и\u00a0группа: Петров А. Д. и\u00a0Ким О."),
        (["Белова Т. И."], ["А, 5 «А»", "Б, 5 «А»"], "Белова Т. И. и\u00a0группа: А, 5 «А»; Б, 5 «А»"),
        (["Белова Т. И."], list("абвг"), "Белова Т. И. и\u00a0группа, 4\u00a0человека"),
        (["Белова Т. И."], [], "Белова Т. И."),
        ([], [PETROV], PETROV),
        ([], [], "пара без участников"),
    ],
)
def test_a_pair_is_called_by_its_people(mentors: list[str], mentees: list[str], said: str) -> None:
    assert couple_words(mentors, mentees) == said


def test_the_class_never_parts_from_its_letter() -> None:
    assert person_words("Зайцев М.", "8 «В»") == "Зайцев М., 8\u00a0«В»"
    assert person_words(PETROV) == PETROV
