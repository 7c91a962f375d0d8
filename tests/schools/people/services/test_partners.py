"""Partners of the school."""

from __future__ import annotations

from datetime import date

import pytest

from schools.people.domain.refusals import PartnerNotAdded
from schools.people.queries import partner_lines, partners_on
from schools.people.services.partners import add_partner, end_partnership
from tests.factories.school import mentor, partner
from tests.schools.rooms import NOW, TODAY, acts

pytestmark = pytest.mark.usefixtures("school")


def test_a_partner_is_added_once_whatever_the_yo_and_case() -> None:
    add_partner(name="Лесхоз «Берёза»", since=TODAY, actor_id=None, at=NOW)
    with pytest.raises(PartnerNotAdded, match="уже есть в списке"):
        add_partner(name="лесхоз «Береза»", since=TODAY, actor_id=None, at=NOW)
    assert acts() == ["partner_added"]


def test_the_last_day_counts_and_the_next_does_not() -> None:
    made = partner()
    end_partnership(made, on=TODAY, actor_id=None, at=NOW)
    end_partnership(made, on=date(2025, 12, 1), actor_id=None, at=NOW)
    assert partners_on(TODAY).count() == 1
    assert not partners_on(date(2025, 10, 16)).exists()
    assert acts() == ["partnership_ended"]


def test_those_who_work_now_stand_first_with_their_people() -> None:
    partner("Ателье «Нитка»", until=date(2025, 9, 30))
    works = partner("Завод «Север»")
    mentor("partner", partner_id=works)
    assert [(line.name, line.people) for line in partner_lines(TODAY)] == [("Завод «Север»", 1), ("Ателье «Нитка»", 0)]
