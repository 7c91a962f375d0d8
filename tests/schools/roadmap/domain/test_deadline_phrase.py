"""Every family of deadline phrases, in our own wording, in a school year and in a map of several years."""

from datetime import date

import pytest

from schools.roadmap.domain.deadline import DeadlineKind, Period
from schools.roadmap.domain.deadline_phrase import parse_deadline
from tests.schools.roadmap.domain.deadline_cases import EVERYTHING, YEAR, YEARS, dates

K = DeadlineKind


@pytest.mark.parametrize(("phrase", "kind", "days"), EVERYTHING, ids=[case[0] or "blank" for case in EVERYTHING])
def test_a_phrase_has_its_kind_and_days_in_a_school_year(phrase: str, kind: DeadlineKind, days: str) -> None:
    meaning = parse_deadline(phrase, YEAR)
    assert (meaning.kind, tuple(day.isoformat() for day in meaning.due_on)) == (kind, dates(days))


@pytest.mark.parametrize(("phrase", "kind", "days"), EVERYTHING, ids=[case[0] or "blank" for case in EVERYTHING])
def test_the_phrase_stays_as_it_was_written(phrase: str, kind: DeadlineKind, days: str) -> None:
    assert parse_deadline(phrase, YEAR).phrase == phrase


@pytest.mark.parametrize(
    ("phrase", "kind", "days"),
    [
        ("ноябрь", K.YEARLY_MONTHS, "30.11.22 30.11.23 30.11.24"),
        ("до 12 октября", K.YEARLY_BY, "12.10.23 12.10.24"),
        ("март – апрель", K.WINDOW, "30.04.23 30.04.24"),
        ("октябрь, март", K.YEARLY_MONTHS, "31.03.23 31.10.23 31.03.24 31.10.24"),
        ("март, октябрь 2022–2024 гг.", K.MONTHS_OVER_YEARS, "31.03.23 31.10.23 31.03.24 31.10.24"),
        ("март 2023, 2024 гг.", K.MONTHS_OVER_YEARS, "31.03.23 31.03.24"),
        ("март 2023 г. (ежегодно)", K.YEARLY_MONTHS, "31.03.23 31.03.24"),
        ("март 2023 г., далее ежегодно", K.YEARLY_MONTHS, "31.03.23 31.03.24"),
        ("в течение учебного года", K.ACADEMIC_YEAR, "31.05.23 31.05.24"),
        ("2023/24", K.ACADEMIC_YEAR, "31.05.24"),
        ("2022-2024 гг.", K.WHOLE_PERIOD, "31.12.24"),
        ("29 февраля", K.YEARLY_BY, "29.02.24"),
        ("II полугодие", K.UNKNOWN, ""),
        ("зима 2023", K.UNKNOWN, ""),
        ("до конца года", K.UNKNOWN, ""),
        ("вторая среда декабря", K.YEARLY_BY, "14.12.22 13.12.23 11.12.24"),
        ("2023-2024", K.UNKNOWN, ""),
        ("раз в полугодие", K.HALF_YEARLY, ""),
    ],
)
def test_a_phrase_without_a_year_falls_into_every_year_of_a_long_map(
    phrase: str, kind: DeadlineKind, days: str
) -> None:
    meaning = parse_deadline(phrase, YEARS)
    assert (meaning.kind, tuple(day.isoformat() for day in meaning.due_on)) == (kind, dates(days))


def test_a_half_year_follows_the_calendar_in_a_map_of_calendar_years() -> None:
    assert parse_deadline("I полугодие", Period.parse("2025-01..2025-12")).due_on == (date(2025, 6, 30),)


def test_a_year_outside_the_map_is_read_as_written_and_flagged() -> None:
    meaning = parse_deadline("ноябрь 2021 г.", YEAR)
    assert meaning.due_on == (date(2021, 11, 30),)
    assert meaning.confidence < 0.5
    assert meaning.notes == ("Срок вне периода карты: 30.11.2021. Проверьте год. Возможно, имелось в виду 30.11.2025.",)


def test_august_before_the_school_year_is_named_and_kept() -> None:
    meaning = parse_deadline("28.08.2025", YEAR)
    assert (meaning.due_on, meaning.notes) == ((date(2025, 8, 28),), ("Срок раньше начала карты: 28.08.2025.",))


def test_august_without_a_year_is_doubtful() -> None:
    meaning = parse_deadline("до 28 августа", YEAR)
    assert meaning.due_on == (date(2026, 8, 28),)
    assert meaning.confidence < 0.7


def test_a_window_tells_when_it_starts() -> None:
    assert parse_deadline("с 5 октября по 25 ноября", YEAR).params == {"starts_on": "2025-10-05"}


def test_a_start_alone_is_told_and_no_day_is_made_up_for_it() -> None:
    earliest, since = parse_deadline("не ранее 10 января", YEAR), parse_deadline("с 20 сентября", YEAR)
    assert (earliest.params, since.params) == ({"starts_on": "2026-01-10"}, {"starts_on": "2025-09-20"})
    assert earliest.confidence < 0.6
    assert earliest.notes == ("Назван только самый ранний день; последний день не назван.",)


def test_the_end_of_the_year_names_its_other_reading_and_asks_to_look() -> None:
    meaning = parse_deadline("до конца года", YEAR)
    assert meaning.confidence < 0.6
    assert meaning.notes == ("«Год» понят как учебный, его итоги — к 31 мая; возможно, имелось в виду 31 декабря.",)
    assert parse_deadline("до конца года", Period.parse("2025-01..2025-12")).due_on == (date(2025, 12, 31),)


def test_letters_typed_for_figures_are_named() -> None:
    assert parse_deadline("до 15.О9.2025", YEAR).notes == ("Слово «15.о9.2025» прочитано как «15.09.2025».",)


def test_a_rhythm_and_an_offset_tell_their_length() -> None:
    assert parse_deadline("раз в две недели", YEAR).params == {"every": "P2W"}
    assert parse_deadline("2 раза в год", YEAR).params == {"every": "2×P1Y"}
    assert parse_deadline("за 3 дня до начала встречи", YEAR).params == {"duration": "-P3D"}


def test_a_doubtful_reading_says_why() -> None:
    meaning = parse_deadline("Ноябрь январь", YEAR)
    assert meaning.confidence < 0.6
    assert meaning.notes == ("Между месяцами нет знака: понято как «с — по»; возможно, это два отдельных срока.",)
