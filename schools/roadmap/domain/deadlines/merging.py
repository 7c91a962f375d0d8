"""First rewriting: words and figures that make one date, one month of a year, one range of years."""

import re
from datetime import date

from schools.roadmap.domain.deadlines.line import Line, Rule, rewrite, rule
from schools.roadmap.domain.deadlines.things import Doubt, Remark, Years
from schools.roadmap.domain.deadlines.tokens import day_token

_CENTURY = 2000
_WEEKDAY_UNCHECKED = Remark(Doubt("День недели не проверялся: год не назван.", 0.1))
_WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
# A year that opens a range of years («октябрь 2025–2026 уч. г.») belongs to the range, not to the month before it.
_ALONE = r"(?!- y|/ y|/ n|- n\d\d (?:учебный|год))"
_YEAR = rf"y(\d{{4}}) (?:годы? )?{_ALONE}"
# A break parts two statements only after a figure or a calendar word; elsewhere it wraps the line.
_IDLE_BREAK = re.compile(
    r"(?<=\s)(?P<kept>(?!(?:год|годы|месяц|квартал|полугодие|включительно|ежегодно) )(?:~?[а-я]\S*|[-,;:/(]) )¶ "
    r"|(?P<day>(?:с|по|до|к|позднее) [no]\d+ )¶ (?=m\d)|(?P<month>m\d\d )¶ (?=y\d)"
    r"|¶ (?=(?:год|годы|учебный|и|или|число|месяц|раз) |[,;/)] )"
)


def merge(line: Line) -> None:
    """Dates become ``D``/``d``, months ``M``/``m``, ranges of years things; a date that does not exist refuses all."""
    line.text = _unbroken(line.text)
    rewrite(line, _RULES)
    _year_first(line)
    rewrite(line, _YEARS)
    if "X" in line.text and re.search(r"(?<!\S)X ", line.text):
        line.fail("Такой даты нет в календаре.")


def _unbroken(text: str) -> str:
    """Without line breaks inside a statement; a dash that opens the lines is a bullet, not a range."""
    if "¶" not in text:
        return text.removeprefix("- ")
    bullets = text.startswith("- ")
    text = text.removeprefix("- ").replace("¶ - ", "¶ " if bullets else "- ")
    return _IDLE_BREAK.sub(
        lambda found: found["kept"] or found["day"] or found["month"] or "", f" {text}"
    ).removeprefix(" ")


def _day(day: str, month: str, year: str | None) -> str:
    return day_token(day, month, year) + " "


def _month_years(found: re.Match[str], _: Line) -> str:
    years = re.findall(r"y(\d{4})", found[0])
    return " , ".join(f"M{year}-{found[1]}" for year in years) + " "


def _year_first(line: Line) -> None:
    """«2025 г., октябрь»: a year before the only month or day of the phrase."""
    found = re.fullmatch(r"y(\d{4}) (?:год )?(?:[,:(-] )?(?:(m)(\d\d)|(d)(\d\d-\d\d)) (?:\) )?", line.text)
    if found is not None:
        line.text = f"M{found[1]}-{found[3]} " if found[2] else day_token(found[5][3:], found[5][:2], found[1]) + " "


def _years(found: re.Match[str], line: Line) -> str | Years | None:
    first = int(found[1])
    if found[4] is not None and int(found[4]) != (first + 1) % 100:
        return None
    last = int(found[3]) if found[3] else first + 1
    if last <= first:
        line.fail("Годы стоят не по порядку.")
        return None
    slash, studying, plural = found[2] == "/", found[5] is not None, found[6] in ("годы ", "год год ")
    if studying or (slash and last == first + 1):
        return Years(first, last, school=True)
    return Years(first, last, school=False if plural or last != first + 1 else None)


def _school_years(found: re.Match[str], line: Line) -> Years:
    thing = line.things[int(found[1])]
    if not isinstance(thing, Years):
        raise TypeError(found[0])
    return Years(thing.first, thing.last, school=True)


def _short_years(found: re.Match[str], _: Line) -> Years | None:
    """«25/26 учебный год»."""
    first, last = _CENTURY + int(found[1]), _CENTURY + int(found[2])
    return Years(first, last, school=True) if last == first + 1 else None


