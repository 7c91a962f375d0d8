"""What a survey gave, in numbers of people: no answers of anybody, only how many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from tenants.domain.errors import Refusal

ENOUGH = 5  # fewer answers point at people: nothing of them leaves the school (security.md T23)


class SurveyNotKept(Refusal):
    """Numbers or days of a survey contradict one another."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a survey, mentees or mentors; None is «not written down», never nought.

    ``satisfied`` are of those who answered; ``compared`` answered both before and after, ``grown`` are of them.
    """

    invited: int | None = None
    answered: int | None = None
    satisfied: int | None = None
    compared: int | None = None
    grown: int | None = None

    @property
    def is_told(self) -> bool:
        """Something is written down."""
        return any(value is not None for value in asdict(self).values())


@dataclass(frozen=True, slots=True)
class Totals:
    """Both sides."""

    mentees: Side = Side()
    mentors: Side = Side()

    @property
    def answered(self) -> int | None:
        """People who answered, both sides together; None where neither is written down."""
        told = [side.answered for side in (self.mentees, self.mentors) if side.answered is not None]
        return sum(told) if told else None

    @property
    def invited(self) -> int | None:
        """People who were asked, as ``answered``."""
        told = [side.invited for side in (self.mentees, self.mentors) if side.invited is not None]
        return sum(told) if told else None

    def to_document(self) -> dict[str, dict[str, int]]:
        """Plain data for a JSON column: only what is written down."""
        return {
            name: {key: value for key, value in asdict(side).items() if value is not None}
            for name, side in (("mentees", self.mentees), ("mentors", self.mentors))
            if side.is_told
        }


def totals_from(document: Mapping[str, Any]) -> Totals:
    """Back from ``Totals.to_document``; an empty document says nothing."""
    names = [field.name for field in fields(Side)]
    return Totals(*(Side(*(document.get(side, {}).get(name) for name in names)) for side in ("mentees", "mentors")))


_WHO = {"mentees": "наставляемые", "mentors": "наставники"}
_RULES = (
    ("answered", "invited", "ответили {part}, а опрошены {whole}"),
    ("satisfied", "answered", "довольны {part}, а ответили {whole}"),
    ("compared", "answered", "сравнили {part}, а ответили {whole}"),
    ("grown", "compared", "рост у {part}, а сравнили {whole}"),
)


def check_totals(totals: Totals) -> None:
    """Raise ``SurveyNotKept`` where a part is more than its whole or stands without it; one word for all faults."""
    faults = [
        f"{_WHO[name]}: {fault}"
        for name, side in (("mentees", totals.mentees), ("mentors", totals.mentors))
        for fault in _faults(side)
    ]
    if faults:
        raise SurveyNotKept(
            f"Опрос не сохранён: числа не сходятся ({'; '.join(faults)}).",
            "Проверьте их по бланкам: часть не бывает больше целого.",
        )


def _faults(side: Side) -> list[str]:
    found = []
    for part_name, whole_name, words in _RULES:
        part, whole = getattr(side, part_name), getattr(side, whole_name)
        if part is not None and (whole is None or part > whole):
            found.append(words.format(part=part, whole="не записано" if whole is None else whole))
    return found
