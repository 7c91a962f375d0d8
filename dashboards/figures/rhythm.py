"""Chart 5. Do pairs keep the rhythm of meetings: a heat table of HTML, framed where they meet less than monthly."""

from dataclasses import dataclass
from decimal import Decimal

from dashboards.figures.drawing import Heat, HeatCell, HeatRow
from dashboards.figures.model import ChartModel, Column, Row, School, TableModel
from dashboards.figures.wording import (
    NAMES_IN_TITLE,
    in_schools,
    missing_note,
    one_decimal,
    sentences,
    too_few,
    with_decimal,
)
from tenants.domain.russian import NBSP, NO_DATA, join_and, number

MONTHLY = Decimal(1)
_STEPS = ((MONTHLY, "h0"), (Decimal("1.6"), "h1"), (Decimal("2.2"), "h2"))


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Meetings a pair a month, a value a column; None — no data."""

    school: School
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class RhythmData:
    """``columns`` are the periods, the last one current; ``norm`` is the programme's («не меньше 2»)."""

    columns: tuple[str, ...]
    rows: tuple[Rhythm, ...]
    norm: int = 2
    remark: str = ""


def rhythm_chart(data: RhythmData) -> ChartModel:
    """Schools that meet least stand first; those without data last."""
    rows = sorted(data.rows, key=_order)
    missing = [row.school for row in rows if _now(row) is None]
    known = any(value is not None for row in rows for value in row.values)
    return ChartModel(
        code="rhythm",
        number=5,
        title=_title(rows, data.norm),
        subtitle=f"Встреч на одну пару в месяц; норма — {number(data.norm)}; красная рамка — меньше одной",
        drawing=Heat(data.columns, tuple(_heat_row(row) for row in rows)) if known else None,
        table=TableModel(
            caption="Встреч на одну пару в месяц",
            columns=(Column("Школа"), *(Column(title, numeric=True) for title in data.columns)),
            rows=tuple(Row((row.school.name, *(_text(value) for value in row.values)), row.school.id) for row in rows),
        ),
        note=sentences(data.remark, missing_note(missing)),
    )


def _title(rows: list[Rhythm], norm: int) -> str:
    values = [(row.school, one_decimal(value)) for row in rows if (value := _now(row)) is not None]
    if few := too_few(len(values), len(rows)):
        return few
    rare = [school.name for school, value in values if value < MONTHLY]
    if len(rare) > NAMES_IN_TITLE:
        return f"В{NBSP}{in_schools(len(rare))} пары встречаются реже раза в{NBSP}месяц"
    if rare:
        return f"Реже раза в{NBSP}месяц встречаются пары: {join_and(rare)}"
    where = "Во всех школах" if len(values) == len(rows) else "Во всех школах, где есть данные,"
    if all(value >= norm for _, value in values):
        return f"{where} норма встреч выполнена"
    return f"{where} пары встречаются не реже раза в{NBSP}месяц"


def _now(row: Rhythm) -> Decimal | None:
    return row.values[-1] if row.values else None


def _order(row: Rhythm) -> tuple[int, Decimal, str]:
    now = _now(row)
    return (1, Decimal(0), row.school.name) if now is None else (0, now, row.school.name)


def _heat_row(row: Rhythm) -> HeatRow:
    return HeatRow(row.school.name, tuple(HeatCell(_text(value), _css(value)) for value in row.values), row.school.id)


def _css(value: Decimal | None) -> str:
    if value is None:
        return ""
    # the colour follows the number as printed: «1,0» is never framed as less than one
    return next((css for below, css in _STEPS if one_decimal(value) < below), "h3")


def _text(value: Decimal | None) -> str:
    return NO_DATA if value is None else with_decimal(value)
