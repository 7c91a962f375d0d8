"""Chart 4. Has every young teacher a mentor: a cell a person, crossed where there is none."""

from dataclasses import dataclass

from dashboards.figures.drawing import SquareRow, Squares
from dashboards.figures.model import ChartModel, Column, Row, School, TableModel
from dashboards.figures.wording import (
    SCHOOLS_ON_CHART,
    cut_note,
    in_words,
    missing_note,
    sentences,
    too_few,
)
from tenants.domain.russian import NBSP, NO_DATA, number, plural


@dataclass(frozen=True, slots=True)
class YoungTeachers:
    """A school's young teachers and how many of them have a mentor; None — no data."""

    school: School
    total: int | None
    mentored: int | None

    @property
    def alone(self) -> int | None:
        """How many have none; None where either number is unknown."""
        if self.total is None or self.mentored is None:
            return None
        return max(self.total - self.mentored, 0)


@dataclass(frozen=True, slots=True)
class YoungTeachersData:
    """``remark`` says whose data are of an earlier season."""

    rows: tuple[YoungTeachers, ...]
    remark: str = ""


def young_teachers_chart(data: YoungTeachersData) -> ChartModel:
    """Schools with somebody left without a mentor stand first, those without young teachers only in the table."""
    rows = sorted(data.rows, key=_order)
    missing = [row.school for row in rows if row.alone is None]
    drawable = [row for row in rows if row.alone is None or row.total or row.mentored]
    shown = drawable[:SCHOOLS_ON_CHART]
    return ChartModel(
        code="young_teachers",
        number=4,
        title=_title(rows),
        subtitle="Одна клетка — один педагог со стажем до трёх лет; крестик — нет наставника",
        drawing=Squares(tuple(_squares(row) for row in shown)) if len(missing) < len(drawable) else None,
        table=TableModel(
            caption="Молодые специалисты и их наставники по школам",
            columns=(
                Column("Школа"),
                Column("Всего", numeric=True),
                Column("С наставником", numeric=True),
                Column("Без наставника", numeric=True),
            ),
            rows=tuple(_row(row) for row in rows),
        ),
        note=sentences(
            data.remark,
            cut_note(len(shown), len(drawable), "с самыми большими числами"),
            missing_note(missing),
        ),
    )


def _title(rows: list[YoungTeachers]) -> str:
    known = [row for row in rows if row.alone is not None]
    if few := too_few(len(known), len(rows)):
        return few
    total = sum(row.total or 0 for row in known)
    alone = sum(row.alone or 0 for row in known)
    if not total:
        return "Молодых специалистов в школах нет"
    if not alone:
        return _all_have(total)
    phrase = plural(alone, "молодой специалист", "молодых специалиста", "молодых специалистов")
    if alone == total:
        return f"Наставника нет ни у{NBSP}кого из{NBSP}молодых специалистов: {number(total)}"
    return f"Без{NBSP}наставника {in_words(alone)} {phrase} из{NBSP}{number(total)}"


def _all_have(total: int) -> str:
    if total == 1:
        return "У единственного молодого специалиста есть наставник"
    return f"Наставник есть у{NBSP}всех молодых специалистов: {number(total)}"


def _order(row: YoungTeachers) -> tuple[int, int, int, str]:
    if row.alone is None:
        return 1, 0, 0, row.school.name
    return (0 if row.alone else 2), -row.alone, -(row.total or 0), row.school.name


def _squares(row: YoungTeachers) -> SquareRow:
    if row.total is None or row.mentored is None:
        return SquareRow(row.school.name, None, None, NO_DATA)
    text = f"{number(row.mentored)} из{NBSP}{number(row.total)}"
    return SquareRow(row.school.name, row.mentored, row.total, text, strong=bool(row.alone))


def _row(row: YoungTeachers) -> Row:
    cells = (NO_DATA if value is None else number(value) for value in (row.total, row.mentored, row.alone))
    return Row((row.school.name, *cells), row.school.id)
