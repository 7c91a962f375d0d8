"""What the pages of surveys say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from municipal.indicators.formats import load_formats
from municipal.indicators.vocabulary import load_vocabulary
from schools.surveys.domain.kinds import KINDS, level
from schools.surveys.domain.totals import ENOUGH, Side
from schools.surveys.models import SurveyRound
from tenants.domain.russian import counted, date_numeric, number, percent
from tenants.domain.school_year import SchoolYear

SIDES = {"mentees": "наставляемые", "mentors": "наставники"}
ALL_FORMS = "все формы"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list."""

    id: int
    title: str
    under: str
    days: str
    result: tuple[str, ...]
    code: str
    words: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class KindLine:
    """A kind of survey to choose when one is written down."""

    code: str
    title: str
    hint: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of ui/facts.html."""

    name: str
    value: str | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Facts of one side under its name."""

    title: str
    facts: list[Fact]


def kind_title(kind: str) -> str:
    """«входная анкета»; an unknown code as it is."""
    return load_vocabulary().closes_by["survey"].kinds.get(kind, kind)


def kinds() -> list[KindLine]:
    """Every kind in the order of the year."""
    return [KindLine(code, _capital(kind_title(code)), kind.hint) for code, kind in KINDS.items()]


def lines(rows: Iterable[SurveyRound]) -> list[Line]:
    """Rows of the list in their order."""
    return [
        Line(row.pk, row.title, _under(row), days(row), _result(row), *state(row), row.closed_on is None)
        for row in rows
    ]


def _under(row: SurveyRound) -> str:
    kind, form = kind_title(row.kind), _form(row)
    told = [] if row.title.casefold() == kind.casefold() else [kind]
    return ", ".join([*told, form])


def _form(row: SurveyRound) -> str:
    return load_formats().title(row.mentoring_format) if row.mentoring_format else ALL_FORMS


def days(row: SurveyRound) -> str:
    """«10.09.2025 — 24.09.2025», one day where it is the same, «с 10.09.2025» while the survey goes on."""
    since = date_numeric(row.opened_on)
    if row.closed_on is None:
        return f"с\u00a0{since}"
    return since if row.closed_on == row.opened_on else f"{since} — {date_numeric(row.closed_on)}"


def _result(row: SurveyRound) -> tuple[str, ...]:
    if row.points is not None:
        return (points_words(row.points),)
    said = row.said
    return tuple(
        f"{SIDES[name]}: {_answered(side)}"
        for name, side in (("mentees", said.mentees), ("mentors", said.mentors))
        if side.answered is not None
    )


def points_words(points: int) -> str:
    """«16 баллов, оптимальный уровень»."""
    return f"{counted(points, 'балл', 'балла', 'баллов')}, {level(points)} уровень"


def _answered(side: Side) -> str:
    if side.invited is None:
        return f"{number(side.answered or 0)}"
    return f"{number(side.answered or 0)} из\u00a0{number(side.invited)}"


def state(row: SurveyRound) -> tuple[str, str]:
    """State and its words: goes on, closed, closed with too few answers to be shown above the school."""
    if row.closed_on is None:
        return "work", "Идёт"
    if row.points is None and (row.said.answered or 0) < ENOUGH:
        return "check", "Завершён, мало ответов"
    return ("done", "Заполнена") if row.points is not None else ("done", "Завершён")


def conclusion(rows: list[SurveyRound], year: SchoolYear, *, over: bool) -> str:
    """What the year has, in a sentence."""
    if not rows:
        return f"За {year.title} учебный год опросов {'не записано' if over else 'пока нет'}."
    said = f"За {year.title} учебный год — {counted(len(rows), 'опрос', 'опроса', 'опросов')}"
    going = sum(row.closed_on is None for row in rows)
    return f"{said}, идёт {number(going)}." if going else f"{said}, завершены все."


def facts(row: SurveyRound) -> list[Fact]:
    """The card of a survey."""
    told = [
        Fact("Вид", kind_title(row.kind)),
        Fact("Форма наставничества", _form(row)),
        Fact("Когда", days(row)),
    ]
    if row.points is not None:
        told.append(Fact("Баллы", points_words(row.points)))
    return told


def groups(row: SurveyRound) -> list[Group]:
    """Numbers of each side that this kind of survey asks."""
    said, kind = row.said, KINDS.get(row.kind)
    names = kind.sides if kind else ()
    return [Group(_capital(SIDES[name]), _side(getattr(said, name), rates=bool(kind and kind.rates))) for name in names]


def _side(side: Side, *, rates: bool) -> list[Fact]:
    told = [
        Fact("Опросили", _n(side.invited)),
        Fact("Ответили", _part(side.answered, side.invited)),
    ]
    if rates:
        told += [
            Fact("Довольны", _part(side.satisfied, side.answered), "из тех, кто ответил"),
            Fact("Ответили и в начале, и в конце", _n(side.compared)),
            Fact("Из них ответы стали лучше", _part(side.grown, side.compared)),
        ]
    return told


def too_few(row: SurveyRound) -> bool:
    """Fewer than five answers of some side: its shares stay in the school."""
    said = (row.said.mentees, row.said.mentors)
    return any(side.answered is not None and side.answered < ENOUGH for side in said)


def _part(part: int | None, whole: int | None) -> str | None:
    if part is None or not whole:
        return _n(part)
    return f"{number(part)} из\u00a0{number(whole)} ({percent(part, whole)})"


def _n(value: int | None) -> str | None:
    return None if value is None else number(value)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
