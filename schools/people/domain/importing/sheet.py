"""A table as it was found: rows of plain texts, nothing understood yet."""

from __future__ import annotations

from dataclasses import dataclass

from tenants.domain.errors import Refusal

MAX_ROWS = 5000
MAX_COLUMNS = 60


class UnreadablePeople(Refusal):
    """Nothing about people could be taken from a file or a pasted text."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of texts; ``number`` counts from 1 as the school's program shows it. ``is_band`` — one merged cell."""

    number: int
    cells: tuple[str, ...]
    is_band: bool = False

    @property
    def filled(self) -> tuple[str, ...]:
        """Texts that are not empty."""
        return tuple(text for text in self.cells if text)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook, or the one table of a text."""

    title: str
    lines: tuple[Line, ...]
    position: int = 0  # of the sheet in its workbook, hidden ones counted too


def nothing_found(name: str) -> UnreadablePeople:
    """The refusal for a table without a single name."""
    return UnreadablePeople(
        f"В файле «{name}» не нашлось людей, ничего не записано.",
        "Нужен столбец с фамилией и именем. Проверьте, тот ли файл выбран, или вставьте столбцы из Excel текстом.",
    )
