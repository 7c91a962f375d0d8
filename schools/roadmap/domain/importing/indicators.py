"""Tables of indicators: what is measured, by which formula, and what is to be reached in each year."""

# ruff: noqa: PLR2004 -- weights and thresholds, found by trying on real and made-up roadmaps, stand where they act

import re
from collections.abc import Sequence
from decimal import Decimal

from schools.roadmap.domain.importing.blocks import Block
from schools.roadmap.domain.importing.entries import Entry
from schools.roadmap.domain.importing.result import ImportedIndicator
from schools.roadmap.domain.importing.roles import Role
from schools.roadmap.domain.importing.words import one_line, years_in

FORMULA = re.compile(r"\(([^()]*(?:отношени|количеств|числ[оа] |делен|сумм|\*\s?100|×)[^()]*)\)", re.I)
FIGURE = re.compile(
    r"^(?:не (?:менее|более|ниже)|до|от|≥|≤|>|<|\s)*(-?\d+(?:[.,]\d+)?)\s*(%|процент\w*|"
    r"чел\w*\.?|ед\w*\.?|шт\w*\.?|пар\w*|балл\w*)?\.?$",
    re.I,
)
PLAN_WORDS = frozenset({Role.DEADLINE, Role.START, Role.RESPONSIBLE})


def is_indicator_block(block: Block) -> bool:
    """Years as columns, or indicators as the main column, and neither deadlines nor people beside them."""
    if block.has & PLAN_WORDS:
        return False
    years = sum(1 for column in block.columns if column.role is Role.YEAR)
    return years >= 2 or (
        Role.INDICATOR in block.has and (years > 0 or not block.has & {Role.RESULT, Role.CONTENT, Role.STAGE})
    )


def read_indicators(entries: Sequence[Entry], *, last_year: int, fractions: bool) -> list[ImportedIndicator]:
    """Indicators of a block. A lone value without a year belongs to ``last_year``; ``fractions``: 0.6 may mean 60 %."""
    found = []
    for entry in entries:
        title_at = _title_column(entry)
        text = entry.texts[title_at] if title_at >= 0 else ""
        if not text or entry.is_wide:
            continue
        targets = _targets(entry, title_at, last_year)
        unit = _unit(entry, text)
        if fractions and unit == "%":
            targets = _as_percents(targets)
        if not any(value is not None for value in targets.values()):
            continue
        formula = FORMULA.search(text)
        title = one_line(FORMULA.sub("", text)).strip(" ,;.") if formula else one_line(text)
        found.append(
            ImportedIndicator(
                entry.number.text, title, one_line(formula[1]) if formula else "", unit, targets,
                entry.line.table, entry.line.row, tuple(entry.line.texts),
            )
        )  # fmt: skip
    return found


def _title_column(entry: Entry) -> int:
    roles = [column.role for column in entry.columns]
    for role in (Role.INDICATOR, Role.ACTIVITY):
        if role in roles and entry.texts[roles.index(role)]:
            return roles.index(role)
    long = [index for index, text in enumerate(entry.texts) if len(text) > 12 and not FIGURE.match(text)]
    return long[0] if long else -1


def _targets(entry: Entry, title_at: int, last_year: int) -> dict[int, Decimal | None]:
    years = [
        (index, years_in(c.header)[0])
        for index, c in enumerate(entry.columns)
        if c.role is Role.YEAR and years_in(c.header)
    ]
    cells = [*entry.texts[title_at + 1 :], *entry.overflow]
    figures = [value for text in cells if (value := figure(text)) is not None]
    if not years:
        return {last_year: figures[-1]} if figures else {}
    straight = [figure(entry.texts[index]) for index, _ in years]
    if None in straight and len(figures) == len(years):
        straight = list(figures)  # the figures are all there, only moved by empty cells
    return {year: value for (_, year), value in zip(years, straight, strict=True)}


def figure(text: str) -> Decimal | None:
    """«60», «85 %», «не менее 70», «0,6» as a number; anything else is None."""
    match = FIGURE.match(text.strip().split("\n")[0])
    return Decimal(match[1].replace(",", ".")) if match else None


def _unit(entry: Entry, text: str) -> str:
    own = entry.own(Role.UNIT)
    if own:
        return "%" if "%" in own or "процент" in own.lower() else one_line(own)
    cells = " ".join([text, *(column.header for column in entry.columns), *entry.texts])
    if "%" in cells or "процент" in cells.lower() or re.match(r"доля\b", text.strip().lower()):
        return "%"
    return "чел." if re.search(r"\bчел\b|человек", cells.lower()) else ""


def _as_percents(targets: dict[int, Decimal | None]) -> dict[int, Decimal | None]:
    values = [value for value in targets.values() if value is not None]
    if (
        not values
        or any(not 0 <= value <= 1 for value in values)
        or all(value == value.to_integral_value() == 0 for value in values)
    ):
        return targets
    return {
        year: None if value is None else Decimal(f"{value * 100:.4f}".rstrip("0").rstrip("."))
        for year, value in targets.items()
    }
