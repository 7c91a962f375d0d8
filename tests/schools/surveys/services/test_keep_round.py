"""A survey held on paper is written down, mended, closed and taken away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from schools.files.models import StoredFile
from schools.surveys.domain.totals import Side, SurveyNotKept, Totals
from schools.surveys.models import SurveyRound
from schools.surveys.queries import closing_rounds, rounds_between
from schools.surveys.services.keep_round import Survey, add_round, change_round, remove_round
from tenants.journal.queries import latest_events
from tests.factories.files import upload
from tests.schools.rooms import NOW, TODAY, YEAR, acts

WHO: dict[str, Any] = {"today": TODAY, "actor_id": 7, "at": NOW}
LATER: dict[str, Any] = {**WHO, "at": NOW + timedelta(minutes=5)}
ENTRY = Survey(
    "entry", date(2025, 9, 10), closed_on=date(2025, 9, 24), totals=Totals(Side(15, 12), Side(7, 6))
)  # fmt: skip
TABLE = Survey("curator_table", date(2025, 10, 10), closed_on=date(2025, 10, 10), points=16)
pytestmark = pytest.mark.usefixtures("school")


def refused(wanted: Survey) -> str:
    with pytest.raises(SurveyNotKept) as caught:
        add_round(wanted, **WHO)
    assert SurveyRound.objects.count() == 0
    return str(caught.value)


def test_a_survey_is_kept_with_its_numbers_and_a_title_of_its_kind() -> None:
    row = SurveyRound.objects.get(pk=add_round(ENTRY, **WHO))
    assert (row.title, row.said, row.on_paper) == ("Входная анкета", ENTRY.totals, True)
    assert acts() == ["survey_added"]
    assert latest_events(limit=1)[0].text == "Опрос «Входная анкета» записан."


def test_a_press_twice_is_one_survey() -> None:
    assert add_round(ENTRY, **WHO) == add_round(ENTRY, **WHO)
    assert add_round(ENTRY, **LATER) != 0
    assert SurveyRound.objects.count() == 2


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"opened_on": TODAY + timedelta(days=1), "closed_on": None}, "дата в будущем"),
        ({"closed_on": TODAY + timedelta(days=1)}, "дата в будущем"),
        ({"closed_on": date(2025, 9, 9)}, "завершён раньше, чем начат"),
        ({"totals": Totals()}, "не записано, сколько человек ответило"),
        ({"totals": Totals(Side(10, 12))}, "числа не сходятся"),
        ({"points": 5}, "в таблице куратора не бывает 5 баллов"),
    ],
)
def test_what_contradicts_itself_is_refused(change: dict[str, Any], words: str) -> None:
    assert words in refused(replace(ENTRY, **change))


def test_the_curators_table_takes_a_sum_of_nine_criteria() -> None:
    assert "не бывает 19 баллов" in refused(replace(TABLE, points=19))
    assert "не записана сумма баллов" in refused(replace(TABLE, points=None))
    assert SurveyRound.objects.get(pk=add_round(TABLE, **WHO)).points == 16


def test_an_open_survey_is_closed_with_its_numbers() -> None:
    made = add_round(replace(ENTRY, closed_on=None, totals=Totals()), **WHO)
    change_round(made, ENTRY, **WHO)
    assert SurveyRound.objects.get().closed_on == date(2025, 9, 24)
    change_round(made, ENTRY, **LATER)
    change_round(made, replace(ENTRY, title="Начало"), **WHO)
    assert acts() == ["survey_added", "survey_closed", "survey_changed"]


def test_a_new_file_takes_the_place_of_the_former_and_goes_with_the_survey() -> None:
    made = add_round(ENTRY, upload=upload(name="Сводка.pdf"), **WHO)
    change_round(made, ENTRY, upload=upload(name="Сводка 2.pdf"), **WHO)
    assert [row.name for row in StoredFile.objects.all()] == ["Сводка 2.pdf"]
    remove_round(made, reason="Записан дважды.", actor_id=7, at=NOW)
    assert (StoredFile.objects.count(), SurveyRound.objects.count()) == (0, 0)
    texts = [event.text for event in latest_events(limit=3)]
    assert "Опрос «Входная анкета» удалён. Причина: Записан дважды." in texts


def test_nothing_is_taken_away_without_a_reason() -> None:
    made = add_round(ENTRY, **WHO)
    with pytest.raises(SurveyNotKept, match="не написано, почему"):
        remove_round(made, reason="  ", actor_id=7, at=NOW)
    assert SurveyRound.objects.count() == 1


def test_five_answers_close_an_activity_and_so_does_a_survey_of_few(django_assert_num_queries: Any) -> None:
    def made(mentees: Side, **more: Any) -> int:
        return add_round(replace(ENTRY, totals=Totals(mentees), **more), **WHO)

    enough, few_people = made(Side(15, 5)), made(Side(4, 2))
    made(Side(15, 4))
    made(Side(None, None, None), closed_on=None)
    table = add_round(TABLE, **WHO)
    with django_assert_num_queries(1):
        found = closing_rounds(YEAR.starts_on, YEAR.ends_on)
    assert [(one.id, one.kind) for one in found] == [(enough, "entry"), (few_people, "entry"), (table, "curator_table")]


def test_a_survey_belongs_to_the_year_it_is_closed_in() -> None:
    across = add_round(replace(ENTRY, opened_on=date(2025, 8, 25)), **WHO)
    going = add_round(replace(ENTRY, closed_on=None, totals=Totals()), **WHO)
    add_round(replace(ENTRY, opened_on=date(2025, 5, 1), closed_on=date(2025, 5, 20)), **WHO)
    assert {row.pk for row in rounds_between(YEAR.starts_on, YEAR.ends_on)} == {across, going}
