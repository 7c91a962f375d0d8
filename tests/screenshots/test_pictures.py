"""Every page as a picture: a desk's and a phone's window, light and dark, in ``.tropa/screenshots``."""

from __future__ import annotations

import os
import shutil
import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.fixtures import Walked
from tests.browser.people import (
    ANALYST_OF_REGION,
    CURATOR,
    HEAD,
    METHODIST,
    NOBODY_AT_SCHOOL,
    NOBODY_IN_DISTRICT,
    NURSERY,
    PRINCIPAL,
    SILENT,
    Visitor,
)
from tests.browser.story import ROOT
from tests.browser.window import DESK, PHONE, Window, window_of

KEPT = ROOT / ".tropa" / "screenshots"
PICTURES = ROOT / "docs" / "pictures"
EVERYBODY = [
    CURATOR, PRINCIPAL, NURSERY, SILENT, METHODIST, HEAD, ANALYST_OF_REGION, NOBODY_AT_SCHOOL, NOBODY_IN_DISTRICT,
]  # fmt: skip
WINDOWS = [(DESK, "light"), (DESK, "dark"), (PHONE, "light"), (PHONE, "dark")]
TALLEST = 12_000
README_HEIGHT = 1000


@pytest.fixture(scope="module", autouse=True)
def _emptied() -> Iterator[None]:
    """Pictures of pages that are gone must not stay; each worker of a divided run keeps to its own visitors."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        shutil.rmtree(KEPT, ignore_errors=True)
    yield


def _name(path: str) -> str:
    return path.strip("/").replace("/", "-") or "nachalo"


def _take(window: Window, path: str, file: Path, *, height: int | None = None) -> None:
    """A picture of the whole page: the window is made as tall, because the phone's bar sticks to its bottom."""
    page, size = window.page, window.page.viewport_size
    assert size is not None
    window.open(path)
    page.set_viewport_size({"width": size["width"], "height": max(height or window.tall(TALLEST), size["height"])})
    file.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=file)
    page.set_viewport_size(size)


def _size(file: Path) -> tuple[int, int]:
    width, height = struct.unpack(">II", file.read_bytes()[16:24])
    return width, height


@pytest.mark.parametrize(("width", "theme"), WINDOWS)
@pytest.mark.parametrize("visitor", EVERYBODY, ids=lambda visitor: visitor.key)
def test_a_picture_of_every_page_is_kept(
    walked: Callable[[Visitor], Walked], chromium: Browser, visitor: Visitor, width: int, theme: str
) -> None:
    client, found = walked(visitor)
    files = {path: KEPT / visitor.key / f"{_name(path)}-{width}-{theme}.png" for path in found.paths}
    with window_of(chromium, client, width=width, theme=theme) as window:
        for path, file in files.items():
            _take(window, path, file)
    assert {_size(file)[0] for file in files.values()} == {width}


README_PICTURES = {
    "panel-okruga.png": "<year:year>/panel/",
    "spravka.png": "<year:year>/spravki/<int:note_id>/",
}


@pytest.mark.parametrize("name", list(README_PICTURES))
def test_the_pictures_of_the_readme_are_fresh(
    walked: Callable[[Visitor], Walked], chromium: Browser, name: str
) -> None:
    client, found = walked(METHODIST)
    with window_of(chromium, client, width=DESK, theme="light") as window:
        _take(window, found.pages[README_PICTURES[name]][0], PICTURES / name, height=README_HEIGHT)
    assert _size(PICTURES / name) == (DESK, README_HEIGHT)
