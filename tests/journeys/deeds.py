"""What people of the journey do, step by step, by the names that stand on the pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Page, expect

from config.demo.place import PASSWORD
from tests.browser.people import Visitor
from tests.browser.server import Site


def sign_in(page: Page, site: Site, visitor: Visitor) -> None:
    """Open the host and come in by the form."""
    page.goto(site.url(visitor.host))
    page.get_by_label("Почта").fill(visitor.email)
    page.get_by_label("Пароль", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Войти").click()


def go_to(page: Page, section: str) -> None:
    """A section of the menu."""
    page.get_by_role("navigation", name="Разделы", exact=True).get_by_role("link", name=section).click()


def read_roadmap(page: Page, file: Path) -> None:
    """Give the school's own file to be read."""
    go_to(page, "Дорожная карта")
    page.get_by_role("link", name="Ещё карта").click()
    form = page.locator("form").filter(has=page.get_by_role("button", name="Прочитать файл"))
    form.get_by_label("Файл Word или Excel").set_input_files(file)
    form.get_by_role("button", name="Прочитать файл").click()


def correct_deadline(page: Page, *, written: str, corrected: str) -> None:
    """Rewrite one deadline of the roadmap being looked through, and keep the correction."""
    fields = page.get_by_label("Срок, как написан")
    place = [one.input_value() for one in fields.all()].index(written)
    fields.nth(place).fill(corrected)
    page.get_by_role("button", name="Сохранить исправления и продолжить позже").click()


def fill_block(page: Page, block: str, answers: Mapping[str, str]) -> None:
    """Type answers into a block of the form and save it, as somebody without scripts would."""
    page.get_by_role("region", name="Ход заполнения").get_by_role("link", name=re.compile(block)).click()
    for label, answer in answers.items():
        page.get_by_label(label).fill(answer)
    page.get_by_role("main").get_by_role("button", name="Сохранить", exact=True).last.click()


def hand_in(page: Page) -> None:
    """Look all over the form and hand it in."""
    page.get_by_role("link", name="Проверить и сдать").click()
    page.get_by_label("числами ознакомлен").check()
    page.get_by_role("button", name="Сдать мониторинг").click()


def open_form_of(page: Page, school: str, campaign: str) -> None:
    """The methodist opens a school's latest form from the board."""
    go_to(page, "Кампании")
    page.get_by_role("main").get_by_role("link", name=re.compile(campaign)).first.click()
    page.get_by_role("main").get_by_role("link", name=re.compile(school)).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(school)


def ask_about(page: Page, line: str, question: str) -> None:
    """Return the form with a question to one line."""
    field = page.get_by_label(f"Вопрос к строке {line}")
    for fold in page.locator("details").filter(has=field).all():
        if not field.is_visible():
            fold.locator("summary").first.click()
    field.fill(question)
    page.get_by_role("button", name="Вернуть с вопросами").click()


def answer_remark(page: Page, *, label: str, number: str, words: str) -> None:
    """The curator opens the returned form, corrects the number, says why, and saves."""
    go_to(page, "Мониторинг")
    page.get_by_label(label).fill(number)
    page.get_by_label("Ваш ответ").fill(words)
    page.get_by_role("main").get_by_role("button", name="Сохранить", exact=True).last.click()


def edit_paragraph(page: Page, *, section: str, words: str) -> None:
    """Write the methodist's own words over the first paragraph of a section of the note."""
    page.get_by_role("region", name=section).get_by_role("link", name=re.compile("^Править")).first.click()
    page.get_by_label("Текст абзаца").fill(words)
    page.get_by_role("button", name="Сохранить абзац").click()


def download(page: Page, link: str, folder: Path) -> Path:
    """Press a link that gives a file."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=link).click()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


def issue_token(page: Page, name: str) -> str:
    """The region's analyst makes a key for her programme; gives its text, shown once."""
    page.get_by_role("link", name="Ключи доступа").click()
    page.get_by_label("Для какой программы").fill(name)
    page.get_by_role("button", name="Выдать ключ").click()
    return page.get_by_label("Новый ключ").input_value()


def pass_on(page: Page, campaign: str, *, reason: str) -> None:
    """The methodist passes the campaign's sums on once more and says why."""
    go_to(page, "Передача в РЦН")
    page.get_by_role("row", name=campaign).get_by_role("link", name="Посмотреть").click()
    page.get_by_label(reason).check()
    page.get_by_role("button", name="Передать в РЦН").click()
    expect(page.get_by_text("Данные переданы: версия 2")).to_be_visible()
