"""A line of the form as the texts of its inputs, and back.

Names of inputs are the line's code with a suffix: «E1», «E1.reason», «B1.present», «H3.numerator».
A hidden «E1.was» keeps what the page showed, so that a figure recounted meanwhile is not taken for one typed by hand.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from municipal.indicators.editions import Field, FieldType
from municipal.indicators.facts import Cell, CellState, DocumentValue, ShareValue, Value, cell_of, exempt, missing
from municipal.indicators.payload import LARGEST
from schools.monitoring.domain.unread import Unread

Inputs = dict[str, str]
STATE, REASON, WAS = "state", "reason", "was"
WITH_PARTS = "E1"
REASON_AT_MOST, TEXT_AT_MOST, WORD_AT_MOST = 500, 3000, 300
_DOCUMENT = ("present", "number", "dated", "url")


def name(code: str, part: str = "") -> str:
    """The name of an input; the value itself stands under the bare code."""
    return f"{code}.{part}" if part else code


def inputs_of(line: Field, cell: Cell, *, is_typed: bool, formats: tuple[str, ...] = ()) -> Inputs:
    """What the inputs of a line show, by the part of the name. ``formats`` are the rows of the table of E1."""
    shown = _shown(line, cell.value)
    if line.code == WITH_PARTS:
        shown |= {f"part.{code}": str(cell.parts.get(code, "")) for code in formats}
    shown[STATE] = cell.state.value if is_typed and cell.value is None else ""
    shown[REASON] = cell.reason if is_typed else ""
    return shown


def _shown(line: Field, value: Value | None) -> Inputs:
    match line.type:
        case FieldType.YES_NO_DOC:
            row = value if isinstance(value, DocumentValue) else None
            present = "" if row is None else ("yes" if row.present else "no")
            dated = row.dated.isoformat() if row and row.dated else ""
            return {
                "present": present,
                "number": row.number if row else "",
                "dated": dated,
                "url": row.url if row else "",
            }
        case FieldType.PERCENT_CALC:
            share = value if isinstance(value, ShareValue) else None
            return {
                "numerator": str(share.numerator) if share else "",
                "denominator": str(share.denominator) if share else "",
            }
    if isinstance(value, date):
        return {"": value.isoformat()}
    return {"": "" if value is None else str(value)}


def fingerprint(inputs: Mapping[str, str]) -> str:
    """The hidden text that tells what the page showed."""
    return json.dumps([inputs[part] for part in sorted(inputs)], ensure_ascii=False)


def posted_inputs(line: Field, shown: Mapping[str, str], posted: Mapping[str, str]) -> Inputs | None:
    """What came for a line; None where the page did not show it, or it is as it was shown."""
    if name(line.code, WAS) not in posted:
        return None
    came = {part: posted.get(name(line.code, part), "").strip().replace("\r\n", "\n") for part in shown}
    return None if fingerprint(came) == posted[name(line.code, WAS)] else came


def read_cell(line: Field, came: Mapping[str, str], shown: Mapping[str, str]) -> Cell | None:
    """The typed cell; None where nothing is typed, so that the counted figure holds. Raises Unread.

    A state chosen just now stands over the value beside it; a value typed beside a state chosen before replaces it.
    """
    reason = _short(came.get(REASON, ""), REASON_AT_MOST)
    value = _value(line, came)
    state = came.get(STATE, "")
    if state and (value is None or state != shown.get(STATE)):
        return missing(reason) if state == CellState.MISSING else exempt(reason)
    if state and reason == shown.get(REASON):
        reason = ""  # it explained why there was no figure, and now there is one
    return None if value is None else cell_of(value, reason=reason, parts=_parts(line, came))


def _value(line: Field, came: Mapping[str, str]) -> Value | None:
    match line.type:
        case FieldType.COUNT:
            return _count(came[""])
        case FieldType.YES_NO_DOC:
            return _document(came)
        case FieldType.PERCENT_CALC:
            return _share(came)
        case FieldType.DATE:
            return _day(came[""])
    return _short(came[""], TEXT_AT_MOST) or None


def _count(text: str) -> int | None:
    plain = text.replace("\u00a0", "").replace(" ", "")
    if not plain:
        return None
    if not (plain.isascii() and plain.isdigit()) or int(plain) > LARGEST:
        raise Unread(f"«{text[:40]}» не целое число. Введите число цифрами, например 12.")
    return int(plain)


def _parts(line: Field, came: Mapping[str, str]) -> dict[str, int]:
    if line.code != WITH_PARTS:
        return {}
    read = {part.removeprefix("part."): _count(text) for part, text in came.items() if part.startswith("part.")}
    return {code: count for code, count in read.items() if count}


def _document(came: Mapping[str, str]) -> DocumentValue | None:
    if came["present"] not in ("yes", "no"):
        return None
    if came["present"] == "no":
        return DocumentValue(present=False)
    url = _short(came["url"], WORD_AT_MOST)
    if url and not url.startswith(("http://", "https://")):
        raise Unread("Адрес начинается с http:// или https://. Скопируйте его из строки браузера целиком.")
    return DocumentValue(present=True, number=_short(came["number"], 40), dated=_day(came["dated"]), url=url)


def _share(came: Mapping[str, str]) -> ShareValue | None:
    numerator, denominator = _count(came["numerator"]), _count(came["denominator"])
    if numerator is None and denominator is None:
        return None
    if numerator is None or denominator is None:
        raise Unread("Нужны оба числа: сколько человек и из скольких.")
    if denominator == 0:
        raise Unread("Доля от нуля не считается. Если считать не от кого, выберите «не применяется» и напишите почему.")
    return ShareValue(numerator, denominator)


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise Unread("Такой даты нет. Введите день, месяц и год, например 15.09.2025.") from fault


def _short(text: str, at_most: int) -> str:
    plain = text.replace("\x00", "").strip()
    if len(plain) > at_most:
        raise Unread(f"Текст длиннее {at_most} знаков. Сократите его.")
    return plain
