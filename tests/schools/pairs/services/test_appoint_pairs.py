"""One order for many pairs."""

from datetime import date
from typing import Any

import pytest

from schools.pairs.domain.refusals import PairNotFormed
from schools.pairs.models import Pair
from schools.pairs.services.appoint_pairs import appoint_pairs
from schools.pairs.services.form_pair import NewPair, propose_pair
from tenants.journal.queries import latest_events
from tests.factories import school as make

pytestmark = pytest.mark.usefixtures("school")
DAY = date(2025, 9, 19)


def _proposed(**mentee: Any) -> int:
    wanted = NewPair("teacher_pupil", [make.mentor()], [make.mentee(**mentee)])
    return propose_pair(wanted, on=DAY, actor_id=1, at=make.moment(date(2025, 10, 2)))


def _appoint(pairs: list[int], number: str = "48-од") -> int:
    return appoint_pairs(pairs, order_number=number, ordered_on=DAY, actor_id=1, at=make.moment(date(2025, 10, 2)))


def test_one_order_appoints_them_all_and_is_one_line_of_the_journal() -> None:
    pairs, other = [_proposed(), _proposed(), _proposed()], _proposed()
    before = len(latest_events(limit=100))
    assert _appoint(pairs) == 3
    assert set(Pair.objects.filter(pk__in=pairs).values_list("status", "order_number", "started_on")) == {
        ("working", "48-од", DAY)
    }
    assert Pair.objects.get(pk=other).status == "proposed"
    said = latest_events(limit=100)
    assert len(said) - before == 1
    assert said[0].text.startswith("Приказом № 48-од закреплены 3\u00a0пары (Проверкин")


def test_one_missing_consent_keeps_the_whole_order_back() -> None:
    lacking = _proposed(consent=False, last_name="Фролова", first_name="Вера", patronymic="")
    pairs = [_proposed(), lacking]
    with pytest.raises(PairNotFormed, match="Пары не закреплены: нет согласия на обработку данных") as refused:
        _appoint(pairs)
    assert refused.value.what.endswith(" данных. Кого не хватает: Фролова\u00a0В.")
    assert set(Pair.objects.values_list("status", flat=True)) == {"proposed"}


@pytest.mark.parametrize("number", ["", "   "])
def test_an_order_has_a_number(number: str) -> None:
    with pytest.raises(PairNotFormed, match="нет номера приказа"):
        _appoint([_proposed()], number)


def test_an_order_names_somebody() -> None:
    with pytest.raises(PairNotFormed, match="ни одна не отмечена"):
        _appoint([])


def test_a_pair_is_appointed_once() -> None:
    with pytest.raises(PairNotFormed, match="работает"):
        _appoint([_proposed(), make.working_pair()])


def test_a_pair_that_is_gone_keeps_the_order_back() -> None:
    with pytest.raises(PairNotFormed, match="больше нет"):
        _appoint([_proposed(), 987_654])
