"""Publications: the municipality's own plan, and whose year results are published."""

from municipal.indicators.facts import DocumentValue
from municipal.notes.domain.note_input import NoteInput
from municipal.notes.domain.values.campaign import names_where
from municipal.notes.domain.values.making import count, known, listed, ratio
from municipal.notes.domain.values.slices import Slice
from municipal.notes.domain.values.value import Source, Values


def publication_values(given: NoteInput, now: Slice, norm: int) -> Values:
    """Values of «Публикации». A school that handed in nothing is not said to have published nothing."""
    counted = [item for item in given.publications if item.link_opens]
    marks = [Source(None, None, "publication", 1) for _ in counted]
    answered = [(form, cell.value) for form, cell in now.cells("C7") if isinstance(cell.value, DocumentValue)]
    published = [form for form, document in answered if document.present]
    silent = [form for form, document in answered if not document.present]
    known_forms = [form for form, _ in answered]
    found = {
        **count("publications_municipal", marks),
        **known("publications_left", max(norm - len(marks), 0), marks),
    }
    if not known_forms:
        return found
    return {
        **found,
        **count("may_published", [now.source(form, "C7", 1) for form in published]),
        **count("may_answered", [now.source(form, "C7", 1) for form in known_forms]),
        **ratio("may_published/may_answered", now.part_of(published, known_forms, "C7")),
        **listed("may_unpublished_orgs", names_where(given, now, lambda form: form in silent), "publications"),
    }
