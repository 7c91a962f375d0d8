"""Second rewriting: single stretches of the calendar, from a day to a year."""

import re
from datetime import date

from schools.roadmap.domain.deadlines.line import Line, Rule, rule
from schools.roadmap.domain.deadlines.things import LAST, Doubt, Span, Unit

_MONTH = r"(?:M(?P<year>\d{4})-(?P<month>\d\d)|m(?P<bare>\d\d)) "
_YEAR = r"(?:y(?P<y>\d{4}) (?:год )?)?"
_YEAR_BEFORE = r"(?:y(?P<before>\d{4}) (?:год )?(?:[,:-] )?)?"
_ORDINAL = r"(?:(?P<sort>[no])(?P<n>\d) (?:(?P<joint>-|и) [no](?P<n2>\d) )?|(?P<final>последний) )"
_PART = r"(?P<part>недел[яи]|декада|половина) "
_DAYS = {"неделя": (1, 8, 15, 22, 29), "недели": (1, 8, 15, 22, 29), "декада": (1, 11, 21), "половина": (1, 16)}
WEEKS = Doubt("Недели месяца считаются от его первого дня: 1–7, 8–14, 15–21, 22–28.", 0.3)
_VAGUE = {
    "начало": ((1, 10), Doubt("Начало месяца понято как первые десять дней.", 0.45)),
    "середина": ((11, 20), Doubt("Середина месяца понята как дни с 11-го по 20-е.", 0.45)),
    "конец": ((21, LAST), Doubt("Конец месяца понят как его последняя декада.", 0.2)),
}
_VAGUE |= {"первые": _VAGUE["начало"], "последние": _VAGUE["конец"]}
_YEAR_END = Doubt("Итоги учебного года подводят к 31 мая; сам учебный год кончается 31 августа.", 0.15)
_YEAR_START = Doubt("Учебный год начинается 1 сентября.", 0.1)
_MAY_VAGUE = Doubt("Конец учебного года понят как май.", 0.35)
_SEPTEMBER_VAGUE = Doubt("Начало учебного года понято как сентябрь.", 0.45)
_MIDDLE = Doubt("Середина месяца понята как 15-е число.", 0.45)
_SCHOOL_YEAR_STARTS = Span((9, 1), (9, LAST), Unit.STRETCH, doubts=(_SEPTEMBER_VAGUE,))
_SCHOOL_YEAR_CLOSES = Span((5, 1), (5, LAST), Unit.STRETCH, doubts=(_MAY_VAGUE,))
_SEASONS = {1: (12, 2), 2: (3, 5), 3: (6, 8), 4: (9, 11)}
_SEASON = Doubt("Время года понято по календарю, срок — последний день третьего месяца.", 0.2)
_WHOLE_YEAR = Doubt("Назван только год.", 0.15)


def _of_month(found: re.Match[str], first: int, last: int, doubts: tuple[Doubt, ...] = (), *, by: bool = False) -> Span:
    month = int(found["month"] or found["bare"])
    year = int(found["year"]) if found["year"] else None
    unit = Unit.DAY if by else Unit.STRETCH
    return Span((month, first), (month, last), unit, year, year, by=by, doubts=doubts)


def _part(found: re.Match[str], _: Line) -> Span | None:
    starts, name = _DAYS[found["part"]], found["part"]
    if name == "недели" and found["sort"] == "n" and found["n2"] is None:
        return None  # «2 недели октября» may be two weeks, not the second one
    doubts = (WEEKS,) if name in ("неделя", "недели") else ()
    if found["final"]:
        return _of_month(found, -7 if doubts else starts[-1], LAST, doubts)
    one, two = int(found["n"]), int(found["n2"] or found["n"])
    if not 1 <= one <= two <= len(starts) or (found["joint"] == "и" and two != one + 1):
        return None
    ends = LAST if two == len(starts) else starts[two] - 1
    return _of_month(found, starts[one - 1], ends, doubts)


def _vague(found: re.Match[str], _: Line) -> Span:
    (first, last), doubt = _VAGUE[found["part"]]
    return _of_month(found, first, last, (doubt,))


