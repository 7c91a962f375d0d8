"""A school's October from the roadmap in Word to the region's sums, pressed through in a browser by four people."""

from __future__ import annotations

import http.client
import json
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.people import ANALYST_OF_REGION, METHODIST, SILENT
from tests.browser.server import Site
from tests.journeys import deeds
from tests.journeys.figures import accepted_values
from tests.journeys.papers import UNCLEAR, text_of, write_roadmap

SCHOOL, CAMPAIGN = "Луговская СОШ", "Октябрь 2026"
OWN_WORDS = "Методист дописала: школы округа вышли на мониторинг в полном составе."
ANSWERS_H = {"Ответили наставляемые": "6", "Ответили наставники": "5", "Баллы по таблице куратора": "14"}
ENTRIES = "Заявки на конкурсы и фестивали"


@pytest.fixture
def people(chromium: Browser) -> Iterator[tuple[Page, Page, Page]]:
    """Windows of the curator, the methodist and the analyst, each a browser of its own."""
    contexts = [chromium.new_context(locale="ru-RU", accept_downloads=True) for _ in range(3)]
    for context in contexts:
        context.set_default_timeout(10_000)
    curator, methodist, analyst = (context.new_page() for context in contexts)
    yield curator, methodist, analyst
    for context in contexts:
        context.close()


def _ask_region(site: Site, path: str, token: str) -> dict[str, Any]:
    with closing(http.client.HTTPConnection("127.0.0.1", site.port, timeout=20)) as connection:
        headers = {"Host": f"{site.host()}:{site.port}", "Authorization": f"Bearer {token}"}
        connection.request("GET", f"/api/region/v1/{path}", headers=headers)
        answer = connection.getresponse()
        assert answer.status == 200
        found: dict[str, Any] = json.loads(answer.read())
        return found


def test_a_district_s_october(own_site: Site, people: tuple[Page, Page, Page], tmp_path: Path) -> None:
    curator, methodist, analyst = people
    _the_curator_brings_her_roadmap(curator, own_site, tmp_path)
    _the_curator_hands_october_in(curator)
    _the_methodist_returns_it(methodist, own_site)
    _the_curator_corrects_it(curator)
    _the_methodist_accepts_it(methodist)
    _the_note_says_what_the_forms_say(methodist, own_site, tmp_path)
    _the_region_reads_the_sums(methodist, analyst, own_site)


def _the_curator_brings_her_roadmap(page: Page, site: Site, folder: Path) -> None:
    file = folder / "Дорожная карта.docx"
    write_roadmap(file)
    deeds.sign_in(page, site, SILENT)
    deeds.read_roadmap(page, file)
    expect(page.get_by_text("Прочитали 4 мероприятия. Посмотрите 1 срок: в нём есть сомнение.")).to_be_visible()
    deeds.correct_deadline(page, written=UNCLEAR, corrected="до 20 декабря")
    expect(page.get_by_text("Понято так: 20.12.2026.")).to_be_visible()
    page.get_by_role("button", name="Сохранить карту").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Такая карта уже есть")
    page.get_by_role("button", name="Добавить рядом").click()
    expect(page.get_by_text("Карта записана: 4 мероприятия.")).to_be_visible()
    deeds.go_to(page, "Дорожная карта")
    page.get_by_role("link", name="Дорожная карта наставничества Луговской школы").click()
    expect(page.get_by_role("listitem").filter(has_text="Открыть выставку работ")).to_contain_text("до 20 декабря")


def _the_curator_hands_october_in(page: Page) -> None:
    deeds.go_to(page, "Мониторинг")
    deeds.fill_block(page, "H. Качество", ANSWERS_H)
    deeds.fill_block(page, "I. Практики", {ENTRIES: "0"})
    deeds.hand_in(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("сдан")


def _the_methodist_returns_it(page: Page, site: Site) -> None:
    deeds.sign_in(page, site, METHODIST)
    deeds.open_form_of(page, SCHOOL, CAMPAIGN)
    deeds.ask_about(page, "I2", "Весной школа подавала заявки. Проверьте, нет ли их этой осенью.")
    expect(page.get_by_text("Форма возвращена с вопросами.")).to_be_visible()


def _the_curator_corrects_it(page: Page) -> None:
    deeds.answer_remark(page, label=ENTRIES, number="2", words="Две заявки были, добавили их.")
    deeds.hand_in(page)
    expect(page.get_by_role("main")).to_contain_text("Версия")


def _the_methodist_accepts_it(page: Page) -> None:
    deeds.open_form_of(page, SCHOOL, CAMPAIGN)
    expect(page.get_by_text("Школа: «Две заявки были, добавили их.»")).to_be_visible()
    page.get_by_role("button", name="Принять отчёт").click()
    expect(page.get_by_text("Луговская СОШ: форма принята.")).to_be_visible()


def _the_note_says_what_the_forms_say(page: Page, site: Site, folder: Path) -> None:
    deeds.go_to(page, "Справки")
    page.get_by_role("region", name=CAMPAIGN).get_by_role("link", name="Справка №").click()
    page.get_by_role("button", name="Обновить всё").click()
    expect(page.get_by_text("Справка собрана заново по 11 принятым формам.")).to_be_visible()
    deeds.edit_paragraph(page, section="Практики и конкурсы", words=OWN_WORDS)
    expect(page.get_by_text(OWN_WORDS)).to_be_visible()
    said = text_of(deeds.download(page, "DOCX", folder))
    sums = {line: sum(accepted_values(site.database, CAMPAIGN, line)) for line in ("E1", "E6", "E7")}
    assert OWN_WORDS in said
    assert re.findall(r"На 1 октября 2026 года работа[ею]т (\d+) ", said) == [str(sums["E1"])]
    assert re.findall(r"Участников: (\d+) настав\w+, (\d+) настав", said) == [(str(sums["E6"]), str(sums["E7"]))]


def _the_region_reads_the_sums(methodist: Page, analyst: Page, site: Site) -> None:
    deeds.pass_on(methodist, CAMPAIGN, reason="Приняты данные ещё одной школы")
    deeds.sign_in(analyst, site, ANALYST_OF_REGION)
    token = deeds.issue_token(analyst, "сводка центра")
    listed = _ask_region(site, "reports", token)
    latest = next(one for one in listed["items"] if one["revision"] == 2)
    report = _ask_region(site, f"reports/{latest['id']}", token)
    values = {one["indicator"]: one for one in report["observations"] if not one["dims"]}
    assert values["PAIRS_ACTIVE"]["value"] == sum(accepted_values(site.database, CAMPAIGN, "E1"))
    assert values["ORGS_REPORTED"]["value"] == 11
    assert values["MENTEES_RESPONSE_RATE"]["value"] is None
    assert [name for name in (SCHOOL, "Осипов", "Две заявки") if name in json.dumps(report, ensure_ascii=False)] == []
