"""Chart 8. Where the roadmap stalls: done, going on, overdue — by stage, or by school where stages are not known."""

from dataclasses import dataclass
from typing import Literal

from dashboards.figures.drawing import Stack, StackRow, StackSeries, Tone
from dashboards.figures.model import ChartModel, Column, Row, School, TableModel
from dashboards.figures.wording import (
    NAMES_IN_TITLE,
    SCHOOLS_ON_CHART,
    cut_note,
    in_schools,
    in_words_feminine,
    missing_note,
    sentences,
    too_few,
)
from tenants.domain.russian import NBSP, NO_DATA, join_and, number, plural

_SERIES = (
    StackSeries("выполнено", Tone.MAIN),
    StackSeries("идёт", Tone.REST),
    StackSeries("просрочено", Tone.LOOK, hatched=True),
)


@dataclass(frozen=True, slots=True)
class RoadmapRow:
    """Activities of one stage or of one school. ``stuck_schools`` of a stage: how many schools are overdue in it.

    ``parts`` are done, going on, overdue; None — no data.
    """

    title: str
    parts: tuple[int, int, int] | None
    stuck_schools: int = 0
    school_id: int | None = None

    @property
    def overdue(self) -> int:
        """Nought where there are no data: a sum never takes it for more."""
        return self.parts[2] if self.parts else 0

    @property
    def total(self) -> int:
        return sum(self.parts) if self.parts else 0


@dataclass(frozen=True, slots=True)
class RoadmapData:
    """Stages keep the order of the roadmap; schools stand with the most overdue first."""

    by: Literal["stage", "school"]
    rows: tuple[RoadmapRow, ...]
    remark: str = ""


def roadmap_chart(data: RoadmapData) -> ChartModel:
    """The number at the right of a bar says how many of its activities are overdue."""
    rows = list(data.rows) if data.by == "stage" else sorted(data.rows, key=_order)
    missing = [School(row.school_id or 0, row.title) for row in rows if row.parts is None]
    drawable = [row for row in rows if row.parts is None or row.total]
    shown = drawable[:SCHOOLS_ON_CHART]
    some = any(row.parts for row in shown)
    return ChartModel(
        code="roadmap",
        number=8,
        title=_title(data.by, rows),
        subtitle="Мероприятия слева направо: выполнено, идёт, просрочено (штриховка); число справа — просрочено",
        drawing=Stack(_SERIES, tuple(_stack_row(row) for row in shown)) if some else None,
        table=TableModel(
            caption="Мероприятия дорожных карт со сроком до отчётной даты",
            columns=(
                Column("Этап" if data.by == "stage" else "Школа"),
                *(Column(series.title.capitalize(), numeric=True) for series in _SERIES),
                Column("Всего", numeric=True),
            ),
            rows=tuple(_row(row) for row in rows),
        ),
        note=sentences(
            data.remark,
            cut_note(len(shown), len(drawable), "с самыми большими числами"),
            missing_note(missing),
        ),
    )


def _title(by: Literal["stage", "school"], rows: list[RoadmapRow]) -> str:
    known = [row for row in rows if row.parts is not None]
    if few := too_few(len(known), len(rows)):
        return few if by == "school" else "Данных о выполнении карты нет"
    overdue, total = sum(row.overdue for row in known), sum(row.total for row in known)
    if not total:
        return "Мероприятий со сроком до отчётной даты нет"
    if not overdue:
        return "Просроченных мероприятий нет"
    return _stage_title(known) if by == "stage" else _school_title(known, overdue, total)


def _stage_title(rows: list[RoadmapRow]) -> str:
    worst = max(rows, key=lambda row: (row.stuck_schools, row.overdue))
    if not worst.stuck_schools:
        return f"Больше всего просрочено на{NBSP}этапе «{worst.title}»"
    count = worst.stuck_schools
    noun, verb = plural(count, "школа", "школы", "школ"), plural(count, "застряла", "застряли", "застряли")
    return f"{in_words_feminine(count).capitalize()} {noun} {verb} на{NBSP}этапе «{worst.title}»"


def _school_title(rows: list[RoadmapRow], overdue: int, total: int) -> str:
    late = [row.title for row in rows if row.overdue]
    noun = plural(overdue, "мероприятие", "мероприятия", "мероприятий")
    said = f"Просрочено {number(overdue)} {noun} из{NBSP}{number(total)}"
    if len(late) > NAMES_IN_TITLE:
        return f"{said} в{NBSP}{in_schools(len(late))}"
    return f"{said}: {join_and(late)}"


def _order(row: RoadmapRow) -> tuple[int, int, int, str]:
    if row.parts is None:
        return 1, 0, 0, row.title
    return (0 if row.overdue else 2), -row.overdue, -row.total, row.title


def _stack_row(row: RoadmapRow) -> StackRow:
    if row.parts is None:
        return StackRow(row.title, None, NO_DATA)
    text = f"{number(row.overdue)} из{NBSP}{number(row.total)}"
    return StackRow(row.title, row.parts, text, strong=bool(row.overdue))


def _row(row: RoadmapRow) -> Row:
    if row.parts is None:
        return Row((row.title, *(NO_DATA for _ in range(4))), row.school_id)
    return Row((row.title, *(number(part) for part in row.parts), number(row.total)), row.school_id)
