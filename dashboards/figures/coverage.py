"""Chart 2. Does coverage grow: mentees or participants over the last seasons, at most five points."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboards.figures.drawing import Line, LinePoint
from dashboards.figures.model import ChartModel, Column, Row, School, TableModel
from dashboards.figures.wording import change, is_number_of, missing_note, of_schools, sentences, too_few
from tenants.domain.russian import NBSP, NO_DATA, counted, number, plural
from tenants.domain.school_year import Season, SeasonOfYear

POINTS = 5


@dataclass(frozen=True, slots=True)
class SeasonPoint:
    """A season's sum over the ``schools`` that have data; ``value`` is None where no school has."""

    season: SeasonOfYear
    value: int | None
    schools: int


@dataclass(frozen=True, slots=True)
class Compared:
    """The same ``schools`` schools then and now: a school that handed in only once is in neither sum."""

    season: SeasonOfYear
    before: int
    now: int
    schools: int


@dataclass(frozen=True, slots=True)
class CoverageData:
    """``whom`` is the genitive plural: «наставляемых». ``points`` run from the oldest, the last one is current.

    ``by_school`` are the current season's numbers (None — no data), ``expected`` the schools of the campaign.
    """

    whom: str
    points: tuple[SeasonPoint, ...]
    compared: Compared | None
    expected: int
    by_school: tuple[tuple[School, int | None], ...] = ()
    remark: str = ""


def coverage_chart(data: CoverageData) -> ChartModel:
    """Marked are the current point and the one it is compared with."""
    points = data.points[-POINTS:]
    whom = data.whom.capitalize()
    missing = [school for school, value in data.by_school if value is None]
    known = any(point.value is not None for point in points)
    return ChartModel(
        code="coverage",
        number=2,
        title=_title(data),
        subtitle=f"Человек, по итогам мониторинга, {counted(data.expected, 'школа', 'школы', 'школ')}",
        drawing=Line(tuple(_point(point, data) for point in points)) if known else None,
        table=TableModel(
            caption=f"{whom} по итогам мониторинга",
            columns=(Column("Мониторинг"), Column(whom, numeric=True), Column("Школ с данными", numeric=True)),
            rows=tuple(Row((point.season.title, _value(point.value), number(point.schools))) for point in points),
        ),
        note=sentences(data.remark, _unequal(points), missing_note(missing)),
        behind=_behind(whom, data.by_school),
    )


def _title(data: CoverageData) -> str:
    last = data.points[-1] if data.points else None
    whom = data.whom.capitalize()
    if last is None or last.value is None:
        return f"Данных о числе {data.whom} нет"
    if few := too_few(last.schools, data.expected):
        return few
    compared = data.compared
    if compared is None:
        return f"{whom} {number(last.value)}, сравнить не с{NBSP}чем"
    if few := too_few(compared.schools, data.expected):
        return few
    said = change(compared.before, compared.now)
    since = _since(compared.season, last.season)
    subject = f"число {data.whom}" if is_number_of(said) else data.whom
    if compared.schools < last.schools:
        where = plural(compared.schools, "школе", "школах", "школах")
        return f"В{NBSP}{number(compared.schools)} {where} с{NBSP}данными за{NBSP}оба раза {subject} {said}"
    return f"{subject.capitalize()} {since} {said}"


def _since(then: SeasonOfYear, now: SeasonOfYear) -> str:
    return f"за{NBSP}год" if then == now.year_before else f"с{NBSP}{then.season.word_of} {then.calendar_year} года"


def _point(point: SeasonPoint, data: CoverageData) -> LinePoint:
    month = "окт" if point.season.season is Season.OCTOBER else "май"
    marked = point is data.points[-1] or (data.compared is not None and point.season == data.compared.season)
    return LinePoint(f"{month}\n{point.season.calendar_year}", point.value, marked=marked)


def _value(value: int | None) -> str:
    return NO_DATA if value is None else number(value)


def _unequal(points: Sequence[SeasonPoint]) -> str:
    counts = [point.schools for point in points if point.value is not None]
    if len(set(counts)) <= 1:
        return ""
    least, most = number(min(counts)), of_schools(max(counts))
    return f"Школ с{NBSP}данными в{NBSP}разные годы было разное число: от{NBSP}{least} до{NBSP}{most}."


def _behind(title: str, by_school: Sequence[tuple[School, int | None]]) -> TableModel | None:
    if not by_school:
        return None
    rows = tuple(Row((school.name, _value(value)), school.id) for school, value in by_school)
    return TableModel(f"{title}: из чего сложилось", (Column("Школа"), Column(title, numeric=True)), rows)
