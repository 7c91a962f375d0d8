"""The judge of pages would notice: otherwise its silence means nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.browser.fixtures import Walked
from tests.browser.people import NOBODY_AT_SCHOOL, Visitor
from tests.browser.scan import EVERY_LOOK, faults_here
from tests.browser.window import DESK, window_of

SPOILT = {
    "an image without words": ("main.append(new Image());", ["1366 light: image-alt", "390 dark: image-alt"]),
    "words too pale in the dark": (
        "const p = document.createElement('p'); p.textContent = 'слова'; p.style.color = '#444'; main.append(p);",
        ["1366 dark: color-contrast", "390 dark: color-contrast"],
    ),
    "a box wider than a phone": (
        "const p = document.createElement('p'); p.textContent = 'слова'; p.style.width = '350px'; main.append(p);",
        ["wider than 320 px"],
    ),
    "a script that breaks": ("setTimeout(() => { throw new Error('сломалось'); });", ["script: сломалось"]),
}


@pytest.mark.parametrize("spoilt", list(SPOILT))
def test_a_spoilt_page_is_noticed(walked: Callable[[Visitor], Walked], chromium: Browser, spoilt: str) -> None:
    script, expected = SPOILT[spoilt]
    client, _found = walked(NOBODY_AT_SCHOOL)
    with window_of(chromium, client, width=DESK, theme="light") as window:
        window.open("/vhod/")
        assert faults_here(window, EVERY_LOOK) == []
        window.page.evaluate(f"() => {{ const main = document.querySelector('main'); {script} }}")
        window.page.wait_for_timeout(50)
        found = faults_here(window, EVERY_LOOK)
    assert [one for one in expected if not any(fault.startswith(one) for fault in found)] == []
