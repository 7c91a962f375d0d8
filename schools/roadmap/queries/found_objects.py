"""Rows of the union of the school's rooms, told as objects that close activities."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from municipal.indicators.vocabulary import load_vocabulary
from schools.events.models import Event
from schools.events.queries import closing_codes
from schools.roadmap.domain.objects import (
    REGISTER_WORDS,
    REGISTERS,
    ROUTES,
    Found,
    ObjectKind,
    event_codes,
    order_words,
)
from schools.surveys.models import SurveyRound
from schools.surveys.queries import is_enough
from tenants.domain.russian import counted, date_words


class Raw(NamedTuple):
    """A row of the union; ``more`` is what else its reader needs."""

    source: str
    key: int
    code: str
    name: str
    day: date
    more: str


def _document(raw: Raw) -> Found:
    kind = load_vocabulary().document_kinds.get(raw.code)
    is_order = kind is None or kind.is_order
    codes = {f"{'order' if is_order else 'document'}:{raw.code}"}
    if raw.code == "reward" and raw.more not in {"", "0"}:
        codes.add("reward")
    words = order_words(raw.name, raw.day, is_order=is_order)
    title = f"{'Приказ' if is_order else 'Документ'}{f' № {raw.name}' if raw.name else ''} от {date_words(raw.day)}"
    return _found(ObjectKind.DOCUMENT, raw, title, words, codes)


def _event(raw: Raw) -> Found | None:
    people, _, minutes = raw.more.partition("|")
    row = Event(kind=raw.code, participants=int(people) if people else None, protocol_number=minutes[:40])
    codes = set(closing_codes(row))
    if "event" in codes:
        codes |= event_codes(raw.code)
    if not codes:
        return None
    words = f"событием «{raw.name}» {date_words(raw.day)}"
    return _found(ObjectKind.EVENT, raw, f"{raw.name}, {date_words(raw.day)}", words, codes, serves_all=False)


def _survey(raw: Raw) -> Found | None:
    points, _, totals = raw.more.partition("|")
    row = SurveyRound(points=int(points) if points else None, totals=json.loads(totals or "{}"))
    if not is_enough(row):
        return None
    codes = {f"survey:{raw.code}"} | ({"monitoring:internal"} if raw.code == "curator_table" else set())
    words = f"опросом «{raw.name}», завершён {date_words(raw.day)}"
    return _found(ObjectKind.SURVEY, raw, f"{raw.name}, {date_words(raw.day)}", words, codes)


def _publication(raw: Raw) -> Found:
    codes = {"publication"} | ({"publication:results"} if raw.code == "true" else set())
    words = f"публикацией «{raw.name}» от {date_words(raw.day)}"
    return _found(ObjectKind.PUBLICATION, raw, f"{raw.name}, {date_words(raw.day)}", words, codes, serves_all=False)


def _check(raw: Raw) -> Found:
    register = REGISTER_WORDS.get(raw.code, "базы")
    records = counted(int(raw.more), "запись", "записи", "записей")
    words = f"проверкой {register} {date_words(raw.day)}: {records}"
    title = f"Проверка {register}, {date_words(raw.day)}"
    one = _found(ObjectKind.CHECK, raw, title, words, {f"register:{raw.code}"})
    return replace(one, route=REGISTERS.get(raw.code, one.route))


def _site(raw: Raw) -> Found:
    words = f"обновлением раздела сайта {date_words(raw.day)}"
    return _found(
        ObjectKind.SITE,
        raw,
        f"Раздел сайта, обновлён {date_words(raw.day)}",
        words,
        {"publication:section"},
    )


def _pairs_order(raw: Raw) -> Found:
    words = order_words(raw.code, raw.day, is_order=True)
    title = f"Приказ № {raw.code} от {date_words(raw.day)}"
    return _found(ObjectKind.APPOINTMENT, raw, title, words, {"order:pairs"})


def _labour(raw: Raw) -> Found:
    words = f"согласием и дополнительным соглашением наставника от {date_words(raw.day)}"
    return _found(ObjectKind.CARD, raw, f"Дополнительное соглашение от {date_words(raw.day)}", words,
                  {"document:labour_consent"}, serves_all=False)  # fmt: skip


def _training(raw: Raw) -> Found:
    words = f"обучением наставника {date_words(raw.day)}"
    return _found(ObjectKind.CARD, raw, f"Обучение наставника {date_words(raw.day)}", words,
                  {"document:training_certificate"}, serves_all=False)  # fmt: skip


def _found(kind: ObjectKind, raw: Raw, title: str, words: str, codes: set[str], *, serves_all: bool = True) -> Found:
    return Found(kind, raw.key, raw.day, title, words, frozenset(codes), ROUTES[kind], serves_all)


READ: dict[str, Callable[[Raw], Found | None]] = {
    "document": _document,
    "event": _event,
    "survey": _survey,
    "publication": _publication,
    "check": _check,
    "site": _site,
    "pairs_order": _pairs_order,
    "labour": _labour,
    "training": _training,
}
