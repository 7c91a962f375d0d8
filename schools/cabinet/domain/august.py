"""The way from one school year into the next: five steps of summer and a summary. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tenants.domain.school_year import SchoolYear

FIRST_MONTH, LAST_MONTH, YEAR_BEGINS = 6, 9, 9


class AugustStep(StrEnum):
    """The steps in their order; the values stand in addresses."""

    PAIRS = "pary"
    CLASSES = "klassy"
    CONSENTS = "soglasiya"
    GRADUATES = "vypuskniki"
    PLAN = "karta"
    SUMMARY = "itog"

    @property
    def words(self) -> str:
        """As the row of steps names it."""
        return _WORDS[self]


_WORDS = {
    AugustStep.PAIRS: "Пары",
    AugustStep.CLASSES: "Классы",
    AugustStep.CONSENTS: "Согласия",
    AugustStep.GRADUATES: "Выпускники",
    AugustStep.PLAN: "Дорожная карта",
    AugustStep.SUMMARY: "Итог",
}
ORDER = tuple(AugustStep)


def year_prepared(today: date) -> SchoolYear:
    """The year the steps prepare: in summer the next one, from September on the present one."""
    present = SchoolYear.of(today)
    return present.next if FIRST_MONTH <= today.month < YEAR_BEGINS else present


def offered_year(today: date, *, has_roadmap: bool) -> SchoolYear | None:
    """The same while the steps are offered: from June to September, and later as long as the year has no roadmap."""
    if FIRST_MONTH <= today.month <= LAST_MONTH or not has_roadmap:
        return year_prepared(today)
    return None


def KEY_OF(year: SchoolYear) -> str:  # noqa: N802  # read as a constant of the year
    """Under which name the steps of a year are remembered."""
    return f"leto-{year.slug}"


@dataclass(frozen=True, slots=True)
class Progress:
    """What is behind: steps gone through, pairs that were said to go on, acts over classes with their numbers."""

    done: frozenset[str]
    continued: frozenset[int]
    acts: Mapping[str, int]
    finished: bool

    @classmethod
    def of(cls, said: Mapping[str, object]) -> Progress:
        """Out of what is remembered."""
        return cls(
            done=frozenset(step.value for step in AugustStep if said.get(step.value)),
            continued=frozenset(int(key[5:]) for key in said if key.startswith("pair-")),
            acts={key[4:]: value for key, value in said.items() if key.startswith("act-") and isinstance(value, int)},
            finished=bool(said.get("finished")),
        )

    def next_after(self, step: AugustStep) -> AugustStep:
        """The step that follows."""
        return ORDER[min(ORDER.index(step) + 1, len(ORDER) - 1)]

    @property
    def current(self) -> AugustStep:
        """Where to go on: the first step that is not behind."""
        return next((step for step in ORDER if step.value not in self.done), AugustStep.SUMMARY)
