"""Chart 10. How schools differ from last time: bars from nought, sorted from the largest gain."""

from dataclasses import dataclass

from dashboards.figures.drawing import Bar, Bars, Tone
from dashboards.figures.model import ChartModel, Column, Row, School, TableModel
from dashboards.figures.wording import SCHOOLS_ON_CHART, cut_note, missing_note, sentences, too_few
from tenants.domain.russian import NBSP, NO_DATA, join_and, number
from tenants.domain.school_year import SeasonOfYear


@dataclass(frozen=True, slots=True)
class Deviation:
    """A school's number last time and now; None — no data."""

    school: School
    before: int | None
    now: int | None

    @property
    def difference(self) -> int | None:
        """None where either number is unknown."""
        return None if self.before is None or self.now is None else self.now - self.before


@dataclass(frozen=True, slots=True)
class DeviationsData:
    """``noun`` in three forms («пара», «пары», «пар»)."""

    noun: tuple[str, str, str]
    before: SeasonOfYear
    now: SeasonOfYear
    rows: tuple[Deviation, ...]


def deviations_chart(data: DeviationsData) -> ChartModel:
    """Where there are more schools than the figure holds, those that changed most are drawn."""
    before = data.before
    rows = sorted(data.rows, key=_order)
    known = [row for row in rows if row.difference is not None]
    most = sorted(known, key=lambda row: -abs(row.difference or 0))[:SCHOOLS_ON_CHART]
    # a school without data keeps its row in the figure while there is room for it
    unknown = [row for row in rows if row.difference is None]
    shown = [row for row in rows if row in most] + unknown[: SCHOOLS_ON_CHART - len(most)]
    return ChartModel(
        code="deviations",
        number=10,
        title=_title(data, known),
        subtitle=f"Изменение числа {data.noun[2]} с{NBSP}{before.season.word_of} {before.calendar_year} года",
        drawing=Bars(tuple(_bar(row) for row in shown)) if known else None,
        table=TableModel(
            caption=f"Число {data.noun[2]} по школам",
            columns=(
                Column("Школа"),
                Column(before.title, numeric=True),
                Column(data.now.title, numeric=True),
                Column("Изменение", numeric=True),
            ),
            rows=tuple(_row(row) for row in rows),
        ),
        note=sentences(
            cut_note(len(shown), len(rows), "с самыми большими изменениями"),
            missing_note([row.school for row in unknown]),
        ),
    )


def signed(difference: int) -> str:
    """«+9», «−4», «0»."""
    return f"+{number(difference)}" if difference > 0 else number(difference)


def _title(data: DeviationsData, known: list[Deviation]) -> str:
    if few := too_few(len(known), len(data.rows)):
        return few
    many = data.noun[2]
    gain, loss = (pick(row.difference or 0 for row in known) for pick in (max, min))
    if gain <= 0 and loss >= 0:
        return f"Число {many} ни{NBSP}в одной школе не{NBSP}изменилось"
    rises = gain >= -loss
    largest = gain if rises else loss
    schools = [row.school.name for row in known if row.difference == largest]
    verb = "прибавилось" if rises else "убавилось"
    word = "плюс" if rises else "минус"
    return f"Больше всего {verb} {many}: {join_and(schools)}, {word}{NBSP}{number(abs(largest))}"


def _order(row: Deviation) -> tuple[int, int, str]:
    return (1, 0, row.school.name) if row.difference is None else (0, -row.difference, row.school.name)


def _bar(row: Deviation) -> Bar:
    difference = row.difference
    if difference is None:
        return Bar(row.school.name, None, NO_DATA)
    tone = Tone.LOOK if difference < 0 else Tone.MAIN
    return Bar(row.school.name, difference, signed(difference), tone)


def _row(row: Deviation) -> Row:
    values = (NO_DATA if value is None else number(value) for value in (row.before, row.now))
    change = NO_DATA if row.difference is None else signed(row.difference)
    return Row((row.school.name, *values, change), row.school.id)
