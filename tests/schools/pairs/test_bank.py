"""Programmes with stages, and the district's bank between schools of one municipality."""

from __future__ import annotations

import pytest
from django.conf import LazySettings

from municipal.bank.domain.refusals import NotShared
from municipal.bank.intake import bank_texts, take_down
from schools.pairs.models import Programme
from tenants.current import municipality_open, school_open
from tests.cast import ANNA, BORIS, DINA, EGOR, IRINA, KIRA, VERA
from tests.factories import school as make
from tests.factories.municipal import local
from tests.schools.rooms import TODAY, BrowserOf, it_is, page, words

YEAR = "/2025-26/pary/programmy"
STAGES = [
    {"title": "Знакомство", "hours": 2, "term": "сентябрь", "result": "план работы"},
    {"title": "Проект", "hours": 6, "term": "октябрь — март", "result": "макет"},
]


@pytest.fixture(autouse=True)
def _day(db: None, settings: LazySettings) -> None:
    it_is(settings)


def _programme(**said: object) -> int:
    with school_open(1):
        return make.programme("Мостики", **{"stages": STAGES, "purpose": "Научить вести проект", **said})


def _shared(browser_of: BrowserOf) -> int:
    made = _programme()
    assert browser_of(ANNA).post(f"{YEAR}/{made}/pokazat/").status_code == 302
    with school_open(1):
        return Programme.objects.get(pk=made).shared_id or 0


def test_stages_are_typed_in_rows_and_empty_rows_are_no_stages(browser_of: BrowserOf) -> None:
    client, made = browser_of(ANNA), _programme(stages=[])
    typed = {"title": "Мостики", "mentoring_format": "teacher_pupil", "valid_from": "2025-09-01"}
    for number in range(5):
        typed |= {f"etap{number}-{name}": "" for name in ("title", "hours", "term", "result")}
    typed |= {"etap1-title": "Знакомство", "etap1-hours": "2", "etap3-title": "Итог"}
    assert client.post(f"{YEAR}/{made}/", typed).status_code == 302
    with school_open(1):
        stages = Programme.objects.get(pk=made).stages
    assert stages == [
        {"title": "Знакомство", "hours": 2, "term": "", "result": ""},
        {"title": "Итог", "hours": None, "term": "", "result": ""},
    ]
    wrong = client.post(f"{YEAR}/{made}/", {**typed, "etap4-hours": "3"})
    assert "Впишите, что делаем на этом этапе." in words(wrong, 422)


def test_a_shared_text_is_read_by_schools_of_the_district_and_by_nobody_else(browser_of: BrowserOf) -> None:
    _shared(browser_of)
    assert "Мостики" in page(browser_of(VERA), f"{YEAR}/okrug/")
    assert "Мостики" in page(browser_of(EGOR), f"{YEAR}/okrug/")
    assert "Мостики" not in page(browser_of(KIRA), f"{YEAR}/okrug/")
    assert "Мостики" in page(browser_of(BORIS), "/2025-26/programmy/")
    assert "Мостики" in page(browser_of(IRINA), "/2025-26/programmy/")
    assert "Мостики" not in page(browser_of(DINA), "/2025-26/programmy/")


def test_a_copy_is_the_schools_own_and_is_taken_once(browser_of: BrowserOf) -> None:
    text = _shared(browser_of)
    vera = browser_of(VERA)
    assert "Научить вести проект" in page(vera, f"{YEAR}/okrug/{text}/")
    first, second = (vera.post(f"{YEAR}/okrug/{text}/vzyat/")["Location"] for _ in range(2))
    assert first == second
    with school_open(2):
        row = Programme.objects.get()
    assert (row.title, row.stages, row.taken_from, row.shared_id) == ("Мостики", STAGES, "Лесная СОШ", None)


def test_a_text_with_a_name_of_the_register_does_not_leave_the_school(browser_of: BrowserOf) -> None:
    with school_open(1):
        make.mentor(last_name="Берёзкина")
    made = _programme(stages=[{"title": "Беседа с Березкиной", "hours": 1, "term": "", "result": ""}])
    refused = words(browser_of(ANNA).post(f"{YEAR}/{made}/pokazat/"), 422)
    assert "в тексте стоят имена людей (Березкиной)" in refused
    with municipality_open(1):
        assert bank_texts() == []


def test_a_programme_without_stages_has_nothing_to_share(browser_of: BrowserOf) -> None:
    made = _programme(stages=[])
    assert "нет этапов" in words(browser_of(ANNA).post(f"{YEAR}/{made}/pokazat/"), 422)


def test_a_text_comes_back_from_the_bank_and_copies_stay(browser_of: BrowserOf) -> None:
    text = _shared(browser_of)
    browser_of(VERA).post(f"{YEAR}/okrug/{text}/vzyat/")
    with school_open(1):
        made = Programme.objects.get().pk
    browser_of(ANNA).post(f"{YEAR}/{made}/ubrat-iz-banka/")
    assert "Мостики" not in page(browser_of(VERA), f"{YEAR}/okrug/")
    with school_open(2):
        assert Programme.objects.get().title == "Мостики"


def test_the_methodist_takes_down_what_should_not_stand_there_and_the_head_only_looks(browser_of: BrowserOf) -> None:
    text = _shared(browser_of)
    assert "Убрать из банка" in page(browser_of(BORIS), f"/2025-26/programmy/{text}/ubrat/")
    assert browser_of(IRINA).post(f"/2025-26/programmy/{text}/ubrat/").status_code == 403
    browser_of(BORIS).post(f"/2025-26/programmy/{text}/ubrat/")
    with municipality_open(1):
        assert bank_texts() == []


def test_a_neighbour_cannot_change_a_text_even_past_the_pages(browser_of: BrowserOf) -> None:
    text = _shared(browser_of)
    with school_open(2):
        assert [one.title for one in bank_texts()] == ["Мостики"]
        with pytest.raises(NotShared):
            take_down(text, at=local(TODAY))
    with school_open(4):
        assert bank_texts() == []
