"""The deadline phrase of a row: its cell, two cells, marks under months, a merged cell above, a month in a heading."""

# ruff: noqa: PLR2004 -- weights and thresholds, found by trying on real and made-up roadmaps, stand where they act

import re
from dataclasses import dataclass, replace

from schools.roadmap.domain.deadline import Deadline, DeadlineKind, Period
from schools.roadmap.domain.deadline_phrase import parse_deadline
from schools.roadmap.domain.importing.entries import Entry
from schools.roadmap.domain.importing.likeness import deadline_likeness, is_deadline_like, is_people_like
from schools.roadmap.domain.importing.roles import Role
from schools.roadmap.domain.importing.words import years_in

GUESSED_CONFIDENCE = 0.5
TAIL_DEADLINE = re.compile(r"^(.*\S)\s*(?:\(([^()]{4,60})\)|\s[–—-]\s([^()–—]{4,60}))\s*\.?$", re.S)
NOT_A_MARK = frozenset({"", "-", "–", "—", "0", "нет"})


@dataclass(frozen=True)
class Phrase:
    """``text`` as written; ``source`` says where it came from; ``people`` are names that shared the cell."""

    text: str = ""
    source: str = "cell"
    people: str = ""


def phrase_of(entry: Entry) -> Phrase:
    """What the row itself says about time (vertical merges included)."""
    both = next((column for column in entry.columns if column.also), None)
    if both:
        return _split(entry.held(both.role))
    start, end = entry.held(Role.START), entry.held(Role.END)
    own = entry.held(Role.DEADLINE)
    if start or end:
        span = " – ".join(dict.fromkeys(part for part in (start, end) if part))
        return Phrase("\n".join(part for part in (own, span) if part))
    if own:
        return Phrase(own, "merged" if entry.is_merged(Role.DEADLINE) else "cell")
    marked = [
        c.header
        for c, t in zip(entry.columns, entry.texts, strict=True)
        if c.role is Role.MONTH and t.lower() not in NOT_A_MARK
    ]
    return Phrase(", ".join(marked), "months") if marked else Phrase()


def phrase_in_text(text: str) -> tuple[str, Phrase]:
    """For a table without deadlines: «Провести педсовет (до 15 октября)» parted into the text and the phrase."""
    match = TAIL_DEADLINE.match(text)
    found = (match[2] or match[3]) if match else ""
    if match and found and deadline_likeness(found) >= 0.8:
        return match[1].rstrip(" –—-"), Phrase(found.strip(), "text")
    return text, Phrase()


def _split(text: str) -> Phrase:
    """A cell of a column «Сроки, ответственные»."""
    parts = [part.strip() for part in re.split(r"\n|;", text) if part.strip()]
    if len(parts) < 2:
        parts = [part.strip() for part in re.split(r",\s*", text) if part.strip()]
    times = [part for part in parts if is_deadline_like(part) and not is_people_like(part)]
    people = [part for part in parts if part not in times]
    return Phrase("\n".join(times), "cell", "\n".join(people))


def read(phrase: str, period: Period) -> Deadline:
    return parse_deadline(phrase, period)


def guessed(deadline: Deadline) -> Deadline:
    """The same meaning, less sure: nothing proves that the empty cell was merged with the one above."""
    return replace(deadline, confidence=min(deadline.confidence, GUESSED_CONFIDENCE))


def is_stale(phrase: str, period: Period) -> bool:
    """A year outside the period of the map."""
    return any(not period.starts_on.year <= year <= period.ends_on.year for year in years_in(phrase))


def is_understood(deadline: Deadline) -> bool:
    return deadline.kind not in (DeadlineKind.UNKNOWN, DeadlineKind.BLANK)
