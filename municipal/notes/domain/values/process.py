"""Meetings, feedback, training, roadmaps, practices, contests."""

from fractions import Fraction
from math import floor

from municipal.notes.domain.note_input import NoteInput, SchoolFacts
from municipal.notes.domain.values.campaign import names_where
from municipal.notes.domain.values.making import count, listed, ratio, sum_of
from municipal.notes.domain.values.slices import DEN, NUM, Slice
from municipal.notes.domain.values.value import Value, ValueKind, Values

PLAIN = {
    "meetings": "G1",
    "silent": "G3",
    "feedback": "G4",
    "trained": "G5",
    "due": "G6",
    "done_on_time": "G7",
    "done_late": "G8",
    "overdue": "G9",
    "publications_count": "C3",
    "practices": "I1",
    "contests": "I2",
}
RATIOS = {
    "silent/pairs": ("G3", "E1", "silent_share"),
    "feedback/meetings": ("G4", "G1", "feedback_share"),
    "trained/mentors": ("G5", "E6", "trained_share"),
    "overdue/due": ("G9", "G6", "overdue_share"),
}


def process_values(given: NoteInput, now: Slice, *, feedback_low: int, meetings_norm: int) -> Values:
    """Values of «Работа пар и групп», «Выполнение дорожных карт», «Практики и конкурсы»."""
    found: Values = {}
    for code, field in PLAIN.items():
        found |= count(code, now.total(field))
    for code, (num, den, share) in RATIOS.items():
        found |= ratio(code, now.paired(num, den), share=share)
    return found | _per_pair(now, meetings_norm) | _schools(given, now, feedback_low)


def _per_pair(now: Slice, norm: int) -> Values:
    """Meetings per pair a month: all meetings over all months pairs worked, of schools that know both."""
    sources = now.paired("G1", "G10")
    months = sum_of(sources, DEN)
    if not months:
        return {}
    rate = Fraction(sum_of(sources, NUM), months)
    # 1.96 must not be printed as «2», which would say that the norm is met
    printed = Fraction(floor(rate * 10), 10) if rate < norm else None
    code = "meetings_per_pair"
    return {code: Value(code, ValueKind.DECIMAL, rate, sources, printed=printed)}


def _schools(given: NoteInput, now: Slice, feedback_low: int) -> Values:
    def above_nought(field: str) -> list[str]:
        numbers = now.counts(field)
        return names_where(given, now, lambda form: numbers.get(form.school_id, 0) > 0)

    meetings, answered = now.counts("G1"), now.counts("G4")

    def seldom_asked(form: SchoolFacts) -> bool:
        held = meetings.get(form.school_id)
        got = answered.get(form.school_id)
        return bool(held) and got is not None and got * 100 < feedback_low * (held or 0)

    return {
        **listed("silent_orgs", above_nought("G3"), "coverage"),
        **listed("feedback_low_orgs", names_where(given, now, seldom_asked), "coverage"),
        **listed("overdue_orgs", above_nought("G9"), "roadmap"),
        **listed("practices_orgs", above_nought("I1"), "coverage"),
    }
