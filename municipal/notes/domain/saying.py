"""Turning rules that fire into said sentences: choice of wording, hidden numbers, copies for the region."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from municipal.notes.domain.phrases import Filled, Printer, fill, names_in
from municipal.notes.domain.rulebook import SENTENCE, Rule, Rulebook
from municipal.notes.domain.scope import Scope
from municipal.notes.domain.spans import Span, Text

_SENTENCE_END = re.compile(r"(?<=\.)\s+(?=[А-ЯЁ{])")
_IN_BRACKETS = re.compile(r" \(\{(\w+)\}\)")


@dataclass(frozen=True, slots=True)
class Said:
    """One rule said for one item."""

    rule: Rule
    item: str
    spans: tuple[Span, ...]
    term: str = ""


def runs_of(rules: Iterable[Rule]) -> list[list[Rule]]:
    """Neighbouring rules repeated over the same things go together: an indicator is finished before the next begins.

    A rule of findings or recommendations goes alone, because the last of them asks how many others fired.
    """
    runs: list[list[Rule]] = []
    for rule in rules:
        if runs and runs[-1][0].repeat == rule.repeat and rule.type == SENTENCE:
            runs[-1].append(rule)
        else:
            runs.append([rule])
    return runs


@dataclass(slots=True)
class Speaker:
    """Says rules. ``small_bases`` counts shares printed without a per cent, which «Источники» mentions."""

    book: Rulebook
    printer: Printer
    limits: Mapping[str, int]
    number: int
    is_region_copy: bool
    small_bases: int = field(default=0, init=False)

    def limit(self, threshold: str) -> int | None:
        """How many items of a repeated rule may be said; None: all."""
        return self.limits[threshold] if threshold else None

    def say(self, rules: Iterable[Rule], scope: Scope) -> Iterator[Said]:
        """The rules that fire over one scope; of a group only the first that can be said."""
        taken: set[str] = set()
        for rule in rules:
            if (rule.group and rule.group in taken) or not scope.holds(rule.expr):
                continue
            spans = self._wording(rule, scope)
            if spans is None:
                continue
            taken.add(rule.group)
            yield Said(rule, scope.frame.item if scope.frame else "", spans)

    def _wording(self, rule: Rule, scope: Scope) -> tuple[Span, ...] | None:
        """The note's variant, or the next one that can be said with what is known."""
        turn = (self.number - 1) % len(rule.templates)
        for template in (*rule.templates[turn:], *rule.templates[:turn]):
            asked = self._for_region(template) if self.is_region_copy else template
            filled = fill(asked, scope.lookup, self.printer) if asked else None
            if filled is not None:
                return self._shown(rule, filled, scope)
        return None

    def _shown(self, rule: Rule, filled: Filled, scope: Scope) -> tuple[Span, ...] | None:
        """The sentence, or that its number is not shown; a finding about a hidden number is left unsaid."""
        if not filled.is_hidden:
            self.small_bases += filled.small_bases
            return filled.spans
        subject = fill(rule.hidden, scope.lookup, self.printer) if rule.hidden else None
        return (*subject.spans, Text(f": {self.book.conventions['hidden_text']}.")) if subject else None

    def _for_region(self, template: str) -> str:
        """The template without its lists of organisations: brackets first, then whole sentences."""
        bare = _IN_BRACKETS.sub(lambda found: "" if self._is_list(found[1]) else found[0], template)
        kept = [part for part in _SENTENCE_END.split(bare) if not any(map(self._is_list, names_in(part)))]
        return " ".join(kept)

    def _is_list(self, name: str) -> bool:
        title = self.book.values.get(name)
        return title is not None and title.type == "list" and name.endswith("_orgs")
