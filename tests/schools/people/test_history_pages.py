"""A person's roles, measures and history, as Анна sees them, and what nobody else sees."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import docx
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from schools.people.models import Person, RolePeriod, Support
from schools.people.services.supports import begin_support
from tenants.current import school_open
from tests.access.routes import routes_of
from tests.cast import EGOR
from tests.factories.school import completed, meeting, mentee, mentor, pair
from tests.schools.people.conftest import in_school
from tests.schools.rooms import NOW, BrowserOf, page, words

PEOPLE = "/2025-26/lyudi/"
WHO: dict[str, Any] = {"actor_id": None, "at": NOW}
SEPTEMBER = date(2025, 9, 1)


def test_roles_are_written_down_ended_and_stay_in_the_history(anna: Client) -> None:
    somebody = in_school(mentor)
    address = f"{PEOPLE}{somebody}/rol/"
    typed = {"role": "mentee", "mentoring_format": "teacher_teacher", "since": "2025-09-01", "until": ""}
    assert anna.post(address, typed).status_code == 302
    assert "уже наставляемый" in words(anna.post(address, {**typed, "since": "2025-09-05"}), 422)
    with school_open(1):
        row = RolePeriod.objects.get()
    assert anna.post(f"{address}{row.pk}/zakonchit/", {"on": "2025-10-10"}).status_code == 302
    seen = page(anna, f"{PEOPLE}{somebody}/")
    assert "Роль: наставляемый, форма «учитель — учитель»: закончена." in seen
    assert anna.post(f"{PEOPLE}{somebody}/vyshel/mentor/", {"on": "2025-10-15"}).status_code == 302
    assert "Запись в базе наставников: закрыта." in page(anna, f"{PEOPLE}{somebody}/")


def test_a_role_of_another_person_is_no_page_of_this_one(anna: Client) -> None:
    first, second = in_school(mentor), in_school(mentor)
    anna.post(f"{PEOPLE}{first}/rol/", {"role": "mentor", "mentoring_format": "teacher_pupil", "since": "2025-09-01"})
    with school_open(1):
        row = RolePeriod.objects.get()
    assert anna.get(f"{PEOPLE}{second}/rol/{row.pk}/zakonchit/").status_code == 404


def test_a_pupil_becomes_a_graduate_by_two_answers(anna: Client) -> None:
    child = in_school(lambda: mentee("pupil", class_name="11"))
    address = f"{PEOPLE}{child}/stal/"
    assert "Кем теперь стал человек?" in page(anna, address)
    assert "Записи в обеих базах закроются накануне." in page(anna, f"{address}?kto=graduate")
    assert anna.post(address, {"kto": "graduate", "on": "2025-10-01", "position": ""}).status_code == 302
    with school_open(1):
        assert (Person.objects.get().kind, Person.objects.get().class_name) == ("graduate", "")
    assert "Было: обучающийся, 11. Стало: выпускник." in page(anna, f"{PEOPLE}{child}/")


def test_the_history_is_told_in_sentences_and_kept_as_a_file_without_measures(anna: Client) -> None:
    def lived() -> int:
        child = mentee("pupil", last_name="Сомов")
        made = pair(mentor(last_name="Берёзкина"), child)
        for day in (date(2025, 9, 12), date(2025, 9, 19)):
            meeting(made, day)
        completed(made, date(2025, 10, 10))
        begin_support(child, "hard_time", since=SEPTEMBER, **WHO)
        return child

    child = in_school(lived)
    seen = page(anna, f"{PEOPLE}{child}/")
    assert "Пара закреплена приказом № 41: наставляемый, вместе: Берёзкина П. И." in seen
    assert "За учебный год проведено: 3 встречи" in seen
    assert "Нужна поддержка в трудное время" in seen
    answer = anna.get(f"{PEOPLE}{child}/delo.docx")
    assert (answer["Cache-Control"], "Сомов" in answer["Content-Disposition"]) == ("private, no-store", False)
    file = docx.Document(BytesIO(answer.content))
    text = "\n".join(
        [line.text for line in file.paragraphs]
        + [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    ).replace("\xa0", " ")
    assert "Пара закреплена приказом № 41" in text
    assert ("Сомов" in text, "трудное время" in text, "поддержк" in text.lower()) == (True, False, False)


def test_measures_begin_and_end_on_the_persons_page(anna: Client) -> None:
    child = in_school(mentee)
    address = f"{PEOPLE}{child}/podderzhka/"
    assert anna.post(address, {"measure": "conditions", "since": "2025-09-01"}).status_code == 302
    with school_open(1):
        row = Support.objects.get()
    assert "Нужны особые условия" in page(anna, f"{PEOPLE}{child}/")
    refused = anna.post(f"{address}{row.pk}/zakonchit/", {"on": "2025-08-01"})
    assert "раньше её начала" in words(refused, 422)
    assert anna.post(f"{address}{row.pk}/zakonchit/", {"on": "2025-10-15"}).status_code == 302


@pytest.mark.parametrize("measure", ["conditions", "hard_time", "advanced", "expenses", "adult_near"])
def test_nobody_but_the_curator_reads_who_is_supported(anna: Client, browser_of: BrowserOf, measure: str) -> None:
    """A canary: the supported child has a name nobody else has, and a pair, so that pages would show him."""

    def supported() -> int:
        child = mentee("pupil", last_name="Канарейкин")
        pair(mentor(), child)
        begin_support(child, measure, since=SEPTEMBER, **WHO)
        return child

    child = in_school(supported)
    with school_open(1):
        title = {"conditions": "Нужны особые условия", "hard_time": "трудное время", "advanced": "Готов к большему",
                 "expenses": "помощь с расходами", "adult_near": "надёжный взрослый"}[measure]  # fmt: skip
    assert title in page(anna, f"{PEOPLE}{child}/")
    egor = browser_of(EGOR)
    for route in routes_of("config.urls_school"):
        if "<" in route.pattern.replace("<year:year>", ""):
            continue
        answer = egor.get("/" + route.pattern.replace("<year:year>", "2025-26"), follow=True)
        text = getattr(answer, "content", b"").decode(errors="replace").replace("\xa0", " ").replace("&nbsp;", " ")
        told = f"{title} Канарейкин" in text or (title in text and "Канарейкин" in text)
        assert not told, route.pattern
    assert "Эту страницу ведёт куратор" in page(egor, f"{PEOPLE}{child}/", 403)
    assert "Эту страницу ведёт куратор" in page(egor, f"{PEOPLE}nastavlyaemye/?podderzhka=lyubaya", 403)


def test_a_long_life_costs_as_many_queries_as_a_short_one(anna: Client) -> None:
    grown = in_school(mentor)

    def live(number: int) -> int:
        for at in range(number):
            made = pair(grown, mentee(), order=str(at))
            meeting(made, date(2025, 9, 12))
        return grown

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            page(anna, f"{PEOPLE}{grown}/")
        return len(asked)

    in_school(lambda: live(2))
    cost()  # what is remembered between requests is remembered now
    few = cost()
    in_school(lambda: live(20))
    assert cost() == few
    assert few <= 15
