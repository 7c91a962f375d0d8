"""Fill a form's text with values: «{person.name}», «{school.name_full|dat}».

What is not known is left as a line to write on. A case is taken from a value given for it («school.name_full|dat») or
proposed by the rules of tenants.domain.cases; a doubtful one is marked «проверьте».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from schools.consents.domain.form_texts import FormText
from tenants.domain.cases import decline_name, decline_phrase
from tenants.paper.sheet import CLAUSE, FIELD, HEADING, ITEM, TEXT, Grid, Line, Sheet, Signature

LINE = "_" * 24
_PLACE = re.compile(r"\{([a-z0-9_.]+)(?:\|([a-z]+))?\}")
_AT_LEAST = re.compile(r"([a-z0-9_.]+) >= (\d+)")
_LOOKS = {"p": TEXT, "centre": TEXT, "h": HEADING, "li": ITEM, "n": CLAUSE, "nn": CLAUSE}
Values = Mapping[str, Any]
Rows = Mapping[str, Sequence[Mapping[str, str]]]


@dataclass(frozen=True, slots=True)
class Filled:
    """A sheet ready to print, and the words whose case a person should look at."""

    sheet: Sheet
    doubtful: tuple[str, ...]


def fill(form: FormText, values: Values, rows: Rows, *, blank: str = LINE) -> Filled:
    """The form with ``values``; ``rows`` by the codes of tables; ``blank`` stands for what is not known.

    A «название: значение» that would be empty is left out where ``blank`` is no line: there is nowhere to write.
    """
    pen = _Pen(values, blank)
    head = tuple(line for text in form.head if (line := pen.write(text)).strip(f" ,{blank[:1]}"))
    pieces = tuple(_pieces(form, pen, rows))
    signatures = tuple(
        Signature(pen.write(one["position"]), pen.write(one["name"], blank=""))
        for one in form.signatures
        if _holds(one.get("if", ""), values)
    )
    return Filled(Sheet(pen.write(form.heading), head, pieces, signatures, form.to_right), tuple(pen.doubtful))


class _Pen:
    """Writes texts with values and remembers doubtful cases."""

    def __init__(self, values: Values, blank: str) -> None:
        self.values, self.blank = values, blank
        self.doubtful: list[str] = []

    def write(self, text: str, *, blank: str | None = None) -> str:
        said = _PLACE.sub(lambda match: self._value(match[1], match[2] or "nom", blank), text)
        return re.sub(r" +([,.;:)])", r"\1", said) if not self.blank else said

    def _value(self, key: str, case: str, blank: str | None) -> str:
        known = str(self.values.get(f"{key}|{case}") or "")
        if known:
            return known
        plain = str(self.values.get(key) or "")
        if not plain or case == "nom":
            return plain or (self.blank if blank is None else blank)
        is_name = key.endswith((".name", ".initials_last"))
        cased = decline_name(plain, case) if is_name else decline_phrase(plain, case)
        if cased.is_sure:
            return cased.text
        if cased.text not in self.doubtful:
            self.doubtful.append(cased.text)
        return f"{cased.text} (проверьте)"


def _pieces(form: FormText, pen: _Pen, rows: Rows) -> Iterator[Line | Grid]:
    for told in form.paragraphs:
        if not _holds(told.get("if", ""), pen.values):
            continue
        if "table" in told:
            yield _grid(form.tables[told["table"]], pen, rows)
        elif "field" in told:
            text = pen.write(told["value"])
            if pen.blank == LINE or _is_told(told["value"], pen.values):
                yield Line(FIELD, text, told["field"])
        else:
            look = next(code for code in _LOOKS if code in told)
            yield Line(_LOOKS[look], pen.write(told[look]))


def _is_told(text: str, values: Values) -> bool:
    return any(values.get(match[1]) for match in _PLACE.finditer(text))


def _grid(table: Mapping[str, Any], pen: _Pen, rows: Rows) -> Grid:
    columns = table["columns"]
    found = tuple(tuple(_cell(column["value"], row, pen) for column in columns) for row in rows.get(table["code"], ()))
    return Grid(table["title"], tuple(column["head"] for column in columns), found, table["code"])


def _cell(text: str, row: Mapping[str, str], pen: _Pen) -> str:
    return pen.write(_PLACE.sub(lambda match: row.get(match[1], ""), text), blank="")


def _holds(condition: str, values: Values) -> bool:
    """«person.is_minor» — the value is there; «child.age >= 14» — it is a number not below."""
    if not condition:
        return True
    if at_least := _AT_LEAST.fullmatch(condition):
        return int(values.get(at_least[1]) or 0) >= int(at_least[2])
    return bool(values.get(condition))