def _weekday(day: str, weekday: int, line: Line) -> str:
    if date.fromisoformat(day).isoweekday() != weekday:
        said = f"{day[8:]}.{day[5:7]}.{day[:4]}"
        line.doubts.append(Doubt(f"День недели не сходится с датой: {said} — не {_WEEKDAYS[weekday - 1]}.", 0.5))
    return f"D{day} "


def _clock(line: Line) -> str:
    return line.put(Remark(Doubt("Время дня не учитывается.", 0.0)))


_RULES: tuple[Rule, ...] = (
    rule("месяц ", r"m(\d\d) месяц ", lambda m, _: f"m{m[1]} "),
    rule(
        "y", r"(?<!m\d\d , )(?<!m\d\d и )m(\d\d) y\d{4} (?:год )?(?:(?:,|и) y\d{4} (?:год )?)+(?:годы )?", _month_years
    ),
    rule("y", rf"[no](\d+) m(\d\d) (?:, )?{_YEAR}", lambda m, _: _day(m[1], m[2], m[3])),
    rule("y", rf"[de](\d\d)-(\d\d) (?:, )?{_YEAR}", lambda m, _: _day(m[2], m[1], m[3])),
    rule("год ", r"[no](\d+) m(\d\d) n(\d\d) год ", lambda m, _: _day(m[1], m[2], str(_CENTURY + int(m[3])))),
    rule("год ", r"d(\d\d)-(\d\d) n(\d\d) год ", lambda m, _: _day(m[2], m[1], str(_CENTURY + int(m[3])))),
    rule("m", r"[no](\d+) (?:число )?m(\d\d) ", lambda m, _: _day(m[1], m[2], None)),
    rule("( y", rf"m(\d\d) \( {_YEAR}\) ", lambda m, _: f"M{m[2]}-{m[1]} "),
    rule("y", rf"m(\d\d) (?:, |в )?{_YEAR}", lambda m, _: f"M{m[2]}-{m[1]} "),
    rule("год ", r"m(\d\d) n(\d\d) год ", lambda m, _: f"M{_CENTURY + int(m[2])}-{m[1]} "),
    rule("D", r"(D\S+ )годы? ", lambda m, _: m[1]),
    rule("M", r"(M\S+ )годы? ", lambda m, _: m[1]),
    rule("wd", r"(?:в )?wd(\d) (?:, )?D(\S+) ", lambda m, line: _weekday(m[2], int(m[1]), line)),
    rule("wd", r"D(\S+) (?:, |\( )?wd(\d) (?:\) )?", lambda m, line: _weekday(m[1], int(m[2]), line)),
    rule("wd", r"(?:в |на )?wd\d (?:, )?(?=d\d\d-\d\d )", lambda _, line: line.put(_WEEKDAY_UNCHECKED)),
    rule("wd", r"(d\d\d-\d\d )(?:, |\( )?wd\d (?:\) )?", lambda m, line: m[1] + line.put(_WEEKDAY_UNCHECKED)),
    rule(
        "число ",
        r"(?<!, )(?<!и )(?<!- )m(\d\d) (?:, |\( )(?:до |не позднее |к )[no](\d+) число (?!каждый|месяц|еже)(?:\) )?",
        lambda m, _: "до " + _day(m[2], m[1], None),
    ),
    rule("D", r"(D\S+ )(?:, )?в (?:X|[de]\S+|t) (?:час )?", lambda m, line: m[1] + _clock(line)),
    rule("t ", r"(?:, )?(?:в )?t (?:час )?", lambda _, line: _clock(line)),
)
_YEARS: tuple[Rule, ...] = (
    rule(
        "y",
        r"(?:(?:в )?период )?(?:с )?y(\d{4}) (?:год )?(-|/|по|до) (?:y(\d{4}) |n(\d\d) )(?:(учебный) )?((?:годы? )*)",
        _years,
    ),
    rule("учебный ", r"n(\d\d) [-/] n(\d\d) учебный годы? ", _short_years),
    rule("учебный ", r"(?:в )?(?:учебный )годы? (?:- |: )?@Y(\d+) ", _school_years),
)
