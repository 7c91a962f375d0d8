"""What the curator does with pairs from their pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.conf import settings as product
from django.test import Client

from schools.pairs.models import Pair, Programme
from schools.pairs.services.form_pair import NewPair, propose_pair
from tenants.current import school_open
from tests.cast import ANNA, Actor
from tests.factories import school as make
from tests.factories.municipal import local

Browser = Callable[[Actor], Client]
YEAR = "/2025-26/pary"
TODAY = date(2025, 10, 15)


@pytest.fixture(autouse=True)
def october(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """It is 15 October 2025."""
    monkeypatch.setattr(product, "CLOCK_STARTS_AT", local(TODAY))
    yield


def _text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode().replace("\u00a0", " ").replace("&nbsp;", " ")


def _proposed(**mentee: Any) -> int:
    wanted = NewPair("teacher_pupil", [make.mentor()], [make.mentee(**mentee)])
    return propose_pair(wanted, on=date(2025, 10, 12), actor_id=1, at=make.AT)


def _said(client: Client, address: str) -> str:
    """What the last act said, on the page it led to."""
    return _text(client, address).split('id="notes"')[1].split("</div>")[0]


def test_the_form_of_mentoring_is_chosen_first(browser_of: Browser) -> None:
    page = _text(browser_of(ANNA), f"{YEAR}/predlozhit/")
    assert "По какой форме пара?" in page
    assert "?forma=teacher_pupil" in page


def test_people_named_in_the_address_narrow_the_forms_to_one(browser_of: Browser) -> None:
    with school_open(1):
        mentor, mentee = make.mentor(), make.mentee()
    page = _text(browser_of(ANNA), f"{YEAR}/predlozhit/?kto={mentor}&komu={mentee}")
    assert "Новая пара: учитель — ученик" in page
    assert len(re.findall(r"<input[^>]* checked", page)) == 2


def test_a_pair_is_proposed_from_the_page(browser_of: Browser) -> None:
    with school_open(1):
        mentor, mentee = make.mentor(), make.mentee()
    client = browser_of(ANNA)
    typed = {"mentors": [mentor], "mentees": [mentee], "kind": "traditional", "goal": "увереннее читать"}
    answer = client.post(f"{YEAR}/predlozhit/?forma=teacher_pupil", typed)
    with school_open(1):
        pair = Pair.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"{YEAR}/{pair.pk}/")
    assert (pair.mentoring_format, pair.goal, pair.proposed_on) == ("teacher_pupil", "увереннее читать", TODAY)


def test_a_side_left_empty_is_said_beside_the_list(browser_of: Browser) -> None:
    with school_open(1):
        mentor = make.mentor()
        make.mentee()
    answer = browser_of(ANNA).post(f"{YEAR}/predlozhit/?forma=teacher_pupil", {"mentors": [mentor]})
    assert answer.status_code == 422
    assert "Отметьте хотя бы одного наставляемого" in answer.content.decode().replace("\u00a0", " ")


def test_somebody_the_form_is_not_for_cannot_be_marked(browser_of: Browser) -> None:
    with school_open(1):
        partner, mentee = make.mentor("partner", partner_id=make.partner()), make.mentee()
        make.mentor()
    typed = {"mentors": [partner], "mentees": [mentee], "kind": "traditional"}
    answer = browser_of(ANNA).post(f"{YEAR}/predlozhit/?forma=teacher_pupil", typed)
    assert answer.status_code == 422
    with school_open(1):
        assert not Pair.objects.exists()


def test_one_order_appoints_the_marked_pairs(browser_of: Browser) -> None:
    with school_open(1):
        ready, left = _proposed(), _proposed()
    client = browser_of(ANNA)
    assert "Ждут приказа 2 пары." in _text(client, f"{YEAR}/prikaz/")
    typed = {"order_number": "48-од", "ordered_on": "2025-10-14", "pairs": [ready]}
    assert client.post(f"{YEAR}/prikaz/", typed).status_code == 302
    assert "закреплена 1 пара" in _said(client, f"{YEAR}/")
    with school_open(1):
        assert dict(Pair.objects.values_list("pk", "status")) == {ready: "working", left: "proposed"}


def test_a_pair_without_consents_is_not_marked_beforehand_and_is_named(browser_of: Browser) -> None:
    with school_open(1):
        _proposed()
        lacking = _proposed(consent=False, last_name="Фролова", first_name="Вера", patronymic="")
    client = browser_of(ANNA)
    page = _text(client, f"{YEAR}/prikaz/")
    assert "Бумаг не хватает у 1 человека: без этих пар приказ соберётся на 1 пару." in page
    assert "нет согласия на обработку данных: Фролова В." in page
    assert page.count(" checked") == 1
    typed = {"order_number": "48", "ordered_on": "2025-10-14", "pairs": [lacking]}
    answer = client.post(f"{YEAR}/prikaz/", typed)
    assert answer.status_code == 422
    assert "Кого не хватает: Фролова В." in answer.content.decode().replace("\u00a0", " ")


def test_an_order_of_tomorrow_is_not_signed_yet(browser_of: Browser) -> None:
    with school_open(1):
        pair = _proposed()
    typed = {"order_number": "48", "ordered_on": "2025-10-16", "pairs": [pair]}
    answer = browser_of(ANNA).post(f"{YEAR}/prikaz/", typed)
    assert (answer.status_code, "ещё не" in answer.content.decode()) == (422, True)


def test_a_pair_is_appointed_on_its_own_page(browser_of: Browser) -> None:
    with school_open(1):
        pair = _proposed()
    client = browser_of(ANNA)
    assert "Пара предложена и ждёт приказа уже 3 дня." in _text(client, f"{YEAR}/{pair}/")
    client.post(f"{YEAR}/{pair}/prikaz/", {"order_number": "", "ordered_on": "2025-10-14"})
    assert "Пара не закреплена. Впишите номер приказа" in _said(client, f"{YEAR}/{pair}/")
    client.post(f"{YEAR}/{pair}/prikaz/", {"order_number": "48", "ordered_on": "2025-10-14"})
    assert "Пара закреплена приказом № 48." in _said(client, f"{YEAR}/{pair}/")


def test_a_pair_is_completed_from_a_page_that_asks(browser_of: Browser) -> None:
    with school_open(1):
        pair = make.working_pair()
    client = browser_of(ANNA)
    assert "Завершить пару?" in _text(client, f"{YEAR}/{pair}/zavershit/")
    assert client.post(f"{YEAR}/{pair}/zavershit/", {"on": "2025-10-15"}).status_code == 302
    assert "Пара завершена." in _said(client, f"{YEAR}/{pair}/")


def test_a_pair_is_broken_off_only_with_a_reason(browser_of: Browser) -> None:
    with school_open(1):
        pair = make.working_pair()
    client = browser_of(ANNA)
    answer = client.post(f"{YEAR}/{pair}/prervat/", {"on": "2025-10-15", "reason": ""})
    assert (answer.status_code, "Напишите причину" in answer.content.decode()) == (422, True)
    client.post(f"{YEAR}/{pair}/prervat/", {"on": "2025-10-15", "reason": "смена школы"})
    page = _text(client, f"{YEAR}/{pair}/")
    assert ("Пара прервана." in page, "смена школы" in page) == (True, True)


def test_a_proposal_is_withdrawn(browser_of: Browser) -> None:
    with school_open(1):
        pair = _proposed()
    client = browser_of(ANNA)
    assert client.post(f"{YEAR}/{pair}/otozvat/").status_code == 302
    assert "Предложение отозвано" in _said(client, f"{YEAR}/")
    _text(client, f"{YEAR}/{pair}/", 404)


def test_programmes_are_kept_by_the_curator(browser_of: Browser) -> None:
    client = browser_of(ANNA)
    typed = {"title": "Первые шаги", "mentoring_format": "teacher_pupil", "valid_from": "2025-09-01"}
    assert client.post(f"{YEAR}/programmy/", typed).status_code == 302
    assert "Действует 1 программа." in _text(client, f"{YEAR}/programmy/")
    answer = client.post(f"{YEAR}/programmy/", typed)
    assert (answer.status_code, "такой формы уже есть" in answer.content.decode()) == (422, True)
    with school_open(1):
        row = Programme.objects.get()
    assert client.post(f"{YEAR}/programmy/{row.pk}/", {**typed, "valid_to": "2025-10-01"}).status_code == 302
    assert "Действующих программ нет" in _text(client, f"{YEAR}/programmy/")
