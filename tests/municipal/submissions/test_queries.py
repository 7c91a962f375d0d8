"""The board and the sums: right states, constant numbers of queries."""

from __future__ import annotations

from datetime import date

import pytest

from municipal.campaigns.queries import campaign_a_year_ago, previous_campaign
from municipal.submissions.domain.states import FormState
from municipal.submissions.intake import tell_progress
from municipal.submissions.queries import (
    accepted_facts,
    accepted_forms,
    board,
    counts_by_state,
    facts_of_season,
    latest_facts,
    school_history,
)
from tenants.current import municipality_open, school_open
from tenants.domain.school_year import Season, SeasonOfYear
from tests.factories.municipal import OCTOBER, YEAR, accepted, contact, form, handed_in, local, opened, returned

pytestmark = pytest.mark.django_db
MONDAY = date(2025, 10, 27)


def test_the_board_shows_every_expected_school_those_that_ask_for_attention_first() -> None:
    contact(2, name="Волкова В. И.")
    campaign = opened()
    accepted(campaign, handed_in(campaign, 1))
    returned(campaign, handed_in(campaign, 3), {"E1": "Проверьте число пар."})
    with school_open(2):
        tell_progress(campaign=campaign, school_id=2, filled=7, total=60, at=local(date(2025, 10, 20)))
    with municipality_open(1):
        states = board(campaign, today=MONDAY)
    assert [(one.school_id, one.state) for one in states] == [
        (2, FormState.LATE),
        (3, FormState.RETURNED),
        (1, FormState.ACCEPTED),
    ]
    late, back, taken = states
    assert (late.filled, late.words.replace("\u00a0", " ")) == (7, "Опаздывает на 3 дня")
    assert late.contact is not None
    assert late.contact.name == "Волкова В. И."
    assert [one.text for one in back.remarks] == ["Проверьте число пар."]
    assert (back.returned_times, back.filled == back.total) == (1, True)
    assert taken.version == 1
    assert counts_by_state(states) == {FormState.LATE: 1, FormState.RETURNED: 1, FormState.ACCEPTED: 1}


def test_the_other_municipality_has_an_empty_board() -> None:
    campaign = opened()
    with municipality_open(2):
        assert board(campaign, today=MONDAY) == []


def test_accepted_forms_are_the_latest_accepted_ones() -> None:
    campaign = opened()
    returned(campaign, handed_in(campaign, 1))
    corrected = handed_in(campaign, 1, form(campaign, 1, I2=3), at=local(date(2025, 10, 10)))
    accepted(campaign, corrected)
    handed_in(campaign, 2)
    with municipality_open(1):
        forms = accepted_forms(campaign.id)
        assert [(one.school_id, one.version, one.returned_times, one.is_late) for one in forms] == [(1, 2, 1, False)]
        assert forms[0].facts.count("I2") == 3
        assert [one.school_id for one in accepted_facts(campaign.id)] == [1]
        assert [one.school_id for one in latest_facts(campaign.id)] == [1, 2]
    with municipality_open(2):
        assert accepted_forms(campaign.id) == []


def test_a_school_compares_with_its_own_past_and_october_with_may() -> None:
    may = opened(SeasonOfYear(YEAR.previous, Season.MAY))
    accepted(may, handed_in(may, 1, form(may, 1, I2=9)))
    october = opened()
    with school_open(1):
        past = facts_of_season(1, OCTOBER.previous)
        assert past is not None
        assert past.count("I2") == 9
        assert facts_of_season(1, OCTOBER.year_before) is None
    with municipality_open(1):
        assert previous_campaign(october) == may
        assert campaign_a_year_ago(october) is None


def test_the_history_of_a_school_holds_every_version_newest_first() -> None:
    campaign = opened()
    returned(campaign, handed_in(campaign, 1))
    handed_in(campaign, 1, form(campaign, 1, I2=3), at=local(date(2025, 10, 10)))
    with municipality_open(1):
        assert [(one.campaign, one.version, one.verdict) for one in school_history(1)] == [
            ("Октябрь 2025", 2, None),
            ("Октябрь 2025", 1, "returned"),
        ]
