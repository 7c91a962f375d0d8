"""People from Excel by keyboard alone and without scripts; a file dropped; doubles made one; axe has no complaint."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from openpyxl import Workbook
from playwright.sync_api import Browser, Page, expect

from tests.browser.client import Client
from tests.browser.people import CURATOR
from tests.browser.server import Site
from tests.browser.test_roadmap_import import photograph, reach, without_scripts
from tests.browser.window import DESK, PHONE, window_of

START = "/2026-27/lyudi/iz-excel/"
_MORE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def people(width: int) -> list[list[object]]:
    """Other people for each width: the site is one."""
    one, two, three, short = {
        DESK: ("Загорская Инна Павловна", "Мелехов Лука Ильич", "Рябов Савва Олегович", "Рябов С. О."),
        PHONE: ("Кедрова Римма Львовна", "Ожогин Марк Юрьевич", "Хвоев Клим Андреевич", "Хвоев К. А."),
    }[width]
    return [
        ["Список участников наставничества"],
        ["№", "ФИО", "Класс или должность", "Роль", "Дата рождения", "Телефон", "Стаж/кат."],
        [1, one, "7Б", "наставляемый", "14.05.2013", "8 913 000-00-01", ""],
        [2, two, "", "наставляемый", "02.2013", "", ""],
        [3, three, "учитель химии", "наставник", "", "", "12 лет"],
        [4, short, "учитель химии", "наставник", "", "", ""],
    ]


def workbook(folder: Path, rows: list[list[object]]) -> Path:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    path = folder / "люди.xlsx"
    book.save(path)
    return path


def complaints(page: Page) -> list[str]:
    """Serious violations of accessibility on the page."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [one["id"] for one in found if one["impact"] in {"serious", "critical"}]


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_people_are_brought_mended_and_added_by_keyboard_without_scripts(
    own_site: Site, chromium: Browser, tmp_path: Path, width: int
) -> None:
    client = Client(own_site, CURATOR)
    client.sign_in()
    with without_scripts(chromium, client, width) as page:
        page.goto(own_site.url(CURATOR.host, START))
        photograph(page, f"import-start-{width}")
        page.get_by_label("Файл Excel").set_input_files(workbook(tmp_path, people(width)))
        reach(page, page.get_by_role("button", name="Прочитать файл"))
        page.keyboard.press("Enter")
        expect(page.get_by_text("нет класса. Впишите, например, 7 «Б».")).to_be_visible()
        expect(page.get_by_text("Не переносим: Телефон.")).to_be_visible()
        photograph(page, f"import-mend-{width}")
        assert page.evaluate(_MORE) <= 0
        reach(page, page.locator("#class-0-4"))
        page.keyboard.type("7а")
        reach(page, page.get_by_role("button", name="Проверить исправленное"))
        page.keyboard.press("Enter")
        expect(page.get_by_text("Проверили заново.")).to_be_visible()
        reach(page, page.locator("button[name='add']"))
        photograph(page, f"import-ready-{width}")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Записано: 3 человека.").first).to_be_visible()
        photograph(page, f"import-written-{width}")
        assert page.evaluate(_MORE) <= 0


def test_a_dropped_file_is_read_and_the_pages_hold_to_axe(own_site: Site, chromium: Browser, tmp_path: Path) -> None:
    client = Client(own_site, CURATOR)
    client.sign_in()
    data = workbook(tmp_path, [*people(DESK), [5, "Тагиров Наиль", "5Г", "", "", "", ""]]).read_bytes()
    with window_of(chromium, client, width=DESK, theme="dark") as window:
        page = window.page
        window.open(START)
        assert complaints(page) == []
        photograph(page, "import-start-dark")
        carried = page.evaluate_handle(
            """bytes => { const carried = new DataTransfer();
            carried.items.add(new File([new Uint8Array(bytes)], 'люди.xlsx')); return carried; }""",
            list(data),
        )
        page.dispatch_event("form[data-drop]", "drop", {"dataTransfer": carried})
        expect(page.get_by_role("heading", name="Проверьте список")).to_be_visible()
        assert complaints(page) == []
        photograph(page, "import-mend-dark")
        assert window.complaints == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_doubles_are_listed_compared_and_hold_to_axe(
    own_site: Site, chromium: Browser, tmp_path: Path, theme: str
) -> None:
    client = Client(own_site, CURATOR)
    client.sign_in()
    last = {"light": "Ушаков", "dark": "Чагин"}[theme]
    text = f"ФИО\tКласс\tРоль\n{last} Пётр Ильич\t7А\tнаставник\n{last} Петp Ильич\t10Б\tнаставляемый\n"
    with window_of(chromium, client, width=DESK, theme=theme) as window:
        page = window.page
        window.open(START)
        page.get_by_label("Столбцы из Excel").fill(text)
        page.get_by_role("button", name="Прочитать столбцы").click()
        page.locator("button[name='add']").click()
        expect(page.get_by_text("Записано: 2 человека.").first).to_be_visible()
        window.open("/2026-27/lyudi/pohozhie/")
        expect(page.get_by_role("link", name=f"{last} Пётр Ильич", exact=True)).to_be_visible()
        assert complaints(page) == []
        photograph(page, f"doubles-{theme}")
        reach(page, page.get_by_role("link", name=re.compile(f"Сравнить.*{last}")))
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Это один человек?")).to_be_visible()
        assert complaints(page) == []
        photograph(page, f"merge-{theme}")
        reach(page, page.get_by_role("button", name="Объединить записи"))
        page.keyboard.press("Enter")
        expect(page.get_by_text("Записи объединены")).to_be_visible()


def test_two_thousand_people_show_their_progress_and_come_in_under_ten_seconds(
    own_site: Site, chromium: Browser, tmp_path: Path
) -> None:
    client = Client(own_site, CURATOR)
    client.sign_in()
    letters = "бвгдзклмнп"
    rows: list[list[object]] = [["Фамилия", "Имя", "Класс", "Роль"]]
    for number in range(2000):
        surname = "".join(letters[int(digit)] + "о" for digit in f"{number:04}").capitalize() + "в"
        rows.append([surname, "Олег", f"{5 + number % 6}А", "наставляемый"])
    with window_of(chromium, client, width=DESK, theme="light") as window:
        page = window.page
        window.open(START)
        page.get_by_label("Файл Excel").set_input_files(workbook(tmp_path, rows))
        page.get_by_role("button", name="Прочитать файл").click()
        expect(page.get_by_role("progressbar")).to_be_visible()
        photograph(page, "import-progress")
        expect(page.get_by_role("button", name="Добавить 2 000 человек")).to_be_visible(timeout=20_000)
        page.get_by_role("button", name="Добавить 2 000 человек").click()
        expect(page.get_by_text("Записано: 2 000 человек.").first).to_be_visible(timeout=20_000)
