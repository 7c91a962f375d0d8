"""To whom the note recommends and by when: days fit the campaign, the note and the school."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from municipal.notes.domain.composition import compose
from tenants.domain.russian import MONTHS_OF
from tenants.domain.school_year import Season
from tests.municipal.notes.domain.test_composition import block, october, said
from tests.municipal.notes.sample import NAMES, district, kind_of, note_input
from tests.municipal.notes.schools import School


def test_a_term_that_has_passed_or_is_nearer_than_a_week_becomes_ten_working_days() -> None:
    kept = replace(district(), note_date=date(2025, 11, 10))
    near = replace(district(), note_date=date(2025, 11, 11))
    assert block(october(kept), "rec.documents").term == "до 17\u00a0ноября 2025\u00a0года"  # 15 November is a Saturday
    assert said(october(near), "rec.documents").endswith("Срок: в течение 10 рабочих дней после подписания справки.")


def test_a_silent_school_is_asked_to_hand_in_while_its_form_is_taken() -> None:
    silent = district()  # due on 20 October, closed after 31 October
    for day, term in ((12, "до 20\u00a0октября 2025\u00a0года"), (20, "до 31\u00a0октября 2025\u00a0года")):
        note = october(replace(silent, note_date=date(2025, 10, day)))
        assert block(note, "rec.submit").term == term
        assert note.block("rec.submit_closed") is None


@pytest.mark.parametrize("day", [date(2025, 10, 31), date(2025, 11, 20), date(2026, 2, 2)])
def test_after_the_closing_a_silent_school_is_told_to_ask_for_a_new_date(day: date) -> None:
    note = october(replace(district(), note_date=day))
    assert note.block("rec.submit") is None
    assert said(note, "rec.submit_closed").endswith("Срок: в течение 5 рабочих дней после подписания справки.")
    assert said(note, "rec.submit_closed").startswith("Директору (Озёрная НОШ): ")


def test_an_extension_moves_the_day_of_its_school_alone() -> None:
    given = note_input({1: School(5)}, expected=4)
    first, second, third, fourth = given.schools
    longer = replace(third, extended_until=date(2025, 11, 5))
    extended = replace(given, schools=(first, second, longer, fourth))
    before = october(replace(extended, note_date=date(2025, 10, 27)))
    after = october(replace(extended, note_date=date(2025, 11, 3)))
    words = "до 31\u00a0октября 2025\u00a0года, а где срок продлён, в продлённый срок"
    assert block(before, "rec.submit").term == words
    assert said(after, "rec.submit").startswith("Директору (Таёжнинская СОШ): ")
    assert block(after, "rec.submit").term == "до 5\u00a0ноября 2025\u00a0года"
    assert said(after, "rec.submit_closed").startswith("Директорам (Луговская СОШ, СОШ № 2): ")


@pytest.mark.parametrize("season", [Season.OCTOBER, Season.MAY])
@pytest.mark.parametrize("days", range(0, 300, 3))
def test_no_recommendation_names_a_day_that_is_past_or_a_weekend(season: Season, days: int) -> None:
    given = district(season)
    day = given.monitoring.reporting_date + timedelta(days=days)
    for one in compose(replace(given, note_date=day), kind=season.value, number=1).blocks:
        if found := re.search(r"до (\d+)\u00a0(\w+) (\d{4})", one.term):
            named = date(int(found[3]), MONTHS_OF.index(found[2]) + 1, int(found[1]))
            assert named > day
            assert one.key == "rec.submit" or named.weekday() < 5


def test_the_head_of_a_kindergarten_is_not_called_a_principal() -> None:
    def lacking(*schools: int) -> str:
        held = {i: School(4, kind=kind_of(NAMES[i - 1]), lacking=("B5",)) for i in schools}
        return said(october(note_input(held, expected=12)), "rec.documents").partition(" (")[0]

    assert lacking(9) == "Заведующему"
    assert lacking(1, 2) == "Директорам"
    assert lacking(1, 9) == "Директору и заведующему"
    assert lacking(1, 2, 9) == "Директорам и заведующему"
