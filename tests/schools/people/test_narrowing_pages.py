"""Lists that are narrowed, kept and acted on; requests by topic; graduates; as Анна sees them."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import quote

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from schools.passport.models import Remembered
from schools.people.models import BulkAct, Consent, MenteeCard, Person
from schools.people.services.add_person import NewPerson
from schools.people.services.become import become
from schools.people.services.enrol import enrol_mentee, enrol_mentor
from schools.people.services.supports import begin_support
from tenants.current import school_open
from tests.cast import ANNA, VERA
from tests.factories.school import mentee, mentor, pair, person
from tests.schools.people.conftest import in_school
from tests.schools.rooms import NOW, BrowserOf, page, words

PEOPLE = "/2025-26/lyudi/"
MENTEES = PEOPLE + "nastavlyaemye/"
MANY = PEOPLE + "spisok/mentees/srazu/"
WHO: dict[str, Any] = {"actor_id": None, "at": NOW}
SEPTEMBER = date(2025, 9, 1)


def _asks(last_name: str, *topics: str, **said: object) -> int:
    made = person("pupil", last_name=last_name, **said)  # type: ignore[arg-type]  # parts of a record
    enrol_mentee(made, since=SEPTEMBER, topics=topics, **WHO)
    return made


def test_a_list_is_narrowed_by_class_topic_and_measure_together_with_the_chips(anna: Client) -> None:
    with school_open(1):
        _asks("Сомов", "exam", class_name="7 «Б»")
        _asks("Щукин", "project", class_name="7 «Б»")
        begin_support(_asks("Язев", "exam", class_name="8 «А»"), "conditions", since=SEPTEMBER, **WHO)
    names = ("Сомов", "Щукин", "Язев")

    def seen(query: str) -> list[str]:
        text = page(anna, f"{MENTEES}?{query}")
        return [name for name in names if f">{name}" in text]

    assert seen("tema=exam") == ["Сомов", "Язев"]
    assert seen(f"klass={quote('7 «Б»')}&tema=exam") == ["Сомов"]
    assert seen("podderzhka=lyubaya") == seen("podderzhka=conditions") == ["Язев"]
    assert seen("podderzhka=advanced") == []
    assert seen("otbor=bez-pary&kto=pupil") == list(names)
    assert f"otbor=bez-soglasiya&amp;klass={quote('7 «Б»').replace('%20', '+')}" in page(
        anna, f"{MENTEES}?klass={quote('7 «Б»')}"
    )


def test_the_filter_is_kept_through_the_person_the_form_and_back(anna: Client) -> None:
    child = in_school(lambda: _asks("Сомов", "exam"))
    listed = page(anna, f"{MENTEES}?tema=exam")
    link = f"{PEOPLE}{child}/?iz=mentees%3Ftema%3Dexam"
    assert link in listed
    card = page(anna, link)
    assert f'href="{MENTEES}?tema=exam"' in card
    assert f"{PEOPLE}{child}/nastavlyaemyj/?iz=mentees%3Ftema%3Dexam" in card
    saved = anna.post(f"{PEOPLE}{child}/nastavlyaemyj/?iz=mentees%3Ftema%3Dexam", {"since": "2025-09-01"})
    assert saved["Location"] == link


def test_a_way_back_never_leads_out_of_the_lists(anna: Client) -> None:
    child = in_school(lambda: _asks("Сомов"))
    for said in ("https://evil.example", "//evil.example", "mentees?next=https://evil.example", "orders"):
        assert "evil" not in page(anna, f"{PEOPLE}{child}/?iz={quote(said)}").replace(quote(said), "")


def test_a_filter_is_kept_under_a_name_shared_with_colleagues_and_forgotten_by_its_owner(
    anna: Client, browser_of: BrowserOf
) -> None:
    in_school(lambda: _asks("Сомов", "exam"))
    address = PEOPLE + "spisok/mentees/otbor/"
    assert anna.post(address, {"tema": "exam", "name": "Экзамен", "shared": "on"})["Location"] == f"{MENTEES}?tema=exam"
    anna.post(address, {"tema": "exam", "name": "Экзамен"})
    seen = page(anna, MENTEES)
    assert (seen.count('href="?tema=exam"'), "Экзамен" in seen) == (1, True)
    anna.post(address, {"name": "Все"})
    assert "он показывает всех" in page(anna, MENTEES)
    with school_open(1):
        row = Remembered.objects.get(kind="filter")
        Remembered.objects.filter(pk=row.pk).update(actor_id=(row.actor_id or 0) + 1000)
        other = Remembered.objects.create(kind="cabinet", key="leto", at=NOW, actor_id=row.actor_id)
    assert anna.post(f"{address}{other.pk}/udalit/").status_code == 404
    assert anna.post(f"{address}{row.pk}/udalit/").status_code == 404
    with school_open(1):
        Remembered.objects.filter(pk=row.pk).update(actor_id=row.actor_id)
    assert anna.post(f"{address}{row.pk}/udalit/").status_code == 302
    assert "Экзамен" not in page(browser_of(VERA), MENTEES)


def test_everybody_of_the_filter_is_named_before_the_press_and_put_back_after_it(anna: Client) -> None:
    with school_open(1):
        for number in range(60):
            _asks(f"Ивин{number:02}", "exam", class_name="7 «Б»")
        _asks("Чужой", "project", class_name="7 «Б»")
    chosen = {"tema": "exam", "vse": "1", "m-act": "klass", "m-topic": ""}
    asked = words(anna.post(MANY, chosen))
    assert "Выбраны все по отбору: 60 человек" in asked
    assert ("Ивин59" in asked, "Чужой" in asked) == (True, False)
    seen = asked.split('name="seen" value="')[1].split('"')[0]
    done = anna.post(MANY, {**chosen, "seen": seen, "on": "2025-09-01"})
    assert done["Location"] == f"{MENTEES}?tema=exam"
    with school_open(1):
        assert Person.objects.filter(class_name="8 «Б»").count() == 60
        act = BulkAct.objects.get()
    assert "Переведены в следующий класс: 60 человек." in page(anna, MENTEES)
    anna.post(f"{PEOPLE}srazu/{act.pk}/otmenit/")
    with school_open(1):
        assert Person.objects.filter(class_name="7 «Б»").count() == 61


def test_an_act_asks_for_people_and_for_the_topic(anna: Client) -> None:
    child = in_school(lambda: _asks("Сомов"))
    anna.post(MANY, {"m-act": "ubrat"})
    assert "Никто не отмечен" in page(anna, MENTEES)
    anna.post(MANY, {"m-act": "tema", "chelovek": child})
    assert "Выберите тему, которую добавить." in page(anna, MENTEES)
    stale = anna.post(MANY, {"m-act": "ubrat", "chelovek": child, "seen": "0", "on": "2025-10-15"})
    assert "список стал другим" in words(stale, 422)
    with school_open(1):
        assert Person.objects.get().archived_on is None


def test_forms_of_consents_are_printed_for_everybody_chosen(anna: Client) -> None:
    child = in_school(lambda: _asks("Сомов"))
    answer = anna.post(MANY, {"m-act": "blanki", "vse": "1"})
    assert answer["Location"] == f"{PEOPLE}soglasiya/blanki/?kto={child}"
    assert "Сомов" in page(anna, answer["Location"])


def test_requests_meet_help_topic_by_topic(anna: Client) -> None:
    with school_open(1):
        helped, _, _ = _asks("Сомов", "exam", "project"), _asks("Щукин", "exam"), mentee("pupil")
        grown = mentor()
        enrol_mentor(grown, since=SEPTEMBER, topics=["exam"], **WHO)
        pair(grown, helped)
    assert "2 запроса</b>, с наставником 1, без наставника 1." in page(anna, MENTEES)
    seen = page(anna, PEOPLE + "zaprosy/")
    assert "Запросов 2, с наставником 1, без наставника 1." in seen
    assert seen.index("Подготовиться к экзамену") < seen.index("Сделать проект")
    assert "никого" in seen


def test_graduates_are_offered_as_future_mentors_until_they_are(anna: Client) -> None:
    def left() -> int:
        made = mentee("pupil", last_name="Сомов", class_name="11")
        become(made, NewPerson("", "", "", "graduate"), since=date(2025, 10, 1), **WHO)
        return made

    graduate = in_school(left)
    seen = page(anna, PEOPLE + "vypuskniki/")
    assert ("Сомов" in seen, "30 сентября" in seen) == (True, True)
    assert "Будущий наставник?" in page(anna, f"{PEOPLE}{graduate}/")
    anna.post(f"{PEOPLE}{graduate}/nastavnik/", {"since": "2025-10-10", "capacity": "1"})
    assert "Сомов" not in page(anna, PEOPLE + "vypuskniki/")


def test_a_past_year_shows_the_class_of_that_year(anna: Client) -> None:
    def moved() -> int:
        made = mentee("pupil", last_name="Сомов", class_name="8 «А»", since=date(2024, 9, 10))
        Person.objects.filter(pk=made).update(past=[{"until": "2025-08-31", "kind": "pupil", "class_name": "7 «А»"}])
        return made

    in_school(moved)
    assert "обучающийся, 8 «А»" in page(anna, MENTEES)
    assert "обучающийся, 7 «А»" in page(anna, "/2024-25/lyudi/nastavlyaemye/")


def test_two_thousand_people_cost_as_many_queries_as_ten(anna: Client) -> None:
    def fill(number: int) -> int:
        people = Person.objects.bulk_create(
            Person(last_name=f"Ивин{at}", first_name="Пётр", sorting=f"ивин{at}", kind="pupil", class_name="7 «Б»",
                   birth_year=2011, birth_month=3) for at in range(number)
        )  # fmt: skip
        MenteeCard.objects.bulk_create(MenteeCard(person=one, since=SEPTEMBER, topics=["exam"]) for one in people)
        Consent.objects.bulk_create(
            Consent(person=one, purpose="processing", given_on=SEPTEMBER) for one in people[::2]
        )
        return number

    pages = [MENTEES, f"{MENTEES}?tema=exam&otbor=bez-pary", PEOPLE + "zaprosy/", PEOPLE + "vypuskniki/"]

    def costs() -> list[int]:
        found = []
        for address in pages:
            with CaptureQueriesContext(connection) as asked:
                page(anna, address)
            found.append(len(asked))
        return found

    page(anna, PEOPLE)
    in_school(lambda: fill(10))
    few = costs()
    in_school(lambda: fill(1990))
    assert costs() == few
    assert max(few) <= 15
    assert ANNA.school == 1
