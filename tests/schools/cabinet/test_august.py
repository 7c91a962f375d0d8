"""The steps from one school year into the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.conf import settings as product
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from schools.cabinet.domain.august import offered_year, year_prepared
from schools.pairs.models import Pair
from schools.people.models import Person
from tenants.current import school_open
from tests.cast import ANNA, Actor
from tests.factories import school as make
from tests.factories.municipal import local

Browser = Callable[[Actor], Client]
TODAY = date(2026, 6, 20)
STEPS = "/2025-26/segodnya/leto/"


@pytest.fixture(autouse=True)
def june(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """It is noon of 20 June 2026."""
    monkeypatch.setattr(product, "CLOCK_STARTS_AT", local(TODAY))
    yield


def _text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode().replace("\u00a0", " ").replace("&nbsp;", " ")


@pytest.mark.parametrize(
    ("day", "has_roadmap", "year"),
    [
        (date(2026, 5, 31), True, None),
        (date(2026, 6, 1), True, "2026/27"),
        (date(2026, 8, 31), True, "2026/27"),
        (date(2026, 9, 1), True, "2026/27"),
        (date(2026, 9, 30), True, "2026/27"),
        (date(2026, 10, 1), True, None),
        (date(2026, 10, 1), False, "2026/27"),
    ],
)
def test_the_steps_are_offered_in_summer_and_while_there_is_no_roadmap(
    day: date, has_roadmap: bool, year: str | None
) -> None:
    found = offered_year(day, has_roadmap=has_roadmap)
    assert (found.title if found else None) == year


def test_from_september_on_the_present_year_is_prepared() -> None:
    assert [year_prepared(date(2026, month, 2)).title for month in (7, 9, 12)] == ["2026/27", "2026/27", "2026/27"]


def test_the_first_page_leads_into_the_steps_until_they_are_finished(browser_of: Browser) -> None:
    with school_open(1):
        make.working_pair()
    client = browser_of(ANNA)
    assert "Перейти в 2026/27 учебный год" in _text(client, "/2025-26/segodnya/")
    client.post(f"{STEPS}itog/")
    assert "Перейти в 2026/27 учебный год" not in _text(client, "/2025-26/segodnya/")


def test_each_pair_gets_its_own_decision_and_what_is_decided_is_not_asked_again(browser_of: Browser) -> None:
    with school_open(1):
        goes_on, ends, breaks = make.working_pair(), make.working_pair(), make.working_pair()
    client = browser_of(ANNA)
    assert client.get(STEPS)["Location"] == f"{STEPS}pary/"
    said = {f"para-{goes_on}": "dalshe", f"para-{ends}": "zavershit", f"para-{breaks}": "prervat"}
    refused = client.post(f"{STEPS}pary/", said)
    assert refused.status_code == 422
    assert "не указана причина" in refused.content.decode().replace("\u00a0", " ")
    with school_open(1):
        assert Pair.objects.filter(status="working").count() == 3
    said[f"pochemu-{breaks}"] = "Наставник переехал"
    for _ in range(2):  # pressed twice
        assert client.post(f"{STEPS}pary/", said)["Location"] == f"{STEPS}klassy/"
    with school_open(1):
        assert [Pair.objects.get(pk=pk).status for pk in (goes_on, ends, breaks)] == ["working", "completed", "broken"]
    assert "Обо всех работающих парах решено." in _text(client, f"{STEPS}pary/")
    assert client.get(STEPS)["Location"] == f"{STEPS}klassy/"


def test_classes_go_up_once_and_leavers_become_future_mentors(browser_of: Browser) -> None:
    with school_open(1):
        seventh = make.mentee()
        leaver = make.mentee(class_name="11 «А»", birth_year=2008)
        paired = make.mentee(class_name="11 «Б»", birth_year=2008)
        make.pair(make.mentor(), paired)
    client = browser_of(ANNA)
    assert "сначала завершите пару" in _text(client, f"{STEPS}klassy/")
    for _ in range(2):
        assert client.post(f"{STEPS}klassy/")["Location"] == f"{STEPS}soglasiya/"
    with school_open(1):
        known = {one.pk: (one.kind, one.class_name) for one in Person.objects.filter(pk__in=[seventh, leaver, paired])}
    assert known == {seventh: ("pupil", "8 «А»"), leaver: ("graduate", ""), paired: ("pupil", "11 «Б»")}
    page = _text(client, f"{STEPS}vypuskniki/")
    assert ("Потенциальные наставники" in page, f"/lyudi/{leaver}/nastavnik/" in page) == (True, True)


def test_a_pair_of_a_leaver_is_marked_as_over_beforehand(browser_of: Browser) -> None:
    with school_open(1):
        make.pair(make.mentor(), make.mentee(class_name="11 «А»", birth_year=2008))
    page = _text(browser_of(ANNA), f"{STEPS}pary/")
    assert ("Заканчивает школу:" in page, '<option value="zavershit" selected>' in page) == (True, True)


def test_the_way_is_left_and_resumed_at_any_step_and_told_at_the_end(browser_of: Browser) -> None:
    with school_open(1):
        make.working_pair()
        make.roadmap()
        make.mentee(consent=False)
    client = browser_of(ANNA)
    for step in ("soglasiya", "vypuskniki"):
        client.post(f"{STEPS}{step}/")
    assert client.get(STEPS)["Location"] == f"{STEPS}pary/"
    for step in ("pary", "klassy", "soglasiya", "vypuskniki", "karta", "itog"):
        assert "Шаги" in _text(client, f"{STEPS}{step}/")
    summary = _text(client, f"{STEPS}itog/")
    assert "Осталось решить о парах: 1." in summary
    assert [part.split("</dd>")[0] for part in summary.split("<dd>")[1:]] == ["1", "0", "1", "нет", "1", "ещё нет"]
    assert "Сделать новую из неё" in _text(client, f"{STEPS}karta/") or "Завести карту" in _text(
        client, f"{STEPS}karta/"
    )


@pytest.mark.parametrize("step", ["pary", "klassy", "soglasiya", "vypuskniki", "karta", "itog"])
def test_a_step_costs_the_same_for_any_school(browser_of: Browser, step: str) -> None:
    with school_open(1):
        make.working_pair()
        make.mentee(class_name="11 «А»", birth_year=2008)
    client = browser_of(ANNA)
    few = _queries(client, f"{STEPS}{step}/")
    with school_open(1):
        for _ in range(5):
            make.working_pair()
            make.mentee(class_name="11 «А»", birth_year=2008)
    assert (few, few <= 15) == (_queries(client, f"{STEPS}{step}/"), True)


def _queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)
