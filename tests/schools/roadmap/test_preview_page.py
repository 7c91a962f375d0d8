"""Looking a read roadmap through without scripts: rows, stages and columns mended by hand, and remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from schools.passport.models import Remembered
from schools.roadmap.models import Activity, ImportDraft, Roadmap
from tenants.current import school_open
from tests.cast import ANNA, VERA, Actor
from tests.schools.roadmap.domain.importing.making import LEFT, Grid, word

pytestmark = pytest.mark.django_db
BASE = "/2026-27/karta/"
SignIn = Callable[[Actor], Client]
PLAN: Grid = [
    ["№", "Мероприятие", "Сроки", "Ответственные", "Результат"],
    ["Этап 1. Подготовка", LEFT, LEFT, LEFT, LEFT],
    ["1", "Составить список наставников", "до 15 октября 2026 г.", "куратор", "список"],
    ["2", "Провести собрание родителей", "сентябрь", "куратор", "протокол"],
    ["Этап 2. Работа пар", LEFT, LEFT, LEFT, LEFT],
    ["3", "Провести первые встречи", "ноябрь", "наставники", "дневники"],
]
MUTE: Grid = [
    ["Альфа", "Бета", "Гамма"],
    ["Клуб друзей", "зелёный", "третий этаж"],
    ["Вечер сказок", "синий", "первый этаж"],
    ["Игротека", "красный", "актовый зал"],
]


def _upload(client: Client, grid: Grid, name: str = "karta.docx") -> str:
    dates = {"f-starts_on": "2026-09-01", "f-ends_on": "2027-08-31"}
    file = SimpleUploadedFile(name, word("Дорожная карта школы", grid))
    answer = client.post(f"{BASE}novaya/", {"way": "file", "f-file": file, **dates})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def _page(client: Client, address: str) -> str:
    return str(client.get(address).content.decode()).replace("\xa0", " ")


def _content() -> dict[str, Any]:
    with school_open(1):
        found: dict[str, Any] = ImportDraft.objects.get().content
        return found


def _key() -> str:
    return str(_content()["tables"][0]["key"])


def test_a_row_is_moved_to_another_stage_and_its_result_is_mended(browser_of: SignIn) -> None:
    client = browser_of(ANNA)
    address = _upload(client, PLAN)
    row = {"row-1": "1", "text-1": "Провести собрание", "deadline-1": "до 1 декабря", "responsible-1": "завуч"}
    client.post(address, {**row, "result-1": "решение собрания", "stage-1": "1", "title": "Карта"})
    moved = _content()["activities"][1]
    assert (moved["stage"], moved["expected_result"], moved["due_on"]) == (1, "решение собрания", ["2026-12-01"])


def test_a_stage_is_renamed_and_another_is_added_for_rows_to_move_to(browser_of: SignIn) -> None:
    client = browser_of(ANNA)
    address = _upload(client, PLAN)
    client.post(address, {"title": "Карта", "stage-title-0": "Готовимся", "new-stage": "Итоги года"})
    assert [title for _, title in _content()["stages"]] == ["Готовимся", "Работа пар", "Итоги года"]
    assert '<option value="2"> Итоги года</option>' in _page(client, address)


@pytest.mark.parametrize("stage", ["99", "-1", "²", "один", ""])
def test_a_stage_that_is_not_there_moves_nothing(browser_of: SignIn, stage: str) -> None:
    client = browser_of(ANNA)
    address = _upload(client, PLAN)
    client.post(address, {"row-0": "1", "text-0": "Список", "deadline-0": "май", "responsible-0": "", "stage-0": stage})
    assert _content()["activities"][0]["stage"] == 0


def test_a_line_that_was_not_taken_can_be_taken(browser_of: SignIn) -> None:
    client = browser_of(ANNA)
    note = ["Исполнитель: куратор программы, кабинет 12", LEFT, LEFT, LEFT, LEFT]
    address = _upload(client, [*PLAN, note])
    assert "Строки, которые мы не перенесли: 1" in _page(client, address)
    place = next(at for at, row in enumerate(_content()["activities"]) if row["is_aside"])
    fields = {f"text-{place}": "Назначить исполнителя", f"deadline-{place}": "до 1 ноября", f"responsible-{place}": "я"}
    client.post(address, {f"row-{place}": "1", **fields, "save": "1", "title": "Карта", "model": "pupils_r145"})
    with school_open(1):
        assert Activity.objects.count() == 4
        assert Activity.objects.get(text="Назначить исполнителя").stage.title == "Работа пар"


def test_a_line_left_aside_is_not_saved(browser_of: SignIn) -> None:
    client = browser_of(ANNA)
    address = _upload(client, [*PLAN, ["Исполнитель: куратор программы", LEFT, LEFT, LEFT, LEFT]])
    place = next(at for at, row in enumerate(_content()["activities"]) if row["is_aside"])
    client.post(
        address, {f"row-{place}": "1", f"drop-{place}": "on", "save": "1", "title": "К", "model": "pupils_r145"}
    )
    with school_open(1):
        assert Activity.objects.count() == 3


def test_columns_that_were_not_understood_are_assigned_and_the_next_file_is_read_at_once(browser_of: SignIn) -> None:
    client = browser_of(ANNA)
    address = _upload(client, MUTE)
    assert "Скажите, что в каждом столбце" in _page(client, address)
    key = _key()
    answer = client.post(
        f"{address}stolbcy/", {"table": key, f"column-{key}": ["activity", "result", "responsible"]}, follow=True
    )
    assert "Прочитано заново: 3 мероприятия." in str(answer.content.decode()).replace("\xa0", " ")
    first = _content()["activities"]
    with school_open(1):
        ImportDraft.objects.all().delete()
    _upload(client, [*MUTE, ["Поход", "белый", "двор"]])
    again = _content()["activities"]
    assert [row["text"] for row in first if not row["is_aside"]] == ["Клуб друзей", "Вечер сказок", "Игротека"]
    assert [(row["text"], row["expected_result"], row["responsible"]) for row in again][-1] == (
        "Поход", "белый", "двор",
    )  # fmt: skip


def test_the_neighbour_school_does_not_know_our_columns(browser_of: SignIn) -> None:
    client = browser_of(ANNA)
    address = _upload(client, MUTE)
    key = _key()
    client.post(f"{address}stolbcy/", {"table": key, f"column-{key}": ["activity", "result", "responsible"]})
    neighbour = browser_of(VERA)
    assert "Скажите, что в каждом столбце" in _page(neighbour, _upload(neighbour, MUTE))


def test_without_a_column_of_activities_nothing_changes_and_nothing_is_remembered(browser_of: SignIn) -> None:
    client = browser_of(ANNA)
    address = _upload(client, PLAN)
    before, key = _content(), _key()
    answer = client.post(f"{address}stolbcy/", {"table": key, f"column-{key}": ["other"] * 5}, follow=True)
    assert "не выбран столбец с мероприятиями" in str(answer.content.decode()).replace("\xa0", " ")
    with school_open(1):
        assert (_content(), Remembered.objects.filter(kind="columns").count()) == (before, 0)


@pytest.mark.parametrize("sent", [["year"] * 5, ["activity"] * 9, []], ids=["not offered", "too many", "none"])
def test_columns_that_no_page_sends_break_nothing(browser_of: SignIn, sent: list[str]) -> None:
    client = browser_of(ANNA)
    address = _upload(client, PLAN)
    key = _key()
    answer = client.post(f"{address}stolbcy/", {"table": [key, "нет такой"], f"column-{key}": sent})
    assert answer.status_code == 302
    assert len(_content()["activities"]) >= 3


def test_a_draft_that_is_gone_is_told_and_nothing_is_read(browser_of: SignIn) -> None:
    client = browser_of(ANNA)
    assert "уже сохранён как карта или удалён" in client.post(
        f"{BASE}razbor/999/stolbcy/", {"table": "x"}, follow=True
    ).content.decode().replace("\xa0", " ")


def test_a_page_of_a_site_is_read_from_a_file_and_from_the_clipboard(browser_of: SignIn) -> None:
    client = browser_of(ANNA)
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in PLAN if LEFT not in row)
    page = f"<html><head><meta charset=utf-8></head><body><table>{rows}</table></body></html>"
    dates = {"f-starts_on": "2026-09-01", "f-ends_on": "2027-08-31"}
    file = SimpleUploadedFile("stranica.html", page.encode())
    assert client.post(f"{BASE}novaya/", {"way": "file", "f-file": file, **dates}).status_code == 302
    pasted = {"way": "paste", "p-text": page, "p-starts_on": "2026-09-01", "p-ends_on": "2027-08-31"}
    assert client.post(f"{BASE}novaya/", pasted).status_code == 302
    with school_open(1):
        assert [len(draft.content["activities"]) for draft in ImportDraft.objects.all()] == [3, 3]


def test_more_activities_than_a_school_can_have_are_refused_and_nothing_is_stored(browser_of: SignIn) -> None:
    rows = [[str(number), f"Провести встречу {number}", "октябрь", "куратор", ""] for number in range(1, 503)]
    lines = "\n".join("\t".join(row) for row in [list(PLAN[0]), *rows])
    pasted = {"way": "paste", "p-text": lines, "p-starts_on": "2026-09-01", "p-ends_on": "2027-08-31"}
    answer = browser_of(ANNA).post(f"{BASE}novaya/", pasted)
    assert (answer.status_code, "больше 500 мероприятий" in answer.content.decode().replace("\xa0", " ")) == (422, True)
    with school_open(1):
        assert (ImportDraft.objects.count(), Roadmap.objects.count()) == (0, 0)


def test_the_preview_is_shown_in_the_same_number_of_queries_whatever_its_length(
    browser_of: SignIn, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = browser_of(ANNA)
    short = _upload(client, PLAN)
    long = _upload(client, [*PLAN, *([str(n), f"Провести встречу {n}", "май", "куратор", ""] for n in range(4, 90))])
    client.get(short)
    with django_assert_num_queries(6):
        client.get(short)
    with django_assert_num_queries(6):
        client.get(long)


def test_a_row_that_was_only_kept_for_later_still_waits_for_a_look_and_a_mended_one_does_not(
    browser_of: SignIn,
) -> None:
    client = browser_of(ANNA)
    odd = ["4", "Встретиться с партнёрами", "когда получится", "куратор", "план"]
    odder = ["5", "Провести выставку", "как выйдет", "куратор", "план"]
    address = _upload(client, [*PLAN, odd, odder])
    fields = {"text-{}": "Встреча", "deadline-{}": "до 1 мая", "responsible-{}": "я"}
    mended = {"row-3": "1", **{name.format(3): value for name, value in fields.items()}}
    kept = {"row-4": "1", "text-4": "Провести выставку", "deadline-4": "как выйдет", "responsible-4": "я"}
    client.post(address, {**mended, **kept, "title": "Карта"})
    page = _page(client, address)
    assert "Посмотрите 1 срок: в нём есть сомнение." in page
    assert ("срок «когда получится» не понят" in page, "срок «как выйдет» не понят" in page) == (False, True)


def test_a_deadline_of_two_lines_is_not_changed_by_saving_it_as_a_browser_sends_it(browser_of: SignIn) -> None:
    client = browser_of(ANNA)
    address = _upload(client, [*PLAN, ["4", "Подвести итоги", "декабрь 2026\nмай 2027", "куратор\nзавуч", "отчёт"]])
    before = _content()["activities"][3]
    said = {"text-3": "Подвести итоги", "deadline-3": "декабрь 2026\r\nмай 2027", "responsible-3": "куратор\r\nзавуч"}
    client.post(address, {"row-3": "1", **said, "title": "Карта"})
    assert _content()["activities"][3] == before
