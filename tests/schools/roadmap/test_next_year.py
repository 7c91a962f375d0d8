"""Next year's roadmap from this one's, looked through and saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from schools.roadmap.models import Activity, Evidence, Occurrence, Roadmap, RoadmapIndicator
from schools.roadmap.services.mark_done import attach_evidence, mark_done
from tenants.current import school_open
from tests.cast import ANNA, EGOR, VERA, Actor
from tests.schools.roadmap.outlook_cases import YEAR, grow, own, typical

pytestmark = pytest.mark.django_db
SignIn = Callable[[Actor], Client]
NOW = datetime(2027, 6, 10, 3, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _june(settings: LazySettings) -> None:
    settings.CLOCK_STARTS_AT = NOW


@pytest.fixture
def old(db: None) -> int:
    """A roadmap of the year that ends, with a mark and evidence."""
    roadmap = own()
    with school_open(1):
        first = Occurrence.objects.get(due_on=date(2026, 10, 15)).activity_id
        day = date(2026, 10, 10)
        mark_done(first, done_on=day, today=day, actor_id=1, at=NOW)
        attach_evidence(first, title="Протокол", on=day, actor_id=1, at=NOW)
        Roadmap.objects.update(order_number="118", order_date=day, status="approved")
    return roadmap


def _address(roadmap: int, year: str = "2027-28") -> str:
    return f"/{year}/karta/iz-karty/{roadmap}/"


def _text(answer) -> str:  # type: ignore[no-untyped-def]  # a response
    return " ".join(answer.content.decode().replace("\xa0", " ").split())


def _key(text: str) -> int:
    with school_open(1):
        return Activity.objects.get(text=text, stage__roadmap__origin="docx").pk


def test_every_row_is_shown_as_it_was_and_as_it_will_be(browser_of: SignIn, old: int) -> None:
    page = _text(browser_of(ANNA).get(_address(old)))
    assert "Переносим 5 мероприятий. Год заменён в 3 сроках. Посмотрите 2 пункта" in page
    assert "Было: до 15.10.2026" in page
    assert 'value="до 15.10.2027"' in page
    assert "Понято так: 15.10.2027." in page
    assert "<del>Подвести итоги 2026/2027 года</del> Подвести итоги 2027/2028 года" in page
    assert "с 01.09.2027 по 31.08.2028" in page
    with school_open(1):
        assert Roadmap.objects.count() == 1  # looking writes nothing


def test_saved_it_is_a_draft_without_marks_that_remembers_the_old_one(browser_of: SignIn, old: int) -> None:
    drop = _key("Встречаться")
    answer = browser_of(ANNA).post(_address(old), {"save": "1", f"drop-{drop}": "on"}, follow=True)
    assert "Карта записана как черновик." in _text(answer)
    with school_open(1):
        new = Roadmap.objects.exclude(pk=old).get()
        texts = list(Activity.objects.filter(stage__roadmap=new).values_list("text", flat=True))
        days = Occurrence.objects.filter(activity__stage__roadmap=new)
        assert (new.origin, new.source["roadmap"], new.status, new.order_number) == ("previous", old, "draft", "")
        assert new.title == "Дорожная карта наставничества на 2027/2028 учебный год"
        assert (new.period_from, new.period_to) == (date(2027, 9, 1), date(2028, 8, 31))
        assert "Встречаться" not in texts
        assert len(texts) == 5  # a heading of a group too
        assert set(days.values_list("done_on", flat=True)) == {None}
        assert date(2027, 10, 15) in set(days.values_list("due_on", flat=True))
        assert Evidence.objects.filter(activity__stage__roadmap=new).count() == 0
        assert RoadmapIndicator.objects.get(roadmap=new).targets == {"2027": "12.5"}


def test_her_own_words_for_a_deadline_are_taken(browser_of: SignIn, old: int) -> None:
    key = _key("Обсудить")
    client = browser_of(ANNA)
    looked = _text(client.post(_address(old), {"look": "1", f"phrase-{key}": "до 1 марта 2028"}))
    assert "Понято так: 01.03.2028." in looked
    client.post(_address(old), {"save": "1", f"phrase-{key}": "до 1 марта 2028"})
    with school_open(1):
        new = Activity.objects.get(text="Обсудить", stage__roadmap__origin="previous")
        assert (new.deadline_phrase, new.deadline_checked) == ("до 1 марта 2028", True)


def test_pressed_twice_it_stays_one(browser_of: SignIn, old: int) -> None:
    client = browser_of(ANNA)
    first = client.post(_address(old), {"save": "1"})
    second = client.post(_address(old), {"save": "1"})
    assert first["Location"] == second["Location"]
    with school_open(1):
        assert Roadmap.objects.count() == 2


def test_where_a_roadmap_of_that_year_stands_it_is_asked_what_to_do(
    browser_of: SignIn, old: int, settings: LazySettings
) -> None:
    client = browser_of(ANNA)
    client.post(_address(old), {"save": "1"})
    settings.CLOCK_STARTS_AT = NOW.replace(hour=9)
    drop = _key("Обсудить")
    question = client.post(_address(old), {"save": "1", f"drop-{drop}": "on"})
    assert question.status_code == 409
    assert f'name="drop-{drop}" value="on"' in _text(question)
    answer = client.post(_address(old), {"save": "1", f"drop-{drop}": "on", "how": "zamenit"}, follow=True)
    assert "Карта записана как черновик." in _text(answer)


def test_a_roadmap_of_several_years_is_not_copied_into_its_own_time(browser_of: SignIn, old: int) -> None:
    with school_open(1):
        Roadmap.objects.filter(pk=old).update(period_to=date(2029, 8, 31))
    answer = browser_of(ANNA).get(_address(old), follow=True)
    assert "Карта не перенесена: она сама действует в 2027/28 учебном году." in _text(answer)


def test_only_the_curator_of_the_school_copies(browser_of: SignIn, old: int) -> None:
    assert browser_of(EGOR).get(_address(old)).status_code == 403
    assert browser_of(VERA).get(_address(old)).status_code == 404


def test_the_page_costs_the_same_for_ten_and_for_two_hundred(browser_of: SignIn, db: None) -> None:
    client, roadmap = browser_of(ANNA), typical()
    client.get(_address(roadmap))
    with CaptureQueriesContext(connection) as few:
        client.get(_address(roadmap))
    grow(roadmap, 200)
    with CaptureQueriesContext(connection) as many:
        assert client.get(_address(roadmap)).status_code == 200
    assert len(many) == len(few)
    assert len(many) <= 15
    assert YEAR.ends_on == date(2027, 8, 31)
