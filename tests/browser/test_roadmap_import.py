"""The import of a roadmap by keyboard alone and without scripts: columns said by hand, rows mended, the map saved."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from schools.roadmap.domain.importing.columns import ASSIGNABLE
from schools.roadmap.domain.importing.roles import Role
from tests.browser.client import Client
from tests.browser.people import CURATOR
from tests.browser.server import Site
from tests.browser.window import DESK, HEIGHTS, PHONE
from tests.schools.roadmap.domain.importing.making import LEFT, Grid, word

MUTE: Grid = [
    ["Альфа", "Бета", "Гамма"],
    ["Клуб друзей", "зелёный", "третий этаж"],
    ["Вечер сказок", "синий", "первый этаж"],
    ["Игротека", "красный", "актовый зал"],
]
PLAN: Grid = [
    ["№", "Мероприятие", "Сроки", "Ответственные", "Результат"],
    ["Этап 1. Подготовка", LEFT, LEFT, LEFT, LEFT],
    ["1", "Составить список наставников", "до 15 октября 2026 г.", "куратор", "список"],
    ["2", "Провести собрание родителей", "когда получится", "куратор", "протокол"],
    ["Этап 2. Работа пар", LEFT, LEFT, LEFT, LEFT],
    ["3", "Провести первые встречи", "ноябрь 2021 г.", "наставники", "дневники"],
    ["Исполнитель: куратор программы", LEFT, LEFT, LEFT, LEFT],
]
MOST_TABS = 150


@contextmanager
def without_scripts(browser: Browser, client: Client, width: int) -> Iterator[Page]:
    size = {"width": width, "height": HEIGHTS[width]}
    context = browser.new_context(viewport=size, locale="ru-RU", java_script_enabled=False)  # type: ignore[arg-type]  # a TypedDict by shape
    address = client.site.url(client.visitor.host)
    context.add_cookies([{"name": name, "value": value, "url": address} for name, value in client.cookies.items()])
    try:
        yield context.new_page()
    finally:
        context.close()


def reach(page: Page, wanted: Locator) -> Locator:
    """Come to a control by Tab alone, as somebody without a mouse does."""
    for _ in range(MOST_TABS):
        if wanted.evaluate("element => element === document.activeElement"):
            return wanted
        page.keyboard.press("Tab")
    raise AssertionError(f"not reached by Tab: {wanted}")


def choose(page: Page, role: Role) -> None:
    """Pick what a column holds by arrows, in the list that has the focus."""
    page.keyboard.press("Home")
    for _ in range(ASSIGNABLE.index(role)):
        page.keyboard.press("ArrowDown")


def photograph(page: Page, name: str) -> None:
    """Keep a picture where somebody asked for pictures."""
    folder = os.environ.get("TROPA_PICTURES")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def upload(page: Page, client: Client, path: Path) -> None:
    page.goto(client.site.url(client.visitor.host, "/2026-27/karta/novaya/"))
    page.get_by_label("Файл Word или Excel").set_input_files(path)
    reach(page, page.get_by_role("button", name="Прочитать файл"))
    page.keyboard.press("Enter")


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_columns_are_said_by_keyboard_without_scripts(
    own_site: Site, chromium: Browser, tmp_path: Path, width: int
) -> None:
    client = Client(own_site, CURATOR)
    client.sign_in()
    path = tmp_path / "карта.docx"
    # other headings at another width: what was said of the first ones is remembered
    path.write_bytes(word("Дорожная карта", [[f"{name} {width}" for name in MUTE[0]], *MUTE[1:]]))
    with without_scripts(chromium, client, width) as page:
        upload(page, client, path)
        expect(page.get_by_text("Скажите, что в каждом столбце")).to_be_visible()
        photograph(page, f"columns-{width}")
        reach(page, page.get_by_label(f"Альфа {width}"))
        choose(page, Role.ACTIVITY)
        reach(page, page.get_by_label(f"Гамма {width}"))
        choose(page, Role.RESPONSIBLE)
        reach(page, page.get_by_role("button", name="Прочитать заново"))
        page.keyboard.press("Enter")
        expect(page.get_by_text("Прочитано заново: 3")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_a_row_is_moved_and_a_deadline_mended_by_keyboard_without_scripts(
    own_site: Site, chromium: Browser, tmp_path: Path, width: int
) -> None:
    client = Client(own_site, CURATOR)
    client.sign_in()
    path = tmp_path / "карта.docx"
    path.write_bytes(word("Дорожная карта на 2026/2027 учебный год", PLAN))
    with without_scripts(chromium, client, width) as page:
        upload(page, client, path)
        expect(page.get_by_text("Не понято.")).to_be_visible()
        photograph(page, f"preview-{width}")
        reach(page, page.locator("#deadline-1"))
        page.keyboard.press("Control+A")
        page.keyboard.type("до 1 декабря")
        reach(page, page.locator("#stage-1"))
        page.keyboard.type("2")
        reach(page, page.get_by_role("button", name="Сохранить исправления и продолжить позже"))
        page.keyboard.press("Enter")
        expect(page.get_by_text("Исправления сохранены.")).to_be_visible()
        expect(page.locator("section", has=page.locator("#row-1")).get_by_role("heading", level=2)).to_contain_text(
            "Работа пар"
        )
        expect(page.locator("#meaning-1")).to_contain_text("01.12.2026")
        photograph(page, f"corrected-{width}")
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
