"""Generated phrases of a grammar whose meaning is computed here by the calendar, in maps of any school years."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from schools.roadmap.domain.deadline import DeadlineKind, Period
from schools.roadmap.domain.deadline_phrase import parse_deadline
from tests.schools.roadmap.domain.test_deadline_properties import GENITIVE, NOMINATIVE

K = DeadlineKind
WEEKDAYS = ("понедельник", "вторник", "четверг")
FEMININE = ("среда", "пятница", "суббота")
ORDINALS = ("первый", "второй", "третий", "четвёртый")
ORDINALS_FEMININE = ("первая", "вторая", "третья", "четвёртая")
ROMANS = ("I", "II", "III", "IV")
SEASONS = {"зима": (12, 2), "весна": (3, 5), "лето": (6, 8), "осень": (9, 11)}


@dataclass(frozen=True)
class Meant:
    """A phrase, the map it stands in, and what it means."""

    phrase: str
    period: Period
    kind: DeadlineKind
    due_on: tuple[date, ...]


def last_of(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def weekdays_of(year: int, month: int, weekday: int) -> list[date]:
    days = (date(year, month, day) for day in range(1, last_of(year, month).day + 1))
    return [day for day in days if day.isoweekday() == weekday]


first_years = st.integers(2020, 2034)


@st.composite
def maps(draw: st.DrawFn) -> Period:
    """One school year or several."""
    first = draw(first_years)
    return Period(date(first, 9, 1), date(first + draw(st.integers(1, 3)), 8, 31))


def every_year(period: Period, day_of: Callable[[int], date | None]) -> tuple[date, ...]:
    days = (day_of(year) for year in range(period.starts_on.year, period.ends_on.year + 1))
    return tuple(day for day in days if day is not None and day in period)


def repeated(period: Period) -> bool:
    return period.ends_on.year - period.starts_on.year > 1


@st.composite
def an_nth_weekday(draw: st.DrawFn) -> Meant:
    """«вторая среда ноября», «до последнего… »: a day found by the calendar of each year."""
    period, month, number = draw(maps()), draw(st.integers(1, 12)), draw(st.integers(0, 4))
    feminine = draw(st.booleans())
    names, ordinals = (FEMININE, ORDINALS_FEMININE) if feminine else (WEEKDAYS, ORDINALS)
    index = draw(st.integers(0, 2))
    weekday = ((3, 5, 6) if feminine else (1, 2, 4))[index]
    word = ordinals[number - 1] if number else ("последняя" if feminine else "последний")
    due = every_year(period, lambda year: weekdays_of(year, month, weekday)[number - 1])
    kind = K.YEARLY_BY if repeated(period) else K.ONCE_BY
    return Meant(f"{word} {names[index]} {GENITIVE[month - 1]}", period, kind, due)


@st.composite
def a_weekday_of_every_month(draw: st.DrawFn) -> Meant:
    """«третий вторник каждого месяца»."""
    period, number, index = draw(maps()), draw(st.integers(0, 4)), draw(st.integers(0, 2))
    word = ORDINALS[number - 1] if number else "последний"
    tail = draw(st.sampled_from([" каждого месяца", " месяца", ", ежемесячно"]))
    months = ((year, month) for year in range(period.starts_on.year, period.ends_on.year + 1) for month in range(1, 13))
    days = [weekdays_of(year, month, (1, 2, 4)[index])[number - 1] for year, month in months]
    return Meant(f"{word} {WEEKDAYS[index]}{tail}", period, K.MONTHLY, tuple(day for day in days if day in period))


@st.composite
def a_part_of_a_month(draw: st.DrawFn) -> Meant:
    """«вторая декада марта», «2-я половина мая», «последняя неделя октября»."""
    period, month = draw(maps()), draw(st.integers(1, 12))
    words, end = draw(
        st.sampled_from(
            [
                ("первая декада", 10),
                ("2 декада", 20),
                ("III декада", 0),
                ("последняя декада", 0),
                ("первая половина", 15),
                ("2-я половина", 0),
                ("первая неделя", 7),
                ("3-я неделя", 21),
                ("последняя неделя", 0),
            ]
        )
    )
    due = every_year(period, lambda year: date(year, month, end) if end else last_of(year, month))
    return Meant(f"{words} {GENITIVE[month - 1]}", period, K.WINDOW, due)


@st.composite
def a_quarter(draw: st.DrawFn) -> Meant:
    """«IV квартал 2025 г.», «1-й кв.»; with «до конца» it is a day."""
    period, quarter, dated = draw(maps()), draw(st.integers(1, 4)), draw(st.booleans())
    year = draw(st.integers(period.starts_on.year, period.ends_on.year))
    number = draw(st.sampled_from([ROMANS[quarter - 1], f"{quarter}", f"{quarter}-й"]))
    tail = draw(st.sampled_from([" г.", " года", ""])) if dated else ""
    due = last_of(year, quarter * 3)
    assume(not dated or due in period)
    by = draw(st.booleans())
    text = f"до конца {number} квартала" if by else f"{number} {draw(st.sampled_from(['квартал', 'кв.']))}"
    days = (due,) if dated else every_year(period, lambda each: last_of(each, quarter * 3))
    kind = (K.YEARLY_BY if repeated(period) and not dated else K.ONCE_BY) if by else K.WINDOW
    return Meant(f"{text} {year}{tail}" if dated else text, period, kind, days)


@st.composite
def a_season(draw: st.DrawFn) -> Meant:
    """«осень 2025», «зима»; a winter of one year is the one that ends in the map, if it is one."""
    period, name = draw(maps()), draw(st.sampled_from(sorted(SEASONS)))
    last = SEASONS[name][1]
    if draw(st.booleans()):
        return Meant(name, period, K.WINDOW, every_year(period, lambda year: last_of(year, last)))
    year = draw(st.integers(period.starts_on.year, period.ends_on.year))
    ends = [last_of(each, last) for each in ((year, year + 1) if name == "зима" else (year,))]
    inside = [day for day in ends if day in period]
    assume(inside or name == "зима")
    if name != "зима" or len(inside) == 1:
        return Meant(f"{name} {year}", period, K.WINDOW, tuple(inside))
    return Meant(f"{name} {year}", period, K.UNKNOWN, ())


@st.composite
def an_earliest_and_a_latest(draw: st.DrawFn) -> Meant:
    """«не ранее 10 января и не позднее 1 марта», «с 10 января до конца марта»."""
    period = draw(maps())
    first = draw(st.dates(period.starts_on, period.ends_on))
    last = draw(st.dates(first, period.ends_on))
    assume(first < last)
    start = f"{first.day} {GENITIVE[first.month - 1]} {first.year}"
    if draw(st.booleans()):
        end = f"{last.day} {GENITIVE[last.month - 1]} {last.year} года"
        return Meant(f"не ранее {start} и не позднее {end}", period, K.WINDOW, (last,))
    phrase = f"с {start} г. до конца {GENITIVE[last.month - 1]} {last.year} г."
    return Meant(phrase, period, K.WINDOW, (last_of(last.year, last.month),))


@st.composite
def two_seasons_of_the_year(draw: st.DrawFn) -> Meant:
    """«2 раза в год (октябрь, май)», «октябрь и май ежегодно»."""
    period = draw(maps())
    one, other = draw(st.tuples(st.integers(1, 12), st.integers(1, 12)).filter(lambda pair: pair[0] != pair[1]))
    first, second = NOMINATIVE[one - 1], NOMINATIVE[other - 1]
    form = draw(st.sampled_from(["2 раза в год ({}, {})", "{} и {} ежегодно", "дважды в год: {}, {}", "{}; {}"]))
    due = sorted({*every_year(period, lambda y: last_of(y, one)), *every_year(period, lambda y: last_of(y, other))})
    return Meant(form.format(first, second), period, K.YEARLY_MONTHS, tuple(due))


PHRASES = st.one_of(
    an_nth_weekday(),
    a_weekday_of_every_month(),
    a_part_of_a_month(),
    a_quarter(),
    a_season(),
    an_earliest_and_a_latest(),
    two_seasons_of_the_year(),
)


@settings(max_examples=700, deadline=None)
@given(PHRASES)
def test_a_phrase_of_the_grammar_means_what_the_calendar_says(meant: Meant) -> None:
    read = parse_deadline(meant.phrase, meant.period)
    assert (meant.phrase, read.kind, read.due_on) == (meant.phrase, meant.kind, meant.due_on)


@settings(max_examples=300, deadline=None)
@given(PHRASES, maps())
def test_a_day_outside_the_map_is_never_given_without_a_word_about_it(meant: Meant, other: Period) -> None:
    read = parse_deadline(meant.phrase, other)
    outside = [day for day in read.due_on if day not in other]
    assert not outside or any(note.startswith(("Срок вне периода", "Срок раньше начала")) for note in read.notes)
