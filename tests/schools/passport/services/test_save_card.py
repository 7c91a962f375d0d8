"""The school's card and its numbers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from schools.passport.models import Headcount, SchoolCard
from schools.passport.queries import headcount_on, headcounts_until
from schools.passport.services.save_card import CardNotSaved, save_card, save_headcount
from tests.schools.rooms import NOW, TODAY, acts

pytestmark = pytest.mark.usefixtures("school")
SECTION = "https://shkola.example/nastavnichestvo"


def card(**said: Any) -> SchoolCard:
    usual: dict[str, Any] = {"official_name": "Лесная СОШ", "actor_id": None, "at": NOW}
    save_card(**{**usual, **said})
    return SchoolCard.objects.get()


def numbers(as_of: date = TODAY, **said: Any) -> None:
    usual: dict[str, Any] = {"pupils_10_19": 200, "pupils_15_19": 60, "young_teachers": 2, "teachers": 20}
    save_headcount(as_of=as_of, **{**usual, **said}, actor_id=None, at=NOW)


def test_the_card_is_one_and_saving_the_same_writes_nothing() -> None:
    card(), card()
    card(official_name="Лесная школа")
    assert SchoolCard.objects.get().official_name == "Лесная школа"
    assert acts() == ["card_saved", "card_saved"]


def test_the_same_answer_about_the_same_link_keeps_the_day_somebody_looked() -> None:
    looked, later = date(2025, 9, 10), date(2025, 10, 15)
    card(site_section_url=SECTION, site_section_works=True, checked_on=looked)
    kept = card(site_section_url=SECTION, site_section_works=True, checked_on=later, principal_name="Ершов Е. И.")
    assert kept.site_section_checked_on == looked
    changed = card(site_section_url=SECTION, site_section_works=False, checked_on=later)
    assert changed.site_section_checked_on == later


def test_another_link_has_not_been_looked_at() -> None:
    card(site_section_url=SECTION, site_section_works=True, checked_on=TODAY)
    other = card(site_section_url=f"{SECTION}-2", site_section_works=None, checked_on=None)
    assert (other.site_section_works, other.site_section_checked_on) == (None, None)


def test_a_second_saving_of_a_date_replaces_the_first_and_unknown_stays_unknown() -> None:
    numbers(pupils_15_19=None)
    numbers(pupils_15_19=None)
    numbers(teachers=0, young_teachers=0)
    row = Headcount.objects.get()
    assert (row.pupils_15_19, row.teachers) == (60, 0)
    assert acts() == ["headcount_saved", "headcount_saved"]


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ({"pupils_15_19": 201}, r"детей 15–19 лет \(201\) больше, чем всех 10–19 лет \(200\)"),
        ({"young_teachers": 21}, "молодых специалистов 21, а всех педагогов 20"),
    ],
)
def test_a_part_larger_than_its_whole_is_refused_with_both_numbers(said: dict[str, Any], what: str) -> None:
    with pytest.raises(CardNotSaved, match=what):
        numbers(**said)
    assert not Headcount.objects.exists()


def test_a_part_of_an_unknown_whole_is_kept() -> None:
    numbers(pupils_10_19=None)
    assert Headcount.objects.get().pupils_15_19 == 60


def test_the_newest_numbers_known_by_a_day_are_read() -> None:
    numbers(date(2024, 9, 1), teachers=18)
    numbers(date(2025, 9, 1), teachers=20)
    found = headcount_on(date(2025, 8, 31))
    assert found is not None
    assert found.teachers == 18
    assert [row.teachers for row in headcounts_until(TODAY)] == [20, 18]
