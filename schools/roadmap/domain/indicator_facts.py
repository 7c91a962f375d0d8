"""Indicators of a roadmap against its yearly targets: which registers give the fact, how it is told. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from tenants.domain.russian import NO_DATA, number, percent

TYPED = "typed"
NOT_APPLICABLE = "не применяется"

# The indicator, and words that must all stand in its title or formula. The particular ones come before the general.
_RULES = (
    ("MENTEES_SATISFIED_SHARE", (r"удовлетвор", r"наставляем")),
    ("MENTORS_SATISFIED_SHARE", (r"удовлетвор", r"наставник")),
    ("MENTORS_PUPILS_15_19_SHARE", (r"\b15\b", r"\b19\b", r"наставник")),
    ("MENTEES_PUPILS_10_19_SHARE", (r"\b10\b", r"\b19\b", r"наставляем")),
    ("YOUNG_TEACHERS_MENTEES_SHARE", (r"молод\w+ (?:специалист|педагог|учител)", r"наставляем")),
    ("ENTERPRISES_MENTORS_SHARE", (r"предприяти|организаци\w+[- ]партн", r"наставник")),
)  # fmt: skip

TITLES = {
    "MENTEES_PUPILS_10_19_SHARE": "обучающиеся 10–19 лет, наставляемые в парах года, от обучающихся этого возраста",
    "MENTORS_PUPILS_15_19_SHARE": "обучающиеся 15–19 лет, наставники в парах года, от обучающихся этого возраста",
    "YOUNG_TEACHERS_MENTEES_SHARE": "молодые специалисты, наставляемые в парах года, от всех молодых специалистов",
    "ENTERPRISES_MENTORS_SHARE": "партнёры, чьи сотрудники наставники в парах года, от партнёров школы",
    "MENTEES_SATISFIED_SHARE": "довольные наставляемые по итоговому опросу, от всех наставляемых в парах года",
    "MENTORS_SATISFIED_SHARE": "довольные наставники по итоговому опросу, от всех наставников в парах года",
    "MENTORS_TOTAL": "наставники в парах года",
    "MENTEES_TOTAL": "наставляемые в парах года",
    "PAIRS_ACTIVE": "пары и группы, работающие на дату",
}
COUNTS = frozenset({"MENTORS_TOTAL", "MENTEES_TOTAL", "PAIRS_ACTIVE"})


def guess_indicator(title: str, formula: str) -> str:
    """What surely counts the indicator by its words, one of ``TITLES``; empty where nothing surely does."""
    said = f"{title} {formula}".lower().replace("ё", "е")
    sure = [code for code, patterns in _RULES if all(re.search(one, title.lower()) for one in patterns)]
    found = sure or [code for code, patterns in _RULES if all(re.search(one, said) for one in patterns)]
    return found[0] if found else ""


@dataclass(frozen=True, slots=True)
class Fact:
    """What was reached: a share with both its parts, or a count; None parts are not known.

    ``source`` says where it comes from; ``on`` the day it is counted for.
    """

    numerator: int | None = None
    denominator: int | None = None
    is_share: bool = True
    value: Decimal | None = None
    source: str = ""
    on: date | None = None

    @property
    def figure(self) -> Decimal | None:
        """Per cent or count, unrounded; None where there is nothing to divide."""
        if self.value is not None:
            return self.value
        if self.numerator is None:
            return None
        if not self.is_share:
            return Decimal(self.numerator)
        return Decimal(self.numerator) * 100 / self.denominator if self.denominator else None

    @property
    def words(self) -> str:
        """«84 %», «12», «нет данных», «не применяется» where the denominator is nought."""
        if self.value is not None:
            return number(self.value)
        if self.is_share:
            return NOT_APPLICABLE if self.denominator == 0 else percent(self.numerator, self.denominator)
        return NO_DATA if self.numerator is None else number(self.numerator)

    @property
    def parts(self) -> str:
        """«31 из 84»; an unknown part is said to be so; empty for a count."""
        if not self.is_share or self.value is not None:
            return ""
        told = [NO_DATA if part is None else number(part) for part in (self.numerator, self.denominator)]
        return f"{told[0]} из {told[1]}"


@dataclass(frozen=True, slots=True)
class YearLine:
    """One year of an indicator: the target of the paper and the fact; ``reached`` None where either is unknown."""

    year: int
    target: Decimal | None
    fact: Fact | None

    @property
    def reached(self) -> bool | None:
        """The fact is not less than the target."""
        figure = self.fact.figure if self.fact else None
        return None if figure is None or self.target is None else figure >= self.target


def decimal_of(value: Any) -> Decimal | None:
    """A number of the paper («60», «0,6», 85); anything else is None."""
    try:
        return Decimal(str(value).strip().replace(",", ".").rstrip("% "))
    except InvalidOperation:
        return None


def typed_fact(told: Mapping[str, Any], *, is_share: bool) -> Fact:
    """What the curator typed for a year: both parts of a share, or a number, with its source."""
    return Fact(
        numerator=told.get("numerator"),
        denominator=told.get("denominator"),
        is_share=is_share and told.get("value") is None,
        value=decimal_of(told["value"]) if told.get("value") is not None else None,
        source=str(told.get("source", "")),
    )


def day_of_year(year: int, *, period_from: date, period_to: date, today: date) -> date | None:
    """The day a target of ``year`` is counted for: the last day of that year within the roadmap, or today before it.

    None where the year has not begun yet or lies outside the roadmap.
    """
    if not period_from.year <= year <= period_to.year:
        return None
    first = max(period_from, date(year, 1, 1))
    return min(period_to, date(year, 12, 31), today) if first <= today else None
