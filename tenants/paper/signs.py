"""Signs the typeface of the PDF can draw.

An archival file may hold no sign without a glyph, and Typst then gives no file at all: one smiling face in a paragraph
must not cost the whole note.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any

import fontpkg_pt_serif
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it ships no types

FONTS = Path(fontpkg_pt_serif.__file__).parent / "files"
_SPACES = frozenset({0x09, 0x0A})
_UNKNOWN = "?"


def drawable(held: Any) -> Any:
    """Plain data with every text made drawable; keys and all that is no text stay."""
    if isinstance(held, str):
        return drawable_text(held)
    if isinstance(held, dict):
        return {key: drawable(one) for key, one in held.items()}
    if isinstance(held, list | tuple):
        return [drawable(one) for one in held]
    return held


def drawable_text(text: str) -> str:
    """``text`` in signs of the typeface: the nearest one, or «?» for a foreign letter and nothing for a smiley."""
    known = _glyphs()
    if all(ord(sign) in known for sign in text):
        return text
    return "".join(sign if ord(sign) in known else _instead(sign, known) for sign in text)


def _instead(sign: str, known: frozenset[int]) -> str:
    near = "".join(one for one in unicodedata.normalize("NFKD", sign) if ord(one) in known)
    if near:
        return near
    return _UNKNOWN if unicodedata.category(sign)[0] in "LN" else ""


@lru_cache(maxsize=1)
def _glyphs() -> frozenset[int]:
    """Code points that every face of the family has, and the ends of lines."""
    return frozenset.intersection(*map(_face, sorted(FONTS.glob("*.ttf")))) | _SPACES


def _face(file: Path) -> frozenset[int]:
    with TTFont(file, lazy=True) as face:
        return frozenset(face.getBestCmap())
