"""One line of the form as its page shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from municipal.indicators.checks import Contradiction, Kind
from municipal.indicators.comparisons import base_of
from municipal.indicators.editions import Field, FieldType
from municipal.indicators.facts import Cell, CellState, DocumentValue, ShareValue
from municipal.indicators.formats import load_formats
from municipal.indicators.progress import is_answered
from municipal.indicators.wording import shown
from schools.monitoring.domain.draft import GIVEN, SIGNED_BY
from schools.monitoring.domain.inputs import WITH_PARTS, Inputs, fingerprint
from schools.monitoring.domain.unread import Fault
from schools.monitoring.presenters.links import line_anchor, record_address, section_of
from schools.monitoring.services.read_form import Form
from tenants.domain.russian import date_words, percent
from tenants.domain.school_year import SchoolYear

ROWS_SHOWN = 12


@dataclass(frozen=True)
class LineView:
    """Everything the template asks of a line; ``fault`` is what could not be read just now."""

    form: Form
    line: Field
    year: SchoolYear
    fault: Fault | None = None

    @property
    def code(self) -> str:
        return self.line.code

    @property
    def kind(self) -> str:
        """Which inputs stand there: count, yes_no_doc, date, text, percent_calc; «given» where nobody types."""
        return "given" if self.code in GIVEN else self.line.type.value

    @property
    def anchor(self) -> str:
        return line_anchor(self.code)

    @property
    def cell(self) -> Cell:
        return self.form.facts.cell(self.code)

    @property
    def is_open(self) -> bool:
        return self.form.is_open(self.code)

    @cached_property
    def shown_inputs(self) -> Inputs:
        """What the inputs show before anybody types, which is what the hidden fingerprint stands for."""
        return self.form.inputs(self.line)

    @property
    def inputs(self) -> Inputs:
        """The same, or what was typed and could not be read. The value itself stands under «value»."""
        inputs = {**self.shown_inputs, **(self.fault.came if self.fault else {})}
        return {part or "value": text for part, text in inputs.items()}

    @property
    def was(self) -> str:
        return fingerprint(self.shown_inputs)

    @property
    def words(self) -> str:
        """The answer in words, for pages where nobody types."""
        if self.code == SIGNED_BY:
            return self.form.latest.submission.submitted_by if self.form.latest else "подставится при сдаче"
        if self.cell.value is None:
            return _unknown(self.cell) if self.is_answered or self.line.required else "не заполнено"
        if isinstance(self.cell.value, DocumentValue):
            return _document_words(self.cell.value)
        return shown(self.cell.value)

    @property
    def is_answered(self) -> bool:
        return is_answered(self.cell)

    @property
    def is_missed(self) -> bool:
        """The form waits for this line: nothing typed, nothing counted, no reason why, and nobody gives it."""
        return self.line.required and self.kind != "given" and not self.is_answered

    @property
    def parts_words(self) -> str:
        """«учитель — ученик: 5, ученик — ученик: 3» of a line that has parts."""
        titles = load_formats().title
        return ", ".join(f"{titles(code)}: {number}" for code, number in self.cell.parts.items() if number)

    @property
    def computed_words(self) -> str:
        """What the registers say, where the curator said otherwise."""
        cell = self.cell
        if cell.computed is None or (cell.value == cell.computed):
            return ""
        return shown(cell.computed)

    @property
    def share_words(self) -> str:
        """«28 из 30, 93 %»: a share is worked out by itself."""
        value = self.cell.value
        return percent(value.numerator, value.denominator) if isinstance(value, ShareValue) else ""

    @property
    def may_be_zero(self) -> bool:
        """An empty count may be nought, an unknown document may be «нет»."""
        zeroable = self.line.type in (FieldType.COUNT, FieldType.YES_NO_DOC)
        return zeroable and self.is_open and not self.is_answered

    @property
    def may_be_unknown(self) -> bool:
        """«Нет данных» is offered where there is no answer; a document may always be said not to concern the school."""
        if self.line.type is FieldType.TEXT:
            return False
        value = self.cell.value
        if isinstance(value, DocumentValue):
            return not (value.present and self.is_quiet)
        return value is None

    @property
    def asks_reason(self) -> bool:
        """The reason of an overridden figure, or of a «нет»."""
        return self.cell.is_known and (self.cell.is_overridden or bool(self.cell.reason))

    @property
    def formats(self) -> list[tuple[str, str, str]]:
        """Rows of the table «форма × число» of E1: code, title, number."""
        titles = load_formats().title
        return [(code, titles(code), self.inputs.get(f"part.{code}", "")) for code in self.form.formats]

    @property
    def has_formats(self) -> bool:
        return self.code == WITH_PARTS

    @cached_property
    def problems(self) -> list[Contradiction]:
        return [one for one in self.form.problems if one.code_of_field == self.code]

    @property
    def errors(self) -> list[tuple[str, str, str]]:
        """Sentences that keep the form from being handed in, with where to mend. An empty line is not yet a fault."""
        found = [
            (one.message, *section_of(one.where, self.year))
            for one in self.problems
            if one.blocks and one.kind is not Kind.EMPTY
        ]
        return [(self.fault.sentence, "", ""), *found] if self.fault else found

    @property
    def warnings(self) -> list[tuple[Contradiction, str, str]]:
        return [(one, *section_of(one.where, self.year)) for one in self.problems if not one.blocks]

    @property
    def asks_for_a_look(self) -> bool:
        return bool(self.warnings) or bool(self.computed_words)

    @property
    def is_quiet(self) -> bool:
        """Computed, agreeing with everything, not asked about: it may fold away."""
        if self.line.source_kind != "computed" or self.problems or self.fault or self.remarks:
            return False
        return self.code not in self.form.draft.cells and (self.is_answered or not self.line.required)

    @property
    def remarks(self) -> list[tuple[str, str, str]]:
        """The methodist's questions: id, text, the curator's answer so far."""
        return [
            (str(one.id), one.text, self.form.draft.answers.get(str(one.id), ""))
            for one in self.form.remarks.get(self.code, ())
        ]

    @property
    def source(self) -> str:
        counted = self.form.collected.lines.get(self.code)
        return counted.how if counted else ""

    @property
    def source_note(self) -> str:
        counted = self.form.collected.lines.get(self.code)
        return counted.note if counted else ""

    @cached_property
    def source_rows(self) -> list[tuple[str, str]]:
        """The first records with their addresses."""
        counted = self.form.collected.lines.get(self.code)
        rows = counted.rows[:ROWS_SHOWN] if counted else ()
        return [(row.title, record_address(row, self.year)) for row in rows]

    @property
    def rows_left(self) -> int:
        counted = self.form.collected.lines.get(self.code)
        return max(len(counted.rows) - ROWS_SHOWN, 0) if counted else 0

    @property
    def section(self) -> tuple[str, str]:
        """Where the figure is mended: address and words."""
        return section_of(self.line.where, self.year)

    @property
    def before(self) -> str:
        """«В прошлый раз: 7.» or a year ago; empty where there is nothing to compare."""
        value = self.form.before(self.line)
        if value is None or self.code in GIVEN or self.line.type is FieldType.TEXT:
            return ""
        base = base_of(self.line, self.form.facts, self.form.previous, self.form.year_before)
        same_season = base is not None and base.season is self.form.facts.season
        return f"{'Год назад' if same_season else 'В прошлый раз'}: {shown(value)}."

    @property
    def handed_in_words(self) -> str:
        """What the last version said, where the registers say otherwise by now."""
        sent = self.form.handed_in_cell(self.code)
        if sent is None or sent.value == self.cell.value or self.code in GIVEN:
            return ""
        return f"В сданной версии: {shown(sent.value)}."


def _unknown(cell: Cell) -> str:
    said = "не применяется" if cell.state is CellState.EXEMPT else "нет данных"
    if cell.reason:
        return f"{said}: {cell.reason}"
    return said if cell.state is CellState.EXEMPT else "нет ответа"


def _document_words(value: DocumentValue) -> str:
    if not value.present:
        return "нет"
    dated = f" от {date_words(value.dated)}" if value.dated else ""
    return f"да, № {value.number}{dated}" if value.number else ("да, есть ссылка" if value.url else "да")


Faults = Mapping[str, Fault]
