"""The section «Наставничество» on the organisations' sites."""

from datetime import date

from municipal.indicators.facts import DocumentValue
from municipal.notes.domain.note_input import NoteInput, SchoolFacts
from municipal.notes.domain.values.campaign import names_where
from municipal.notes.domain.values.making import count, listed, ratio
from municipal.notes.domain.values.slices import Slice
from municipal.notes.domain.values.value import Values


def site_values(given: NoteInput, now: Slice) -> Values:
    """Values of «Раздел на сайте».

    A section works where the answer is «да» with an address, and is stale where it was last touched a school year ago.
    """
    answered = [(form, cell.value) for form, cell in now.cells("C1") if isinstance(cell.value, DocumentValue)]
    works = [form for form, document in answered if document.is_confirmed]
    broken = [form for form, document in answered if not document.is_confirmed]
    starts_on = given.monitoring.school_year.starts_on
    stale = [form for form in works if _updated_before(form, starts_on)]
    return {
        **count("site_works", [now.source(form, "C1", 1) for form in works]),
        **count("site_known", [now.source(form, "C1", 1) for form, _ in answered]),
        **ratio("site_works/site_known", now.part_of(works, [form for form, _ in answered], "C1")),
        **listed("site_broken_orgs", names_where(given, now, lambda form: form in broken), "documents"),
        **count("site_stale", [now.source(form, "C2", 1) for form in stale]),
        **listed("site_stale_orgs", names_where(given, now, lambda form: form in stale), "documents"),
    }


def _updated_before(form: SchoolFacts, day: date) -> bool:
    updated = form.facts.cell("C2").value
    return isinstance(updated, date) and updated < day
