"""A new school from its invitation to the first pairs by an order: every press and every field is counted."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.server import Site
from tests.journeys.founding import NAME, SLUG, found_school
from tests.journeys.papers import write_roadmap

MOST_ACTIONS = 60
PEOPLE = [
    ("ФИО", "Класс или должность", "Роль"),
    ("Ветрова Алла Борисовна", "учитель химии", "наставник"),
    ("Горелов Пётр Саввич", "учитель истории", "наставник"),
    ("Дронова Вера Ильинична", "учитель физики", "наставник"),
    ("Ежов Матвей", "7 А", "наставляемый"),
    ("Жилина Соня", "8 Б", "наставляемый"),
    ("Зуев Тимур", "9 А", "наставляемый"),
]


@dataclass
class Hands:
    """Somebody at the keyboard: each press, each field and each file is one action."""

    page: Page
    done: list[str] = field(default_factory=list)

    def press(self, what: Locator) -> None:
        """A button, a link or a box."""
        self.done.append(f"нажать: {what.first.inner_text().splitlines()[0] if what.first.inner_text() else 'отметка'}")
        what.first.click()

    def tick(self, what: Locator) -> None:
        """A box."""
        self.done.append("отметить")
        what.check()

    def write(self, what: Locator, words: str) -> None:
        """A field."""
        self.done.append(f"вписать: {words}")
        what.fill(words)

    def bring(self, what: Locator, file: Path) -> None:
        """A file."""
        self.done.append(f"файл: {file.name}")
        what.set_input_files(file)

    def button(self, name: str) -> None:
        """A button of the page by its words."""
        self.press(self.page.get_by_role("main").get_by_role("button", name=name, exact=True))

    def link(self, name: str) -> None:
        """A link of the page by its words."""
        self.press(self.page.get_by_role("main").get_by_role("link", name=name))

    def home(self) -> None:
        """Back to «Сегодня»."""
        self.press(
            self.page.get_by_role("navigation", name="Разделы", exact=True).get_by_role("link", name="Сегодня").first
        )


def test_a_new_school_comes_to_its_first_pairs_in_sixty_actions(
    own_site: Site, chromium: Browser, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link, began = found_school(own_site), time.monotonic()
    people, roadmap = _files(tmp_path)
    context = chromium.new_context(locale="ru-RU", viewport={"width": 1366, "height": 900})
    context.set_default_timeout(10_000)
    hands = Hands(context.new_page())
    hands.page.goto(own_site.url(SLUG, link))
    _photograph(hands.page, "new-school-invitation")
    _come_in(hands)
    _steps(hands.page, done=1)
    _look_at_the_card(hands)
    _bring_the_roadmap(hands, roadmap)
    _bring_people(hands, people)
    _write_consents_down(hands)
    _form_pairs(hands)
    expect(hands.page.get_by_text("Готово: работают 3 пары.")).to_be_visible()
    _photograph(hands.page, "new-school-done")
    count, spent = len(hands.done), time.monotonic() - began
    context.close()
    report = f"от приглашения до первых пар: действий {count}, время машины {spent:.1f} с"
    with capsys.disabled():
        sys.stdout.write(f"\n{report}\n")
    assert count <= MOST_ACTIONS, hands.done


def _files(folder: Path) -> tuple[Path, Path]:
    people, roadmap = folder / "Люди.xlsx", folder / "Дорожная карта.docx"
    book = Workbook()
    for row in PEOPLE:
        book.worksheets[0].append(row)
    book.save(people)
    write_roadmap(roadmap)
    return people, roadmap


def _photograph(page: Page, name: str) -> None:
    if folder := os.environ.get("TROPA_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def _steps(page: Page, *, done: int) -> None:
    expect(page.get_by_role("region", name="Первые шаги").get_by_text(f"{done} из\u00a06")).to_be_visible()


def _come_in(hands: Hands) -> None:
    page = hands.page
    hands.write(page.locator("#id_password"), "три слова подряд")
    hands.tick(page.locator("#id_rules"))
    hands.press(page.get_by_role("button", name="Начать работу"))
    _photograph(page, "new-school-first")


def _look_at_the_card(hands: Hands) -> None:
    hands.link("Открыть карточку")
    expect(hands.page.get_by_label("Полное название")).to_have_value(NAME)
    hands.write(hands.page.get_by_label("Директор"), "Орлова Нина Павловна")
    hands.button("Сохранить карточку")
    hands.home()
    _steps(hands.page, done=2)


def _bring_the_roadmap(hands: Hands, file: Path) -> None:
    page = hands.page
    hands.link("Завести карту")
    hands.bring(page.get_by_label("Файл Word или Excel"), file)
    hands.button("Прочитать файл")
    hands.button("Сохранить карту")
    hands.home()
    _steps(page, done=3)


def _bring_people(hands: Hands, file: Path) -> None:
    page = hands.page
    hands.link("Внести людей")
    hands.bring(page.get_by_label("Файл Excel"), file)
    hands.button("Прочитать файл")
    hands.press(page.locator("button[name='add']"))
    expect(page.get_by_text("Записано: 6 человек.").first).to_be_visible()
    hands.home()
    _steps(page, done=4)


def _write_consents_down(hands: Hands) -> None:
    page = hands.page
    hands.link("Открыть согласия")
    _photograph(page, "new-school-consents")
    for box in page.locator("input[name='kto']").all():
        hands.tick(box)
    hands.tick(page.get_by_label("За детей подписали родители"))
    hands.button("Записать согласия")
    _photograph(page, "new-school-consents-after")
    hands.home()
    _steps(page, done=5)


def _form_pairs(hands: Hands) -> None:
    page = hands.page
    hands.link("Открыть пары")
    _photograph(page, "new-school-pairs")
    for number in range(3):
        if number:
            hands.press(page.get_by_role("main").get_by_role("link", name="Пары", exact=True))
        hands.press(page.locator(".match a.btn"))  # the free mentor who stands first
        hands.button("Предложить пару")
    hands.home()
    hands.link("Записать приказ")
    expect(page.locator("#id_order_number")).to_be_focused()
    hands.write(page.get_by_label("Номер приказа"), "17-од")
    hands.button("Закрепить отмеченные пары")
    hands.home()
