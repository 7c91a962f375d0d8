"""Sentence templates: «{pairs|пара,пары,пар}» and the rest of the list in rules.yaml, placeholders.

A template is parsed once into tokens. It is filled from a scope of values; a value that is not there leaves the
sentence unsaid, a hidden one has it replaced by the convention's words.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from municipal.indicators.content_files import ContentError
from municipal.notes.domain.printing import form_of, printed, printed_number
from municipal.notes.domain.spans import Figure, Form, Span, Text
from municipal.notes.domain.values.value import Value, ValueKind
from tenants.domain.russian import NBSP, plural

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_INSIDE = re.compile(
    r"(?P<name>\w+(?:/\w+)?)"
    r"(?:(?P<percent>%)|(?P<points>:pp)|(?P<mark>[|~])(?P<words>[^{},]+,[^{},]+,[^{},]+))?"
)
_WORDS_ONLY, _NUMBER_AND_WORDS = "~", "|"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One substitution: which value, printed how, with which word forms (for 1, 2 and 5)."""

    name: str
    form: Form | None = None
    words: tuple[str, str, str] | None = None
    is_word_only: bool = False


@dataclass(frozen=True, slots=True)
class Printer:
    """How a note prints values: its limits, and where long lists stand. ``annex_number`` maps code → number."""

    min_base: int
    list_limit: int
    long_list: str
    annex_number: Callable[[str], int | None]

    def text(self, value: Value, form: Form) -> str:
        number = self.annex_number(value.annex)
        long_list = self.long_list.format(number=number) if number else ""
        return printed(value, form, min_base=self.min_base, list_limit=self.list_limit, long_list=long_list)


@dataclass(frozen=True, slots=True)
class Filled:
    """A sentence said. ``is_hidden`` where a value in it must not be printed; ``small_bases`` counts «4 из 5»."""

    spans: tuple[Span, ...]
    is_hidden: bool = False
    small_bases: int = 0


Lookup = Callable[[str], tuple[str, Value] | None]


@lru_cache(maxsize=2048)
def parse(template: str) -> tuple[str | Placeholder, ...]:
    """Text and placeholders by turns. Raises ContentError for a placeholder that cannot be read."""
    return tuple(_tokens(template))


def _tokens(template: str) -> Iterator[str | Placeholder]:
    place = 0
    for found in _PLACEHOLDER.finditer(template):
        if found.start() > place:
            yield template[place : found.start()]
        yield _placeholder(found[1], template)
        place = found.end()
    rest = template[place:]
    if "{" in rest or "}" in rest:
        raise ContentError(f"a brace is left open: {template!r}")
    if rest:
        yield rest


def _placeholder(inside: str, template: str) -> Placeholder:
    found = _INSIDE.fullmatch(inside)
    if not found:
        raise ContentError(f"cannot read {{{inside}}} in {template!r}")
    name = found["name"]
    if found["percent"]:
        return Placeholder(name, Form.SHARE)
    if found["points"]:
        return Placeholder(name, Form.POINTS)
    form = Form.RATIO if "/" in name else None
    if not found["words"]:
        return Placeholder(name, form)
    one, few, many = found["words"].split(",")
    return Placeholder(name, form, (one, few, many), found["mark"] == _WORDS_ONLY)


def names_in(template: str) -> tuple[str, ...]:
    """The values a template asks for: «reported/expected» is one name."""
    return tuple(token.name for token in parse(template) if isinstance(token, Placeholder))


def fill(template: str, lookup: Lookup, printer: Printer) -> Filled | None:
    """Say the template over a scope; None where a value it needs is not known."""
    spans: list[Span] = []
    hidden, small = False, 0
    for token in parse(template):
        if isinstance(token, str):
            spans.append(Text(token))
            continue
        found = lookup(token.name)
        if found is None:
            return None
        key, value = found
        hidden = hidden or value.hidden
        small += _is_small(value, token, printer)
        spans.extend(_say(token, key, value, printer))
    return Filled(tuple(spans), hidden, small)


def _is_small(value: Value, token: Placeholder, printer: Printer) -> bool:
    return token.form is Form.RATIO and value.denominator is not None and value.denominator < printer.min_base


def _say(token: Placeholder, key: str, value: Value, printer: Printer) -> Iterator[Span]:
    if token.is_word_only and token.words:
        yield Text(plural(printed_number(value), *token.words))
        return
    form = token.form or form_of(value)
    said = printer.text(value, form)
    if value.kind in (ValueKind.TEXT, ValueKind.DATE, ValueKind.YEAR):
        yield Text(said)
        return
    if token.words and form is Form.RATIO:
        yield from _ratio_with_word(token.words, key, value, said)
        return
    yield Figure(said, key, form)
    if token.words:
        yield Text(NBSP + plural(printed_number(value), *token.words))


def _ratio_with_word(words: tuple[str, str, str], key: str, value: Value, said: str) -> Iterator[Span]:
    """«9 из 21 организации (43 %)»: the word goes between the numbers and the per cent, all one figure."""
    assert value.denominator is not None
    numbers, bracket, rest = said.partition(" (")
    yield Figure(f"{numbers}{NBSP}{plural(value.denominator, *words)}{bracket}{rest}", key, Form.RATIO)