def _quarter(found: re.Match[str], line: Line) -> str | Span | None:
    year_text = found["y"] or found["before"]
    year = int(year_text) if year_text else None
    numbers = [int(number) for number in re.findall(r"[no]([1-4]) ", found["quarters"])]
    if re.search(r"(?:-|по) ", found["quarters"]):
        if len(numbers) != 2 or numbers[0] >= numbers[1]:  # noqa: PLR2004 - a range has two ends
            return None
        first = (numbers[1] * 3, LAST) if found["by"] else (numbers[0] * 3 - 2, 1)
        unit = Unit.DAY if found["by"] else Unit.STRETCH
        return Span(first, (numbers[1] * 3, LAST), unit, year, year, by=bool(found["by"]))
    if found["by"] and len(numbers) > 1:
        return None
    if found["by"]:
        end = (numbers[0] * 3, LAST)
        return Span(end, end, Unit.DAY, year, year, by=True)
    spans = [Span((q * 3 - 2, 1), (q * 3, LAST), Unit.STRETCH, year, year) for q in numbers]
    return ", ".join(line.put(span) for span in spans)


def _half(found: re.Match[str], line: Line) -> str | Span:
    year = int(found["y"]) if found["y"] else None
    numbers = [int(number) for number in re.findall(r"[no]([12]) ", found["halves"])]
    spans = [_half_span(number, year, school=bool(found["school"]), by=bool(found["by"])) for number in numbers]
    return ", ".join(line.put(span) for span in spans)


def _half_span(number: int, year: int | None, *, school: bool, by: bool) -> Span:
    """A half-year by its number; which half is meant, where neither year nor «учебный» says, the period decides."""
    first, last = ((9, 1), (12, LAST)) if number == 1 else ((1, 1), (5, LAST))
    unit = Unit.DAY if by else Unit.STRETCH
    if school:
        return Span(last if by else first, last, unit, by=by)
    if year is not None:
        first, last = ((1, 1), (6, LAST)) if number == 1 else ((7, 1), (12, LAST))
        doubt = Doubt("Полугодие понято как календарное: при нём назван один год.", 0.3)
        return Span(last if by else first, last, unit, year, year, by=by, doubts=(doubt,))
    return Span(first, last, Unit.HALF, by=by, half=number)


def _season(found: re.Match[str], _: Line) -> Span:
    number = int(found["season"])
    year = int(found["y"]) if found["y"] else None
    first, last = _SEASONS[number]
    if number == 1 and year is not None:
        return Span((first, 1), (last, LAST), Unit.STRETCH, winter=year, doubts=(_SEASON,))
    return Span((first, 1), (last, LAST), Unit.STRETCH, year, year, doubts=(_SEASON,))


def _school_year_end(found: re.Match[str], line: Line) -> str | None:
    years = found["years"] or ""
    if found["edge"] == "начало" and found["by"]:
        span = Span((9, 1), (9, 1), Unit.DAY, by=True, doubts=(_YEAR_START,))
    elif found["by"]:
        span = Span((5, 31), (5, 31), Unit.DAY, by=True, doubts=(_YEAR_END,))
    elif found["edge"] == "начало":
        span = _SCHOOL_YEAR_STARTS
    else:
        span = _SCHOOL_YEAR_CLOSES
    return line.put(span) + years


def _year_end(found: re.Match[str], _: Line) -> Span:
    unit = Unit.DAY if found["calendar"] else Unit.YEAR_END
    return Span((12, 31), (12, 31), unit, by=True)


def _year(found: re.Match[str], _: Line) -> Span:
    year = int(found["y"])
    if found["by"]:
        return Span((12, 31), (12, 31), Unit.DAY, year, year, by=True)
    through = bool(found["through"])
    return Span(
        (1, 1), (12, LAST), Unit.STRETCH if through else Unit.YEAR, year, year, doubts=() if through else (_WHOLE_YEAR,)
    )


