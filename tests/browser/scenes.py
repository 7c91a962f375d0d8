"""Things left half done, so that their pages can be looked at too: the story itself finishes what it begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import parse_qs, urljoin, urlsplit

from tests.browser.client import Client, links_of
from tests.browser.pressing import press
from tests.browser.story import YEAR, now_of_story

PLAN = (
    ("№", "Мероприятие", "Срок", "Ответственный"),
    ("1", "Собрать рабочую группу", "до 15 сентября", "Директор"),
    ("2", "Провести праздник", "когда удобно", "Куратор"),
)
INDICATORS = (
    ("№", "Показатель", str(YEAR.start_year), str(YEAR.start_year + 1)),
    ("1", "Доля молодых учителей с наставником, %", "50", "80"),
)
DOUBLES = (
    ("ФИО", "Класс", "Роль"),
    ("Ушаков Пётр Ильич", "10А", "наставник"),
    ("Ушаков Петp Ильич", "10Б", "наставник"),  # one letter of another alphabet
)
UNCLEAR = (("ФИО", "Класс", "Роль"), ("Чагина Нина", "", "наставляемый"), ("Тагиров Наиль Олегович", "5Г", "?"))
PEOPLE, ROADMAPS, PAIRS = (f"/{YEAR.slug}/{room}/" for room in ("lyudi", "karta", "pary"))
TODAY = now_of_story().date().isoformat()
Table = Sequence[Sequence[str]]


def leave_things_half_done(client: Client) -> list[str]:
    """What the curator began and left, in every room that the story leaves in order; gives addresses to look at."""
    return [
        *_roadmaps_of_her_own(client),
        *_pair_on_its_way(client),
        *_people_from_a_table(client),
        *_papers_of_a_mentor(client),
        _person_erased(client),
    ]


def _roadmaps_of_her_own(client: Client) -> list[str]:
    """The roadmap in force changed by an order and changed once more; a second one with indicators; one not saved."""
    own = _link_of(client, ROADMAPS, rf"{ROADMAPS}\d+/$")
    rows = list(dict.fromkeys(_links_of(client, own, r"/punkt/\d+/$")))
    approval = f"{own}utverzhdenie/"
    _change(client, rows[-1], "Перенесли на неделю позже.")
    press(client, approval, "Записать приказ", order_number="77-од", order_date=TODAY)
    _change(client, rows[-2], "Ответственный в отпуске.")
    other = press(client, _pasted(client, PLAN, INDICATORS), "Сохранить карту", model="teachers_2021")
    return [_pasted(client, PLAN), approval, own, other]


def _pasted(client: Client, *tables: Table) -> str:
    said = "\n\n".join(_typed(one) for one in tables)
    return press(client, f"{ROADMAPS}novaya/", "Прочитать таблицу", **{"p-text": said})


def _change(client: Client, row: str, reason: str) -> None:
    press(client, f"{row}pravka/", "Предложить", responsible="куратор, педагог-организатор", reason=reason)


def _pair_on_its_way(client: Client) -> list[str]:
    """A pair proposed and not appointed, and the two pages before it: the form of mentoring, the people."""
    choice = _link_of(client, PAIRS, r"/predlozhit/\?kto=\d+&komu=\d+")
    people = urljoin(choice, _link_of(client, choice, r"\?forma="))
    named = parse_qs(urlsplit(people).query)
    wanted = {"mentors": named["kto"][0], "mentees": named["komu"][0], "goal": "привыкнуть к школе"}
    return [press(client, people, "Предложить пару", **wanted), choice, people]


def _people_from_a_table(client: Client) -> list[str]:
    """A table whose people came in, two of them very like one; another that waits to be mended."""
    pages = []
    for table in (DOUBLES, UNCLEAR):
        pages.append(press(client, f"{PEOPLE}iz-excel/", "Прочитать столбцы", **{"p-text": _typed(table)}))
    press(client, pages[0], "Добавить")
    return pages


def _papers_of_a_mentor(client: Client) -> list[str]:
    """A teacher whose work as a mentor has its papers and whose role has its days: both may be ended."""
    agreed = {"agreement_number": "12/26", "payment": "по положению о стимулировании"}
    days = {"consent_on": TODAY, "agreement_on": TODAY}
    registered = _links_of(client, f"{PEOPLE}soglasiya/", rf"{PEOPLE}soglasiya/\d+/$")
    papers = next(one for one in registered if _links_of(client, one, r"/trud/$"))
    press(client, f"{papers}trud/", "Сохранить", **agreed, **days)
    person = papers.replace("soglasiya/", "")
    press(client, f"{person}rol/", "Записать роль", role="mentor", mentoring_format="teacher_teacher")
    return [papers, person]


def _person_erased(client: Client) -> str:
    """Somebody whose data was erased at the parents' word: a protocol stays."""
    child = {"last_name": "Ожогин", "first_name": "Марк", "class_name": "7Б", "birth_month": "5", "birth_year": "2013"}
    person = press(client, f"{PEOPLE}dobavit/?baza=mentees&kto=pupil", "Добавить", **child)
    number = re.findall(r"\d+", person)[-1]
    ground = {"ground": "заявление матери", "word": "удалить"}
    return press(client, f"{PEOPLE}soglasiya/{number}/udalit/", "Удалить данные", **ground)


def _typed(table: Table) -> str:
    return "\n".join("\t".join(row) for row in table)


def _link_of(client: Client, address: str, shape: str) -> str:
    return _links_of(client, address, shape)[0]


def _links_of(client: Client, address: str, shape: str) -> list[str]:
    return [link for link in links_of(client.ask("GET", address).text).hrefs if re.search(shape, link)]
