"""Words of findings, by tables of cases."""

import pytest

from dashboards.figures.model import School
from dashboards.figures.wording import change, in_schools, missing_note, too_few


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (164, 210, "стало на 28 % больше"),
        (200, 150, "стало на 25 % меньше"),
        (200, 206, "стало на 3 % больше"),
        (200, 205, "почти не изменилось"),
        (200, 195, "почти не изменилось"),
        (200, 200, "не изменилось"),
        (0, 0, "не изменилось"),
        (9, 12, "стало больше: 12 вместо 9"),
        (0, 7, "стало больше: 7 вместо 0"),
        (6, 5, "стало меньше: 5 вместо 6"),
        (10, 5, "стало на 50 % меньше"),
        (100, 0, "стало на 100 % меньше"),
    ],
)
def test_a_change_is_said_by_its_size_and_base(before: int, now: int, said: str) -> None:
    assert change(before, now).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("known", "expected", "said"),
    [
        (3, 12, "Данные 3 школ из 12, рано сравнивать"),
        (5, 12, "Данные 5 школ из 12, рано сравнивать"),
        (6, 12, None),
        (12, 12, None),
        (2, 4, "Данные 2 школ из 4, рано сравнивать"),
        (1, 2, "Данные 1 школы из 2, рано сравнивать"),
        (2, 2, None),
        (1, 1, None),
        (21, 60, "Данные 21 школы из 60, рано сравнивать"),
        (0, 12, "Данных нет"),
        (0, 0, "Данных нет"),
    ],
)
def test_too_few_schools_are_not_compared(known: int, expected: int, said: str | None) -> None:
    few = too_few(known, expected)

    assert (few and few.replace("\u00a0", " ")) == said


@pytest.mark.parametrize(
    ("n", "said"),
    [(1, "одной школе"), (2, "двух школах"), (5, "пяти школах"), (11, "11 школах"), (21, "21 школе")],
)
def test_in_so_many_schools(n: int, said: str) -> None:
    assert in_schools(n).replace("\u00a0", " ") == said


def test_a_long_list_of_the_missing_is_cut() -> None:
    note = missing_note([School(at, f"СОШ № {at}") for at in range(1, 15)])

    assert note.replace("\u00a0", " ").endswith("СОШ № 9, СОШ № 10 и ещё 4.")
    assert missing_note([]) == ""
