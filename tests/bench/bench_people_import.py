"""How long two thousand people take: ``.venv/bin/python -m tests.bench.bench_people_import``.

Prints the seconds of reading and matching, of writing, of the same file once more against a full register, of the file
given back, and of the search of doubles. Goals: reading and writing together under 10 s, doubles under 1 s; exit code
1 where one is missed.
"""

from __future__ import annotations

import io
import os
import random
import sys
import time
from collections.abc import Callable
from typing import TypeVar

from django.db import connections
from xlsxwriter import Workbook

from schools.people.domain.doubles import find_alike
from schools.people.domain.first_names import FEMALE, MALE
from schools.people.models import PeopleImport, Person
from schools.people.queries.imports import known_people
from schools.people.services.import_people import order_writing, start_import
from schools.people.services.import_people_work import carry_on
from schools.people.xlsx import mended_workbook
from tenants.current import school_open
from tests.database import clone_database, drop_database, use_database
from tests.schools.rooms import NOW, TODAY

_COUNT = 2000
_SYLLABLES = ("ба", "ве", "го", "ду", "зи", "ко", "ла", "ме", "но", "пу", "ри", "со", "та", "фе", "хо", "ши")
_GOAL_IMPORT, _GOAL_DOUBLES = 10.0, 1.0
T = TypeVar("T")


def _workbook() -> bytes:
    chance = random.Random(20261122)
    out = io.BytesIO()
    with Workbook(out) as book:
        sheet = book.add_worksheet("Список")
        sheet.write_row(0, 0, ["Список участников"])
        sheet.write_row(1, 0, ["№", "ФИО", "Класс или должность", "Роль", "Дата рождения", "Стаж", "Телефон", "Запрос"])
        for number in range(1, _COUNT + 1):
            sheet.write_row(number + 1, 0, [number, *_person(chance, number)])
    return out.getvalue()


def _person(chance: random.Random, number: int) -> list[str]:
    woman = chance.random() < 0.5
    surname = "".join(chance.sample(_SYLLABLES, 3)).capitalize() + ("ева" if woman else "ев")
    first = chance.choice(sorted(FEMALE if woman else MALE)).capitalize()
    patronymic = chance.choice(("Ильи", "Петро", "Ивано", "Олего")) + ("вна" if woman else "вич")
    name = f"{surname} {first} {patronymic}"
    if number % 10 == 0:
        return [name, "учитель химии", "наставник", "", f"{chance.randint(1, 30)} лет", "8 913 000-00-00", ""]
    grade, born = chance.randint(5, 11), f"{chance.randint(1, 28):02}.{chance.randint(1, 12):02}"
    return [name, f"{grade}{chance.choice('АБВГ')}", "наставляемый", f"{born}.{2019 - grade}", "", "", "физика"]


def _timed(deed: Callable[[], T], said: str) -> tuple[T, float]:
    started = time.perf_counter()
    done = deed()
    spent = time.perf_counter() - started
    print(f"{said:<52} {spent:6.2f} s")  # noqa: T201 -- a script
    return done, spent


def _work(number: int) -> bool:
    return carry_on(number, at=NOW, today=TODAY)


def _measure() -> int:
    data = _workbook()
    first = start_import(data, "люди.xlsx", actor_id=1, at=NOW)
    _, reading = _timed(lambda: _work(first), f"reading and matching {_COUNT} rows")
    order_writing(first)
    _, writing = _timed(lambda: _work(first), "writing them in one transaction")
    assert Person.objects.count() >= _COUNT - 10
    again = start_import(data, "люди.xlsx", actor_id=1, at=NOW)
    _timed(lambda: _work(again), "the same file again, against the full register")
    outcomes = {row["outcome"] for row in PeopleImport.objects.get(pk=again).rows}
    assert outcomes == {"same"}, outcomes
    draft = PeopleImport.objects.get(pk=again)
    _timed(
        lambda: mended_workbook(
            data, name="люди.xlsx", origin="xlsx", key=draft.key, tables=draft.tables, rows=draft.rows
        ),
        "the file given back",
    )
    people = known_people()
    _, comparing = _timed(lambda: find_alike(people), f"doubles among {len(people)} people")
    return int(reading + writing > _GOAL_IMPORT or comparing > _GOAL_DOUBLES)


def main() -> int:
    """Measure in a database of its own; 1 where a goal is missed."""
    name = f"bench_people_{os.getpid()}"
    clone_database(name)
    use_database(name)
    try:
        with school_open(1):
            return _measure()
    finally:
        for connection in connections.all():
            connection.close()
        drop_database(name)


if __name__ == "__main__":
    sys.exit(main())
