"""Pages of consents, as the curator presses them."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from docx import Document

from schools.consents.models import ConsentRequest, Erasure, LabourTerm
from schools.pairs.models import Pair
from schools.people.models import Consent
from tenants.current import school_open
from tests.factories import school as make
from tests.factories.files import upload
from tests.schools.rooms import page, words

CONSENTS = "/2025-26/lyudi/soglasiya/"


@pytest.fixture
def people(anna: Client) -> tuple[int, int]:
    """A teacher and her pupil, with consents, in a working pair."""
    with school_open(1):
        teacher, child = make.mentor(), make.mentee()
        make.pair(teacher, child)
    return teacher, child


def test_forms_for_many_are_one_file_and_each_begins_a_page(anna: Client, people: tuple[int, int]) -> None:
    with school_open(1):
        lacking = [make.mentee(consent=False) for _ in range(3)]
    asked = {"kto": lacking, "cel": ["processing", "photo"], "vid": "docx"}
    answer = anna.post(f"{CONSENTS}blanki/", asked)
    file = Document(io.BytesIO(answer.content))
    titles = [one.text for one in file.paragraphs if one.style and one.style.name == "Heading 1"]
    assert len(titles) == 6
    breaks = [one for one in file.paragraphs if one.paragraph_format.page_break_before]
    assert len(breaks) == 5
    with school_open(1):
        assert ConsentRequest.objects.filter(state="blank").count() == 6
    assert anna.post(f"{CONSENTS}blanki/", asked | {"vid": "pdf"}).content.startswith(b"%PDF-")


def test_the_page_before_printing_tells_for_whom_and_what_to_look_at(anna: Client, people: tuple[int, int]) -> None:
    shown = page(anna, f"{CONSENTS}blanki/?kto={people[0]}&kto={people[1]}")
    assert "Бланки: 2 человека" in shown
    assert "юрист" in shown


def test_nobody_marked_is_told(anna: Client) -> None:
    answer = anna.post(f"{CONSENTS}blanki/", {}, follow=True)
    assert "никто не отмечен" in words(answer)


def test_links_are_shown_once(anna: Client) -> None:
    with school_open(1):
        child = make.mentee(consent=False)
    answer = anna.post(f"{CONSENTS}ssylki/", {"kto": child, "cel": "processing", "sdelat": "1"})
    assert "lesnaya.localhost" in words(answer)
    assert "/s/" in words(answer)
    assert "/s/" not in page(anna, f"{CONSENTS}ssylki/?kto={child}")


def test_a_paper_is_kept_with_its_scan_and_downloads(anna: Client) -> None:
    with school_open(1):
        teacher = make.mentor(consent=False)
    said = {"purpose": "processing", "given_on": "2025-10-01", "kept_as": "папка 3", "scan": upload()}
    assert anna.post(f"{CONSENTS}{teacher}/", said).status_code == 302
    shown = page(anna, f"{CONSENTS}{teacher}/")
    assert "папка 3" in shown
    assert "/2025-26/fajly/" in shown


def test_a_childs_consent_needs_the_parent_and_a_withdrawal_not_before_it(anna: Client) -> None:
    with school_open(1):
        child = make.mentee(consent=False)
    address = f"{CONSENTS}{child}/"
    paper = {"purpose": "processing", "given_on": "2025-10-10", "kept_as": "оригинал в папке"}
    assert "согласие не записано, ребёнку нет 18 лет" in words(anna.post(address, paper), 422)
    assert anna.post(address, {**paper, "by_representative": "on"}).status_code == 302
    assert "Получено 10 октября" in page(anna, f"/2025-26/lyudi/{child}/")
    too_early = anna.post(f"{address}otozvat/processing/", {"on": "2025-10-09"})
    assert "раньше самого согласия" in words(too_early, 422)
    anna.post(f"{address}otozvat/processing/", {"on": "2025-10-14"})
    assert "Отозвано 14 октября" in page(anna, f"/2025-26/lyudi/{child}/")


def test_withdrawing_tells_the_consequences_before_and_after(anna: Client, people: tuple[int, int]) -> None:
    address = f"{CONSENTS}{people[1]}/otozvat/processing/"
    assert "Пары приостановятся" in page(anna, address)
    after = words(anna.post(address, {"on": "2025-10-15"}, follow=True))
    assert "Приостановлена 1 пара." in after
    assert "Работающих пар было 1, стало 0." in after
    with school_open(1):
        pair = Pair.objects.get()
    shown = page(anna, f"/2025-26/pary/{pair.pk}/")
    assert "Пара приостановлена с 15 октября 2025 года: согласие отозвано." in shown
    assert "Напечатать бланк" in shown
    assert "пока" not in words(anna.post(f"/2025-26/pary/{pair.pk}/vozobnovit/", {}, follow=True)).split("<main")[0]


def test_a_refusal_is_written_down(anna: Client) -> None:
    with school_open(1):
        teacher = make.mentor(consent=False)
    anna.post(f"{CONSENTS}{teacher}/otkaz/photo/", {"on": "2025-10-15"})
    assert "Отказ 15 октября" in page(anna, f"{CONSENTS}{teacher}/")


def test_labour_papers_are_written_and_ended(anna: Client, people: tuple[int, int]) -> None:
    said = {"content": "помощь", "starts_on": "2025-10-01", "consent_on": "2025-09-25", "payment": "нет"}
    said |= {"agreement_number": "12", "agreement_on": "2025-09-30"}
    assert anna.post(f"{CONSENTS}{people[0]}/trud/", said).status_code == 302
    with school_open(1):
        term = LabourTerm.objects.get().pk
    address = f"{CONSENTS}{people[0]}/trud/{term}/zakonchit/"
    ended = {"ended_by": "employer", "warned_on": "2025-10-15", "last_day": "2025-10-17"}
    assert "не раньше 20 октября" in words(anna.post(address, ended), 422)
    assert anna.post(address, ended | {"last_day": "2025-10-20"}).status_code == 302
    assert "последний день 20 октября" in page(anna, f"{CONSENTS}{people[0]}/")
    for code in ("worker_consent_351_8", "agreement_351_8", "consent_withdrawal", "memo_mentor", "memo_mentee"):
        for kind in ("pdf", "docx"):
            assert anna.get(f"{CONSENTS}{people[0]}/list/{code}/{kind}/").status_code == 200
    assert anna.get(f"{CONSENTS}{people[0]}/list/consent_adult/pdf/").status_code == 404


def test_an_order_says_whose_paper_is_missing_and_prints_it(anna: Client) -> None:
    with school_open(1):
        child = make.mentee(consent=False)
        from schools.pairs.services.form_pair import NewPair, propose_pair  # noqa: PLC0415 -- one proposal

        wanted = NewPair("teacher_pupil", [make.mentor()], [child])
        propose_pair(wanted, on=date(2025, 10, 15), actor_id=1, at=make.AT)
    shown = page(anna, "/2025-26/pary/prikaz/")
    assert "нет согласия на обработку данных" in shown
    assert f"{CONSENTS}blanki/?kto={child}" in shown


def test_erasing_asks_for_the_word_and_gives_a_protocol(anna: Client) -> None:
    with school_open(1):
        teacher = make.mentor()
    address = f"{CONSENTS}{teacher}/udalit/"
    assert "нельзя отменить" in words(anna.post(address, {"ground": "заявление", "word": "да"}), 422)
    shown = words(anna.post(address, {"ground": "заявление", "word": "Удалить"}, follow=True))
    assert "Протокол № " in shown
    with school_open(1):
        number = Erasure.objects.get().pk
    file = Document(io.BytesIO(anna.get(f"{CONSENTS}udalenie/{number}/protokol.docx").content))
    assert f"человек № {teacher}" in " ".join(one.text for one in file.paragraphs)
    assert f"Протокол № {number}" in page(anna, f"{CONSENTS}udalenie/")


def test_names_on_a_page_are_kept_with_their_consents(anna: Client, people: tuple[int, int]) -> None:
    with school_open(1):
        row = make.publication()
        Consent.objects.create(person_id=people[0], purpose="publication", given_on=date(2025, 9, 1))
    address = f"/2025-26/publikacii/{row}/lyudi/"
    assert "Назван на странице" in page(anna, f"{address}?q=проверкин")
    assert "нет согласия на публикацию" in words(anna.post(address, {"kto": people[1]}, follow=True))
    anna.post(address, {"kto": people[0]})
    anna.post(f"{CONSENTS}{people[0]}/otozvat/publication/", {"on": "2025-10-15"})
    assert "Убрать имя до 20 октября" in page(anna, address)
    assert "Имя нужно убрать с 1 страницы" in page(anna, CONSENTS)
    with school_open(1):
        from schools.publications.models import Mention  # noqa: PLC0415 -- its number

        mention = Mention.objects.get().pk
    anna.post(f"{address}{mention}/ubrano/")
    assert "Имя нужно убрать" not in page(anna, CONSENTS)


@pytest.mark.parametrize("address", ["", "udalenie/"])
def test_lists_cost_the_same_for_few_and_many(anna: Client, settings: LazySettings, address: str) -> None:
    counts = []
    for number in (3, 40):
        with school_open(1):
            for _ in range(number):
                make.pair(make.mentor(), make.mentee(consent=True))
        anna.get(CONSENTS + address)
        with CaptureQueriesContext(connection) as captured:
            page(anna, CONSENTS + address)
        counts.append(len([one for one in captured if "SET" not in one["sql"][:4]]))
    assert counts == ([12, 12] if not address else [5, 5])
