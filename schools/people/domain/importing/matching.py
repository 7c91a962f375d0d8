"""Rows of a file against the people of the school: who is new, who is changed, what has to be asked or mended."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from schools.people.domain.doubles import Index
from schools.people.domain.importing.changes import ENTERS, Stored, changes_of
from schools.people.domain.importing.entry import Defaults, Entry, judge
from schools.people.domain.importing.fields import Field
from schools.people.domain.importing.rows import Written
from schools.people.domain.importing.values import MENTEE, MENTOR
from schools.people.domain.likeness import Known, alike
from schools.people.domain.names import Name, is_initial, letters_of

MOST_ASKED = 5
SKIP, NEW = "skip", "new"
EVERY = 100  # rows between two words about the progress


class Outcome(StrEnum):
    """What will come of a row."""

    ADD = "add"
    CHANGE = "change"
    SAME = "same"
    ASK = "ask"
    WRONG = "wrong"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Asked:
    """A person of the school whom a row may mean, and why."""

    id: int
    words: str
    why: str


@dataclass
class Decided:
    """A row with what will come of it. ``changes`` maps what is written to its new value; ``said`` tells it."""

    written: Written
    entry: Entry
    outcome: Outcome
    faults: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    person_id: int | None = None
    changes: dict[str, object] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    twin_place: str = ""  # where an earlier row about the same person stands


def decide(
    rows: Sequence[Written],
    people: Sequence[Stored],
    *,
    defaults: Defaults,
    key: str,
    made: Mapping[str, int],
    choices: Mapping[str, str],
    progress: Callable[[int], None] = lambda _done: None,
) -> list[Decided]:
    """Decide every row in one pass.

    ``made``: which person a row became, by its hidden number or by «key:place», ``key`` being the import's.
    ``choices``: the curator's answers by the row's place — a person's number, «new» or «skip». A row joins somebody by
    itself only where the name is the same and nothing speaks against it; all else is asked.
    """
    matcher = _Matcher(people, key, made, choices)
    found: list[Decided] = []
    for number, row in enumerate(rows):
        found.append(matcher.decide(number, row, defaults, found))
        if number % EVERY == EVERY - 1:
            progress(number + 1)
    return found


class _Matcher:
    def __init__(self, people: Sequence[Stored], key: str, made: Mapping[str, int], choices: Mapping[str, str]) -> None:
        self.people = {one.known.id: one for one in people}
        self.index = Index(one.known for one in people)
        self.of_file = Index(())
        self.key, self.made, self.choices = key, made, choices
        self.taken: dict[str, int] = {}

    def decide(self, number: int, row: Written, defaults: Defaults, before: list[Decided]) -> Decided:
        judged = judge(row.said, defaults)
        faults = [(fault.field, fault.in_row(row.line)) for fault in judged.faults]
        decided = Decided(row, judged.entry, Outcome.WRONG, faults, list(judged.notes))
        choice = self.choices.get(row.place, "")
        if choice == SKIP:
            decided.outcome, decided.faults = Outcome.SKIP, []
            return decided
        if not judged.entry.name.last or not judged.entry.name.first:
            return decided
        own = known_of(judged.entry, -number - 1)
        self._settle(decided, row, own, choice, before)
        return decided

    def _settle(self, decided: Decided, row: Written, own: Known, choice: str, before: list[Decided]) -> None:
        person = self._chosen(choice) or self._remembered(row, own)
        if person is None and choice != NEW:
            if (twin := self._twin(own)) is not None:
                _repeat(decided, twin, before, self.people)
                return
            person = self._joined(decided, own)
            if decided.asked:
                _forgive_short_name(decided)  # the answer gives the whole name
                decided.outcome = Outcome.WRONG if decided.faults else Outcome.ASK
                return
        self.of_file.add(own)
        if person is not None:
            if not is_initial(person.known.first):
                _forgive_short_name(decided)
            _forgive_what_is_known(decided, person)
            decided.person_id = person.known.id
            decided.changes, decided.said = changes_of(decided.entry, person, chosen=bool(self._chosen(choice)))
        if not decided.faults:
            known = Outcome.CHANGE if decided.changes else Outcome.SAME
            decided.outcome = Outcome.ADD if person is None else known

    def _chosen(self, choice: str) -> Stored | None:
        return self.people.get(int(choice)) if choice.isdigit() else None

    def _remembered(self, row: Written, own: Known) -> Stored | None:
        """By the hidden number, unless the row was copied and is about somebody else now."""
        for key in filter(None, (row.token, f"{self.key}:{row.place}")):
            person = self.people.get(self.made.get(key, 0))
            if person is None or self.taken.get(key, row.line) != row.line or not _may_be_mended(own, person.known):
                continue
            self.taken[key] = row.line
            return person
        return None

    def _twin(self, own: Known) -> int | None:
        """The place of an earlier row about the same person."""
        return next((-other.id - 1 for other, why in self.of_file.like(own) if why.is_sure), None)

    def _joined(self, decided: Decided, own: Known) -> Stored | None:
        """The one person whom the row surely means; the rest are put down to be asked about."""
        found = [(self.people[other.id], why) for other, why in self.index.like(own)]
        sure = [person for person, why in found if why.is_sure and not person.is_archived]
        if len(sure) == 1:
            return sure[0]
        decided.asked = [
            Asked(person.known.id, person.words, "; ".join(why.reasons)) for person, why in found[:MOST_ASKED]
        ]
        return None


def _forgive_short_name(decided: Decided) -> None:
    """Initials are no fault where the whole name is known."""
    if len(decided.faults) == 1 and decided.faults[0][0] == Field.FIRST:
        decided.faults = []


def _forgive_what_is_known(decided: Decided, person: Stored) -> None:
    """An empty cell is no fault where the record holds the value: it changes nothing."""
    known = {Field.CLASS: bool(person.known.class_name), Field.ROLE: bool(person.mentor or person.mentee)}
    said = decided.written.said
    decided.faults = [fault for fault in decided.faults if said.get(fault[0]) or not known.get(Field(fault[0]))]


def _may_be_mended(own: Known, stored: Known) -> bool:
    """A name with a mended letter is still that person; a row with another name under an old number is not."""
    if alike(own, stored) is not None:
        return True
    mine, its = ([letters_of(part) for part in (one.last, one.first)] for one in (own, stored))
    return mine[0] == its[0] or (mine[1] == its[1] and mine[0][:2] == its[0][:2])


def _repeat(decided: Decided, twin: int, before: list[Decided], people: Mapping[int, Stored]) -> None:
    """The same person in two rows: the second may add a role, otherwise it says nothing new."""
    first = before[twin]
    decided.twin_place = first.written.place
    decided.person_id = first.person_id
    stored = people.get(first.person_id or 0)
    stands = {role for role in (MENTOR, MENTEE) if stored is not None and getattr(stored, role)}
    more = decided.entry.roles - first.entry.roles - stands
    if decided.faults:
        return
    decided.outcome = Outcome.SAME
    decided.notes.append(f"тот же человек, что в строке {first.written.line}")
    if more:
        decided.outcome = Outcome.CHANGE
        decided.changes = {role: "enter" for role in sorted(more)}
        decided.said = [ENTERS[role] for role in sorted(more)]


def known_of(entry: Entry, number: int) -> Known:
    """An entry as the comparison sees it."""
    name: Name = entry.name
    return Known(
        number,
        name.last,
        name.first,
        name.patronymic,
        entry.kind,
        entry.class_name,
        (entry.birth_year, entry.birth_month),
        entry.teaching_since if entry.since_exact else None,
    )
