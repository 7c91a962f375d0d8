"""Labour papers of a worker who mentors (ст. 351.8 ТК РФ)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from schools.consents.domain.refusals import LabourNotKept
from schools.consents.domain.working_days import working_days_after
from schools.consents.models import LabourTerm
from schools.consents.queries import labour_clocks
from schools.consents.services.labour import NewTerm, end_labour, keep_labour
from schools.pairs.gate import PapersMissing
from schools.pairs.services.appoint_pairs import appoint_pairs
from schools.pairs.services.form_pair import NewPair, propose_pair
from schools.people.models import MentorCard
from tests.factories import school as make
from tests.schools.rooms import NOW, TODAY

pytestmark = pytest.mark.usefixtures("school")
SAID = NewTerm(
    content="помощь молодому специалисту", starts_on=date(2025, 10, 1), consent_on=date(2025, 9, 25),
    agreement_number="12", agreement_on=date(2025, 9, 30), payment="2000 рублей в месяц",
)  # fmt: skip
WITHOUT = {"labour_consent_on": None, "labour_agreement": ""}


def _keep(person: int, wanted: NewTerm = SAID) -> int:
    return keep_labour(person, wanted, today=TODAY, actor_id=1, at=NOW)


def _proposed(mentor: int, form: str = "teacher_teacher") -> int:
    mentee = make.mentee("teacher" if form == "teacher_teacher" else "pupil")
    return propose_pair(NewPair(form, [mentor], [mentee]), on=TODAY, actor_id=1, at=NOW)


def _appoint(pair: int) -> int:
    return appoint_pairs([pair], order_number="7", ordered_on=TODAY, actor_id=1, at=NOW)


def test_a_teacher_enters_an_order_to_mentor_a_teacher_only_with_both_papers() -> None:
    mentor = make.mentor(card=WITHOUT)
    pair = _proposed(mentor)
    with pytest.raises(PapersMissing) as refused:
        _appoint(pair)
    assert [lack.what for lack in refused.value.lacks] == ["labour_consent", "labour_agreement"]
    _keep(mentor, replace(SAID, agreement_number="", agreement_on=None))
    with pytest.raises(PapersMissing, match="нет дополнительного соглашения"):
        _appoint(pair)
    _keep(mentor)
    assert _appoint(pair) == 1


def test_mentors_of_pupils_need_no_labour_papers() -> None:
    assert _appoint(_proposed(make.mentor(card=WITHOUT), "teacher_pupil")) == 1


def test_an_employer_warns_three_working_days_ahead() -> None:
    term = _keep(make.mentor(card=WITHOUT))
    friday = date(2025, 10, 31)  # Saturday 1 November works, Monday 3 and Tuesday 4 do not
    with pytest.raises(LabourNotKept, match="не раньше 6"):
        end_labour(term, ended_by=LabourTerm.EMPLOYER, warned_on=friday, last_day=date(2025, 11, 5), actor_id=1, at=NOW)
    end_labour(term, ended_by=LabourTerm.EMPLOYER, warned_on=friday, last_day=date(2025, 11, 6), actor_id=1, at=NOW)
    assert [one.pk for one in labour_clocks(TODAY)] == [term]


def test_after_a_refusal_the_mentor_enters_no_order() -> None:
    mentor = make.mentor(card=WITHOUT)
    term = _keep(mentor)
    end_labour(term, ended_by=LabourTerm.WORKER, warned_on=TODAY, last_day=TODAY, actor_id=1, at=NOW)
    assert MentorCard.objects.get(pk=mentor).labour_consent_on is None
    with pytest.raises(PapersMissing):
        _appoint(_proposed(mentor))


@pytest.mark.parametrize(
    "wrong",
    [
        {"consent_on": date(2025, 11, 1)},
        {"agreement_on": None},
        {"agreement_number": ""},
        {"agreement_on": date(2025, 9, 20)},
        {"ends_on": date(2025, 9, 1)},
    ],
)
def test_papers_that_do_not_hold_together_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(LabourNotKept):
        _keep(make.mentor(card=WITHOUT), replace(SAID, **wrong))  # type: ignore[arg-type]  # one field at a time


def test_a_pupil_has_no_labour_papers() -> None:
    with pytest.raises(LabourNotKept, match="не педагог"):
        _keep(make.mentor("pupil"))


@pytest.mark.parametrize(
    ("day", "third"),
    [
        (date(2025, 10, 15), date(2025, 10, 20)),
        (date(2025, 12, 29), date(2026, 1, 13)),  # 30 December works, 31 is moved, 9 January is moved
        (date(2026, 4, 29), date(2026, 5, 5)),  # 1 May
        (date(2026, 6, 11), date(2026, 6, 17)),
        (date(2027, 2, 22), date(2027, 2, 26)),  # a year known by the law alone
    ],
)
def test_working_days_pass_over_weekends_and_holidays(day: date, third: date) -> None:
    assert working_days_after(day, 3) == third
