"""A school's card: its numbers now and last time beside the district's median. No places and no marks."""

from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from dashboards.board_data import BoardInput
from dashboards.figures.model import Column, Row, School, TableModel
from dashboards.figures.wording import SCHOOLS_TO_COMPARE, one_decimal
from municipal.indicators.aggregate import SchoolFacts
from municipal.indicators.catalogue import load_catalogue
from municipal.indicators.facts import CellState, Facts
from municipal.indicators.formulas import value_of
from tenants.domain.russian import NO_DATA, number

NOT_APPLIED = "не применяется"
_LINES = (
    ("E1", "Действующих пар и групп"),
    ("E7", "Наставляемых в парах"),
    ("E6", "Наставников в парах"),
    ("D14", "Наставляемых без наставника"),
    ("F3", "Молодых специалистов"),
    ("E10", "Молодых специалистов с наставником"),
    ("G1", "Проведено встреч с начала года"),
    ("G3", "Пар без встреч дольше 30 дней"),
    ("G9", "Просрочено мероприятий дорожной карты"),
    ("C3", "Публикаций с начала года"),
)
_RHYTHM = "Встреч на одну пару в месяц"


@dataclass(frozen=True, slots=True)
class SchoolCard:
    """``came`` is False where the school has not handed in this season; ``table`` then shows the time before."""

    school: School
    season_title: str
    came: bool
    table: TableModel


def school_card(board: BoardInput, school_id: int) -> SchoolCard | None:
    """The card of an expected school; None where there is no such school on this board.

    The median is over schools that know the number; of fewer than three it would be a neighbour's own number.
    """
    school = next((one for one in board.expected if one.id == school_id), None)
    if school is None:
        return None
    now = board.current.by_school.get(school_id)
    before = board.previous.by_school.get(school_id) if board.previous else None
    return SchoolCard(
        school=school,
        season_title=board.current.season.title,
        came=now is not None,
        table=TableModel(
            caption=f"Показатели: {school.name}",
            columns=(
                Column("Показатель"),
                Column(board.current.season.title, numeric=True),
                Column(board.previous.season.title if board.previous else "В прошлый раз", numeric=True),
                Column("Медиана по округу", numeric=True),
            ),
            rows=(
                *(_count_row(board, code, title, now, before) for code, title in _LINES),
                _rhythm_row(board, now, before),
            ),
        ),
    )


def _count_row(board: BoardInput, code: str, title: str, now: SchoolFacts | None, before: SchoolFacts | None) -> Row:
    known = [n for form in board.current.forms if (n := form.facts.count(code)) is not None]
    return Row((title, _said(now, code), _said(before, code), _median([Decimal(n) for n in known])))


def _rhythm_row(board: BoardInput, now: SchoolFacts | None, before: SchoolFacts | None) -> Row:
    known = [value for form in board.current.forms if (value := _rhythm(form)) is not None]
    return Row((_RHYTHM, _shown(_rhythm(now)), _shown(_rhythm(before)), _median(known)))


def _rhythm(form: SchoolFacts | None) -> Decimal | None:
    return None if form is None else value_of(load_catalogue().indicators["MEETINGS_PER_PAIR"], [form]).quotient


def _said(form: SchoolFacts | None, code: str) -> str:
    if form is not None and _is_exempt(form.facts, code):
        return NOT_APPLIED
    count = None if form is None else form.facts.count(code)
    return NO_DATA if count is None else number(count)


def _is_exempt(facts: Facts, code: str) -> bool:
    return facts.cell(code).state is CellState.EXEMPT


def _median(known: list[Decimal]) -> str:
    return NO_DATA if len(known) < SCHOOLS_TO_COMPARE else _shown(median(known))


def _shown(value: Decimal | None) -> str:
    return NO_DATA if value is None else number(one_decimal(value))
