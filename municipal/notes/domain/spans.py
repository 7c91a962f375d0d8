"""Pieces of a composed paragraph: plain text, and figures that remember their value."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tenants.domain.russian import NBSP, typo


class Form(StrEnum):
    """How a figure is printed; kept, so that the same value can be printed anew and compared."""

    PLAIN = "plain"
    RATIO = "ratio"
    SHARE = "share"
    POINTS = "points"
    LIST = "list"


# «п. п.» may end a sentence: there the line may break
_AFTER_POINTS = re.compile(rf"(?<=п\.{NBSP}п\.){NBSP}(?=[А-ЯЁ])")


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed value. ``key`` finds it in ``Composed.values``: «pairs», or «num/den@CODE» for a repeated rule."""

    text: str
    key: str
    form: Form = Form.PLAIN

    @property
    def value_code(self) -> str:
        return self.key.partition("@")[0]

    @property
    def item(self) -> str:
        """The indicator, document or role of a repeated rule; empty for values of the whole note."""
        return self.key.partition("@")[2]


Span = Text | Figure


def plain_text(spans: Iterable[Span]) -> str:
    return "".join(span.text for span in spans)


def joined(paragraphs: Sequence[Sequence[Span]]) -> tuple[Span, ...]:
    """Sentences of one paragraph, parted by spaces."""
    found: list[Span] = []
    for sentence in paragraphs:
        if found:
            found.append(Text(" "))
        found.extend(sentence)
    return polished(found)


def polished(spans: Sequence[Span]) -> tuple[Span, ...]:
    """No-break spaces over the whole paragraph, double stops removed, neighbouring texts joined."""
    return tuple(_typeset(_merged(_single_stops(spans))))


def _single_stops(spans: Sequence[Span]) -> list[Span]:
    """After «п. п.» no second full stop: the abbreviation's own one ends the sentence."""
    found: list[Span] = []
    for span in spans:
        if found and isinstance(span, Text) and span.text.startswith(".") and plain_text(found).endswith("."):
            span = Text(span.text[1:])  # noqa: PLW2901 -- the stop goes, the rest of the text stays
        if span.text:
            found.append(span)
    return found


def _merged(spans: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for span in spans:
        if found and isinstance(span, Text) and isinstance(found[-1], Text):
            found[-1] = Text(found[-1].text + span.text)
        else:
            found.append(span)
    return found


def _typeset(spans: Sequence[Span]) -> list[Span]:
    """``typo`` looks at neighbours («на 1 октября»), so it is given the whole and cut again at the same places."""
    whole = plain_text(spans)
    set_whole = _AFTER_POINTS.sub(" ", typo(whole))
    if len(set_whole) != len(whole):  # a space was put in (initials glued together): each piece by itself then
        return [replace(span, text=typo(span.text)) for span in spans]
    found: list[Span] = []
    place = 0
    for span in spans:
        found.append(replace(span, text=set_whole[place : place + len(span.text)]))
        place += len(span.text)
    return found
