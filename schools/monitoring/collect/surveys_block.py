"""Block H: surveys closed since 1 September. October asks about the entry survey, May about the exit one.

No survey in the register: the line is missing and the curator is asked, as a survey may have been held and not written
down. A share of fewer than five answers is missing too: it would point at people (security.md T23).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from municipal.indicators.formats import load_formats
from schools.monitoring.collect.registers import Registers
from schools.monitoring.collect.words import not_kept, records
from schools.monitoring.domain.counted import Counted, SourceRow, known, share, unknown
from schools.pairs.models import PairMember
from schools.surveys.domain.kinds import level
from schools.surveys.domain.totals import ENOUGH
from schools.surveys.models import SurveyRound
from tenants.domain.russian import counted, date_numeric
from tenants.domain.school_year import Season

Line = Callable[[Registers], Counted]
SURVEYS, PAIRS = "Опросы", "Пары"
KIND_OF_SEASON = {Season.OCTOBER: "entry", Season.MAY: "exit"}
NAMES = {"entry": "входная анкета", "exit": "итоговая анкета", "curator_table": "таблица куратора"}
ROLES = {"mentees": PairMember.MENTEE, "mentors": PairMember.MENTOR}
FEW = "Ответов меньше пяти, доля не показывается. Выберите «нет данных»: мало ответов."


def round_rows(rounds: Sequence[SurveyRound]) -> list[SourceRow]:
    """Surveys with the days they were closed."""
    return [
        SourceRow(f"{row.title}, {_form(row)}{date_numeric(row.closed_on)}", "surveys:round", row.pk)
        for row in rounds
        if row.closed_on
    ]


def _form(row: SurveyRound) -> str:
    return f"{load_formats().title(row.mentoring_format)}, " if row.mentoring_format else ""


def _none(kind: str) -> Counted:
    return unknown(f"{NAMES[kind]} за этот год в разделе «{SURVEYS}» не записана")


def answered(registers: Registers, *, side: str) -> Counted:
    """H1, H2: everybody who answered; surveys of several forms of mentoring are added up."""
    kind = KIND_OF_SEASON[registers.season]
    rounds = [row for row in registers.surveys_of(kind) if getattr(row.said, side).answered is not None]
    if not rounds:
        return _none(kind)
    total = sum(getattr(row.said, side).answered for row in rounds)
    note = "Если один человек ответил в двух опросах, посчитайте его один раз." if len(rounds) > 1 else ""
    return known(total, records(SURVEYS, len(rounds)), round_rows(rounds), note=note)


def satisfied(registers: Registers, *, side: str) -> Counted:
    """H3, H4: of everybody who took part since 1 September, not only of those who answered."""
    rounds = _with(registers, side, "satisfied")
    if not rounds:
        return _none("exit")
    if not registers.pairs_kept:
        return unknown(not_kept(PAIRS))
    if _sum(rounds, side, "answered") < ENOUGH:
        return unknown(records(SURVEYS, len(rounds)), FEW)
    people = len(registers.of_year(ROLES[side]))
    return share(
        _sum(rounds, side, "satisfied"),
        people,
        f"{records(SURVEYS, len(rounds))}; раздел «{PAIRS}»",
        round_rows(rounds),
        nobody="С 1 сентября ни одна пара не работала.",
        note=f"Ответили {_sum(rounds, side, 'answered')} из {people}.",
    )


def grown(registers: Registers, *, side: str) -> Counted:
    """H6, H7: of those who answered both the entry and the exit survey."""
    rounds = [row for row in _with(registers, side, "grown") if getattr(row.said, side).compared is not None]
    if not rounds:
        return _none("exit")
    compared = _sum(rounds, side, "compared")
    how = records(SURVEYS, len(rounds))
    if compared < ENOUGH:
        return unknown(how, "Сравнить можно меньше пяти человек. Выберите «нет данных»: мало ответов.")
    return share(_sum(rounds, side, "grown"), compared, how, round_rows(rounds), nobody="")


def curator_points(registers: Registers) -> Counted:
    """H5: the newest table of each form of mentoring; of several the mean, rounded half up."""
    newest: dict[str, SurveyRound] = {}
    for row in registers.surveys_of("curator_table"):
        if row.points is not None:
            newest.setdefault(row.mentoring_format, row)
    if not newest:
        return unknown(f"{NAMES['curator_table']} за этот год в разделе «{SURVEYS}» не записана")
    points = [row.points or 0 for row in newest.values()]
    mean = (2 * sum(points) + len(points)) // (2 * len(points))
    note = f"Уровень {level(mean)}."
    if len(points) > 1:
        tables = counted(len(points), "таблица", "таблицы", "таблиц")
        note = f"{tables} по формам, взято среднее. {note}"
    return known(mean, records(SURVEYS, len(points)), round_rows(list(newest.values())), note=note)


def _with(registers: Registers, side: str, name: str) -> list[SurveyRound]:
    return [row for row in registers.surveys_of("exit") if getattr(getattr(row.said, side), name) is not None]


def _sum(rounds: Sequence[SurveyRound], side: str, name: str) -> int:
    return sum(getattr(getattr(row.said, side), name) or 0 for row in rounds)


LINES: dict[str, Line] = {
    "H1": partial(answered, side="mentees"),
    "H2": partial(answered, side="mentors"),
    "H3": partial(satisfied, side="mentees"),
    "H4": partial(satisfied, side="mentors"),
    "H5": curator_points,
    "H6": partial(grown, side="mentees"),
    "H7": partial(grown, side="mentors"),
}
