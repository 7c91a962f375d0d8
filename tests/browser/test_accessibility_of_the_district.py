"""Every page of the district and the region, light and dark, on a desk and on a phone: open to all, no complaints."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.browser.fixtures import Walked
from tests.browser.people import ANALYST_OF_REGION, HEAD, METHODIST, NOBODY_IN_DISTRICT, Visitor
from tests.browser.scan import faults_of
from tests.browser.window import DESK, PHONE, window_of

OTHERS = [HEAD, ANALYST_OF_REGION, NOBODY_IN_DISTRICT]
WINDOWS = [(DESK, "light"), (DESK, "dark"), (PHONE, "light"), (PHONE, "dark")]
# The others see the same templates with fewer buttons: two opposite windows show what differs.
CASES = [(METHODIST, *window) for window in WINDOWS] + [(one, *window) for one in OTHERS for window in WINDOWS[::3]]


@pytest.mark.parametrize(("visitor", "width", "theme"), CASES, ids=lambda part: getattr(part, "key", part))
def test_every_page_is_open_to_everybody(
    walked: Callable[[Visitor], Walked], chromium: Browser, visitor: Visitor, width: int, theme: str
) -> None:
    client, found = walked(visitor)
    with window_of(chromium, client, width=width, theme=theme) as window:
        faults = [fault for path in found.paths for fault in faults_of(window, path)]
    assert faults == [], "\n".join(faults)
