"""How far each section of a draft is, and what is wanting before it may be signed."""

from collections.abc import Iterator
from dataclasses import dataclass

from municipal.notes.domain.draft import StoredNote
from municipal.notes.domain.marks import Marks
from municipal.notes.domain.paragraphs import EMPTY
from municipal.notes.domain.printable import CLOSING, NUMBERED
from municipal.notes.domain.rulebook import load_rulebook
from tenants.domain.russian import counted


@dataclass(frozen=True, slots=True)
class SectionState:
    """A section of the list on the left. ``code`` is one of the product's nine states; ``missing`` says in a sentence
    what forbids signing, ``advice`` what only deserves a look; each is empty where there is nothing to say."""

    section: str
    number: int
    title: str
    code: str
    words: str
    missing: str = ""
    advice: str = ""

    @property
    def heading(self) -> str:
        """«3. Охват и пары»."""
        return f"{self.number}. {self.title}"


def section_states(note: StoredNote, marks: Marks) -> tuple[SectionState, ...]:
    """Every printed section, in order; the closing one is no section but a signature."""
    book = load_rulebook()
    codes = [code for code in book.kinds[note.info.kind].sections if code != CLOSING]
    return tuple(
        _state(note, marks, SectionState(code, number, book.sections[code], "done", "готов"))
        for number, code in enumerate(codes, start=1)
    )


def _state(note: StoredNote, marks: Marks, ready: SectionState) -> SectionState:
    section, heading = ready.section, ready.heading
    blocks = [block for block in note.standing if block.section == section]
    printed = [block for block in blocks if block.text]
    changed = sum(max(len(mark.stale.changes), 1) for mark in marks.blocks if mark.section == section)
    wants_words = section in NUMBERED and all(block.composed.kind == EMPTY and not block.edited for block in printed)
    place = (section, ready.number, ready.title)
    if not printed or wants_words:
        return SectionState(*place, "idle", "пусто", missing=f"Раздел «{heading}» пуст.")
    if changed:
        words = counted(changed, "число", "числа", "чисел")
        return SectionState(*place, "check", words, missing=f"В разделе «{heading}» данные изменились: {words}.")
    if any(block.is_unanswered for block in blocks) and not note.info.is_signed:
        return SectionState(*place, "work", "впишите", advice=f"В разделе «{heading}» осталась подсказка.")
    return ready


def missing(note: StoredNote, marks: Marks) -> tuple[str, ...]:
    """What forbids signing, a sentence each; empty where the note may be signed."""
    return tuple(_missing(note, marks))


def _missing(note: StoredNote, marks: Marks) -> Iterator[str]:
    if not note.info.accepted:
        yield "Нет ни одной принятой формы."
    for state in section_states(note, marks):
        if state.missing:
            yield state.missing
    if any(mark.section == CLOSING for mark in marks.blocks):
        yield "Подпись составителя изменилась."
    if marks.annexes:
        yield "Таблицы приложений собраны по прежним данным."
