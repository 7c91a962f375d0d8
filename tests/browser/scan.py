"""What is wrong with a page as it stands in the window: axe, the console, its width."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.window import HEIGHTS, PHONE, Window

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NARROWEST = 320
_UNFOLD = "document.querySelectorAll('details').forEach(one => { one.open = true; })"  # what is folded is not judged
_RUN = "tags => axe.run({runOnly: tags, resultTypes: ['violations']})"


def faults_of(window: Window, path: str) -> list[str]:
    """Everything wrong with the page at the path, one line each."""
    window.open(path)
    return [f"{path}: {fault}" for fault in faults_here(window)]


def faults_here(window: Window) -> list[str]:
    """Everything wrong with the page that is open."""
    window.page.evaluate(_UNFOLD)
    found = [*window.complaints, *_violations(window)]
    if (window.page.viewport_size or {"width": 0})["width"] == PHONE:
        found += _too_wide(window)
    return found


def _violations(window: Window) -> Iterator[str]:
    window.page.evaluate(AXE_SCRIPT)
    answer: dict[str, Any] = window.page.evaluate(_RUN, TAGS)
    for violation in answer["violations"]:
        for node in violation["nodes"][:3]:
            why = " ".join(node.get("failureSummary", "").split())
            yield f"{violation['id']} at {node['target'][0]}: {why}"


def _too_wide(window: Window) -> Iterator[str]:
    for width in (PHONE, NARROWEST):
        window.page.set_viewport_size({"width": width, "height": HEIGHTS[PHONE]})
        if more := window.overflow():
            yield f"wider than {width} px by {more}"
    window.page.set_viewport_size({"width": PHONE, "height": HEIGHTS[PHONE]})
