"""A recommendation as a line: to whom (which organisations), what to do, by when."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from municipal.notes.domain.rulebook import RECOMMENDATION, Rulebook
from municipal.notes.domain.saying import Said, Speaker
from municipal.notes.domain.scope import Scope
from municipal.notes.domain.spans import Figure, Form, Span, Text
from municipal.notes.domain.terms import term_words
from municipal.notes.domain.values.value import Value


@dataclass(frozen=True, slots=True)
class Recommender:
    """Gives recommendations their addressee and term."""

    book: Rulebook
    speaker: Speaker
    kind: str
    reporting_date: date
    note_date: date

    def addressed(self, said: Said, scope: Scope) -> Said:
        """«Директорам (Школа № 1, Школа № 2): принять недостающие документы. Срок: до 15 ноября 2025 года.»

        What is no recommendation comes back as it went in.
        """
        rule = said.rule
        if rule.type != RECOMMENDATION:
            return said
        term = term_words(
            rule.term[self.kind],
            reporting_date=self.reporting_date,
            note_date=self.note_date,
            passed=self.book.conventions["term_passed"],
        )
        found = scope.lookup(rule.orgs) if rule.orgs else None
        spans = (*self._whom(rule.addressee, found), Text(": "), *_quiet(said.spans), Text(f" Срок: {term}."))
        return replace(said, spans=spans, term=term)

    def _whom(self, addressee: str, found: tuple[str, Value] | None) -> tuple[Span, ...]:
        held = self.book.addressees[addressee]
        names = found[1].value if found else ()
        if found is None or not isinstance(names, tuple) or not names:
            return (Text(_capital(held.plural)),)
        whom = held.title if len(names) == 1 else held.plural
        if self.speaker.is_region_copy:
            return (Text(_capital(whom)),)
        listed = Figure(self.speaker.printer.text(found[1], Form.LIST), found[0], Form.LIST)
        return (Text(f"{_capital(whom)} ("), listed, Text(")"))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _quiet(said: Sequence[Span]) -> tuple[Span, ...]:
    """The act after the colon begins in lower case."""
    first, *rest = said
    if isinstance(first, Text):
        first = Text(first.text[:1].lower() + first.text[1:])
    return (first, *rest)
