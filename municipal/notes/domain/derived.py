"""Figures that are worked out of other figures, and what a stored note must keep to explain them."""

from collections.abc import Iterable

from municipal.notes.domain.composed import Block, Composed
from municipal.notes.domain.values.value import Values

# A difference or a growth has no cells of its own: it is explained by the two numbers it compares.
BASES = {
    "pairs_diff": ("pairs_common", "pairs_prev"),
    "pairs_change_percent": ("pairs_common", "pairs_prev"),
    "mentees_year_diff": ("mentees_year_common", "mentees_year"),
    "mentees_year_change_percent": ("mentees_year_common", "mentees_year"),
    "documents_share_diff": ("documents_share_common", "documents_share_prev"),
    "publications_left": ("publications_norm", "publications_municipal"),
    "gap": ("target", "num/den", "satisfied/participants"),
}
# Words the explanation of a figure needs: whose it is, with which monitoring it is compared.
WORDS = ("indicator_title", "satisfied_who", "document_title", "compare_title")
SEASONS = ("prev_season_title", "year_season_title")


def bases_of(key: str) -> tuple[str, ...]:
    """Keys of the values a figure is worked out of: «gap@CODE» → «target@CODE», …; empty for a sum of cells."""
    code, _, item = key.partition("@")
    return tuple(f"{base}@{item}" if item else base for base in BASES.get(code, ()))


def keys_behind(figures: Iterable[str]) -> set[str]:
    """Keys of figures with those they are worked out of."""
    return {key for figure in figures for key in (figure, *bases_of(figure))}


def kept_values(note: Composed) -> Values:
    """The values a stored note keeps: behind every figure of the text, and what explains them."""
    return values_behind(note, note.blocks)


def values_behind(note: Composed, blocks: Iterable[Block]) -> Values:
    """The same for some paragraphs."""
    keys = keys_behind(figure.key for block in blocks for figure in block.figures)
    items = {key.partition("@")[2] for key in keys} - {""}
    keys |= {f"{word}@{item}" for word in WORDS for item in items} | set(SEASONS)
    return {key: note.values[key] for key in sorted(keys) if key in note.values}
