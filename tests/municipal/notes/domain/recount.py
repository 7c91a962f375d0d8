"""Every figure of a note counted a second time, straight from the forms and by other code than the note's own."""

from collections.abc import Callable, Iterable
from fractions import Fraction

from municipal.notes.domain.note_input import NoteInput, Standing
from tests.municipal.notes.domain.arithmetic import (
    Forms,
    Pair,
    both,
    document,
    full,
    number,
    papers,
    percent,
    proved,
    shares,
    total,
)

INDICATORS = {
    "MENTEES_PUPILS_10_19_SHARE": ("E8", "F1"),
    "MENTORS_PUPILS_15_19_SHARE": ("E9", "F2"),
    "YOUNG_TEACHERS_MENTEES_SHARE": ("E10", "F3"),
}
ROLES = {"MENTEES_SATISFIED_SHARE": "H3", "MENTORS_SATISFIED_SHARE": "H4"}


class Recount:
    """Numbers a figure's text must consist of, by its key."""

    def __init__(self, given: NoteInput) -> None:
        self.given = given
        ids = {school.school_id for school in given.schools}
        self.now = [form for form in given.forms if form.school_id in ids]
        self.was = list(given.previous.forms) if given.previous else []
        self.year = list(given.year_ago.forms) if given.year_ago else []

    def both_times(self, past: Forms, *, code: str = "") -> tuple[Forms, Forms]:
        """Forms of the schools that reported both times (and, with ``code``, know that line both times)."""

        def ids(forms: Forms) -> set[int]:
            return {f.school_id for f in forms if not code or number(f.facts, code) is not None}

        common = ids(self.now) & ids(past)
        return [f for f in self.now if f.school_id in common], [f for f in past if f.school_id in common]

    def numbers(self, code: str, item: str) -> list[int | Fraction]:
        """The numbers behind a figure: one for a count or a share, numerator and denominator for a ratio."""
        if item in INDICATORS or item in ROLES:
            return list(self._indicator(code, item))
        if item:
            lacking = [d for f in self.now if (d := document(f.facts, item)) is not None and not proved(d)]
            return [len(lacking)]
        if code in PLAIN:
            return [total(self.now, PLAIN[code])]
        if code in PAIRED:
            return list(both(self.now, *PAIRED[code]))
        return list(OTHERS[code](self))

    def _indicator(self, code: str, item: str) -> Iterable[int | Fraction]:
        pair = shares(self.now, ROLES[item]) if item in ROLES else both(self.now, *INDICATORS[item])
        if code in ("num/den", "satisfied/participants"):
            return pair
        if code == "target":
            return [Fraction(str(self._target(item)))]
        if code == "gap":
            return [Fraction(str(self._target(item))) - percent(pair)]
        past = self.was if self.given.monitoring.season.value == "may" else self.year
        now, before = self.both_times(past)
        return [percent(both(now, *INDICATORS[item])) - percent(both(before, *INDICATORS[item]))]

    def _target(self, item: str) -> object:
        by_year = self.given.targets[item]
        return by_year.get(self.given.monitoring.reporting_date.year, by_year.get(None))


PLAIN = {
    "pairs": "E1",
    "started": "E2",
    "completed": "E3",
    "broken": "E4",
    "mentors": "E6",
    "mentees": "E7",
    "mentees_pool": "D7",
    "waiting": "D14",
    "meetings": "G1",
    "due": "G6",
    "done_on_time": "G7",
    "done_late": "G8",
    "overdue": "G9",
    "publications_count": "C3",
    "practices": "I1",
    "contests": "I2",
}
PAIRED = {
    "waiting/mentees_pool": ("D14", "D7"),
    "silent/pairs": ("G3", "E1"),
    "feedback/meetings": ("G4", "G1"),
    "trained/mentors": ("G5", "E6"),
    "overdue/due": ("G9", "G6"),
    "mentees_responded/mentees_asked": ("H1", "E11"),
    "mentors_responded/mentors_asked": ("H2", "E12"),
}


def _standing(r: Recount, *standings: Standing) -> int:
    accepted = {form.school_id for form in r.now}
    return sum(s.standing in standings and s.school_id not in accepted for s in r.given.schools)


def _expected(r: Recount) -> int:
    return sum(s.standing is not Standing.EXEMPT for s in r.given.schools)


def _formats(r: Recount) -> list[int]:
    sums: dict[str, int] = {}
    for form in r.now:
        for code, n in form.facts.cells["E1"].parts.items():
            sums[code] = sums.get(code, 0) + n
    return sorted((n for n in sums.values() if n), reverse=True)


def _young(r: Recount) -> Pair:
    known = [(number(f.facts, "E10"), number(f.facts, "F3")) for f in r.now]
    whole = [(a, b) for a, b in known if a is not None and b is not None]
    return sum(max(b - a, 0) for a, b in whole), sum(b for _, b in whole)


def _answered(r: Recount) -> Pair:
    first, second = both(r.now, "H1", "E11"), both(r.now, "H2", "E12")
    return first[0] + second[0], first[1] + second[1]


