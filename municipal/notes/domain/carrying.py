"""New figures carried over into a paragraph that the methodist has rewritten."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from municipal.notes.domain.spans import Figure, Span, Text
from tenants.domain.russian import NBSP

_WORD = re.compile(r"[^\W_]+(?:[-,.][^\W_]+)*|\S")
_SENTENCE_END = re.compile(r"(?<=[.!?])[ \n]+(?=[А-ЯЁ«])")
_ANY_SPACE = r"[\s\u00a0]*"


@dataclass(frozen=True, slots=True)
class Carried:
    """The text with what could be carried over; ``lost`` are old wordings that were not found in it, or not once."""

    text: str
    lost: tuple[str, ...]


def carry(edited: str, was: str, now: str) -> Carried:
    """Make in ``edited`` the changes that lead from ``was`` to ``now`` (both composed): «42 пары» → «45 пар».

    A sentence left as composed is replaced whole; in a rewritten one a changed figure is replaced, with the words that
    agree with it, where its old wording stands exactly once: neighbouring words are taken along to tell equal numbers
    apart. The methodist's other words are never touched.
    """
    lost: list[str] = []
    for old_said, new_said in _said_otherwise(was, now):
        found = _replaced(edited, _Piece((), _words(old_said), ()), new_said)
        if found is not None:
            edited = found
            continue
        for old, new in _changes(old_said, new_said):
            found = _replaced(edited, old, new)
            if found is None:
                lost.append(" ".join(old.core))
            else:
                edited = found
    return Carried(edited, tuple(lost))


def _said_otherwise(was: str, now: str) -> Iterator[tuple[str, str]]:
    """Runs of old sentences and the new ones in their place; sentences said besides are not brought in."""
    old, new = _SENTENCE_END.split(was), _SENTENCE_END.split(now)
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace":
            pairs = zip(old[i1:i2], new[j1:j2], strict=False)
            yield from pairs if i2 - i1 == j2 - j1 else [(" ".join(old[i1:i2]), " ".join(new[j1:j2]))]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Changed words with the nearest unchanged word on either side and the signs between (none at an end)."""

    before: tuple[str, ...]
    core: tuple[str, ...]
    after: tuple[str, ...]


def _changes(was: str, now: str) -> Iterator[tuple[_Piece, str]]:
    """Old words in their place and the new words as text."""
    old, new = _tokens(was), _tokens(now)
    matcher = SequenceMatcher(None, [one[0] for one in old], [one[0] for one in new], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "replace" and any(character.isdigit() for word, *_ in old[i1:i2] for character in word):
            words = [one[0] for one in old]
            before = _to_word(words[:i1][::-1])[::-1]
            piece = _Piece(before, tuple(words[i1:i2]), _to_word(words[i2:]))
            yield piece, now[new[j1][1] : new[j2 - 1][2]]


def _to_word(words: Sequence[str]) -> tuple[str, ...]:
    """Up to the first real word, which is what tells a place; nothing where signs alone are left."""
    for place, word in enumerate(words):
        if word[0].isalnum():
            return tuple(words[: place + 1])
    return ()


def _words(text: str) -> tuple[str, ...]:
    return tuple(found[0] for found in _WORD.finditer(text))


def _tokens(text: str) -> list[tuple[str, int, int]]:
    return [(found[0], found.start(), found.end()) for found in _WORD.finditer(text)]


def _replaced(edited: str, old: _Piece, new: str) -> str | None:
    for before, after in ((old.before, old.after), ((), old.after), (old.before, ()), ((), ())):
        pattern = _pattern(before, old.core, after)
        found = list(pattern.finditer(edited))
        if len(found) == 1:
            start, end = found[0].span("core")
            return edited[:start] + new + edited[end:]
    return None


def _pattern(before: Sequence[str], core: Sequence[str], after: Sequence[str]) -> re.Pattern[str]:
    """The words in their order whatever spaces part them; a number is never found inside a longer one."""
    head = rf"(?<!\w){_spaced(before)}{_ANY_SPACE}" if before else rf"(?<!\w)(?<!\d[,{NBSP}])"
    tail = rf"{_ANY_SPACE}{_spaced(after)}(?!\w)" if after else rf"(?!\w)(?![,{NBSP}]\d)"
    return re.compile(f"{head}(?P<core>{_spaced(core)}){tail}")


def _spaced(words: Sequence[str]) -> str:
    return _ANY_SPACE.join(map(re.escape, words))


def bind(text: str, figures: Sequence[Figure]) -> tuple[Span, ...]:
    """An edited paragraph cut into texts and the composed figures that still stand in it, each found once, in order.

    A figure that was rewritten or taken out is simply not bound any more.
    """
    spans: list[Span] = []
    place = 0
    for figure in figures:
        pattern = re.compile(r"(?<!\w)" + re.escape(figure.text).replace("\u00a0", r"[\s\u00a0]") + r"(?!\w)")
        found = pattern.search(text, place)
        if found is None:
            continue
        if found.start() > place:
            spans.append(Text(text[place : found.start()]))
        spans.append(Figure(found[0], figure.key, figure.form))
        place = found.end()
    if place < len(text):
        spans.append(Text(text[place:]))
    return tuple(spans)
