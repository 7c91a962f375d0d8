"""Chart 3. Which forms of mentoring prevail: pairs and groups by form, the largest in colour."""

from dataclasses import dataclass

from dashboards.figures.drawing import Bar, Bars, Tone
from dashboards.figures.model import ChartModel, Column, Row, School, TableModel
from dashboards.figures.wording import missing_note, sentences, too_few
from tenants.domain.russian import NO_DATA, join_and, number, percent

_WHO_HELPS = {
    "pupil_pupil": "ученики помогают ученикам",
    "teacher_teacher": "учителя помогают учителям",
    "student_pupil": "студенты помогают ученикам",
    "employer_pupil": "работодатели помогают ученикам",
    "employer_student": "работодатели помогают студентам",
    "teacher_pupil": "учителя помогают ученикам",
    "educator_educator": "педагоги помогают педагогам",
    "head_educator": "руководители помогают педагогам",
    "employer_student_teacher": "работодатели помогают студентам педагогических вузов и колледжей",
    "lecturer_young_educator": "преподаватели помогают молодым педагогам",
    "partner_educator": "социальные партнёры помогают педагогам",
    "educator_student": "педагоги помогают студентам",
}


@dataclass(frozen=True, slots=True)
class FormatCount:
    """Active pairs and groups of one form; ``title`` as in the vocabulary: «ученик — ученик»."""

    code: str
    title: str
    pairs: int


@dataclass(frozen=True, slots=True)
class FormatsData:
    """Sums over the schools with data; ``by_school`` are their totals, None — no data."""

    season_title: str
    counts: tuple[FormatCount, ...]
    by_school: tuple[tuple[School, int | None], ...]
    remark: str = ""


def formats_chart(data: FormatsData) -> ChartModel:
    """Forms that nobody uses are left out of the bars and kept in the table."""
    counts = sorted(data.counts, key=lambda count: (-count.pairs, count.title))
    total = sum(count.pairs for count in counts)
    missing = [school for school, value in data.by_school if value is None]
    used = [count for count in counts if count.pairs]
    rows = (Row((_capital(count.title), number(count.pairs), percent(count.pairs, total))) for count in counts)
    return ChartModel(
        code="formats",
        number=3,
        title=_title(counts, known=len(data.by_school) - len(missing), expected=len(data.by_school)),
        subtitle=f"Пары и группы по формам наставничества, {data.season_title.lower()}, всего {number(total)}",
        drawing=Bars(tuple(_bar(count, chief=at == 0) for at, count in enumerate(used))) if used else None,
        table=TableModel(
            caption="Пары и группы по формам наставничества",
            columns=(Column("Форма"), Column("Пар и групп", numeric=True), Column("Доля", numeric=True)),
            rows=tuple(rows),
        ),
        note=sentences(data.remark, missing_note(missing)),
        behind=TableModel(
            "Пары и группы: из чего сложилось",
            (Column("Школа"), Column("Пар и групп", numeric=True)),
            tuple(
                Row((school.name, NO_DATA if value is None else number(value)), school.id)
                for school, value in data.by_school
            ),
        ),
    )


def _title(counts: list[FormatCount], *, known: int, expected: int) -> str:
    if few := too_few(known, expected):
        return few
    most = counts[0].pairs if counts else 0
    if not most:
        return "Действующих пар и групп нет"
    chief = [count for count in counts if count.pairs == most]
    if len(chief) > 1:
        return f"Чаще других встречаются поровну: {join_and([f'«{count.title}»' for count in chief])}"
    if chief[0].code in _WHO_HELPS:
        return f"Чаще всего {_WHO_HELPS[chief[0].code]}"
    return f"Чаще всего встречается форма «{chief[0].title}»"


def _bar(count: FormatCount, *, chief: bool) -> Bar:
    tone = Tone.MAIN if chief else Tone.REST
    return Bar(_capital(count.title), count.pairs, number(count.pairs), tone, strong=chief)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
