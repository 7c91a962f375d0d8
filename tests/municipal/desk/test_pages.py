"""The methodist's pages from the browser: what they say, who may press, what a neighbour sees."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from municipal.campaigns.queries import campaigns
from municipal.submissions.domain.states import Verdict
from municipal.submissions.queries import versions
from tenants.current import municipality_open
from tests.cast import ANNA, BORIS, DINA, GLEB, IRINA, Actor
from tests.factories.municipal import YEAR, accepted, contact, form, handed_in, local, opened, returned

pytestmark = pytest.mark.django_db
Browser = Callable[[Actor], Client]
BASE = "/2025-26/kampanii"


def _text(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode().replace("\u00a0", " ").replace("&nbsp;", " ")


def test_the_day_begins_with_the_schools_that_are_late_and_forms_to_review(browser_of: Browser) -> None:
    contact(2)
    handed_in(opened(), 1)
    page = _text(browser_of(BORIS), "/2025-26/segodnya/")
    assert "Две школы не сдали «Октябрь 2025»" in page
    assert "Напомнить двум школам" in page
    assert "Проверить 1 отчёт" in page
    assert "дел: 2" in page


def test_a_neighbouring_methodist_sees_none_of_it(browser_of: Browser) -> None:
    campaign = opened()
    receipt = handed_in(campaign, 1)
    dina = browser_of(DINA)
    assert "Лесная" not in _text(dina, "/2025-26/segodnya/")
    assert "Лесная" not in _text(dina, "/2025-26/shkoly/")
    for address in (
        f"{BASE}/{campaign.id}/",
        f"{BASE}/{campaign.id}/otchet/{receipt.submission_id}/",
        f"{BASE}/{campaign.id}/shkola/1/",
        f"{BASE}/{campaign.id}/tablica.xlsx",
    ):
        _text(dina, address, 404)
    assert dina.post(f"{BASE}/{campaign.id}/otchet/{receipt.submission_id}/prinyat/").status_code == 404


def test_the_region_and_a_school_have_no_way_in(browser_of: Browser) -> None:
    campaign = opened()
    _text(browser_of(GLEB), f"{BASE}/{campaign.id}/", 403)
    _text(browser_of(ANNA), f"{BASE}/{campaign.id}/", 404)


def test_the_head_reads_the_board_and_may_press_nothing(browser_of: Browser) -> None:
    campaign = opened()
    receipt = handed_in(campaign, 1)
    irina = browser_of(IRINA)
    page = _text(irina, f"{BASE}/{campaign.id}/")
    assert "Сдала 1 школа из 3. Срок прошёл в пятницу, две школы опаздывают." in page
    assert "Напомнить" not in page
    assert irina.post(f"{BASE}/{campaign.id}/otchet/{receipt.submission_id}/prinyat/").status_code == 403


def test_reminding_from_the_board_says_how_many_letters_went_and_when_the_next_may(browser_of: Browser) -> None:
    contact(2)
    campaign = opened()
    boris = browser_of(BORIS)
    response = boris.post(f"{BASE}/{campaign.id}/napomnit/", {"school": "2"}, follow=True)
    page = response.content.decode().replace("\u00a0", " ")
    assert "Напомнили одной школе, писем: 1. Следующее можно 29 октября." in page
    assert boris.post(f"{BASE}/{campaign.id}/napomnit/", {"school": "все"}).status_code == 404


def test_a_form_is_returned_with_a_question_corrected_and_accepted(browser_of: Browser) -> None:
    campaign = opened()
    first = handed_in(campaign, 1)
    boris = browser_of(BORIS)
    review = f"{BASE}/{campaign.id}/otchet/{first.submission_id}"
    page = _text(boris, f"{review}/")
    assert "Странных чисел нет" in page

    refused = boris.post(f"{review}/vernut/", {"vopros-E1": "", "answer_by": "2025-10-30"})
    assert refused.status_code == 422
    boris.post(f"{review}/vernut/", {"vopros-E1": "Пар 15, а в приказе 13?", "answer_by": "2025-10-30"})
    second = handed_in(campaign, 1, form(campaign, 1, G1=91), at=local(date(2025, 10, 27), 11))
    page = _text(boris, f"{BASE}/{campaign.id}/otchet/{second.submission_id}/")
    assert "Пар 15, а в приказе 13?" in page
    assert "В версии 1 было: 90." in page

    answer = boris.post(f"{BASE}/{campaign.id}/otchet/{second.submission_id}/prinyat/")
    assert answer.headers["Location"] == f"{BASE}/{campaign.id}/otchet/{second.submission_id}/"
    with municipality_open(1):
        verdicts = [one.review.verdict for one in versions(campaign.id, 1) if one.review]
    assert verdicts == [Verdict.ACCEPTED, Verdict.RETURNED]


def test_a_question_typed_stays_on_the_page_when_the_day_is_wrong(browser_of: Browser) -> None:
    campaign = opened()
    receipt = handed_in(campaign, 1)
    address = f"{BASE}/{campaign.id}/otchet/{receipt.submission_id}/vernut/"
    response = browser_of(BORIS).post(address, {"vopros-E1": "Почему <b>15</b>?", "answer_by": "2025-10-01"})
    assert response.status_code == 422
    assert "Почему &lt;b&gt;15&lt;/b&gt;?" in response.content.decode()


def test_accepting_says_what_was_done_and_offers_the_next_school_as_a_link(browser_of: Browser) -> None:
    campaign = opened()
    first, second = handed_in(campaign, 1), handed_in(campaign, 2)
    boris, address = browser_of(BORIS), f"{BASE}/{campaign.id}/otchet/"
    answer = boris.post(f"{address}{first.submission_id}/prinyat/", follow=True)
    page = answer.content.decode().replace("\u00a0", " ")
    assert answer.redirect_chain == [(f"{address}{first.submission_id}/", 302)]
    assert "форма принята. Школе ушло письмо." in page
    assert "Принять отчёт" not in page
    assert f'<a href="{address}{second.submission_id}/">Следующий отчёт: ' in page
    boris.post(f"{address}{second.submission_id}/prinyat/")
    assert "Непроверенных отчётов больше нет." in _text(boris, f"{address}{first.submission_id}/")


def test_a_second_press_accepts_nothing_more_and_says_so(browser_of: Browser) -> None:
    campaign = opened()
    first = handed_in(campaign, 1)
    handed_in(campaign, 2)
    boris, address = browser_of(BORIS), f"{BASE}/{campaign.id}/otchet/{first.submission_id}/prinyat/"
    boris.post(address)
    again = boris.post(address, follow=True)
    assert again.status_code == 200
    assert "Этот отчёт уже принят. Второй раз ничего не записано" in again.content.decode().replace("\u00a0", " ")
    with municipality_open(1):
        reviewed = {school: [one.review is not None for one in versions(campaign.id, school)] for school in (1, 2)}
    assert reviewed == {1: [True], 2: [False]}


def test_a_form_that_was_returned_is_not_accepted_by_an_old_button(browser_of: Browser) -> None:
    campaign = opened()
    first = handed_in(campaign, 1)
    returned(campaign, first)
    answer = browser_of(BORIS).post(f"{BASE}/{campaign.id}/otchet/{first.submission_id}/prinyat/")
    assert answer.status_code == 422
    assert "уже записано" in answer.content.decode().replace("\u00a0", " ")


def _dates(opens_on: str, due_on: str, closes_on: str) -> dict[str, str]:
    return {"opens_on": opens_on, "reporting_date": opens_on, "due_on": due_on, "closes_on": closes_on}


def test_a_campaign_is_opened_from_its_preset_dates_in_one_press(browser_of: Browser) -> None:
    boris = browser_of(BORIS)
    page = _text(boris, f"{BASE}/novaya/october/")
    assert 'value="2025-10-24"' in page
    assert "Открыть для 3 школ" in page
    dates = {
        "opens_on": "2025-10-01",
        "reporting_date": "2025-10-01",
        "due_on": "2025-10-24",
        "closes_on": "2025-10-31",
    }
    wrong = boris.post(f"{BASE}/novaya/october/", {**dates, "due_on": "2025-09-30"})
    assert wrong.status_code == 422
    boris.post(f"{BASE}/novaya/october/", dates)
    with municipality_open(1):
        assert [(one.title, one.is_open) for one in campaigns(year=YEAR)] == [("Октябрь 2025", True)]


def test_a_campaign_ahead_is_planned_and_waits_for_its_day(browser_of: Browser) -> None:
    boris = browser_of(BORIS)
    dates = {
        "opens_on": "2026-05-15",
        "reporting_date": "2026-05-15",
        "due_on": "2026-05-25",
        "closes_on": "2026-05-31",
    }
    response = boris.post(f"{BASE}/novaya/may/", dates, follow=True)
    assert "Она откроется сама 15 мая" in response.content.decode().replace("\u00a0", " ")
    with municipality_open(1):
        assert [one.is_open for one in campaigns(year=YEAR)] == [False]


def test_a_later_date_and_an_exemption_are_given_on_the_schools_page(browser_of: Browser) -> None:
    campaign = opened()
    boris = browser_of(BORIS)
    school = f"{BASE}/{campaign.id}/shkola/2/"
    assert boris.post(f"{school}srok/", {"until": "2025-10-20", "reason": "Болезнь"}).status_code == 422
    boris.post(f"{school}srok/", {"until": "2025-11-05", "reason": "Болезнь"})
    assert "Срок продлён до 5 ноября" in _text(boris, f"{BASE}/{campaign.id}/")
    boris.post(f"{BASE}/{campaign.id}/shkola/3/osvobodit/", {"reason": "Ремонт"})
    assert "Освобождена" in _text(boris, f"{BASE}/{campaign.id}/?shkoly=vse")


def test_the_summary_table_holds_accepted_forms_with_numbers_as_numbers(browser_of: Browser) -> None:
    campaign = opened()
    accepted(campaign, handed_in(campaign, 1, form(campaign, 1, I4="=1+1")))
    returned(campaign, handed_in(campaign, 2))
    response = browser_of(BORIS).get(f"{BASE}/{campaign.id}/tablica.xlsx")
    rows = CalamineWorkbook.from_filelike(BytesIO(response.content)).get_sheet_by_index(0).to_python()
    codes, *schools = rows[2], *rows[4:]
    assert [row[0] for row in schools] == ["Лесная СОШ"]
    said = dict(zip(codes, schools[0], strict=True))
    assert (said["E1"], said["I2"], said["I4"]) == (15, 2, "=1+1")


def test_schools_that_have_not_told_of_publications_are_not_counted_as_none(browser_of: Browser) -> None:
    opened()
    page = _text(browser_of(BORIS), "/2025-26/publikacii/").replace("\u00a0", " ")
    assert "не хватает 5. Школы о своих ещё не сообщали." in page


def test_publications_are_added_against_the_norm(browser_of: Browser) -> None:
    handed_in(opened(), 1)
    boris = browser_of(BORIS)
    said = {"title": "Семинар", "url": "https://imc.example/1", "resource": "сайт ИМЦ", "published_on": "2025-10-20"}
    response = boris.post("/2025-26/publikacii/dobavit/", said, follow=True)
    page = response.content.decode().replace("\u00a0", " ")
    assert "Вышла 1 публикация округа при норме не меньше 5, не хватает 4. У школ — 1." in page
    assert "сдали: Детский сад «Ива», Речная СОШ." in page
    assert page.count("нет данных") >= 2  # who has not handed in is not one who published nothing
    assert boris.post("/2025-26/publikacii/dobavit/", said).status_code == 422
    assert "Семинар" not in _text(browser_of(DINA), "/2025-26/publikacii/")


def test_the_list_of_schools_says_whom_to_call_and_what_came_last(browser_of: Browser) -> None:
    contact(1, name="Антонова А. П.")
    handed_in(opened(), 1)
    page = _text(browser_of(BORIS), "/2025-26/shkoly/")
    assert 'href="tel:+79000000000"' in page
    assert "Антонова А. П." in page
    assert "ещё не сдавала" in page
