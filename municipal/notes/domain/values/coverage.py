"""Pairs, people and mentoring formats, now and compared over the schools that reported both times."""

from dataclasses import replace

from municipal.notes.domain.note_input import FormatTitle, NoteInput
from municipal.notes.domain.values.campaign import names_where
from municipal.notes.domain.values.making import change_percent, count, known, listed, ratio, text
from municipal.notes.domain.values.slices import DEN, NUM, Slice
from municipal.notes.domain.values.value import Source, Values

PAIRS, COMPLETED, MENTEES = "E1", "E3", "E7"
PLAIN = {
    "pairs": PAIRS,
    "started": "E2",
    "completed": COMPLETED,
    "broken": "E4",
    "mentors": "E6",
    "mentees": MENTEES,
    "mentees_pool": "D7",
    "waiting": "D14",
}


def coverage_values(given: NoteInput, now: Slice, before: Slice | None, year_ago: Slice | None) -> Values:
    """Values of the section «Охват и пары»."""
    found: Values = {}
    for code, field in PLAIN.items():
        found |= count(code, now.total(field))
    return {
        **found,
        **ratio("waiting/mentees_pool", now.paired("D14", "D7")),
        **_compared("pairs_common", "pairs_prev", PAIRS, now, before),
        **_compared("mentees_year_common", "mentees_year", MENTEES, now, year_ago),
        **_without_pairs(given, now),
        **_formats(given, now),
    }


def _compared(code: str, past_code: str, field: str, now: Slice, past: Slice | None) -> Values:
    if past is None:
        return {}
    both = now.counts(field).keys() & past.counts(field).keys()
    found = count(code, now.only(both).total(field)) | count(past_code, past.only(both).total(field))
    if not found:
        return {}
    after, was = int(found[code].number()), int(found[past_code].number())
    name = past_code.removesuffix("_prev")
    sources = (*found[code].sources, *found[past_code].sources)
    return {
        **found,
        **known(f"{name}_diff", abs(after - was), sources),
        **change_percent(f"{name}_change_percent", after, was),
    }


def _without_pairs(given: NoteInput, now: Slice) -> Values:
    """Schools that confirmed nought: no pair works and none was completed this school year."""
    pairs, completed = now.counts(PAIRS), now.counts(COMPLETED)
    empty = [form for form in now.forms if pairs.get(form.school_id) == 0 and completed.get(form.school_id) == 0]
    return {
        **count("zero_count", [now.source(form, PAIRS, 1) for form in empty]),
        **listed("zero_orgs", names_where(given, now, lambda form: form in empty), "coverage"),
    }


def pairs_by_format(now: Slice) -> dict[str, tuple[Source, ...]]:
    """Format code → its pairs by school, formats without a pair left out."""
    found: dict[str, list[Source]] = {}
    for form, cell in now.cells(PAIRS):
        for code, number in cell.parts.items():
            if number:
                found.setdefault(code, []).append(now.source(form, f"{PAIRS}.{code}", number))
    return {code: tuple(sources) for code, sources in found.items()}


def format_title(given: NoteInput, code: str) -> FormatTitle:
    """The dictionary's title; a code the dictionary has lost is shown as it is rather than dropped."""
    return given.formats.get(code) or FormatTitle(code)


def _formats(given: NoteInput, now: Slice) -> Values:
    by_format = pairs_by_format(now)
    total = [source for sources in by_format.values() for source in sources]
    ranked = sorted(by_format.items(), key=lambda item: (-_sum(item[1]), format_title(given, item[0]).title))
    local = [source for code, held in ranked if not format_title(given, code).counted_federally for source in held]
    found = known("formats_count", len(ranked)) if now.applies(PAIRS) else {}
    for name, (code, sources) in zip(("form_first", "form_second"), ranked, strict=False):
        found |= text(name, format_title(given, code).title) | count(f"{name}_pairs", sources)
    if ranked:
        tops = [replace(source, part=NUM) for source in ranked[0][1]]
        bases = [replace(source, part=DEN) for source in total]
        found |= ratio("form_first_pairs/format_pairs", [*tops, *bases], share="form_first_share")
        found |= count("format_pairs", total) | count("local_pairs", local)
    return found


def _sum(sources: tuple[Source, ...]) -> int:
    return sum(source.number for source in sources)


def young_values(given: NoteInput, now: Slice) -> Values:
    """Young teachers (to three years of work) without a mentor, where both their lines are known."""
    paired = now.paired("E10", "F3")
    if not paired:
        return {}
    mentored, young = now.counts("E10"), now.counts("F3")
    lacking = {school: young[school] - number for school, number in mentored.items() if school in young}
    bases = [source for source in paired if source.part is DEN]
    tops = [
        replace(source, number=max(lacking[source.school_id or 0], 0), part=NUM, field="F3−E10") for source in bases
    ]
    return {
        **count("young_without", tops),
        **count("young_total", bases),
        **ratio("young_without/young_total", [*tops, *bases]),
        **listed(
            "young_gap_orgs", names_where(given, now, lambda form: lacking.get(form.school_id, 0) > 0), "coverage"
        ),
    }
