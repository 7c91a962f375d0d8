"""The methodist answers: accepts, or returns with questions; reminds those who owe."""

from __future__ import annotations

from datetime import date

import pytest

from municipal.campaigns.models import Reminder
from municipal.campaigns.services.exempt_school import exempt_school
from municipal.submissions.domain.refusals import (
    AlreadyReviewed,
    AnswerDateRefused,
    NewerVersion,
    NobodyToRemind,
    NoRemarks,
    NothingToReview,
    UnknownLine,
)
from municipal.submissions.domain.states import Verdict
from municipal.submissions.intake import Receipt, latest_version
from municipal.submissions.models import Review
from municipal.submissions.services.remind_schools import remind_schools
from municipal.submissions.services.return_submission import return_submission
from municipal.submissions.services.take_submission import take_submission
from tenants.current import municipality_open, school_open
from tenants.letters.models import Letter
from tests.factories.municipal import accepted, contact, form, handed_in, local, opened, returned

pytestmark = pytest.mark.django_db
MONDAY = local(date(2025, 10, 27), 10)


def _return(receipt: Receipt, remarks: dict[str, str], answer_by: date = date(2025, 10, 29)) -> None:
    with municipality_open(1):
        return_submission(
            submission_id=receipt.submission_id,
            remarks=remarks,
            answer_by=answer_by,
            reviewed_by="методист",
            at=MONDAY,
            actor_id=None,
        )


def test_the_school_reads_the_questions_at_their_lines_and_the_day_to_answer_by() -> None:
    campaign = opened()
    _return(handed_in(campaign, 1), {"E1": " Пар 15, а в приказе 13. ", "G1": ""})
    with school_open(1):
        latest = latest_version(campaign.id, 1)
    assert latest is not None
    assert latest.review is not None
    assert (latest.review.verdict, latest.review.answer_by) == (Verdict.RETURNED, date(2025, 10, 29))
    assert [(one.field, one.text) for one in latest.review.remarks] == [("E1", "Пар 15, а в приказе 13.")]
    with school_open(2):
        assert Review.objects.count() == 0


def test_a_return_needs_a_question_a_line_of_the_form_and_a_day_ahead() -> None:
    receipt = handed_in(opened(), 1)
    with pytest.raises(NoRemarks):
        _return(receipt, {"E1": "  "})
    with pytest.raises(UnknownLine):
        _return(receipt, {"Z9": "Что это?"})
    with pytest.raises(AnswerDateRefused):
        _return(receipt, {"E1": "Проверьте."}, answer_by=date(2025, 10, 26))


def test_only_the_latest_version_is_answered_and_only_once() -> None:
    campaign = opened()
    first = handed_in(campaign, 1)
    second = handed_in(campaign, 1, form(campaign, 1, I2=3))
    with pytest.raises(NewerVersion):
        accepted(campaign, first)
    accepted(campaign, second)
    with pytest.raises(AlreadyReviewed):
        _return(second, {"E1": "Поздно?"})


def test_the_other_municipality_cannot_answer() -> None:
    receipt = handed_in(opened(), 1)
    with municipality_open(2), pytest.raises(NothingToReview):
        take_submission(submission_id=receipt.submission_id, reviewed_by="чужой", at=MONDAY, actor_id=None)


def test_letters_about_the_answer_go_to_the_school_without_names_in_the_subject() -> None:
    contact(1, name="Антонова А. П.")
    campaign = opened()
    returned(campaign, handed_in(campaign, 1))
    accepted(campaign, handed_in(campaign, 1, form(campaign, 1, I2=3), at=local(date(2025, 10, 10))))
    with municipality_open(1):
        subjects = [
            one.replace("\u00a0", " ") for one in Letter.objects.order_by("id").values_list("subject", flat=True)
        ]
    assert subjects[1:] == ["Вопрос по мониторингу «Октябрь 2025»", "Мониторинг «Октябрь 2025» принят, спасибо"]


def test_a_reminder_goes_to_those_who_owe_and_to_nobody_else() -> None:
    for school_id in (1, 2, 3):
        contact(school_id)
    campaign = opened()
    handed_in(campaign, 1)
    with municipality_open(1):
        exempt_school(campaign_id=campaign.id, school_id=3, reason="Ремонт", at=MONDAY, actor_id=None)
        reminded = remind_schools(campaign_id=campaign.id, at=MONDAY, actor_id=None)
        assert (reminded.school_ids, reminded.letters, reminded.again_on) == ((2,), 1, date(2025, 10, 29))
        letter = Letter.objects.order_by("-id")[0]
        assert letter.to == "curator2@example.org"
        assert letter.subject.replace("\u00a0", " ") == "Мониторинг ещё можно сдать: срок был 24 октября"


def test_a_second_press_on_the_same_or_the_next_day_writes_nothing() -> None:
    contact(2)
    campaign = opened()
    with municipality_open(1):
        first = remind_schools(campaign_id=campaign.id, at=MONDAY, actor_id=None)
        assert first.school_ids == (3, 1, 2)
        for later in (local(date(2025, 10, 27), 18), local(date(2025, 10, 28), 9)):
            with pytest.raises(NobodyToRemind):
                remind_schools(campaign_id=campaign.id, at=later, actor_id=None)
        remind_schools(campaign_id=campaign.id, at=local(date(2025, 10, 29), 9), actor_id=None, school_ids=[2])
        assert Reminder.objects.count() == 4


def test_a_school_that_was_returned_its_form_gets_no_reminder_of_a_first_one() -> None:
    campaign = opened()
    for school_id in (1, 2, 3):
        returned(campaign, handed_in(campaign, school_id))
    with municipality_open(1), pytest.raises(NobodyToRemind):
        remind_schools(campaign_id=campaign.id, at=MONDAY, actor_id=None)
