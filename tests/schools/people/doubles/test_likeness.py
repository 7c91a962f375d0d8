"""Two records of one person are told by their names, whichever way the names were typed; others are left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schools.people.domain.doubles import Index, find_alike
from schools.people.domain.likeness import Known, alike

ANNA = Known(1, "Фёдорова", "Анна", "Петровна", "pupil", "7 «Б»", (2012, 5))
_LATIN = str.maketrans("аеорсух", "aeopcyx")


def other(**said: object) -> Known:
    return replace(ANNA, id=2, **said)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("record", "reason", "is_sure"),
    [
        (other(), "имена совпадают", True),
        (other(last="Федорова"), "имена различаются только буквами е и ё", True),
        (
            other(last="Фёдopoвa".translate(_LATIN)),
            "имена различаются только дефисом, пробелом или похожими буквами",
            True,
        ),
        (other(first="А.", patronymic="П."), "у одного инициалы, у другого полное имя", False),
        (other(last="Анна", first="Фёдорова"), "имя и фамилия переставлены", False),
        (other(patronymic=""), "у одного нет отчества", True),
        (other(last="Фёдоровна"), "фамилии различаются одной буквой", False),
        (other(last="Седова"), "фамилия другая, остальное совпадает: возможно, она изменилась", False),
    ],
)
def test_a_double_is_told_with_the_reason(record: Known, reason: str, is_sure: bool) -> None:
    found = alike(ANNA, record)
    assert found is not None
    assert (found.reasons[0], found.is_sure) == (reason, is_sure)


@pytest.mark.parametrize(
    "record",
    [
        other(first="Алла"),
        other(birth=(2011, 5)),
        other(birth=(2012, 6)),
        other(patronymic="Ивановна"),
        other(patronymic="", class_name="9 «А»", birth=(None, None)),
        other(last="Седова", birth=(None, None)),
        other(last="Седова", class_name="8 «Б»"),
        other(first="А.", patronymic="", class_name="6 «Б»", birth=(None, None)),
    ],
)
def test_different_people_are_left_alone(record: Known) -> None:
    assert alike(ANNA, record) is None


def test_a_pupil_of_the_next_class_is_the_same_one_and_of_a_far_class_is_asked_about() -> None:
    moved = alike(ANNA, other(class_name="8 «Б»", birth=(None, None)))
    far = alike(ANNA, other(class_name="11 «А»", birth=(None, None)))
    assert moved is not None
    assert moved.is_sure
    assert far is not None
    assert not far.is_sure


_part = st.sampled_from(
    ["Фёдорова", "Федорова", "Анна", "Седова", "Седовa", "Алла", "А.", "Ким", "Кима", "Римская-К", "Римская К"]
)
_known = st.builds(
    Known,
    st.integers(1, 10**6),
    _part,
    _part,
    st.sampled_from(["", "Петровна", "П.", "Ильинична"]),
    st.sampled_from(["pupil", "teacher"]),
    st.sampled_from(["", "7 «Б»", "8 «Б»"]),
    st.sampled_from([(None, None), (2012, 5), (2012, None)]),
    st.sampled_from([None, date(2019, 9, 1)]),
)


@given(_known, _known)
def test_likeness_is_mutual(one: Known, two: Known) -> None:
    mine, its = alike(one, two), alike(two, one)
    assert (mine is None) == (its is None)
    assert mine is None or its is None or (sorted(mine.reasons), mine.is_sure) == (sorted(its.reasons), its.is_sure)


@given(st.lists(_known, max_size=12, unique_by=lambda one: one.id))
def test_blocks_find_exactly_what_comparing_each_with_each_finds(people: list[Known]) -> None:
    slow = {
        (min(one.id, two.id), max(one.id, two.id))
        for place, one in enumerate(people)
        for two in people[place + 1 :]
        if alike(one, two)
    }
    assert {(pair.one, pair.other) for pair in find_alike(people)} == slow


@given(_known, st.lists(_known, max_size=12, unique_by=lambda one: one.id))
def test_the_index_gives_everybody_alike(one: Known, people: list[Known]) -> None:
    assert {other.id for other, _ in Index(people).like(one)} == {two.id for two in people if alike(one, two)}


def test_pairs_said_to_be_different_people_are_not_shown() -> None:
    assert len(find_alike([ANNA, other()])) == 1
    assert find_alike([ANNA, other()], apart=frozenset({(1, 2)})) == []
