"""The note composed: rules over values, section by section, paragraph by paragraph.

The same input, kind and number always give the same text. «Источники и порядок расчёта» is said last, because it
speaks of what was printed; findings and recommendations are said after the sections they judge.
"""

from collections.abc import Iterator
from dataclasses import replace

from municipal.notes.domain.annexes import build_annexes
from municipal.notes.domain.composed import Composed, Section
from municipal.notes.domain.note_input import NoteInput
from municipal.notes.domain.paragraphs import blocks_of, empty_block
from municipal.notes.domain.phrases import Printer
from municipal.notes.domain.recommending import Recommender
from municipal.notes.domain.rulebook import PROMPT, Rule, Rulebook, load_rulebook
from municipal.notes.domain.saying import Said, Speaker, runs_of
from municipal.notes.domain.scope import Scope, keyed
from municipal.notes.domain.values import compute_values, thresholds_of
from municipal.notes.domain.values.making import known

METHODS, CLOSING = "methods", "closing"
COUNTED = {"findings": "findings_fired", "recommendations": "recommendations_fired"}
LAST = (*COUNTED, METHODS, CLOSING)


def compose(
    given: NoteInput, *, kind: str, number: int, is_region_copy: bool = False, book: Rulebook | None = None
) -> Composed:
    """Compose a note of ``kind`` («october», «may»). ``number`` chooses among wordings, so a note keeps its words.

    ``is_region_copy`` leaves out names of organisations and all sources. Raises KeyError for an unsupported kind.
    """
    rules = book or load_rulebook()
    if kind not in rules.supported_kinds:
        raise KeyError(f"no such kind of note: {kind}")
    limits = thresholds_of(given, rules)
    numbers = {code: place for place, code in enumerate(rules.kinds[kind].attachments, start=1)}
    printer = Printer(limits["percent_min_base"], limits["list_limit"], rules.conventions["long_list"], numbers.get)
    speaker = Speaker(rules, printer, limits, number, is_region_copy=is_region_copy)
    composition = _Composition(given, kind, rules, speaker)
    sections = composition.sections()
    note = Composed(
        kind=kind,
        number=number,
        title=rules.kinds[kind].title.format(season_title=given.monitoring.title),
        municipality=given.municipality,
        note_date=given.note_date,
        is_region_copy=is_region_copy,
        sections=sections,
        annexes=(),
        values=keyed(composition.common, composition.frames),
        thresholds=limits,
    )
    note = replace(note, annexes=build_annexes(given, rules, note, printer))
    return _without_sources(note) if is_region_copy else note


def _without_sources(note: Composed) -> Composed:
    """A copy for the region names no organisation, so it keeps neither lists nor cells."""
    kept = {
        key: replace(value, sources=())
        for key, value in note.values.items()
        if not (isinstance(value.value, tuple) and value.code.endswith("_orgs"))
    }
    return replace(note, values=kept)


class _Composition:
    """One run. ``common`` grows while sections are said: later rules ask how many findings fired."""

    def __init__(self, given: NoteInput, kind: str, book: Rulebook, speaker: Speaker) -> None:
        found = compute_values(given, book)
        self.kind = book.kinds[kind]
        self.book = book
        self.speaker = speaker
        self.frames = found.frames
        self.common = dict(found.common)
        self.recommender = Recommender(book, speaker, kind, given)

    def sections(self) -> tuple[Section, ...]:
        """All sections of the kind, in its order."""
        codes = self.kind.sections
        order = [code for code in codes if code not in LAST] + [code for code in LAST if code in codes]
        said = {code: self._section(code) for code in order}
        return tuple(said[code] for code in codes)

    def _section(self, code: str) -> Section:
        rules = self.book.rules_for(self.kind.code, code)
        self.common |= known("small_bases", self.speaker.small_bases)
        blocks = blocks_of(rules, list(self._said(code, rules)))
        if code != CLOSING and all(block.kind == PROMPT for block in blocks):
            blocks = (*blocks, empty_block(code, self.book.conventions["section_empty"]))
        return Section(code, self.book.sections[code], blocks)

    def _said(self, code: str, rules: tuple[Rule, ...]) -> Iterator[Said]:
        """What fires, counting as it goes: «ни один вывод не сработал» is a rule of the very section it asks about."""
        scope = Scope(self.common)
        counter, fired = COUNTED.get(code, ""), 0
        for run in runs_of(rules):
            if counter:
                self.common |= known(counter, fired)
            for said in self._run(run, scope):
                fired += 1
                yield self.recommender.addressed(said, scope)

    def _run(self, run: list[Rule], scope: Scope) -> Iterator[Said]:
        if not run[0].repeat:
            yield from self.speaker.say(run, scope)
            return
        limit = self.speaker.limit(run[0].limit)
        used = 0
        for frame in self.frames[run[0].repeat]:
            said = list(self.speaker.say(run, scope.within(frame)))
            used += bool(said)
            if limit is None or used <= limit:
                yield from said
