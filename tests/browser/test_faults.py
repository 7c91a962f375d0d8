"""Pages that say no: forms with faults, addresses that are not there. They must be as open as the others."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.browser.fixtures import Walked
from tests.browser.people import CURATOR, METHODIST, NOBODY_AT_SCHOOL, Visitor
from tests.browser.scan import EVERY_LOOK, faults_here, faults_of
from tests.browser.story import YEAR
from tests.browser.window import DESK, Window, window_of

EMPTY_FORMS = [
    (NOBODY_AT_SCHOOL, "/vhod/", "Войти"),
    (CURATOR, f"/{YEAR.slug}/dokumenty/dobavit/", "Записать документ"),
    (CURATOR, f"/{YEAR.slug}/publikacii/dobavit/", "Добавить публикацию"),
    (CURATOR, f"/{YEAR.slug}/karta/novaya/", "Прочитать таблицу"),
    (METHODIST, f"/{YEAR.slug}/publikacii/", "Добавить публикацию"),
]


def _send_empty(window: Window, button: str) -> None:
    """Press the button as a browser without checks of its own would let one."""
    window.page.evaluate("document.querySelectorAll('form').forEach(one => { one.noValidate = true; })")
    window.page.get_by_role("button", name=button).click()
    window.page.locator("[role=alert]").wait_for()
    # the status itself is heard as a complaint of the console
    window.complaints[:] = [one for one in window.complaints if "422" not in one]


@pytest.mark.parametrize("case", EMPTY_FORMS, ids=lambda case: f"{case[0].key} {case[2]}")
def test_a_form_sent_empty_says_what_to_mend(
    walked: Callable[[Visitor], Walked], chromium: Browser, case: tuple[Visitor, str, str]
) -> None:
    visitor, path, button = case
    client, _found = walked(visitor)
    with window_of(chromium, client, width=DESK, theme="light") as window:
        window.open(path)
        _send_empty(window, button)
        assert faults_here(window, EVERY_LOOK) == []
        assert window.page.title().startswith("Поправьте: ")


@pytest.mark.parametrize("visitor", [CURATOR, METHODIST], ids=lambda visitor: visitor.key)
def test_an_address_that_is_not_there_answers_in_words(
    walked: Callable[[Visitor], Walked], chromium: Browser, visitor: Visitor
) -> None:
    client, _found = walked(visitor)
    with window_of(chromium, client, width=DESK, theme="light") as window:
        faults = [one for one in faults_of(window, "/net-takoj-stranicy/", EVERY_LOOK) if "404" not in one]
        heading = window.page.get_by_role("heading", level=1).inner_text()
    assert faults == []
    assert heading == "Такой страницы нет"
