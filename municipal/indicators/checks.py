"""Everything that keeps a form from being handed in, or asks for a word, found all at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from municipal.indicators.cell_values import values_of
from municipal.indicators.comparisons import asks_for_a_word, base_of
from municipal.indicators.editions import Edition, Field, FieldType, Severity, Where, load_edition
from municipal.indicators.expressions import holds, names_of
from municipal.indicators.facts import Cell, CellState, Facts, ShareValue
from municipal.indicators.progress import is_answered
from municipal.indicators.wording import shown


class Kind(StrEnum):
    """What is wrong: the lines disagree, a line is empty, a reason is wanting, or much has changed."""

    RULE = "rule"
    EMPTY = "empty"
    REASON = "reason"
    COMPARE = "compare"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One thing to mend or to explain.

    ``code`` names the check («E1.1», «E1.empty») and is the key of ``Facts.explanations``; ``fields`` are the lines
    involved, in the order of the form; ``where`` is the page on which it is mended; ``explanation`` is what the
    curator already wrote, "" where nothing.
    """

    code: str
    code_of_field: str
    fields: tuple[str, ...]
    kind: Kind
    severity: Severity
    message: str
    where: Where
    explanation: str = ""

    @property
    def blocks(self) -> bool:
        """The form cannot be handed in with it."""
        return self.severity is Severity.ERROR


def contradictions(
    facts: Facts,
    *,
    previous: Facts | None = None,
    year_before: Facts | None = None,
    context: Mapping[str, object] | None = None,
) -> list[Contradiction]:
    """All of them, in the order of the form; errors and warnings together.

    ``previous`` is the school's form of the monitoring before, ``year_before`` of the same season a year ago (either
    may be None). ``context`` gives the values of ``Edition.context``; a check whose value is not given does not fire.
    """
    edition = load_edition(facts.edition)
    values = values_of(facts, context)
    found: list[Contradiction] = []
    for line in edition.fields_for(facts.season, facts.organisation):
        cell = facts.cell(line.code)
        found += _unanswered(edition, line, cell)
        found += _broken_rules(edition, line, facts, values)
        found += _share_over_whole(edition, line, cell)
        if base := base_of(line, facts, previous, year_before):
            found += _compared(edition, line, facts, base)
    return found


def _unanswered(edition: Edition, line: Field, cell: Cell) -> Iterator[Contradiction]:
    said = edition.messages
    if cell.state is CellState.EXEMPT and not cell.reason.strip():
        yield _error(line, "exempt", Kind.REASON, said["exempt_message"])
    elif line.required and not is_answered(cell):
        yield _error(line, "empty", Kind.EMPTY, said[_EMPTY_MESSAGES.get(line.type, "required_other_message")])
    elif cell.is_known and cell.is_overridden and not cell.reason.strip():
        prompt = said["override_prompt"].format(computed=shown(cell.computed), entered=shown(cell.value))
        yield _error(line, "override", Kind.REASON, prompt)


_EMPTY_MESSAGES = {
    FieldType.COUNT: "required_message",
    FieldType.PERCENT_CALC: "required_message",
    FieldType.YES_NO_DOC: "required_document_message",
}


def _error(line: Field, suffix: str, kind: Kind, message: str) -> Contradiction:
    return Contradiction(
        f"{line.code}.{suffix}", line.code, (line.code,), kind, Severity.ERROR, message, where=Where.FORM
    )


def _broken_rules(edition: Edition, line: Field, facts: Facts, values: Mapping[str, object]) -> Iterator[Contradiction]:
    for check in line.checks:
        if holds(check.expr, values):
            named = names_of(check.expr)
            involved = tuple(
                code
                for code, other in edition.fields.items()
                if code in named and other.is_asked(facts.season, facts.organisation)
            )
            explanation = facts.explanations.get(check.code, "")
            yield Contradiction(
                check.code, line.code, involved, Kind.RULE, check.severity, check.message, check.where, explanation
            )


def _share_over_whole(edition: Edition, line: Field, cell: Cell) -> Iterator[Contradiction]:
    share = cell.value
    if isinstance(share, ShareValue) and share.numerator > share.denominator:
        message = edition.messages["share_over_whole"].format(
            numerator=shown(share.numerator), denominator=shown(share.denominator), code=line.code
        )
        yield Contradiction(
            f"{line.code}.share", line.code, (line.code,), Kind.RULE, Severity.ERROR, message, line.where
        )


def _compared(edition: Edition, line: Field, facts: Facts, base: Facts) -> Iterator[Contradiction]:
    before, now = base.cell(line.code).value, facts.cell(line.code).value
    if line.compare is None or before is None or now is None or not asks_for_a_word(line.compare, before, now):
        return
    code = f"{line.code}.compare"
    prompt = "compare_year_prompt" if base.season is facts.season else "compare_prompt"
    yield Contradiction(
        code=code,
        code_of_field=line.code,
        fields=(line.code,),
        kind=Kind.COMPARE,
        severity=Severity.WARNING,
        message=edition.messages[prompt].format(previous=shown(before), current=shown(now)),
        where=Where.FORM,
        explanation=facts.explanations.get(code, ""),
    )
