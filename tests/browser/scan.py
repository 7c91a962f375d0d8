"""What is wrong with a page in its windows: axe, the console, its width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.window import DESK, HEIGHTS, PHONE, Window

Look = tuple[int, str]
EVERY_LOOK: list[Look] = [(DESK, "light"), (DESK, "dark"), (PHONE, "dark"), (PHONE, "light")]
OPPOSITE: list[Look] = [(DESK, "light"), (PHONE, "dark")]
NARROWEST = 320

_EVERYTHING = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
# Between the themes of one width only colours differ, so the other rules are asked once a width.
_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
_RUN = "only => axe.run({runOnly: only, resultTypes: ['violations']})"
_UNFOLD = "document.querySelectorAll('details').forEach(one => { one.open = true; })"  # what is folded is not judged
# Nor are words over a gradient: each gets the one colour of it that is nearest to the words'.
_PLAIN = """() => {
  const grounds = {".main": "--paper", ".doc": "--sheet", ".ind.is-attn": "--warn-soft", ".ind.is-error": "--bad-soft"};
  for (const [where, colour] of Object.entries(grounds)) {
    document.querySelectorAll(where).forEach(one => { one.style.background = `var(${colour})`; });
  }
}"""


def faults_of(window: Window, path: str, looks: Sequence[Look]) -> list[str]:
    """Everything wrong with the page at the path, one line each."""
    window.open(path)
    return [f"{path}: {fault}" for fault in faults_here(window, looks)]


def faults_here(window: Window, looks: Sequence[Look]) -> list[str]:
    """Everything wrong with the page that is open."""
    window.page.evaluate(_UNFOLD)
    window.page.evaluate(_PLAIN)
    window.page.evaluate(AXE_SCRIPT)
    found, widths = list(window.complaints), set[int]()
    for width, theme in looks:
        window.turn(width, theme)
        found += [
            f"{width} {theme}: {one}" for one in _violations(window, _COLOURS if width in widths else _EVERYTHING)
        ]
        if width == PHONE and width not in widths:
            found += _too_wide(window)
        widths.add(width)
    return found


def _violations(window: Window, only: dict[str, Any]) -> Iterator[str]:
    answer: dict[str, Any] = window.page.evaluate(_RUN, only)
    for violation in answer["violations"]:
        for node in violation["nodes"][:3]:
            why = " ".join(node.get("failureSummary", "").split())
            yield f"{violation['id']} at {node['target'][0]}: {why}"


def _too_wide(window: Window) -> Iterator[str]:
    for width in (NARROWEST, PHONE):
        window.page.set_viewport_size({"width": width, "height": HEIGHTS[PHONE]})
        if more := window.overflow():
            yield f"wider than {width} px by {more}"
