"""Every page of the district and the region, light and dark, on a desk and on a phone: open to all, no complaints."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.browser.fixtures import Walked
from tests.browser.people import ANALYST_OF_REGION, HEAD, METHODIST, NOBODY_IN_DISTRICT, Visitor
from tests.browser.scan import EVERY_LOOK, OPPOSITE, Look, faults_of
from tests.browser.window import DESK, window_of

# The head sees the methodist's templates with fewer buttons: two opposite looks show what differs.
CASES = [(METHODIST, EVERY_LOOK), (ANALYST_OF_REGION, EVERY_LOOK), (HEAD, OPPOSITE), (NOBODY_IN_DISTRICT, EVERY_LOOK)]


@pytest.mark.parametrize(("visitor", "looks"), CASES, ids=[visitor.key for visitor, _looks in CASES])
def test_every_page_is_open_to_everybody(
    walked: Callable[[Visitor], Walked], chromium: Browser, visitor: Visitor, looks: list[Look]
) -> None:
    client, found = walked(visitor)
    with window_of(chromium, client, width=DESK, theme="light") as window:
        faults = [fault for path in found.paths for fault in faults_of(window, path, looks)]
    assert faults == [], "\n".join(faults)
