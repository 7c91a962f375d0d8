"""What «Сегодня» says about the monitoring."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from municipal.submissions.intake import FormState
from schools.monitoring.services.monitoring_today import MonitoringToday, monitoring_today
from tenants.current import school_open
from tests.factories import monitoring as form
from tests.factories import school as make
from tests.factories.municipal import YEAR, local, opened

pytestmark = pytest.mark.django_db


def _today(day: date = form.TODAY) -> MonitoringToday:
    found = monitoring_today(school_id=1, year=YEAR, today=day)
    assert found is not None
    return found


def test_without_a_campaign_there_is_nothing_to_say() -> None:
    with school_open(1):
        assert monitoring_today(school_id=1, year=YEAR, today=form.TODAY) is None


def test_an_open_form_tells_how_much_is_ready_and_by_when() -> None:
    campaign = opened().id
    with school_open(1):
        form.registers()
        found = _today()
        assert (found.campaign_id, found.title, found.due_on) == (campaign, "Октябрь 2025", date(2025, 10, 24))
        assert (found.state, found.waits_for_us) == (FormState.NOT_STARTED, True)
        assert (found.total - found.done, found.questions) == (4, 0)
        assert _today(date(2025, 10, 26)).state is FormState.LATE


def test_a_form_handed_in_waits_for_the_methodist() -> None:
    campaign = opened().id
    with school_open(1):
        form.ready(campaign)
        form.hand_in(campaign, at=local(form.TODAY))
        found = _today()
    assert (found.state, found.words, found.waits_for_us) == (FormState.REVIEW, "На проверке", False)


def test_before_the_opening_it_says_when() -> None:
    opened()
    with school_open(1):
        found = monitoring_today(school_id=1, year=YEAR, today=date(2025, 9, 20))
    assert found is not None
    assert (found.state, found.opens_on, found.waits_for_us) == (None, date(2025, 10, 1), False)


def test_the_number_of_queries_does_not_grow_with_the_school() -> None:
    opened()
    counts = []
    with school_open(1):
        form.registers()
        for people in (1, 30):
            for _ in range(people):
                make.working_pair()
            with CaptureQueriesContext(connection) as captured:
                _today()
            counts.append(len(captured))
    assert counts == [32, 32]
