"""Repetition: «ежемесячно», «не реже двух раз в год», «до 5 числа следующего месяца», «каждую пятницу», «ежегодно»."""

import re

from schools.roadmap.domain.deadlines.line import Line, Rule, named, rule
from schools.roadmap.domain.deadlines.things import Beat, Doubt, Rhythm, Yearly

_BEATS = {
    "ежедневно": Beat.DAY,
    "день": Beat.DAY,
    "еженедельно": Beat.WEEK,
    "неделя": Beat.WEEK,
    "недели": Beat.WEEK,
    "ежемесячно": Beat.MONTH,
    "месяц": Beat.MONTH,
    "ежеквартально": Beat.QUARTER,
    "квартал": Beat.QUARTER,
    "полугодие": Beat.HALF,
    "год": Beat.YEAR,
    "ежегодно": Beat.YEAR,
    "четверть": Beat.TERM,
    "триместр": Beat.TERM,
}
_UNIT = r"(?:учебный |календарный |рабочий )?(?P<unit>день|недел[яи]|месяц|квартал|полугодие|четверть|триместр|год) "
_ADVERB = r"(?P<adverb>ежедневно|еженедельно|ежемесячно|ежеквартально|ежегодно) "
_LEAST = r"(?P<least>не (?:реже|менее)(?: чем)? |минимум )?"
_TIMES = (
    r"(?:по )?(?:(?P<times>[no]\d+) (?:(?:-|или) (?P<upto>[no]\d+) )?)?"
    r"(?:раз |(?<=n2 )(?=в год |в месяц )|(?<=n3 )(?=в год ))"
)
_EVERY = r"(?:(?P<every>[no]\d+) )?"
_DAYS = r"(?:с [no]\d+ (?:по|до) |[no]\d+ - )?(?P<days>[no]\d+ (?:(?:,|и) [no]\d+ )*)"
_BY = r"(?:до |не позднее |к |по |не позднее чем до )?"
_SUPPOSED_MONTHLY = Doubt("Не сказано, каждого ли месяца; понято как «ежемесячно».", 0.4)
_LONGEST_MONTH = 31


def _number(token: str) -> int:
    return int(token[1:]) if token else 1


def _times(found: re.Match[str], _: Line) -> Rhythm | Yearly | None:
    every, times = _number(named(found, "every")), 0 if found["upto"] else _number(named(found, "times"))
    if every < 1 or (found["times"] and times < 1 and not found["upto"]):
        return None
    rhythm = Rhythm(_BEATS[found["unit"]], every, times, at_least=bool(found["least"]))
    return Yearly() if rhythm == Rhythm(Beat.YEAR) else rhythm


def _adverb(found: re.Match[str], _: Line) -> Rhythm | Yearly:
    times = _number(named(found, "times") or named(found, "after"))
    rhythm = Rhythm(_BEATS[found["adverb"]], 1, times, at_least=bool(found["least"] or found["least2"]))
    return Yearly() if rhythm == Rhythm(Beat.YEAR) else rhythm


def _every(found: re.Match[str], _: Line) -> Rhythm | Yearly | None:
    every = _number(named(found, "every"))
    if every < 1:
        return None
    rhythm = Rhythm(_BEATS[found["unit"]], every)
    return Yearly() if rhythm == Rhythm(Beat.YEAR) else rhythm


def _days_of_month(found: re.Match[str], _: Line) -> Rhythm | None:
    days = tuple(sorted({int(number) for number in re.findall(r"[no](\d+)", found["days"])}))
    if not days or days[0] < 1 or days[-1] > _LONGEST_MONTH:
        return None
    after = named(found, "after")
    beat = Beat.QUARTER if "квартал" in after else Beat.MONTH
    said = bool(named(found, "every") or after or found["monthly"] or named(found, "monthly2"))
    return Rhythm(beat, days=days, next_month="следующий" in after, doubts=() if said else (_SUPPOSED_MONTHLY,))