def _zero(r: Recount) -> int:
    return sum(number(f.facts, "E1") == 0 and number(f.facts, "E3") == 0 for f in r.now)


def _levels(r: Recount, low: int, high: int) -> int:
    return sum(low <= n <= high for f in r.now if (n := number(f.facts, "H5")) is not None)


def _sites(r: Recount) -> Pair:
    held = [d for f in r.now if (d := document(f.facts, "C1")) is not None]
    return sum(map(proved, held)), len(held)


def _results(r: Recount) -> Pair:
    held = [d for f in r.now if (d := document(f.facts, "C7")) is not None]
    return sum(d.present for d in held), len(held)


def _stale(r: Recount) -> int:
    starts = r.given.monitoring.school_year.starts_on
    works = [f for f in r.now if (d := document(f.facts, "C1")) is not None and proved(d)]
    return sum((day := f.facts.cells["C2"].value) is not None and day < starts for f in works)  # type: ignore[operator]


def _local(r: Recount) -> int:
    return sum(f.facts.cells["E1"].parts.get("teacher_pupil", 0) for f in r.now)


def _published(r: Recount) -> int:
    return sum(item.link_opens for item in r.given.publications)


def _compared(r: Recount, past: Forms, code: str) -> Pair:
    now, before = r.both_times(past, code=code)
    return total(now, code), total(before, code)


def _meetings_per_pair(r: Recount) -> Fraction:
    top, base = both(r.now, "G1", "G10")
    return Fraction(top, base)


def _documents_then(r: Recount) -> tuple[Fraction, Fraction]:
    now, before = r.both_times(r.was)
    return percent(papers(now)), percent(papers(before))


Counting = Callable[[Recount], Iterable[int | Fraction]]
OTHERS: dict[str, Counting] = {
    "reported/expected": lambda r: (len(r.now), _expected(r)),
    "expected": lambda r: [_expected(r)],
    "missing": lambda r: [_standing(r, Standing.EXPECTED)],
    "late": lambda r: [sum(not f.on_time for f in r.now)],
    "returned": lambda r: [sum(f.returned_times > 0 for f in r.now) + _standing(r, Standing.RETURNED)],
    "returned_accepted": lambda r: [sum(f.returned_times > 0 for f in r.now)],
    "common": lambda r: [len(r.both_times(r.was)[0])],
    "year_common": lambda r: [len(r.both_times(r.year)[0])],
    "documents_full/reported": lambda r: (sum(map(full, r.now)), len(r.now)),
    "documents_num/documents_den": lambda r: papers(r.now),
    "documents_share": lambda r: [percent(papers(r.now))],
    "documents_share_common": lambda r: [_documents_then(r)[0]],
    "documents_share_prev": lambda r: [_documents_then(r)[1]],
    "documents_share_diff": lambda r: [_documents_then(r)[0] - _documents_then(r)[1]],
    "consents_num/consents_den": lambda r: shares(r.now, "B8"),
    "consents_den": lambda r: [shares(r.now, "B8")[1]],
    "consents_gap": lambda r: [shares(r.now, "B8")[1] - shares(r.now, "B8")[0]],
    "labour_num/labour_den": lambda r: shares(r.now, "B9"),
    "labour_den": lambda r: [shares(r.now, "B9")[1]],
    "labour_gap": lambda r: [shares(r.now, "B9")[1] - shares(r.now, "B9")[0]],
    "site_works/site_known": _sites,
    "site_stale": lambda r: [_stale(r)],
    "pairs_prev": lambda r: [_compared(r, r.was, "E1")[1]],
    "pairs_common": lambda r: [_compared(r, r.was, "E1")[0]],
    "pairs_diff": lambda r: [abs(_compared(r, r.was, "E1")[0] - _compared(r, r.was, "E1")[1])],
    "mentees_year": lambda r: [_compared(r, r.year, "E7")[1]],
    "mentees_year_common": lambda r: [_compared(r, r.year, "E7")[0]],
    "zero_count": lambda r: [_zero(r)],
    "form_first_pairs": lambda r: [_formats(r)[0]],
    "form_second_pairs": lambda r: [_formats(r)[1]],
    "form_first_pairs/format_pairs": lambda r: (_formats(r)[0], sum(_formats(r))),
    "local_pairs": lambda r: [_local(r)],
    "young_without/young_total": _young,
    "meetings_per_pair": lambda r: [_meetings_per_pair(r)],
    "responses/asked": _answered,
    "level_optimal": lambda r: [_levels(r, 15, 18)],
    "level_acceptable": lambda r: [_levels(r, 9, 14)],
    "level_unacceptable": lambda r: [_levels(r, 0, 8)],
    "grew/compared": lambda r: shares(r.now, "H6", "H7"),
    "publications_municipal": lambda r: [_published(r)],
    "publications_left": lambda r: [max(5 - _published(r), 0)],
    "may_published/may_answered": _results,
}