def _exact(found: re.Match[str], _: Line) -> Span:
    day = date.fromisoformat(found[1])
    return Span((day.month, day.day), (day.month, day.day), Unit.DAY, day.year, day.year)


def _yearless(found: re.Match[str], _: Line) -> Span:
    day = (int(found[2]), int(found[3]))
    return Span(day, day, Unit.DAY, weak=found[1] == "e")


def _month(found: re.Match[str], _: Line) -> Span:
    span = _of_month(found, 1, LAST)
    return Span(span.first, span.last, Unit.MONTH, span.first_year, span.last_year)


_BY_END = r"(?:(?P<by>до|к|не позднее) (?:конец|окончание|завершение) |(?:в )?конец |в |втечение (?:весь )?)?"
_Q = r"[no][1-4] "
RULES: tuple[Rule, ...] = (
    rule(
        "конец |окончание |завершение ",
        r"(?:до|к|не позднее) (?:конец|окончание|завершение) " + _MONTH,
        lambda m, _: _of_month(m, 1, LAST, by=True),
    ),
    rule("середина ", r"(?:до|к) середина " + _MONTH, lambda m, _: _of_month(m, 15, 15, (_MIDDLE,), by=True)),
    rule("недел|декада |половина ", r"(?:в |втечение |на )?" + _ORDINAL + _PART + _MONTH, _part),
    rule("недел|декада |половина ", r"(?:в )?" + _MONTH + r"(?:, |\( )?" + _ORDINAL + _PART + r"(?:\) )?", _part),
    rule(
        "начало |середина |конец ",
        r"(?<!до )(?<!к )(?<!позднее )(?:в )?(?P<part>начало|середина|конец) " + _MONTH,
        _vague,
    ),
    rule(
        "квартал ",
        rf"{_YEAR_BEFORE}{_BY_END}(?P<quarters>(?:с {_Q}по |{_Q}- )?{_Q}(?:(?:,|и) {_Q})*)квартал {_YEAR}",
        _quarter,
    ),
    rule(
        "полугодие ",
        rf"{_BY_END}(?P<halves>[no][12] (?:(?:и|,) [no][12] )?)полугодие "
        rf"(?:(?:текущий )?(?P<school>учебный) год )?{_YEAR}",
        _half,
    ),
    rule(
        "начало ",
        r"(?:в |на )?начало (?:и|,) (?:в |на )?конец (?:каждый )?учебный год ",
        lambda _, line: f"{line.put(_SCHOOL_YEAR_STARTS)}, {line.put(_SCHOOL_YEAR_CLOSES)}",
    ),
    rule(
        "начало |конец |окончание |завершение ",
        r"(?:(?P<by>до|к|не позднее) |в |на )?(?P<edge>начало|конец|окончание|завершение) "
        r"(?:(?:текущий |каждый )?учебный год |(?=@Y))(?P<years>@Y\d+ )?",
        _school_year_end,
    ),
    rule(
        "конец |окончание |завершение ",
        r"(?:до|к|не позднее) (?:конец|окончание|завершение) (?:текущий )?(?P<calendar>календарный )?(?:текущий )?год "
        r"(?!@|y)",
        _year_end,
    ),
    rule(
        "первые |последние ",
        r"(?:в |на )?(?P<part>первые|последние) (?:число|день) " + _MONTH,
        _vague,
    ),
    rule("z", rf"(?:в |втечение )?z(?P<season>\d) {_YEAR}", _season),
    rule("период ", rf"(?:в |втечение )?a(?P<season>\d) период {_YEAR}", _season),
    rule(
        "y",
        r"(?:(?P<by>до|к|не позднее) (?:конец|окончание) |(?P<through>втечение (?:весь )?)|в )?y(?P<y>\d{4}) "
        r"(?:календарный )?(?:годы? )?",
        _year,
    ),
    rule("D", r"(?:в |на )?D(\S+) ", _exact),
    rule("-", r"(?:в |на )?([de])(\d\d)-(\d\d) ", _yearless),
    rule("m|M", r"(?:в |на |втечение (?:весь )?)?" + _MONTH, _month),
)
