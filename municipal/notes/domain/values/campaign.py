"""Who reported: expected, accepted, missing, late, exempt, returned; and what the reports can be compared with."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from municipal.indicators.facts import Cell, CellState
from municipal.notes.domain.note_input import ExpectedSchool, NoteInput, SchoolFacts, Standing
from municipal.notes.domain.values.making import count, flag, known, listed, ratio, text
from municipal.notes.domain.values.slices import Slice
from municipal.notes.domain.values.value import Source, SourcePart, Value, ValueKind, Values

# Lines whose blank is worth a word. Surveys are not here: «нет данных» is the lawful answer to few replies.
GAP_BLOCKS = ("B", "C", "D", "E", "F", "G")
OPTIONAL = frozenset({"C2", "G2", "E5"})


def campaign_values(given: NoteInput, now: Slice, before: Slice | None, year_ago: Slice | None) -> Values:
    """Values of the sections «Участники» and «Источники», and the texts every section may use."""
    return {
        **_texts(given),
        **_standings(given, now),
        **_timing(given, now),
        **_comparisons(now, before, year_ago),
        **_gaps(given, now),
    }


def _texts(given: NoteInput) -> Values:
    monitoring = given.monitoring
    titles = {
        "basis": given.basis.strip().rstrip("."),
        "methodist": given.methodist.strip(),
        "school_year": monitoring.school_year.long,
        "season_title": monitoring.title,
        "prev_season_title": given.previous.title if given.previous else "",
        "year_season_title": given.year_ago.title if given.year_ago else "",
    }
    found: Values = {}
    for code, said in titles.items():
        found |= text(code, said)
    found["reporting_date"] = Value("reporting_date", ValueKind.DATE, monitoring.reporting_date)
    found["note_date"] = Value("note_date", ValueKind.DATE, given.note_date)
    found["target_year"] = Value("target_year", ValueKind.YEAR, monitoring.reporting_date.year)
    return found | flag("basis_given", on="basis" in found)


def _standings(given: NoteInput, now: Slice) -> Values:
    accepted = now.ids
    waited = [school for school in given.schools if school.standing is not Standing.EXEMPT]
    open_standings = [school for school in waited if school.school_id not in accepted]
    pending = [school for school in open_standings if school.standing is not Standing.EXPECTED]
    missing = [school for school in open_standings if school.standing is Standing.EXPECTED]
    exempt = [school for school in given.schools if school.standing is Standing.EXEMPT]
    found = {
        **count("expected", _marks(waited, "expected")),
        **count("reported", [now.source(form, "accepted", 1) for form in now.forms]),
        **_group("missing", missing),
        **_group("missing_open", [one for one in missing if by_day(given, one) is not None]),
        **_group("missing_closed", [one for one in missing if by_day(given, one) is None]),
        **_group("pending", pending),
        **_group("exempt", exempt),
    }
    bases = [replace(source, part=SourcePart.DENOMINATOR) for source in found["expected"].sources]
    tops = [replace(source, part=SourcePart.NUMERATOR) for source in found["reported"].sources]
    return found | ratio("reported/expected", [*tops, *bases])


def _timing(given: NoteInput, now: Slice) -> Values:
    names = {school.school_id: school.name for school in given.schools}
    late = [form for form in now.forms if not form.on_time]
    mended = [form for form in now.forms if form.returned_times]
    returned = [school for school in given.schools if school.standing is Standing.RETURNED]
    returned = [school for school in returned if school.school_id not in now.ids]
    return {
        **count("late", [now.source(form, "late", 1) for form in late]),
        **listed("late_orgs", [names[form.school_id] for form in late], "reporting"),
        **count("returned", [*(now.source(form, "returned", 1) for form in mended), *_marks(returned, "returned")]),
        **count("returned_accepted", [now.source(form, "returned", 1) for form in mended]),
    }


def _comparisons(now: Slice, before: Slice | None, year_ago: Slice | None) -> Values:
    found = flag("previous_given", on=before is not None) | flag("year_given", on=year_ago is not None)
    for code, past in (("common", before), ("year_common", year_ago)):
        if past is not None:
            both = now.only(past.ids)
            found |= count(code, [now.source(form, "accepted", 1) for form in both.forms])
    return found


def _gaps(given: NoteInput, now: Slice) -> Values:
    names = {school.school_id: school.name for school in given.schools}
    torn = [form for form in now.forms if any(is_gap(code, cell) for code, cell in form.facts.cells.items())]
    return known("gap_count", len(torn)) | listed("gap_orgs", [names[form.school_id] for form in torn], "reporting")


def is_gap(code: str, cell: Cell) -> bool:
    """A line the note sums up and this form answered «нет данных»."""
    return cell.state is CellState.MISSING and code.startswith(GAP_BLOCKS) and code not in OPTIONAL


def by_day(given: NoteInput, school: ExpectedSchool) -> date | None:
    """The day the note may ask a silent school to hand in by; None where its form is not taken any more."""
    return given.monitoring.hand_in_by(school, given.note_date)


def _marks(schools: list[ExpectedSchool], field: str) -> list[Source]:
    return [Source(school.school_id, None, field, 1) for school in schools]


def _group(code: str, schools: list[ExpectedSchool]) -> Values:
    names = [school.name for school in schools]
    return count(code, _marks(schools, code)) | listed(f"{code}_orgs", names, "reporting")


def names_where(given: NoteInput, now: Slice, test: Callable[[SchoolFacts], bool]) -> list[str]:
    """Short names of the schools whose form passes ``test``, in the campaign's order."""
    passed = {form.school_id for form in now.forms if test(form)}
    return [school.name for school in given.schools if school.school_id in passed]
