"""A file becomes people of the registers, once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from schools.people.models import MenteeCard, MentorCard, PeopleImport, Person
from schools.people.services.import_people import (
    FORGET_AFTER,
    forget_old_imports,
    mend_rows,
    order_writing,
    start_pasted,
)
from schools.people.services.import_people_work import carry_on, decide_again
from tests.schools.rooms import NOW, TODAY, acts

TABLE = """Роль\tФИО\tКласс или должность\tДата рождения\tСтаж\tТелефон
наставник\tБелова Татьяна Ивановна\tучитель химии\t\t12 лет\t+7 913 000-00-00
наставляемый\tИванова Анна Петровна\t7Б\t14.05.2012\t\t
наставляемый\tФёдоров Пётр Ильич\t\t\t\t
наставник\tОрлов Иван Сергеевич\t11А\t01.2009\t\t
"""


def bring(text: str) -> PeopleImport:
    number = start_pasted(text, actor_id=1, at=NOW)
    assert carry_on(number, at=NOW, today=TODAY)
    return PeopleImport.objects.get(pk=number)


def write(draft: PeopleImport) -> PeopleImport:
    order_writing(draft.pk)
    assert carry_on(draft.pk, at=NOW, today=TODAY)
    return PeopleImport.objects.get(pk=draft.pk)


def outcomes(draft: PeopleImport) -> list[str]:
    return [row["outcome"] for row in draft.rows]


@pytest.mark.usefixtures("school")
def test_right_rows_are_added_and_the_wrong_one_waits() -> None:
    draft = bring(TABLE)
    assert draft.fault == ""
    assert outcomes(draft) == ["add", "add", "wrong", "add"]
    assert draft.rows[2]["faults"] == [["class", "Строка 4: нет класса. Впишите, например, 7 «Б»."]]
    assert Person.objects.count() == 0
    written = write(draft)
    assert written.result["added"] == 3
    assert outcomes(written) == ["same", "same", "wrong", "same"]
    assert sorted(MentorCard.objects.values_list("person__last_name", flat=True)) == ["Белова", "Орлов"]
    assert list(MenteeCard.objects.values_list("person__sorting", flat=True)) == ["иванова анна петровна"]
    assert acts() == ["people_imported"]


@pytest.mark.usefixtures("school")
def test_the_same_file_once_more_changes_nothing() -> None:
    write(bring(TABLE))
    before = list(Person.objects.order_by("id").values())
    again = bring(TABLE)
    assert outcomes(again) == ["same", "same", "wrong", "same"]
    assert list(Person.objects.order_by("id").values()) == before


@pytest.mark.usefixtures("school")
def test_a_telephone_and_the_day_of_birth_are_nowhere_in_the_rows() -> None:
    draft = write(bring(TABLE))
    kept = str(draft.rows) + str(list(Person.objects.values()))
    assert "913" not in kept
    assert "14.05" not in kept
    assert "05.2012" in kept


@pytest.mark.usefixtures("school")
def test_a_mended_row_is_added_at_the_next_press() -> None:
    draft = write(bring(TABLE))
    mend_rows(draft.pk, {"0-4": {"class": "8а", "birth": "3 марта 2011"}}, {})
    assert outcomes(decide_again(draft.pk, today=TODAY)) == ["same", "same", "add", "same"]
    write(PeopleImport.objects.get(pk=draft.pk))
    person = Person.objects.get(last_name="Фёдоров")
    assert (person.class_name, person.birth_year, person.birth_month) == ("8 «А»", 2011, 3)


@pytest.mark.usefixtures("school")
def test_a_file_nobody_finished_is_forgotten_after_two_weeks() -> None:
    draft = bring(TABLE)
    assert forget_old_imports(at=NOW + FORGET_AFTER) == 0
    assert forget_old_imports(at=NOW + FORGET_AFTER + timedelta(seconds=1)) == 1
    kept = PeopleImport.objects.get(pk=draft.pk)
    assert (bytes(kept.data), kept.rows, kept.state) == (b"", [], "closed")
