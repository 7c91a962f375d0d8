"""Days named by their weekday: «вторая среда ноября», «третий вторник каждого месяца», «по средам и пятницам»."""

import re

from schools.roadmap.domain.deadline import DeadlineKind
from schools.roadmap.domain.deadlines.days import LAST_NTH, WORKING, nth_weekday
from schools.roadmap.domain.deadlines.line import Line, Rule, named, rule
from schools.roadmap.domain.deadlines.points import WEEKS
from schools.roadmap.domain.deadlines.things import LAST, Beat, Doubt, Manner, Rhythm, Span, Unit

_MONTH = r"(?:M(?P<year>\d{4})-(?P<month>\d\d)|m(?P<bare>\d\d)) "
_WHICH = r"(?P<which>(?:[no][1-4]|последний) (?:(?:,|и) (?:[no][1-4]|последний) )*)"
_EVERY_MONTH = (
    r"(?P<monthly>(?:ежемесячно|каждый месяц|(?:(?P<count>[no]\d) )?раз в месяц) (?:, |: |- |(?P<open>\( ))?)?"
)
_OF_MONTHS = r"(?P<after>(?:каждый |учебный )?месяц |(?:, )?ежемесячно |\( ежемесячно \) )?"
_CLOSED = r"(?(open)(?:\) )?)"
_WORKING_DAY = Doubt("Рабочий день понят как день с понедельника по пятницу; праздники не учтены.", 0.15)
_FIRST_WORKING_DAY = Doubt(_WORKING_DAY.text, 0.45)  # January, May and others open with a holiday
_SUPPOSED_MONTHLY = Doubt("Не сказано «каждого месяца»; понято как каждый месяц.", 0.1)
_PART_ENDS = {"неделя": (7, 14, 21, 28), "недели": (7, 14, 21, 28), "декада": (10, 20, LAST), "половина": (15, LAST)}


def _numbers(which: str) -> list[int]:
    """«первый и третий» → 1, 3; the last is ``LAST_NTH``."""
    return [int(word[1:]) if word[1:].isdecimal() else LAST_NTH for word in re.findall(r"[no]\d|последний", which)]


def _of_month(found: re.Match[str], line: Line) -> str:
    month = int(found["month"] or found["bare"])
    year = int(found["year"]) if found["year"] else None
    days = [nth_weekday(number, int(found["weekday"])) for number in _numbers(found["which"])]
    return ", ".join(line.put(Span((month, day), (month, day), Unit.DAY, year, year)) for day in days)


def _day_of_month(found: re.Match[str], _: Line) -> Span:
    """«последний (рабочий) день октября», «первый день сентября»."""
    month = int(found["month"] or found["bare"])
    year = int(found["year"]) if found["year"] else None
    number = LAST_NTH if found["which"] == "последний" else 1
    plain = LAST if number == LAST_NTH else 1
    day = nth_weekday(number, WORKING) if found["working"] else plain
    doubt = _WORKING_DAY if number == LAST_NTH else _FIRST_WORKING_DAY
    return Span((month, day), (month, day), Unit.DAY, year, year, doubts=(doubt,) if found["working"] else ())


def _monthly(found: re.Match[str], days: list[int], doubts: tuple[Doubt, ...]) -> Rhythm | None:
    after = named(found, "after")
    if not (after or found["monthly"]) or (found["count"] and int(found["count"][1:]) != len(days)):
        return None
    sure = found["monthly"] or "каждый" in after or "ежемесячно" in after or named(found, "each")
    return Rhythm(Beat.MONTH, days=tuple(days), doubts=doubts if sure else (*doubts, _SUPPOSED_MONTHLY))


def _weekdays_of_months(found: re.Match[str], _: Line) -> Rhythm | None:
    days = [nth_weekday(number, int(found["weekday"])) for number in _numbers(found["which"])]
    return _monthly(found, days, ())


def _parts_of_months(found: re.Match[str], _: Line) -> Rhythm | None:
    ends = _PART_ENDS[found["part"]]
    numbers = _numbers(found["which"])
    if any(number > len(ends) for number in numbers if number != LAST_NTH):
        return None
    days = [LAST if number == LAST_NTH else ends[number - 1] for number in numbers]
    return _monthly(found, days, (WEEKS,) if found["part"].startswith("недел") else ())


def _last_days(found: re.Match[str], _: Line) -> Rhythm | None:
    day = nth_weekday(LAST_NTH, WORKING) if found["working"] else LAST
    return _monthly(found, [day], (_WORKING_DAY,) if found["working"] else ())


RHYTHMS: tuple[Rule, ...] = (
    rule(
        "четверть |триместр ",
        r"(?:в |на )?(?:(?:последний|o1) (?:учебный )?(?:недел[яи]|день)|начало|середина) (?:каждый |[no]\d )?"
        r"(?:четверть|триместр) ",
        lambda _m, _l: Manner(DeadlineKind.SCHOOL_TERM),
    ),
    rule(
        "wd",
        rf"{_EVERY_MONTH}(?:в |во |на |по )?(?P<each>каждый )?{_WHICH}wd(?P<weekday>\d) {_OF_MONTHS}{_CLOSED}",
        _weekdays_of_months,
    ),
    rule(
        "неделя |недели |декада |половина ",
        rf"{_EVERY_MONTH}(?:в |на )?(?P<each>каждый )?{_WHICH}(?P<part>недел[яи]|декада|половина) "
        rf"{_OF_MONTHS}{_CLOSED}",
        _parts_of_months,
    ),
    rule(
        "последний ",
        rf"{_EVERY_MONTH}(?:в |на )?последний (?P<working>рабочий )?день {_OF_MONTHS}{_CLOSED}",
        lambda m, line: None if not (m["monthly"] or "каждый" in named(m, "after")) else _last_days(m, line),
    ),
    rule(
        "wd",
        r"(?:(?:@F\d+ |еженедельно )(?:, |\( |: )?)?(?:(?:по|каждый|в|каждый неделя в) )?"
        r"wd\d (?:(?:,|и|-|/) (?:(?:по|в|каждый) )?wd\d )+(?:\) )?(?:еженедельно |каждый неделя )?",
        lambda m, _: Rhythm(Beat.WEEK) if re.match(r"по |каждый |еженедельно ", m[0]) or "недел" in m[0] else None,
    ),
)
POINTS: tuple[Rule, ...] = (
    rule("wd", rf"(?:в |на )?{_WHICH}wd(?P<weekday>\d) {_MONTH}", _of_month),
    rule(
        "день ",
        rf"(?:в |на )?(?P<which>последний|o1|n1) (?P<working>рабочий )?день {_MONTH}",
        _day_of_month,
    ),
)
