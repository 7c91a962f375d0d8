"""What the board says in words: its first sentence, how full the data are, and what asks for attention."""

from dataclasses import dataclass
from decimal import Decimal

from dashboards.board_charts import MENTEES, PAIRS
from dashboards.board_data import BoardInput
from dashboards.figures.rhythm import MONTHLY, RhythmData
from dashboards.figures.roadmap_progress import RoadmapData
from dashboards.figures.submitted import HandedIn
from dashboards.figures.wording import (
    NAMES_IN_TITLE,
    in_schools,
    in_words,
    in_words_feminine,
    in_words_of,
    one_decimal,
)
from dashboards.figures.young_teachers import YoungTeachersData
from municipal.indicators.aggregate import total
from tenants.domain.russian import NBSP, counted, date_words, join_and, number, plural

_WORK = ("работает", "работают", "работают")
_TO = (*("", "одной", "двум", "трём", "четырём", "пяти"), *("шести", "семи", "восьми", "девяти", "десяти"))


@dataclass(frozen=True, slots=True)
class Attention:
    """A line of «Что требует внимания»: ``text`` is a link to the chart ``chart``, ``rest`` stands after it.

    ``state`` is one of the nine signs of the product.
    """

    state: str
    text: str
    chart: str
    rest: str = ""


def lead(board: BoardInput) -> str:
    """«В октябре 2025 года работают 148 пар и групп, у 210 детей и педагогов есть наставник.»; then «работали»."""
    pairs, mentees = (total(code, board.shown_forms).value for code in (PAIRS, MENTEES))
    when = f"В{NBSP}{board.current.season.title_in}"
    if pairs is None:
        return f"{when} данных о{NBSP}парах и{NBSP}группах {'не было' if board.season_over else 'пока нет'}."
    verb = plural(pairs, *(("работала", "работали", "работали") if board.season_over else _WORK))
    said = f"{when} {verb} {counted(pairs, 'пара или группа', 'пары и группы', 'пар и групп')}"
    if mentees is None:
        return f"{said}."
    people = plural(mentees, "ребёнка или педагога", "детей и педагогов", "детей и педагогов")
    return f"{said}, у{NBSP}{number(mentees)} {people} {'был' if board.season_over else 'есть'} наставник."


def completeness(board: BoardInput) -> str:
    """«Мониторинг сдали 9 школ из 12, по трём школам показаны данные мая 2025 года.»"""
    came, expected = len(board.current.forms), len(board.expected)
    said = _came(board, came, expected)
    parts = []
    if board.carried and board.previous is not None:
        season = board.previous.season
        when = f"{season.season.word_of} {season.calendar_year}{NBSP}года"
        parts.append(f"по{NBSP}{_to_schools(len(board.carried))} показаны данные {when}")
    if unknown := expected - came - len(board.carried):
        parts.append(f"по{NBSP}{_to_schools(unknown)} данных нет")
    return ", ".join([said, *parts]) + "."


def _came(board: BoardInput, came: int, expected: int) -> str:
    schools = counted(came, "школы", "школ", "школ")
    if not board.carry:
        return f"Показаны только принятые отчёты {schools} из{NBSP}{number(expected)}"
    if not came:
        return "Мониторинг никто не сдал" if board.season_over else "Мониторинг пока никто не сдал"
    verb = plural(came, "сдала", "сдали", "сдали")
    return f"Мониторинг {verb} {counted(came, 'школа', 'школы', 'школ')} из{NBSP}{number(expected)}"


def attention(
    board: BoardInput, *, young: YoungTeachersData, rhythm: RhythmData, roadmap: RoadmapData
) -> tuple[Attention, ...]:
    """At most six lines, the most pressing first; an empty one means that all is well."""
    found = (
        _late(board),
        _returned(board),
        _without_mentor(young),
        _rarely(rhythm, over=board.season_over),
        _overdue(roadmap, over=board.season_over),
        _publications(board),
    )
    return tuple(line for line in found if line is not None)


def _late(board: BoardInput) -> Attention | None:
    late = [form.school.name for form in board.states if form.state in (HandedIn.LATE, HandedIn.MISSING)]
    if not late:
        return None
    verb = plural(len(late), "не сдала", "не сдали", "не сдали")
    text = f"{_schools(len(late)).capitalize()} {verb} мониторинг"
    return Attention("late", text, "submitted", f": {_names(late)}")


def _returned(board: BoardInput) -> Attention | None:
    back = [form.school.name for form in board.states if form.state is HandedIn.RETURNED]
    if not back:
        return None
    noun = plural(len(back), "отчёт возвращён", "отчёта возвращены", "отчётов возвращены")
    text = f"{in_words(len(back)).capitalize()} {noun} на{NBSP}доработку"
    return Attention("return", text, "submitted", f": {_names(back)}")


def _without_mentor(young: YoungTeachersData) -> Attention | None:
    rows = [row for row in young.rows if row.alone]
    if not rows:
        return None
    alone = sum(row.alone or 0 for row in rows)
    phrase = plural(alone, "молодой специалист", "молодых специалиста", "молодых специалистов")
    text = f"{in_words(alone).capitalize()} {phrase} без{NBSP}наставника"
    return Attention("soon", text, "young_teachers", f" в{NBSP}{in_schools(len(rows))}")


def _rarely(rhythm: RhythmData, *, over: bool) -> Attention | None:
    rare = [row for row in rhythm.rows if row.values and _is_rare(row.values[-1])]
    if not rare:
        return None
    verb = "встречались" if over else "встречаются"
    return Attention("soon", f"В{NBSP}{in_schools(len(rare))} пары {verb} реже раза в{NBSP}месяц", "rhythm")


def _is_rare(value: Decimal | None) -> bool:
    return value is not None and one_decimal(value) < MONTHLY


def _overdue(roadmap: RoadmapData, *, over: bool) -> Attention | None:
    late = [row for row in roadmap.rows if row.overdue]
    if not late:
        return None
    count = sum(row.overdue for row in late)
    noun = plural(count, "мероприятие", "мероприятия", "мероприятий")
    verb = f"К{NBSP}отчётной дате было просрочено" if over else "Просрочено"
    text = f"{verb} {number(count)} {noun} дорожных карт"
    return Attention("late", text, "roadmap", f" в{NBSP}{in_schools(len(late))}")


def _publications(board: BoardInput) -> Attention | None:
    data = board.publications
    short = data.norm - len(data.items)
    if short <= 0:
        return None
    if board.year_over:
        return Attention("late", f"До{NBSP}нормы публикаций не{NBSP}хватило {in_words_of(short)}", "publications")
    text = f"До{NBSP}нормы публикаций не{NBSP}хватает {in_words_of(short)}"
    due = date_words(data.school_year.ends_on, with_year=False)
    return Attention("work", text, "publications", f", срок {due}")


def _schools(n: int) -> str:
    return f"{in_words_feminine(n)} {plural(n, 'школа', 'школы', 'школ')}"


def _to_schools(n: int) -> str:
    spelt = _TO[n] if n < len(_TO) else number(n)
    return f"{spelt} {plural(n, 'школе', 'школам', 'школам')}"


def _names(names: list[str]) -> str:
    if len(names) <= NAMES_IN_TITLE * 2:
        return join_and(names)
    return f"{', '.join(names[: NAMES_IN_TITLE * 2])} и{NBSP}ещё{NBSP}{number(len(names) - NAMES_IN_TITLE * 2)}"
