"""The note, the board and the region's report share their sums: the note's values against the catalogue's formulas."""

from hypothesis import HealthCheck, given, settings

from municipal.indicators.aggregate import SchoolFacts as CountedForm
from municipal.indicators.formulas import values_of_all
from municipal.notes.domain.composition import compose
from municipal.notes.domain.note_input import NoteInput
from municipal.notes.domain.values.value import SourcePart
from tests.municipal.notes.domain.strategies import districts
from tests.municipal.notes.sample import district

RATIOS = {
    "DOCUMENTS_SHARE": "documents_num/documents_den",
    "SITE_SECTION_SHARE": "site_works/site_known",
    "CONSENTS_SHARE": "consents_num/consents_den",
    "LABOUR_CONSENTS_SHARE": "labour_num/labour_den",
    "FEEDBACK_SHARE": "feedback/meetings",
    "MENTORS_TRAINED_SHARE": "trained/mentors",
    "MENTEES_RESPONSE_RATE": "mentees_responded/mentees_asked",
    "MENTORS_RESPONSE_RATE": "mentors_responded/mentors_asked",
    "MENTEES_PUPILS_10_19_SHARE": "num/den@MENTEES_PUPILS_10_19_SHARE",
    "MENTORS_PUPILS_15_19_SHARE": "num/den@MENTORS_PUPILS_15_19_SHARE",
    "YOUNG_TEACHERS_MENTEES_SHARE": "num/den@YOUNG_TEACHERS_MENTEES_SHARE",
    "MENTEES_SATISFIED_SHARE": "satisfied/participants@MENTEES_SATISFIED_SHARE",
    "MENTORS_SATISFIED_SHARE": "satisfied/participants@MENTORS_SATISFIED_SHARE",
}
COUNTS = {
    "PAIRS_ACTIVE": "pairs",
    "PAIRS_COMPLETED": "completed",
    "PAIRS_BROKEN": "broken",
    "MENTORS_TOTAL": "mentors",
    "MENTEES_TOTAL": "mentees",
    "MENTEES_WAITING": "waiting",
    "MEETINGS_HELD": "meetings",
    "PAIRS_SILENT": "silent",
    "ROADMAP_OVERDUE": "overdue",
    "PUBLICATIONS_ORGS": "publications_count",
    "CONTEST_ENTRIES": "contests",
}


def check_against_the_catalogue(kind: str, source: NoteInput) -> None:
    note = compose(source, kind=kind, number=1)
    found = values_of_all([CountedForm(form.school_id, form.facts) for form in source.forms])
    for code, key in RATIOS.items():
        value, wanted = note.values.get(key), found[code]
        if wanted.denominator and wanted.numerator is not None:
            assert value is not None, code
            assert (value.numerator, value.denominator) == (wanted.numerator, wanted.denominator), code
        else:
            assert value is None, code
    for code, key in COUNTS.items():
        counted = note.values.get(key)
        assert (counted.value if counted else None) == found[code].numerator, code


def test_a_district_s_values_are_the_catalogue_s() -> None:
    check_against_the_catalogue("october", district())


@given(districts())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_values_are_the_catalogue_s(drawn: tuple[str, NoteInput]) -> None:
    check_against_the_catalogue(*drawn)


def test_meetings_per_pair_are_all_meetings_over_all_months_of_pairs() -> None:
    source = district()
    rate = compose(source, kind="october", number=1).values["meetings_per_pair"]
    wanted = values_of_all([CountedForm(form.school_id, form.facts) for form in source.forms])["MEETINGS_PER_PAIR"]
    sums = [sum(s.number for s in rate.sources if s.part is part) for part in list(SourcePart)[1:]]
    assert sums == [wanted.numerator, wanted.denominator]
