"""Cells of annex tables as text: a number, «нет данных», «—» for what does not concern the school."""

from collections.abc import Callable, Iterable, Sequence

from municipal.indicators.facts import Cell, CellState, DocumentValue, ShareValue
from municipal.notes.domain.composed import AnnexTable, Column
from municipal.notes.domain.note_input import NoteInput, SchoolFacts
from tenants.domain.russian import NO_DATA, number

NOT_APPLICABLE = "—"
ORGANISATION = Column("Организация", is_number=False)
NO_NAMES = "В экземпляре для регионального центра сведения по организациям не приводятся."
NO_FORMS = "Принятых форм нет."
Said = Callable[[Cell], str]


def cell_text(cell: Cell | None) -> str:
    """One cell of a form, in words a table holds."""
    if cell is None or cell.state is CellState.EXEMPT:
        return NOT_APPLICABLE
    if cell.state is CellState.MISSING:
        return NO_DATA
    value = cell.value
    if isinstance(value, DocumentValue):
        return document_text(value)
    if isinstance(value, ShareValue):
        return f"{number(value.numerator)} из {number(value.denominator)}"
    return number(value) if isinstance(value, int) else str(value)


def document_text(document: DocumentValue) -> str:
    """«да», «нет», or «не подтверждён» where nothing proves the «да»."""
    if not document.present:
        return "нет"
    return "да" if document.is_confirmed else "без реквизитов"


def named_forms(given: NoteInput) -> list[tuple[str, SchoolFacts]]:
    """Accepted forms with short names, in the campaign's order."""
    forms = {form.school_id: form for form in given.forms}
    return [(school.name, forms[school.school_id]) for school in given.schools if school.school_id in forms]


def field_table(given: NoteInput, caption: str, fields: Sequence[tuple[str, str]], *, names: bool) -> AnnexTable:
    """Schools × lines of the form, with a total of every line that can be summed."""
    forms = named_forms(given)
    rows = [(name, *(cell_text(form.facts.cells.get(code)) for code, _ in fields)) for name, form in forms]
    total = ("Всего", *(total_text(code, (form for _, form in forms)) for code, _ in fields))
    columns = (ORGANISATION, *(Column(title) for _, title in fields))
    return AnnexTable(caption, columns, tuple(rows) if names else (), total if forms else ())


def total_text(code: str, forms: Iterable[SchoolFacts]) -> str:
    """The sum of the known cells; «нет данных» where nobody knows, «—» where nobody is concerned."""
    cells = [cell for form in forms if (cell := form.facts.cells.get(code)) is not None]
    asked = [cell for cell in cells if cell.state is not CellState.EXEMPT]
    values = [cell.value for cell in asked if cell.value is not None]
    if not asked:
        return NOT_APPLICABLE
    if not values:
        return NO_DATA
    documents = [value for value in values if isinstance(value, DocumentValue)]
    if documents:
        return f"{sum(document.is_confirmed for document in documents)} из {len(documents)}"
    shares = [value for value in values if isinstance(value, ShareValue)]
    if shares:
        top, base = sum(share.numerator for share in shares), sum(share.denominator for share in shares)
        return f"{number(top)} из {number(base)}"
    return number(sum(value for value in values if isinstance(value, int)))
