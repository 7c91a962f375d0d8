"""A handed-in form as the methodist reads it: strange lines first, each with the season before and the district."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from municipal.desk.domain.district import district_words
from municipal.desk.domain.wording import finding_words
from municipal.indicators.aggregate import SchoolFacts
from municipal.indicators.checks import Contradiction, contradictions
from municipal.indicators.comparisons import base_of
from municipal.indicators.editions import Field, FieldType, load_edition
from municipal.indicators.facts import Cell, CellState, DocumentValue, Facts
from municipal.indicators.formats import load_formats
from municipal.indicators.vocabulary import load_vocabulary
from municipal.indicators.wording import shown
from municipal.submissions.queries import RemarkInfo, Version
from tenants.domain.russian import date_numeric


@dataclass(frozen=True, slots=True)
class Mark:
    """Why a line is strange. ``explanation`` is the school's own word on it, "" where it said none."""

    code: str  # one of the product's nine states
    words: str
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the methodist to an earlier version and what the school answered."""

    text: str
    answer: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the form; texts are ready to print.

    ``previous`` is the monitoring before, or the same one a year ago for what adds up since September.
    """

    code: str
    title: str
    now: str
    note: str
    previous: str
    district: str
    marks: tuple[Mark, ...]
    asked: tuple[Asked, ...]
    is_text: bool
    typed: str  # the question as typed and not sent yet


@dataclass(frozen=True, slots=True)
class Block:
    """Lines without anything strange, by block of the form."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """``strange`` first, then the rest by blocks; ``unexplained`` counts doubts the school said nothing to."""

    strange: tuple[Line, ...]
    blocks: tuple[Block, ...]
    publications: tuple[tuple[str, str, str], ...]
    unexplained: int


@dataclass(frozen=True, slots=True)
class Compared:
    """What a form is read beside: its own past, its earlier version, the forms of the district, questions to ask."""

    previous: Facts | None
    year_before: Facts | None
    earlier: Version | None
    district: Sequence[SchoolFacts]
    typed: Mapping[str, str]  # questions by line, as typed so far


def review_page(facts: Facts, answers: Mapping[str, str], beside: Compared) -> ReviewPage:
    """The page of one version; ``answers`` are the school's words to remarks on the earlier one."""
    found = contradictions(facts, previous=beside.previous, year_before=beside.year_before)
    marks = {code: list(group) for code, group in groupby(sorted(found, key=_line_of), key=_line_of)}
    asked = _asked(beside.earlier, answers)
    edition = load_edition(facts.edition)
    strange: list[Line] = []
    blocks: list[Block] = []
    for block, fields in edition.blocks_for(facts.season, facts.organisation):
        lines = [_line(field, facts, marks.get(field.code, []), asked.get(field.code, ()), beside) for field in fields]
        strange += [line for line in lines if line.marks or line.asked]
        if quiet := tuple(line for line in lines if not line.marks and not line.asked):
            blocks.append(Block(f"{block.code}. {block.title}", quiet))
    return ReviewPage(
        strange=tuple(strange),
        blocks=tuple(blocks),
        publications=_publications(facts),
        unexplained=sum(not one.explanation for one in found),
    )


def _line_of(one: Contradiction) -> str:
    return one.code_of_field


def _asked(earlier: Version | None, answers: Mapping[str, str]) -> dict[str, tuple[Asked, ...]]:
    remarks: Sequence[RemarkInfo] = earlier.review.remarks if earlier and earlier.review else ()
    ordered = sorted(remarks, key=lambda one: one.field)
    return {
        code: tuple(Asked(one.text, answers.get(str(one.id), "")) for one in group)
        for code, group in groupby(ordered, key=lambda one: one.field)
    }


def _line(
    field: Field, facts: Facts, found: Sequence[Contradiction], asked: tuple[Asked, ...], beside: Compared
) -> Line:
    cell = facts.cell(field.code)
    base = base_of(field, facts, beside.previous, beside.year_before)
    return Line(
        code=field.code,
        title=field.title,
        now=_value(cell),
        note=_note(cell),
        previous=_value(base.cell(field.code)) if base else "—",
        district=district_words(field, facts, beside.district),
        marks=(*_own_marks(field, cell, beside.earlier), *(_mark(one) for one in found)),
        asked=asked,
        is_text=field.type is FieldType.TEXT,
        typed=beside.typed.get(field.code, ""),
    )


def _mark(one: Contradiction) -> Mark:
    return Mark("late" if one.blocks else "check", finding_words(one), one.explanation)


def _own_marks(field: Field, cell: Cell, earlier: Version | None) -> list[Mark]:
    """The school changed what its registers say, or what it handed in before."""
    marks = []
    if cell.is_overridden:
        said = f"В реестрах школы {shown(cell.computed)}, указано {shown(cell.value)}."
        marks.append(Mark("check", said, cell.reason))
    if earlier is not None:
        before = earlier.submission.facts.cell(field.code)
        if (before.value, before.state) != (cell.value, cell.state):
            said = f"В версии {earlier.submission.version} было: {_value(before)}."
            marks.append(Mark("check", said, cell.reason))
    return marks


def _value(cell: Cell) -> str:
    if cell.state is CellState.EXEMPT:
        return "не применяется"
    return shown(cell.value) or "—"


def _note(cell: Cell) -> str:
    """What stands under the value: requisites of a document, parts of a count, why there is no number."""
    if isinstance(cell.value, DocumentValue):
        return _requisites(cell.value)
    if cell.parts:
        titles = load_formats()
        return ", ".join(f"{titles.title(code)} — {count}" for code, count in cell.parts.items() if count)
    return cell.reason if not cell.is_known else ""


def _requisites(document: DocumentValue) -> str:
    number = f"№ {document.number}" if document.number else ""
    dated = f"от {date_numeric(document.dated)}" if document.dated else ""
    return " ".join(part for part in (number, dated, document.url) if part)


def _publications(facts: Facts) -> tuple[tuple[str, str, str], ...]:
    """Day, resource and address of each."""
    channels = load_vocabulary().publication_channels
    return tuple(
        (date_numeric(one.published_on), channels.get(one.channel, one.channel), one.url) for one in facts.publications
    )
