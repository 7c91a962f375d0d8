"""The work of an import: reading and matching, then writing in one transaction; both take it from the queue of rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from schools.people.domain.importing.as_json import row_document, row_written, table_document
from schools.people.domain.importing.columns import Table, understand
from schools.people.domain.importing.entry import Defaults
from schools.people.domain.importing.fields import Field
from schools.people.domain.importing.matching import Decided, Outcome, decide
from schools.people.domain.importing.reading import read_source
from schools.people.domain.importing.rows import Written, people_of
from schools.people.domain.importing.sheet import MAX_ROWS, Sheet, UnreadablePeople, nothing_found
from schools.people.models import ImportState, PeopleImport
from schools.people.queries import has_classes
from schools.people.queries.imports import remembered_columns, rows_made, stored_people
from schools.people.services.import_people import claim
from schools.people.services.write_people import write_people
from tenants.domain.errors import Refusal

INLINE_BYTES, INLINE_ROWS = 40_000, 150  # more is left to the task: the page must answer within a second


def is_small(draft: PeopleImport) -> bool:
    """May the work be done while the page waits? By the bytes of the file, or by the rows to be written."""
    if draft.state == ImportState.WRITING:
        return draft.total <= INLINE_ROWS
    size = len(PeopleImport.objects.values_list("data", flat=True).get(pk=draft.pk))
    return size <= INLINE_BYTES


def carry_on(import_id: int, *, at: datetime, today: date) -> bool:
    """Do what the import waits for; False where nothing waits or another hand has it."""
    draft = claim(import_id, at=at)
    if draft is None:
        return False
    try:
        if draft.state == ImportState.READING:
            _read(draft, today)
        else:
            write_people(draft.pk, at=at, today=today, decide_rows=lambda one: decide_all(one, today, _teller(one.pk)))
    except Refusal as refusal:
        _fail(draft, str(refusal))
    return True


def _fail(draft: PeopleImport, said: str) -> None:
    """A file that was never read has failed; one that was stays to be worked on."""
    state = ImportState.READY if draft.rows else ImportState.FAILED
    data = {} if draft.rows else {"data": b""}
    PeopleImport.objects.filter(pk=draft.pk).update(state=state, claimed_at=None, fault=said, **data)


def _teller(import_id: int) -> Callable[[int], None]:
    def tell(done: int) -> None:
        PeopleImport.objects.filter(pk=import_id).update(done=done)

    return tell


def _read(draft: PeopleImport, today: date) -> None:
    data = bytes(PeopleImport.objects.values_list("data", flat=True).get(pk=draft.pk))
    sheets = read_source(data, draft.source_name, draft.origin)
    if sum(len(sheet.lines) for sheet in sheets) > MAX_ROWS:
        raise UnreadablePeople(
            f"Файл «{draft.source_name}» не прочитан: в нём больше {MAX_ROWS} строк.", "Разделите его на части."
        )
    said = {table["sheet"]: [column["field"] for column in table["columns"]] for table in draft.tables}
    by_hand = {table["sheet"] for table in draft.tables if table["by_hand"]}
    known = remembered_columns()
    tables = [(sheet, _table(sheet, said.get(sheet.position), known)) for sheet in sheets]
    shown = [(sheet, table) for sheet, table in tables if table.has_names] or [
        (sheet, table) for sheet, table in tables if len(table.columns) > 1 and table.lines
    ]
    if not shown:
        raise nothing_found(draft.source_name)
    written = [one for sheet, table in shown for one in people_of(table, title=sheet.title, sheet=sheet.position)]
    if not written and all(table.has_names for _, table in shown):
        raise nothing_found(draft.source_name)
    draft.tables = [
        table_document(table, title=sheet.title, sheet=sheet.position, by_hand=sheet.position in by_hand)
        for sheet, table in shown
    ]
    PeopleImport.objects.filter(pk=draft.pk).update(total=len(written))
    choices = {row["place"]: row["choice"] for row in draft.rows}
    draft.rows = _documents(_decided(draft, written, choices, today, _teller(draft.pk)), choices)
    draft.state, draft.claimed_at, draft.total, draft.done = ImportState.READY, None, len(written), len(written)
    draft.fault = ""
    draft.save(update_fields=["tables", "rows", "state", "claimed_at", "total", "done", "fault"])


def _table(sheet: Sheet, said: list[str] | None, known: dict[str, list[str]]) -> Table:
    table = understand(sheet.lines, known)
    if said is None or len(said) != len(table.columns):
        return table
    columns = tuple(
        type(one)(one.header, Field(field), is_sure=True, sample=one.sample)
        for one, field in zip(table.columns, said, strict=True)
    )
    return Table(table.above, columns, table.lines, table.header_row)


def _documents(decided: Sequence[Decided], choices: dict[str, str]) -> list[dict[str, Any]]:
    return [row_document(one, choices.get(one.written.place, "")) for one in decided]


def _decided(
    draft: PeopleImport, written: Sequence[Written], choices: dict[str, str], today: date, tell: Callable[[int], None]
) -> list[Decided]:
    defaults = Defaults(today, has_classes(), role=draft.defaults.get("role", ""), kind=draft.defaults.get("kind", ""))
    made = rows_made((one.token for one in written), draft.key)
    return decide(written, stored_people(), defaults=defaults, key=draft.key, made=made, choices=choices, progress=tell)


def decide_all(draft: PeopleImport, today: date, tell: Callable[[int], None] = lambda _done: None) -> list[Decided]:
    """Decide every row of an import anew, as the registers stand now."""
    choices = {row["place"]: row["choice"] for row in draft.rows}
    return _decided(draft, [row_written(row) for row in draft.rows], choices, today, tell)


def decide_again(import_id: int, *, today: date) -> PeopleImport:
    """After corrections: every row is judged again, and the decisions are kept. Gives the import."""
    draft = PeopleImport.objects.defer("data", "made").get(pk=import_id)
    choices = {row["place"]: row["choice"] for row in draft.rows}
    draft.rows = _documents(decide_all(draft, today), choices)
    draft.save(update_fields=["rows"])
    return draft


def waiting_rows(draft: PeopleImport) -> int:
    """How many rows still have to be mended or answered."""
    return sum(row["outcome"] in {Outcome.WRONG.value, Outcome.ASK.value} for row in draft.rows)
