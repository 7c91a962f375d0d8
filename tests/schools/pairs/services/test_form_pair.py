"""A pair from the proposal to its end."""

from datetime import date
from typing import Any

import pytest

from schools.pairs.domain.refusals import PairNotFormed
from schools.pairs.models import Pair, PairMember
from schools.pairs.queries import pair_named
from schools.pairs.services.form_pair import (
    NewPair,
    appoint_pair,
    change_goal,
    end_pair,
    propose_pair,
    withdraw_pair,
)
from tenants.journal.queries import latest_events
from tests.factories import school as make

pytestmark = pytest.mark.usefixtures("school")
DAY = date(2025, 9, 10)
AT = make.moment(date(2025, 10, 2))  # later than anything the factories write


def _propose(mentors: list[int], mentees: list[int], form: str = "teacher_pupil", **said: Any) -> int:
    return propose_pair(NewPair(form, mentors, mentees, **said), on=DAY, actor_id=1, at=AT)


def _end(pair_id: int, *, completed: bool, on: date, reason: str = "") -> None:
    end_pair(pair_id, completed=completed, on=on, reason=reason, actor_id=1, at=make.moment(on))


def test_a_proposal_keeps_who_works_with_whom_over_what() -> None:
    mentor, mentee, programme = make.mentor(), make.mentee(), make.programme()
    made = Pair.objects.get(pk=_propose([mentor], [mentee], goal="подготовка к конференции", programme_id=programme))
    assert (made.status, made.kind, made.goal, made.programme_id, made.proposed_on, made.started_on) == (
        "proposed", "traditional", "подготовка к конференции", programme, DAY, None,
    )  # fmt: skip
    assert set(made.members.values_list("person_id", "role")) == {(mentor, "mentor"), (mentee, "mentee")}
    assert latest_events(limit=1)[0].text == f"{pair_named(made.pk)}: предложена."


def test_several_mentees_are_a_group_whatever_the_kind_said() -> None:
    made = _propose([make.mentor()], [make.mentee(), make.mentee()], kind="situational")
    assert Pair.objects.get(pk=made).kind == "group"


def test_both_sides_are_needed() -> None:
    with pytest.raises(PairNotFormed, match="нужны и наставник, и наставляемый"):
        _propose([make.mentor()], [])


def test_nobody_stands_on_both_sides_and_the_refusal_names_him() -> None:
    both = make.mentor(last_name="Двойной", first_name="Пётр", patronymic="Ильич")
    with pytest.raises(PairNotFormed, match="С обеих сторон стоит: Двойной"):
        _propose([both], [both, make.mentee()])


def test_a_form_is_only_for_its_people_and_nothing_is_kept() -> None:
    pupil = make.mentor("pupil", last_name="Рано", first_name="Пётр", patronymic="Ильич")
    with pytest.raises(PairNotFormed, match="Форма «учитель — ученик» не для этих людей: Рано"):
        _propose([pupil], [make.mentee()])
    assert not Pair.objects.exists()


def test_an_unknown_form_is_a_fault() -> None:
    with pytest.raises(KeyError):
        _propose([make.mentor()], [make.mentee()], form="uncle_nephew")


def test_a_withdrawn_proposal_sets_its_people_free() -> None:
    made = _propose([make.mentor()], [make.mentee()])
    named = pair_named(made)
    withdraw_pair(made, actor_id=1, at=AT)
    assert (Pair.objects.count(), PairMember.objects.count()) == (0, 0)
    assert latest_events(limit=1)[0].text == f"{named}: предложение отозвано."


def test_an_appointed_pair_is_not_withdrawn() -> None:
    with pytest.raises(PairNotFormed, match="уже закреплена приказом"):
        withdraw_pair(make.working_pair(), actor_id=1, at=AT)


def test_a_pair_without_consents_is_not_appointed_and_everybody_is_named() -> None:
    mentee = make.mentee(consent=False, last_name="Фролова", first_name="Вера", patronymic="")
    made = _propose([make.mentor()], [mentee])
    with pytest.raises(PairNotFormed, match="Кого не хватает: Фролова"):
        appoint_pair(made, order_number="48-од", ordered_on=DAY, actor_id=1, at=AT)
    assert Pair.objects.get(pk=made).status == "proposed"


def test_a_pair_works_from_the_date_of_its_order() -> None:
    made = _propose([make.mentor()], [make.mentee()])
    appoint_pair(made, order_number=" 48-од ", ordered_on=DAY, actor_id=1, at=AT)
    pair = Pair.objects.get(pk=made)
    assert (pair.status, pair.order_number, pair.started_on) == ("working", "48-од", DAY)


def test_a_pair_is_completed() -> None:
    made = make.working_pair()
    _end(made, completed=True, on=date(2026, 5, 20))
    pair = Pair.objects.get(pk=made)
    assert (pair.status, pair.ended_on, pair.end_reason) == ("completed", date(2026, 5, 20), "")


def test_a_pair_is_broken_only_with_a_reason() -> None:
    made = make.working_pair()
    with pytest.raises(PairNotFormed, match="не указана причина"):
        _end(made, completed=False, on=date(2025, 11, 1), reason="  ")
    _end(made, completed=False, on=date(2025, 11, 1), reason=" смена школы ")
    pair = Pair.objects.get(pk=made)
    assert (pair.status, pair.ended_on, pair.end_reason) == ("broken", date(2025, 11, 1), "смена школы")


def test_a_pair_does_not_end_before_its_order() -> None:
    with pytest.raises(PairNotFormed, match="9\u00a0сентября 2025\u00a0года раньше приказа от 10\u00a0сентября"):
        _end(make.working_pair(), completed=True, on=date(2025, 9, 9))


@pytest.mark.parametrize("completed", [True, False])
def test_only_a_working_pair_is_ended(completed: bool) -> None:
    with pytest.raises(PairNotFormed, match="Пара не изменена: она предложена"):
        _end(_propose([make.mentor()], [make.mentee()]), completed=completed, on=DAY, reason="раздумали")


def test_the_goal_is_written_down_once() -> None:
    made = make.working_pair()
    change_goal(made, " научиться просить о помощи ", actor_id=1, at=AT)
    before = len(latest_events(limit=100))
    change_goal(made, "научиться просить о помощи", actor_id=1, at=AT)
    assert (Pair.objects.get(pk=made).goal, len(latest_events(limit=100))) == ("научиться просить о помощи", before)