def _month_end(found: re.Match[str], _: Line) -> Rhythm | None:
    return Rhythm(Beat.MONTH) if found["monthly"] or found["each"] or found["monthly2"] else None


def _weekday(found: re.Match[str], line: Line) -> Rhythm | None:
    """A weekly rhythm stays weekly with its weekday named; the weekday gives the curator nothing to check."""
    rhythm = named(found, "f")
    if rhythm and line.things[int(rhythm)] != Rhythm(Beat.WEEK):
        return None
    return Rhythm(Beat.WEEK)


_MONTHLY = r"(?:ежемесячно |каждый месяц |(?:[no]1 )?раз в месяц )"
_AFTER = (
    r"(?P<after>(?:следующий (?:за отчетный )?месяц |месяц (?:, )?следующий за отчетный (?:месяц |период |квартал )?"
    r"|следующий за отчетный (?:месяц |период |квартал )?))?"
)
_SECOND = r"(?:(?:, |\( )?(?P<least2>не (?:реже|менее) )?(?:по )?(?P<after>[no]\d+) раз (?:\) )?)?"
RULES: tuple[Rule, ...] = (
    # Days of the month come first: «ежемесячно до 5 числа» must not lose its day.
    rule(
        "число ",
        rf"(?P<monthly>{_MONTHLY}(?:, |- |\( )?)?{_BY}{_DAYS}число "
        rf"(?P<every>(?:каждый|текущий|отчетный) месяц )?{_AFTER}"
        rf"(?P<monthly2>(?:, |\( )?{_MONTHLY}(?:\) )?)?",
        _days_of_month,
    ),
    rule(
        "ежемесячно |каждый месяц |раз в месяц ",
        rf"(?P<monthly>{_MONTHLY}(?:, |- )?)(?:до |не позднее |к ){_DAYS}(?P<every>каждый месяц )?"
        rf"(?![-,] [no]|m\d|[a-zа-я~])",
        _days_of_month,
    ),
    rule(
        "месяц ",
        r"(?P<monthly>ежемесячно (?:, |- |\( )?)?(?:до |к |в |на |не позднее )?"
        r"(?:конец|окончание|последний (?:рабочий )?(?:день|число)) (?P<each>каждый )?месяц "
        r"(?P<monthly2>(?:, |\( )?ежемесячно (?:\) )?)?",
        _month_end,
    ),
    rule("раз |n2 в |n3 в ", rf"{_LEAST}{_TIMES}(?:в |/ |за )(?:каждый )?{_EVERY}{_UNIT}", _times),
    rule("еже", rf"(?P<least>не (?:реже|менее) )?(?:по )?(?:(?P<times>[no]\d+) раз )?{_ADVERB}{_SECOND}", _adverb),
    rule(
        "каждый ",
        r"(?:в |к |по )?(?:конец|окончание|завершение) каждый (?P<unit>квартал|полугодие|четверть|триместр) ",
        _every,
    ),
    rule(
        "каждый учебный год ",
        r"(начало|конец|окончание|завершение) каждый учебный год ",
        lambda m, line: f"{m[1]} учебный год {line.put(Yearly())}",
    ),
    rule("каждый ", rf"(?:в )?каждый {_EVERY}{_UNIT}", _every),
    rule("каждый ", r"каждый (?=(?:m\d\d|z\d) )", lambda _m, _l: Yearly()),
    rule("полугодие ", r"по полугодие ", lambda _m, _l: Rhythm(Beat.HALF)),
    rule("квартал ", r"по квартал ", lambda _m, _l: Rhythm(Beat.QUARTER)),
    rule("wd", r"@F(?P<f>\d+) (?:, |\( )?(?:по |в )?(?:каждый )?wd\d (?:\) )?", _weekday),
    rule("wd", r"(?:каждый |по )wd\d ", _weekday),
)
