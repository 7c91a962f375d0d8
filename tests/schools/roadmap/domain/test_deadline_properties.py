"""Generated phrases: a grammar whose meaning is known, under noise; and arbitrary text, which must never break."""

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from schools.roadmap.domain.deadline import DeadlineKind, Period
from schools.roadmap.domain.deadline_phrase import parse_deadline
from tests.schools.roadmap.domain.deadline_cases import EVERYTHING, YEAR, YEARS

GENITIVE = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
NOMINATIVE = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
]
Meant = tuple[str, tuple[date, ...]]

days_of_map = st.dates(YEAR.starts_on, YEAR.ends_on)
dashes = st.sampled_from(["-", "–", "—", "‑", "−", " - ", " – ", " — ", "- ", " –"])
year_marks = st.sampled_from(["", "г", "г.", " г.", " года", "\u00a0г."])


def month_end(day: date) -> date:
    """The last day of its month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


@st.composite
def a_day(draw: st.DrawFn) -> Meant:
    """«до 7 ноября», «07.11.25 г.», «в срок до 7 ноября 2025 года»."""
    day, by = draw(days_of_map), draw(st.sampled_from(["", "до ", "не позднее ", "в срок до ", "к "]))
    forms: list[Callable[[], str]] = [
        lambda: f"{day.day} {GENITIVE[day.month - 1]}",
        lambda: f"{day.day} {GENITIVE[day.month - 1]} {day.year}{draw(year_marks)}",
        lambda: f"{day:%d.%m.%Y}{draw(year_marks)}",
        lambda: f"{day:%d.%m.%y}{draw(year_marks)}",
        lambda: f"{day:%d}. {day:%m}. {day:%Y}",
        lambda: f"{day:%d.%m.%Y} ({NOMINATIVE[day.month - 1]})",
    ]
    return by + draw(st.sampled_from(forms))(), (day,)


@st.composite
def a_window(draw: st.DrawFn) -> Meant:
    """«с 7 ноября по 3 февраля», «07.11.2025–03.02.2026», «ноябрь — февраль»."""
    first, last = sorted(draw(st.tuples(days_of_map, days_of_map)))
    dash = draw(dashes)
    if first == last:
        last = min(last + timedelta(days=1), YEAR.ends_on)
    forms: list[Callable[[], Meant]] = [
        lambda: (f"с {first.day} {GENITIVE[first.month - 1]} по {last.day} {GENITIVE[last.month - 1]}", (last,)),
        lambda: (f"{first:%d.%m.%Y}{dash}{last:%d.%m.%Y}{draw(year_marks)}", (last,)),
        lambda: (f"с {first:%d.%m.%y} по {last:%d.%m.%y}", (last,)),
        lambda: (f"с {GENITIVE[first.month - 1]} по {NOMINATIVE[last.month - 1]}", (month_end(last),)),
        lambda: (
            f"{NOMINATIVE[first.month - 1]} {first.year}{dash}{NOMINATIVE[last.month - 1]} {last.year}",
            (month_end(last),),
        ),
    ]
    return draw(st.sampled_from(forms))()


@st.composite
def months(draw: st.DrawFn) -> Meant:
    """«ноябрь», «ноябрь, март», «ноябрь 2025 г.; март 2026 г.»."""
    chosen = sorted(draw(st.sets(days_of_map.map(month_end), min_size=1, max_size=4)))
    comma, dated, mark = draw(st.sampled_from([", ", "; ", ",", " , "])), draw(st.booleans()), draw(year_marks)
    words = [NOMINATIVE[day.month - 1] + (f" {day.year}{mark}" if dated else "") for day in chosen]
    return comma.join(words), tuple(chosen)


@st.composite
def under_noise(draw: st.DrawFn) -> Meant:
    """A phrase of known meaning, its case, spaces and edges spoiled."""
    phrase, due_on = draw(st.one_of(a_day(), a_window(), months()))
    cases: list[Callable[[str], str]] = [str, str.upper, str.capitalize]
    spoiled = draw(st.sampled_from(cases))(phrase)
    space = draw(st.sampled_from([" ", "\u00a0", "  ", "\u2009"]))
    return draw(st.sampled_from(["", " ", "\n"])) + spoiled.replace(" ", space) + draw(
        st.sampled_from(["", " ", ";", "*", "\n", "."])
    ), due_on


@settings(max_examples=600, deadline=None)
@given(under_noise())
def test_a_phrase_of_known_meaning_keeps_its_days_under_noise(meant: Meant) -> None:
    phrase, due_on = meant
    assert parse_deadline(phrase, YEAR).due_on == due_on


pieces = st.lists(
    st.one_of(
        st.sampled_from([word for case in EVERYTHING for word in case[0].split()]),
        st.sampled_from(["с", "по", "до", "-", ",", "и", "(", ")", "\n", ".", "31.02", "года", "или", "не", "далее"]),
        st.integers(0, 2030).map(str),
    ),
    max_size=9,
).map(" ".join)
periods = st.sampled_from([YEAR, YEARS, Period.parse("2025-01..2025-12"), Period.parse("2026-02-10..2026-02-20")])


@settings(max_examples=800, deadline=None)
@given(st.one_of(st.text(max_size=80), pieces), periods)
def test_any_text_has_a_meaning_that_keeps_the_rules(text: str, period: Period) -> None:
    meaning = parse_deadline(text, period)
    assert meaning.phrase == text
    assert meaning.due_on == tuple(sorted(set(meaning.due_on)))
    assert 0 <= meaning.confidence <= 1
    if any(day not in period for day in meaning.due_on):
        assert meaning.notes
        assert meaning.confidence < 0.8
    if meaning.kind in (DeadlineKind.UNKNOWN, DeadlineKind.BLANK):
        assert (meaning.due_on, meaning.confidence) == ((), 0.0)


@settings(max_examples=300, deadline=None)
@given(under_noise(), st.sampled_from(["наугад", "Синицын", "№ 7", "9 класс"]), st.booleans())
def test_a_foreign_word_beside_a_date_makes_it_unknown(meant: Meant, word: str, before: bool) -> None:
    phrase = f"{word}, {meant[0]}" if before else f"{meant[0]}, {word}"
    assert parse_deadline(phrase, YEAR).kind is DeadlineKind.UNKNOWN
