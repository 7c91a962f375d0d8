"""What came from a page of the form, read into changes of the draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from municipal.indicators.editions import Field, FieldType
from municipal.indicators.facts import Cell, DocumentValue, cell_of
from schools.monitoring.domain.draft import Changes
from schools.monitoring.domain.inputs import REASON_AT_MOST, posted_inputs, read_cell
from schools.monitoring.domain.unread import Fault, Unread
from schools.monitoring.services.read_form import Form

ZERO, BACK = "zero", "back"  # the buttons «Поставить 0» and «Вернуть …»; each carries the code of its line
EXPLAIN, ANSWER = "explain.", "answer."


def read_changes(form: Form, lines: Iterable[Field], posted: Mapping[str, str]) -> tuple[Changes, dict[str, Fault]]:
    """Changes of these lines, and what could not be read by the line's code; the readable is saved all the same."""
    cells: dict[str, Cell | None] = {}
    faults: dict[str, Fault] = {}
    for line in lines:
        if not form.is_open(line.code):
            continue
        if posted.get(ZERO) == line.code and line.type in (FieldType.COUNT, FieldType.YES_NO_DOC):
            cells[line.code] = cell_of(DocumentValue(present=False) if line.type is FieldType.YES_NO_DOC else 0)
        elif posted.get(BACK) == line.code:
            cells[line.code] = None
        else:
            _read_line(form, line, posted, cells, faults)
    return Changes(cells, _words(form, posted), _answers(form, posted)), faults


def _read_line(
    form: Form, line: Field, posted: Mapping[str, str], cells: dict[str, Cell | None], faults: dict[str, Fault]
) -> None:
    shown = form.inputs(line)
    came = posted_inputs(line, shown, posted)
    if came is None:
        return
    try:
        read = read_cell(line, came, shown)
    except Unread as unread:
        faults[line.code] = Fault(str(unread), came)
        return
    counted = form.collected.lines.get(line.code)
    agrees = read is not None and counted is not None and not read.reason and not _parts_differ(read, counted.cell)
    cells[line.code] = None if agrees and counted and read and read.value == counted.cell.value else read


def _parts_differ(read: Cell, counted: Cell) -> bool:
    return bool(read.parts) and dict(read.parts) != dict(counted.parts)


def _words(form: Form, posted: Mapping[str, str]) -> dict[str, str]:
    """Words for warnings; only for checks that exist, and never longer than a sentence or two."""
    known = {*form.edition.checks, *(f"{code}.compare" for code in form.edition.fields)}
    return {
        code: text.replace("\x00", "").strip()[:REASON_AT_MOST]
        for name, text in posted.items()
        if name.startswith(EXPLAIN) and (code := name.removeprefix(EXPLAIN)) in known
    }


def _answers(form: Form, posted: Mapping[str, str]) -> dict[str, str]:
    """Answers to the remarks that stand."""
    asked = {str(remark.id) for remarks in form.remarks.values() for remark in remarks}
    return {
        key: text.replace("\x00", "").strip()[:REASON_AT_MOST]
        for name, text in posted.items()
        if name.startswith(ANSWER) and (key := name.removeprefix(ANSWER)) in asked
    }
