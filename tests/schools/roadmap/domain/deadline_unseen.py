"""Phrases set aside before the parser was touched, and how they are scored: right, not understood, wrong.

A file of `deadlines_unseen/` is a table of the phrase (``\\n`` and ``\\u00a0`` escaped), the period of the map, the
kinds a methodist would accept (``|`` between them), the due days (``;`` between days, ``|`` between acceptable lists,
``*`` where any are accepted, ``ends:a..b`` for the last day of each month) and the first start, where it matters.
"""

import calendar
import csv
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from schools.roadmap.domain.deadline import Deadline, DeadlineKind, Period
from schools.roadmap.domain.deadline_phrase import parse_deadline

FOLDER = Path(__file__).parent / "deadlines_unseen"
SURE = 0.6
"""From here up a reading is taken as it is; under it a curator is asked to look."""


class Verdict(StrEnum):
    """What became of a phrase."""

    RIGHT = "right"
    NOT_UNDERSTOOD = "not understood"
    DOUBTFUL = "wrong, but a curator is asked to look"
    WRONG = "confidently wrong"


@dataclass(frozen=True)
class Unseen:
    """A phrase set aside, and the meanings that count as right."""

    phrase: str
    period: Period
    kinds: frozenset[str]
    due_on: tuple[tuple[date, ...], ...] | None
    starts_on: str

    def read(self) -> Deadline:
        return parse_deadline(self.phrase, self.period)

    def verdict(self) -> Verdict:
        read = self.read()
        if self._is_right(read):
            return Verdict.RIGHT
        if read.kind is DeadlineKind.UNKNOWN:
            return Verdict.NOT_UNDERSTOOD
        return Verdict.DOUBTFUL if read.confidence < SURE else Verdict.WRONG

    def _is_right(self, read: Deadline) -> bool:
        if read.kind not in self.kinds:
            return False
        if self.due_on is not None and read.due_on not in self.due_on:
            return False
        return not self.starts_on or read.params.get("starts_on", "") == self.starts_on


def load(name: str) -> list[Unseen]:
    """The phrases of one file of the folder."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return [_unseen(row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def _unseen(row: dict[str, str]) -> Unseen:
    phrase = row["phrase"].replace("\\n", "\n").replace("\\u00a0", "\u00a0")
    due = None if row["due_on"] == "*" else tuple(_days(one) for one in row["due_on"].split("|"))
    return Unseen(phrase, Period.parse(row["period"]), frozenset(row["kinds"].split("|")), due, row["starts_on"])


def _days(text: str) -> tuple[date, ...]:
    if text.startswith("ends:"):
        period = Period.parse(text.removeprefix("ends:"))
        months = range(period.starts_on.year * 12 + period.starts_on.month - 1, _month_number(period.ends_on) + 1)
        return tuple(date(n // 12, n % 12 + 1, calendar.monthrange(n // 12, n % 12 + 1)[1]) for n in months)
    return tuple(date.fromisoformat(day) for day in text.split(";") if day)


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def score(name: str) -> dict[Verdict, list[Unseen]]:
    """The phrases of a file by what became of them."""
    scored: dict[Verdict, list[Unseen]] = {verdict: [] for verdict in Verdict}
    for unseen in load(name):
        scored[unseen.verdict()].append(unseen)
    return scored
