"""Documents of the organisations, consents of participants, labour agreements of mentors."""

from municipal.indicators.facts import Cell, CellState, DocumentValue, ShareValue
from municipal.notes.domain.note_input import NoteInput, SchoolFacts
from municipal.notes.domain.rulebook import DocumentKind
from municipal.notes.domain.values.campaign import names_where
from municipal.notes.domain.values.making import count, known, listed, points, ratio, sum_of, text
from municipal.notes.domain.values.slices import DEN, NUM, Slice
from municipal.notes.domain.values.value import Frame, Source, Value, Values


def document_values(given: NoteInput, kinds: tuple[DocumentKind, ...], now: Slice, before: Slice | None) -> Values:
    """Values of the section «Документы». A document with «нет данных» is neither there nor lacking."""
    codes = [kind.code for kind in kinds]
    full = [form for form in now.forms if _is_full(form, codes)]
    lacking = [form for form in now.forms if any(lacks(form.facts.cells.get(code)) for code in codes)]
    found = {
        **count("documents_full", [now.source(form, "documents", 1) for form in full]),
        **ratio("documents_full/reported", now.part_of(full, now.forms, "documents")),
        **count("documents_gap", [now.source(form, "documents", 1) for form in lacking]),
        **listed("documents_gap_orgs", names_where(given, now, lambda form: form in lacking), "documents"),
        **_confirmed("documents_num/documents_den", now, codes, share="documents_share"),
    }
    return found | _dynamics(now, before, codes) | _consents(given, now)


def _dynamics(now: Slice, before: Slice | None, codes: list[str]) -> Values:
    if before is None:
        return {}
    ids = now.ids & before.ids
    current = _confirmed("_", now.only(ids), codes, share="documents_share_common")
    past = _confirmed("_", before.only(ids), codes, share="documents_share_prev")
    if not current or not past:
        return {}
    both: dict[str, Value] = {code: value for code, value in (current | past).items() if code != "_"}
    diff = points("documents_share_diff", both["documents_share_common"], both["documents_share_prev"])
    return both | {diff.code: diff}


def _confirmed(code: str, forms: Slice, codes: list[str], *, share: str) -> Values:
    """DOCUMENTS_SHARE as the catalogue sums it: confirmed of applicable, of schools that answered every line."""
    sources: list[Source] = []
    for form in forms.forms:
        asked = [(field, form.facts.cells[field]) for field in codes if field in form.facts.cells]
        known_all = all(cell.state is not CellState.MISSING for _, cell in asked)
        for field, cell in asked:
            if known_all and isinstance(cell.value, DocumentValue):
                sources.append(forms.source(form, field, int(cell.value.is_confirmed), NUM))
                sources.append(forms.source(form, field, 1, DEN))
    return ratio(code, sources, share=share)


def document_frames(given: NoteInput, kinds: tuple[DocumentKind, ...], now: Slice) -> list[Frame]:
    """For each kind of document: how many lack it and who; those lacked by most come first."""
    frames = [_document_frame(given, kind, now) for kind in kinds]
    return sorted(frames, key=lambda frame: -frame.values["without"].number())


def _document_frame(given: NoteInput, kind: DocumentKind, now: Slice) -> Frame:
    without = [form for form, cell in now.cells(kind.code) if lacks(cell)]
    values = {
        **text("document_title", kind.title),
        **count("without", [now.source(form, kind.code, 1) for form in without]),
        **listed("without_orgs", names_where(given, now, lambda form: form in without), "documents"),
    }
    return Frame(kind.code, values)


def lacks(cell: Cell | None) -> bool:
    """Asked, answered, and not confirmed by a number with a date or an address."""
    return cell is not None and isinstance(cell.value, DocumentValue) and not cell.value.is_confirmed


def _is_full(form: SchoolFacts, codes: list[str]) -> bool:
    cells = [form.facts.cells[code] for code in codes if code in form.facts.cells]
    asked = [cell for cell in cells if cell.state is not CellState.EXEMPT]
    return bool(asked) and all(isinstance(cell.value, DocumentValue) and cell.value.is_confirmed for cell in asked)


def _consents(given: NoteInput, now: Slice) -> Values:
    return _share_with_gap(given, now, "B8", "consents") | _share_with_gap(given, now, "B9", "labour")


def _share_with_gap(given: NoteInput, now: Slice, field: str, name: str) -> Values:
    sources = now.shares(field)
    if not sources:
        return {}
    num, den = sum_of(sources, NUM), sum_of(sources, DEN)

    def short(form: SchoolFacts) -> bool:
        share = form.facts.cell(field).value
        return isinstance(share, ShareValue) and share.numerator < share.denominator

    return {
        **ratio(f"{name}_num/{name}_den", sources),
        **count(f"{name}_num", [source for source in sources if source.part is NUM]),
        **count(f"{name}_den", [source for source in sources if source.part is DEN]),
        **known(f"{name}_gap", den - num, sources),
        **listed(f"{name}_gap_orgs", names_where(given, now, short), "documents"),
    }
