"""A recommendation as a line: to whom (which organisations), what to do, by when."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from municipal.indicators.facts import OrganisationKind
from municipal.notes.domain.note_input import ExpectedSchool, NoteInput, Standing
from municipal.notes.domain.rulebook import RECOMMENDATION, Rulebook
from municipal.notes.domain.saying import Said, Speaker
from municipal.notes.domain.scope import Scope
from municipal.notes.domain.spans import Figure, Form, Span, Text
from municipal.notes.domain.terms import HAND_IN, hand_in_words, term_words
from municipal.notes.domain.values.value import Value


@dataclass(frozen=True, slots=True)
class Recommender:
    """Gives recommendations their addressee and term."""

    book: Rulebook
    speaker: Speaker
    kind: str
    given: NoteInput

    def addressed(self, said: Said, scope: Scope) -> Said:
        """«Директорам (Школа № 1, Школа № 2): принять недостающие документы. Срок: до 15 ноября 2025 года.»

        What is no recommendation comes back as it went in.
        """
        rule = said.rule
        if rule.type != RECOMMENDATION:
            return said
        term = self._term(rule.term[self.kind])
        found = scope.lookup(rule.orgs) if rule.orgs else None
        spans = (*self._whom(rule.addressee, found), Text(": "), *_quiet(said.spans), Text(f" Срок: {term}."))
        return replace(said, spans=spans, term=term)

    def _term(self, said: str) -> str:
        if said == HAND_IN:
            days = (self.given.monitoring.hand_in_by(one, self.given.note_date) for one in self._silent())
            return hand_in_words([day for day in days if day is not None])
        return term_words(
            said,
            reporting_date=self.given.monitoring.reporting_date,
            note_date=self.given.note_date,
            passed=self.book.conventions["term_passed"],
        )

    def _silent(self) -> list[ExpectedSchool]:
        came = {form.school_id for form in self.given.forms}
        waited = [one for one in self.given.schools if one.standing is Standing.EXPECTED]
        return [one for one in waited if one.school_id not in came]

    def _whom(self, addressee: str, found: tuple[str, Value] | None) -> tuple[Span, ...]:
        names = found[1].value if found else ()
        if found is None or not isinstance(names, tuple) or not names:
            return (Text(_capital(self.book.addressees[addressee].plural)),)
        whom = self._titles(addressee, names)
        if self.speaker.is_region_copy:
            return (Text(_capital(whom)),)
        listed = Figure(self.speaker.printer.text(found[1], Form.LIST), found[0], Form.LIST)
        return (Text(f"{_capital(whom)} ("), listed, Text(")"))

    def _titles(self, addressee: str, names: Sequence[str]) -> str:
        """«директорам», «заведующему», «директорам и заведующему»: a kindergarten is headed by its own word."""
        gardens = {one.name for one in self.given.schools if one.kind is OrganisationKind.KINDERGARTEN}
        head = self.book.addressees[addressee]
        of_garden = self.book.addressees.get(f"{addressee}_kindergarten", head)
        counts = Counter(of_garden if name in gardens else head for name in names)
        ordered = [one for one in (head, of_garden) if counts[one]]
        return " и ".join(one.title if counts[one] == 1 else one.plural for one in dict.fromkeys(ordered))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _quiet(said: Sequence[Span]) -> tuple[Span, ...]:
    """The act after the colon begins in lower case."""
    first, *rest = said
    if isinstance(first, Text):
        first = Text(first.text[:1].lower() + first.text[1:])
    return (first, *rest)
