"""Pages of the form, as the curator and the principal reach them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.conf import settings as product
from django.test import Client

from municipal.indicators.facts import Cell, CellState, cell_of
from municipal.submissions.intake import latest_version
from schools.monitoring.models import DraftForm
from tenants.current import school_open
from tests.cast import ANNA, EGOR, VERA, Actor
from tests.factories import monitoring as form
from tests.factories import school as make
from tests.factories.municipal import local, opened

Browser = Callable[[Actor], Client]
YEAR = "/2025-26/monitoring"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def october(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """It is 15 October 2025, the campaign is open and Анна's registers are kept."""
    monkeypatch.setattr(product, "CLOCK_STARTS_AT", local(form.TODAY))
    campaign = opened().id
    with school_open(1):
        form.registers()
    yield campaign


def _was(page: str, code: str) -> str:
    """The hidden fingerprint of a line on a page."""
    found = page.split(f'name="{code}.was" value="')[1].split('"', maxsplit=1)[0]
    return found.replace("&quot;", '"')


def _html(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_section_opens_where_work_goes_on(october: int, browser_of: Browser) -> None:
    answer = browser_of(ANNA).get(f"{YEAR}/")
    assert answer["Location"] == f"{YEAR}/{october}/razdel/H/"


def test_without_a_campaign_the_section_says_so(db: None, browser_of: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(product, "CLOCK_STARTS_AT", local(form.TODAY))
    assert "Мониторинга пока нет" in _html(browser_of(ANNA), f"{YEAR}/")


@pytest.mark.parametrize("actor", [ANNA, EGOR], ids=["curator", "principal"])
def test_every_page_opens_for_both_roles(october: int, browser_of: Browser, actor: Actor) -> None:
    client = browser_of(actor)
    addresses = [f"{YEAR}/{october}/razdel/{block}/" for block in "ABCDEFGHI"]
    addresses += [f"{YEAR}/{october}/proverka/", f"{YEAR}/sdannye/"]
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 200)


def test_computed_lines_fold_away_behind_a_sentence_and_open_their_sources(october: int, browser_of: Browser) -> None:
    page = _html(browser_of(ANNA), f"{YEAR}/{october}/razdel/E/")
    assert "12\u00a0строк посчитаны из\u00a0ваших данных" in page
    assert "Откуда взято: раздел «Пары», 3\u00a0записи" in page


def test_the_principal_reads_and_cannot_write(october: int, browser_of: Browser) -> None:
    client = browser_of(EGOR)
    assert "<textarea" not in _html(client, f"{YEAR}/{october}/razdel/H/")
    posts = [f"{YEAR}/{october}/razdel/H/", f"{YEAR}/{october}/stroka/H1/", f"{YEAR}/{october}/sdat/"]
    assert {address: client.post(address).status_code for address in posts} == dict.fromkeys(posts, 403)


def test_one_line_is_saved_as_it_is_typed(october: int, browser_of: Browser) -> None:
    client = browser_of(ANNA)
    page = _html(client, f"{YEAR}/{october}/razdel/H/")
    typed = {"H1": "3", "H1.was": _was(page, "H1"), "H1.reason": "", "H1.state": ""}
    answer = client.post(f"{YEAR}/{october}/stroka/H1/", typed, headers=HTMX)
    assert (answer.status_code, 'value="3"' in answer.content.decode()) == (200, True)
    assert 'id="form-side" hx-swap-oob="true"' in answer.content.decode()
    with school_open(1):
        assert DraftForm.objects.get().cells == {"H1": {"state": "reported", "value": 3}}


def test_what_cannot_be_read_stays_on_the_page_with_what_to_do(october: int, browser_of: Browser) -> None:
    client = browser_of(ANNA)
    was = _was(_html(client, f"{YEAR}/{october}/razdel/H/"), "H1")
    answer = client.post(f"{YEAR}/{october}/stroka/H1/", {"H1": "три", "H1.was": was}, headers=HTMX)
    text = answer.content.decode()
    assert (answer.status_code, "«три» не\u00a0целое число" in text, 'value="три"' in text) == (422, True, True)


def test_a_whole_block_is_saved_without_scripts_and_leads_on(october: int, browser_of: Browser) -> None:
    client = browser_of(ANNA)
    address = f"{YEAR}/{october}/razdel/H/"
    page = _html(client, address)
    typed = {code: value for code, value in {"H1": "3", "H2": "", "H5": "14"}.items()}
    posted = typed | {f"{code}.was": _was(page, code) for code in typed} | {"next": "1"}
    answer = client.post(address, posted)
    assert (answer.status_code, answer["Location"]) == (302, f"{YEAR}/{october}/razdel/I/")
    with school_open(1):
        assert DraftForm.objects.get().cells.keys() == {"H1", "H5"}


def test_a_block_with_an_unreadable_line_keeps_the_rest(october: int, browser_of: Browser) -> None:
    client = browser_of(ANNA)
    address = f"{YEAR}/{october}/razdel/H/"
    page = _html(client, address)
    typed = {"H1": "пять", "H5": "14"}
    answer = client.post(address, typed | {f"{code}.was": _was(page, code) for code in typed})
    assert (answer.status_code, "Не\u00a0всё удалось прочитать" in answer.content.decode()) == (422, True)
    with school_open(1):
        assert DraftForm.objects.get().cells.keys() == {"H5"}


def test_a_figure_recounted_while_the_page_was_open_is_not_taken_for_a_typed_one(
    october: int, browser_of: Browser
) -> None:
    client = browser_of(ANNA)
    address = f"{YEAR}/{october}/razdel/E/"
    page = _html(client, address)
    with school_open(1):
        make.working_pair()
    client.post(address, {"E6": "3", "E6.was": _was(page, "E6"), "E6.reason": "", "E6.state": ""})
    with school_open(1):
        assert form.read(october).facts.cell("E6").value == 4


def test_put_nought_and_take_it_back_are_buttons(october: int, browser_of: Browser) -> None:
    client = browser_of(ANNA)
    address = f"{YEAR}/{october}/razdel/H/"
    assert client.post(address, {"zero": "H1"})["Location"] == f"{address}#stroka-H1"
    with school_open(1):
        assert form.read(october).facts.cell("H1").value == 0
    client.post(address, {"back": "H1"})
    with school_open(1):
        assert form.read(october).facts.cell("H1").value is None


def test_the_checking_page_names_what_blocks_with_links_to_the_lines(october: int, browser_of: Browser) -> None:
    page = _html(browser_of(ANNA), f"{YEAR}/{october}/proverka/")
    assert "Пока нельзя сдать: поправьте 4\u00a0строки" in page
    assert f'href="{YEAR}/{october}/razdel/H/#stroka-H5"' in page


def test_from_an_empty_form_to_the_receipt(october: int, browser_of: Browser) -> None:
    client = browser_of(ANNA)
    for block, codes in {"H": ("H1", "H2", "H5"), "I": ("I2",)}.items():
        page = _html(client, f"{YEAR}/{october}/razdel/{block}/")
        posted = {code: "2" for code in codes} | {f"{code}.was": _was(page, code) for code in codes}
        client.post(f"{YEAR}/{october}/razdel/{block}/", posted)
    answer = client.post(f"{YEAR}/{october}/sdat/", {"principal_informed": "yes"})
    assert answer["Location"] == f"{YEAR}/{october}/kvitanciya/1/"
    receipt = _html(client, f"{YEAR}/{october}/kvitanciya/1/")
    with school_open(1):
        version = latest_version(october, 1)
    assert version is not None
    assert version.submission.digest[:12] in receipt
    assert "с\u00a0числами ознакомлен" in receipt
    assert client.get(f"{YEAR}/")["Location"] == f"{YEAR}/{october}/kvitanciya/1/"
    assert "На проверке" in _html(client, f"{YEAR}/sdannye/")


def test_a_form_that_is_not_ready_comes_back_to_the_checking_page(october: int, browser_of: Browser) -> None:
    answer = browser_of(ANNA).post(f"{YEAR}/{october}/sdat/")
    assert answer["Location"] == f"{YEAR}/{october}/proverka/"


def test_another_school_sees_its_own_empty_form(october: int, browser_of: Browser) -> None:
    page = _html(browser_of(VERA), f"{YEAR}/{october}/razdel/E/")
    assert "Проверкин" not in page
    assert "раздел «Пары» ещё не\u00a0заполнен" in page


@pytest.mark.parametrize("address", ["99999/razdel/E/", "{campaign}/razdel/Z/", "{campaign}/kvitanciya/1/"])
def test_what_is_not_there_is_not_found(october: int, browser_of: Browser, address: str) -> None:
    assert browser_of(ANNA).get(f"{YEAR}/{address.format(campaign=october)}").status_code == 404


def test_a_form_of_another_year_is_not_found(october: int, browser_of: Browser) -> None:
    assert browser_of(ANNA).get(f"/2024-25/monitoring/{october}/razdel/E/").status_code == 404


def test_after_closing_the_form_is_read_only(
    october: int, browser_of: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(product, "CLOCK_STARTS_AT", local(date(2025, 12, 31)))
    page = _html(browser_of(ANNA), f"{YEAR}/{october}/razdel/H/")
    assert ("Приём форм «Октябрь 2025» закрыт" in page, "<textarea" in page) == (True, False)


def _lines_of(page: str) -> dict[str, tuple[str, str]]:
    """Of the page «Проверьте и сдайте»: code → what stands below the title, and the answer with its class."""
    rows = page.replace("\u00a0", " ").replace("&nbsp;", " ").split("<div><dt>")[1:]
    cut = {row.split(". ", 1)[0]: row.split("</dt><dd", 1) for row in rows}
    return {code: (said, answer.split("</dd>")[0]) for code, (said, answer) in cut.items()}


def test_every_state_of_a_line_is_told_on_the_checking_page(october: int, browser_of: Browser) -> None:
    with school_open(1):
        cells: dict[str, Any] = {
            "H1": Cell(CellState.EXEMPT, None, reason="опрос весной"),
            "H2": Cell(CellState.MISSING, None, reason="бланки утеряны"),
            "I2": cell_of(0),
            "E6": cell_of(2, reason="Один наставник на больничном"),
        }
        form.type_in(october, **cells)
    lines = _lines_of(_html(browser_of(ANNA), f"{YEAR}/{october}/proverka/"))
    told = {code: lines[code][1] for code in ("A1", "A5", "D1", "E5", "E6", "H1", "H2", "H5", "I2", "I4")}
    assert told == {
        "A1": ">школа",
        "A5": ">подставится при сдаче",
        "D1": ">3",
        "E5": ">не заполнено",
        "E6": ">2",
        "H1": ">не применяется: опрос весной",
        "H2": ">нет данных: бланки утеряны",
        "H5": ' class="is-late">нет ответа',
        "I2": ">0",
        "I4": ">не заполнено",
    }
    assert "По данным школы: 3." in lines["E6"][0]
    assert "Пояснение: «Один наставник на больничном»" in lines["E6"][0]
    assert ": 1" in lines["E1"][0]


def test_who_handed_the_form_in_stands_in_its_line(october: int, browser_of: Browser) -> None:
    with school_open(1):
        form.type_in(october, form.TYPED)
        form.hand_in(october)
    said = _lines_of(_html(browser_of(ANNA), f"{YEAR}/{october}/proverka/"))["A5"][1]
    assert said == f">{form.CURATOR}"
