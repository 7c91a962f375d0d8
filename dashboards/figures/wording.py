"""Words of findings: small numbers spelt out, and the sentences that say there is too little to compare.

Thresholds are those of the note's rules (``notes/rules.yaml``: change_small_percent, orgs_min_compare,
percent_min_base, response_min), so that the board and the note never disagree.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from tenants.domain.russian import NBSP, join_and, number, percent_whole, plural

SMALL_CHANGE_PERCENT = 3
SCHOOLS_TO_COMPARE = 3
PERCENT_MIN_BASE = 10
ANSWERS_TO_SHOW = 5
NAMES_IN_TITLE = 3
NAMES_IN_NOTE = 10
SCHOOLS_ON_CHART = 24

_MASCULINE = (*("ноль", "один", "два", "три", "четыре", "пять"), *("шесть", "семь", "восемь", "девять", "десять"))
_FEMININE = ("ноль", "одна", "две", *_MASCULINE[3:])
_OF = (*("нуля", "одного", "двух", "трёх", "четырёх", "пяти"), *("шести", "семи", "восьми", "девяти", "десяти"))


class Named(Protocol):
    """Whatever has a name to print."""

    @property
    def name(self) -> str: ...


def in_words(n: int) -> str:
    """«четыре»; above ten the figures: «11». Masculine, nominative."""
    return _MASCULINE[n] if 0 <= n < len(_MASCULINE) else number(n)


def in_words_feminine(n: int) -> str:
    """«две»; above ten the figures."""
    return _FEMININE[n] if 0 <= n < len(_FEMININE) else number(n)


def in_words_of(n: int) -> str:
    """«двух», genitive: «из пяти», «не хватает двух»; above ten the figures."""
    return _OF[n] if 0 <= n < len(_OF) else number(n)


def in_schools(n: int) -> str:
    """«одной школе», «пяти школах», «21 школе»: after «в»."""
    spelt = "одной" if n == 1 else in_words_of(n)
    return f"{spelt}{NBSP}{plural(n, 'школе', 'школах', 'школах')}"


def of_schools(n: int) -> str:
    """«3 школ», «21 школы»: genitive, in figures."""
    return f"{number(n)}{NBSP}{plural(n, 'школы', 'школ', 'школ')}"


def too_few(known: int, expected: int) -> str | None:
    """«Данные 3 школ из 12, рано сравнивать», or None where there is enough to speak of.

    Enough is three schools (all, where there are fewer than three) and not less than half of those expected.
    """
    if known >= min(SCHOOLS_TO_COMPARE, expected) and known * 2 >= expected and known:
        return None
    if not known:
        return "Данных нет"
    return f"Данные {of_schools(known)} из{NBSP}{number(expected)}, рано сравнивать"


def change(before: int, now: int) -> str:
    """«стало на 28 % больше», «почти не изменилось», «стало больше: 9 вместо 6»: after «наставляемых за год».

    A base under ten says both numbers: a per cent of six people pretends precision.
    """
    if before == now:
        return "не изменилось"
    direction = "больше" if now > before else "меньше"
    if before < PERCENT_MIN_BASE:
        return f"стало {direction}: {number(now)} вместо{NBSP}{number(before)}"
    if abs(now - before) * 100 < SMALL_CHANGE_PERCENT * before:
        return "почти не изменилось"
    return f"стало на{NBSP}{number(percent_whole(abs(now - before), before))}{NBSP}% {direction}"


def is_number_of(phrase: str) -> bool:
    """Whether the phrase of ``change`` speaks of «число …» and not of the things themselves."""
    return phrase.endswith("изменилось")


def named(schools: Sequence[Named]) -> str:
    """«Каменская ООШ и СОШ № 2»; a long list is cut: «… и ещё 4»."""
    names = [school.name for school in schools]
    if len(names) <= NAMES_IN_NOTE:
        return join_and(names)
    return f"{', '.join(names[:NAMES_IN_NOTE])} и{NBSP}ещё{NBSP}{len(names) - NAMES_IN_NOTE}"


def missing_note(schools: Sequence[Named]) -> str:
    """«Нет данных: СОШ № 5 и Лицей № 4.», or nothing."""
    return f"Нет данных: {named(schools)}." if schools else ""


def cut_note(shown: int, total: int, what: str) -> str:
    """What the figure leaves to the table: «На графике 24 школы, …, остальные 36 — в таблице.»"""
    if shown == total:
        return ""
    schools = plural(shown, "школа", "школы", "школ")
    return f"На графике {number(shown)}{NBSP}{schools} {what}, остальные {number(total - shown)} — в{NBSP}таблице."


def sentences(*parts: str) -> str:
    """Whole sentences of a note in one line, without the empty ones."""
    return " ".join(part for part in parts if part)


def one_decimal(value: Decimal) -> Decimal:
    """Rounded once, at the edge: 0,95 → 1,0."""
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


def with_decimal(value: Decimal) -> str:
    """«2,0»: one decimal always, so that a column reads evenly."""
    return f"{one_decimal(value):f}".replace(".", ",")
