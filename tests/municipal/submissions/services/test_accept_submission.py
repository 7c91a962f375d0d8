"""A school hands its form in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, OperationalError, connection, transaction

from municipal.campaigns.services.extend_deadline import extend_deadline
from municipal.indicators.facts import UNFILLED
from municipal.indicators.payload import digest, to_document
from municipal.submissions.domain.refusals import (
    AlreadyAccepted,
    CampaignClosed,
    FactsContradict,
    FormOfAnotherCampaign,
    NotExpected,
)
from municipal.submissions.intake import latest_version, own_versions, tell_progress
from municipal.submissions.models import Progress, Submission
from tenants.current import municipality_open, school_open
from tenants.owner import owner_connection
from tests.factories.municipal import accepted, form, handed_in, local, opened, returned

pytestmark = pytest.mark.django_db
FRIDAY, SATURDAY = date(2025, 10, 24), date(2025, 10, 25)


def test_a_receipt_names_the_version_and_the_sum_of_the_frozen_bytes() -> None:
    campaign = opened()
    facts = form(campaign, 1)
    receipt = handed_in(campaign, 1, facts)
    assert (receipt.version, receipt.digest, receipt.is_late) == (1, digest(to_document(facts)), False)
    with school_open(1):
        latest = latest_version(campaign.id, 1)
        assert latest is not None
        assert latest.submission.facts == facts
        assert latest.submission.submitted_by == "куратор школы 1"


def test_the_closing_minute_itself_is_on_time_by_the_municipalitys_clock() -> None:
    campaign = opened()
    assert handed_in(campaign, 1, at=local(FRIDAY, 23, 59, 59)).is_late is False
    assert handed_in(campaign, 2, at=local(SATURDAY, 0, 0, 0)).is_late is True


def test_pressing_twice_gives_the_same_receipt_and_one_version() -> None:
    campaign = opened()
    facts = form(campaign, 1)
    first = handed_in(campaign, 1, facts)
    second = handed_in(campaign, 1, facts, at=local(date(2025, 10, 9), 15))
    assert second == first
    with school_open(1):
        assert Submission.objects.count() == 1


def test_a_correction_is_the_next_version_and_both_are_kept() -> None:
    campaign = opened()
    handed_in(campaign, 1)
    handed_in(campaign, 1, form(campaign, 1, I2=3))
    with school_open(1):
        assert [one.submission.version for one in own_versions(campaign.id, 1)] == [2, 1]


def test_an_answer_without_a_changed_number_is_a_new_version_after_a_return() -> None:
    campaign = opened()
    facts = form(campaign, 1)
    returned(campaign, handed_in(campaign, 1, facts))
    answered = handed_in(campaign, 1, facts, at=local(date(2025, 10, 10)), **{"1": "Две пары закрепил второй приказ."})
    assert answered.version == 2
    with school_open(1):
        latest = latest_version(campaign.id, 1)
        assert latest is not None
        assert latest.submission.answers == {"1": "Две пары закрепил второй приказ."}


def test_a_form_in_time_stays_in_time_when_it_is_corrected_after_the_due_date() -> None:
    campaign = opened()
    returned(campaign, handed_in(campaign, 1))
    assert handed_in(campaign, 1, form(campaign, 1, I2=3), at=local(date(2025, 10, 27))).is_late is False


def test_a_form_after_the_closing_day_is_refused_and_says_whom_to_ask() -> None:
    campaign = opened()
    with pytest.raises(CampaignClosed) as refusal:
        handed_in(campaign, 1, at=local(date(2025, 11, 1), 0, 0, 0))
    assert "Попросите муниципального методиста продлить срок" in str(refusal.value)


def test_an_extension_opens_the_door_again_and_such_a_form_is_on_time() -> None:
    campaign = opened()
    day = date(2025, 11, 3)
    with municipality_open(1):
        extend_deadline(
            campaign_id=campaign.id, school_id=2, until=day, reason="Болезнь", at=local(FRIDAY), actor_id=None
        )
    assert handed_in(campaign, 2, at=local(day, 23, 59, 59)).is_late is False
    with pytest.raises(CampaignClosed):
        handed_in(campaign, 1, at=local(day))


def test_a_returned_form_is_taken_until_the_answers_day_though_the_campaign_has_closed() -> None:
    campaign = opened()
    returned(campaign, handed_in(campaign, 1), at=local(date(2025, 10, 30)))  # answer by 4 November
    assert handed_in(campaign, 1, form(campaign, 1, I2=3), at=local(date(2025, 11, 4), 23, 59)).version == 2


def test_an_accepted_form_is_closed_for_the_school() -> None:
    campaign = opened()
    accepted(campaign, handed_in(campaign, 1))
    with pytest.raises(AlreadyAccepted):
        handed_in(campaign, 1, form(campaign, 1, I2=3))


def test_a_form_that_contradicts_itself_names_every_line_at_once() -> None:
    campaign = opened()
    with pytest.raises(FactsContradict) as refusal:
        handed_in(campaign, 1, form(campaign, 1, G7=10, H5=19, I2=UNFILLED))
    said = str(refusal.value)
    assert "Сумма строк G7, G8 и G9" in said
    assert "больше 18 баллов" in said
    assert "Пустое поле сдать нельзя" in said


def test_a_form_of_another_date_or_kind_is_refused() -> None:
    campaign = opened()
    for wrong in (replace(form(campaign, 1), as_of=date(2025, 9, 1)), form(campaign, 3)):
        with pytest.raises(FormOfAnotherCampaign):
            handed_in(campaign, 1, wrong)


def test_a_school_of_the_other_municipality_cannot_hand_in_here() -> None:
    campaign = opened()
    facts = form(campaign, 1)
    with pytest.raises(NotExpected):
        handed_in(campaign, 4, facts)


def test_the_database_refuses_to_change_a_handed_in_form() -> None:
    campaign = opened()
    handed_in(campaign, 1)
    with school_open(1), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE submissions_submission SET version = 7")


def test_a_school_sees_its_own_forms_only_and_the_other_municipality_none() -> None:
    campaign = opened()
    handed_in(campaign, 1)
    handed_in(campaign, 2)
    with school_open(2):
        assert list(Submission.objects.values_list("school_id", flat=True)) == [2]
    with municipality_open(1):
        assert Submission.objects.count() == 2
    with municipality_open(2):
        assert Submission.objects.count() == 0


def test_progress_is_told_once_a_change_and_once_an_hour() -> None:
    campaign = opened()
    morning = local(date(2025, 10, 6), 9)
    with school_open(1):
        steps = [(7, morning), (7, local(date(2025, 10, 6), 9, 5)), (8, local(date(2025, 10, 6), 9, 6))]
        steps += [(8, local(date(2025, 10, 6), 10, 6))]
        told = [tell_progress(campaign=campaign, school_id=1, filled=n, total=60, at=at) for n, at in steps]
        assert told == [True, False, True, True]
        assert Progress.objects.count() == 3
    with school_open(2):
        assert Progress.objects.count() == 0


def test_a_second_press_waits_for_the_first_to_end() -> None:
    campaign = opened()
    facts = form(campaign, 1)
    with owner_connection() as somebody_pressing:
        somebody_pressing.execute("SELECT pg_advisory_xact_lock(%s, %s)", [campaign.id, 1])
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '100ms'")
        with pytest.raises(OperationalError), transaction.atomic():
            handed_in(campaign, 1, facts)
    assert handed_in(campaign, 1, facts).version == 1
