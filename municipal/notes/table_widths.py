"""How wide the columns of a printed table are, from what stands in them."""

import re
from collections.abc import Sequence

from municipal.notes.domain.composed import AnnexTable

MM_PER_CHARACTER = 2.5  # of 12-point bold text, the widest we print in tables
PADDING_MM = 4.5
LONGEST_WORD_MM = 42  # an address longer than this is broken
_GAPS = re.compile(r"[ \n]+")  # not \s: a no-break space holds its words together


def widths_mm(table: AnnexTable, whole_mm: float) -> tuple[float, ...]:
    """Widths that sum up to ``whole_mm``: no word is torn while there is room, long texts share what is left."""
    rows = [*table.rows, table.total] if table.total else list(table.rows)
    least, wished = [], []
    for place, column in enumerate(table.columns):
        cells = [row[place] for row in rows]
        least.append(_longest_word([column.title, *cells]))
        wished.append(_mm(max(map(len, cells), default=0)))
    if sum(least) >= whole_mm:
        return _scaled(least, whole_mm)
    extra = [max(wish - low, 0) for wish, low in zip(wished, least, strict=True)]
    spare = whole_mm - sum(least)
    if sum(extra) > spare:
        extra = list(_scaled(extra, spare))
    return _scaled([low + more for low, more in zip(least, extra, strict=True)], whole_mm)


def _longest_word(texts: Sequence[str]) -> float:
    longest = max((len(word) for text in texts for word in _GAPS.split(text)), default=0)
    return min(_mm(longest), LONGEST_WORD_MM)


def _mm(characters: int) -> float:
    return characters * MM_PER_CHARACTER + PADDING_MM


def _scaled(sizes: Sequence[float], whole: float) -> tuple[float, ...]:
    total = sum(sizes)
    return tuple(size * whole / total for size in sizes)
