"""The templates' substitutions, one table of cases for each."""

from datetime import date
from fractions import Fraction

import pytest

from municipal.indicators.content_files import ContentError
from municipal.notes.domain.phrases import Filled, Printer, fill, names_in, parse
from municipal.notes.domain.spans import Figure, Form, joined, plain_text
from municipal.notes.domain.values.value import Value, ValueKind

PRINTER = Printer(min_base=10, list_limit=3, long_list="см. приложение № {number}", annex_number={"documents": 2}.get)


def said(template: str, *values: Value) -> str:
    held = {value.code: value for value in values}
    filled = fill(template, lambda code: (code, held[code]) if code in held else None, PRINTER)
    assert filled is not None
    return plain_text(joined([filled.spans])).replace("\u00a0", " ")


def count(n: int, code: str = "pairs") -> Value:
    return Value(code, ValueKind.COUNT, n)


def ratio(num: int, den: int) -> Value:
    return Value("num/den", ValueKind.RATIO, Fraction(num, den), numerator=num, denominator=den)


def share(num: int, den: int, decimals: int = 0) -> Value:
    exact = Fraction(num * 100, den)
    return Value("share", ValueKind.SHARE, exact, numerator=num, denominator=den, decimals=decimals)


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (0, "0 пар"),
        (1, "1 пара"),
        (2, "2 пары"),
        (5, "5 пар"),
        (11, "11 пар"),
        (14, "14 пар"),
        (21, "21 пара"),
        (22, "22 пары"),
        (111, "111 пар"),
        (1240, "1 240 пар"),
    ],
)
def test_a_number_and_its_word_agree(n: int, expected: str) -> None:
    assert said("{pairs|пара,пары,пар}", count(n)) == expected


@pytest.mark.parametrize(("n", "expected"), [(1, "работает"), (2, "работают"), (5, "работает"), (21, "работает")])
def test_a_word_alone_takes_its_form_from_the_number(n: int, expected: str) -> None:
    assert said("{pairs~работает,работают,работает}", count(n)) == expected


@pytest.mark.parametrize(
    ("num", "den", "expected"),
    [
        (45, 60, "45 из 60 (75 %)"),
        (4, 5, "4 из 5"),
        (9, 9, "9 из 9"),
        (1, 1000, "1 из 1 000 (1 %)"),
        (999, 1000, "999 из 1 000 (99 %)"),
        (0, 60, "0 из 60 (0 %)"),
        (60, 60, "60 из 60 (100 %)"),
    ],
)
def test_a_share_of_a_small_base_has_no_per_cent(num: int, den: int, expected: str) -> None:
    assert said("{num/den}", ratio(num, den)) == expected


@pytest.mark.parametrize(
    ("num", "den", "expected"),
    [
        (9, 21, "9 из 21 организации (43 %)"),
        (9, 12, "9 из 12 организаций (75 %)"),
        (1, 5, "1 из 5 организаций"),
        (1, 1, "1 из 1 организации"),
    ],
)
def test_the_word_of_a_share_agrees_with_its_base(num: int, den: int, expected: str) -> None:
    assert said("{num/den|организации,организаций,организаций}", ratio(num, den)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (share(84, 100), "84 %"),
        (share(1, 1000), "1 %"),
        (share(999, 1000), "99 %"),
        (share(0, 7), "0 %"),
        (share(696, 1000, decimals=1), "69,6 %"),
        (share(6999, 10000, decimals=1), "69,9 %"),
        (Value("share", ValueKind.SHARE, Fraction(70)), "70 %"),
    ],
)
def test_a_share_is_whole_unless_its_target_is_a_step_away(value: Value, expected: str) -> None:
    assert said("{share%}", value) == expected


@pytest.mark.parametrize(
    ("gap", "printed", "expected"),
    [(Fraction(-4), None, "4 п. п."), (Fraction(2, 5), None, "0,4 п. п."), (Fraction(21, 10), Fraction(3), "3 п. п.")],
)
def test_points_have_no_sign(gap: Fraction, printed: Fraction | None, expected: str) -> None:
    assert said("{gap:pp}", Value("gap", ValueKind.POINTS, gap, printed=printed)) == expected


def test_no_second_stop_follows_points() -> None:
    gap = Value("gap", ValueKind.POINTS, Fraction(4))
    assert said("Не хватает {gap:pp}.", gap) == "Не хватает 4 п. п."
    assert said("Рост на {gap:pp}: с 80 % до 84 %.", gap) == "Рост на 4 п. п.: с 80 % до 84 %."


def test_a_list_that_is_too_long_is_sent_to_its_annex() -> None:
    short = Value("orgs", ValueKind.LIST, ("СОШ № 1", "СОШ № 2"), annex="documents")
    long = Value("orgs", ValueKind.LIST, ("А", "Б", "В", "Г"), annex="documents")
    nowhere = Value("orgs", ValueKind.LIST, ("А", "Б", "В", "Г"))
    assert said("Нет: {orgs}.", short) == "Нет: СОШ № 1, СОШ № 2."
    assert said("Нет: {orgs}.", long) == "Нет: см. приложение № 2."
    assert said("Нет: {orgs}.", nowhere) == "Нет: А, Б, В, Г."


def test_dates_texts_years_and_decimals_are_printed_as_they_are_said() -> None:
    assert said("{d}", Value("d", ValueKind.DATE, date(2025, 10, 1))) == "1 октября 2025 года"
    assert said("{t}", Value("t", ValueKind.TEXT, "Октябрь 2025")) == "Октябрь 2025"
    assert said("{y}", Value("y", ValueKind.YEAR, 2025)) == "2025"
    rate = Value("m", ValueKind.DECIMAL, Fraction(5, 2))
    assert said("{m|встреча,встречи,встреч}", rate) == "2,5 встречи"
    assert said("{m|встреча,встречи,встреч}", Value("m", ValueKind.DECIMAL, Fraction(3))) == "3 встречи"


def test_a_sentence_with_an_unknown_value_is_not_said() -> None:
    assert fill("Пар: {pairs}.", lambda _: None, PRINTER) is None


def test_a_figure_remembers_its_value_and_how_it_is_printed() -> None:
    filled = fill("Всего {num/den|пары,пар,пар}.", lambda code: (f"{code}@X", ratio(3, 5)), PRINTER)
    assert isinstance(filled, Filled)
    (figure,) = [span for span in filled.spans if isinstance(span, Figure)]
    assert figure == Figure("3\u00a0из\u00a05\u00a0пар", "num/den@X", Form.RATIO)
    assert (figure.value_code, figure.item, filled.small_bases) == ("num/den", "X", 1)


def test_the_end_of_points_may_end_a_line() -> None:
    gap = Value("gap", ValueKind.POINTS, Fraction(4))
    filled = [fill(text, lambda code: (code, gap), PRINTER) for text in ("Рост {gap:pp}", "Потом спад.")]
    assert plain_text(joined([one.spans for one in filled if one])) == "Рост 4\u00a0п.\u00a0п. Потом спад."


@pytest.mark.parametrize("template", ["{pairs", "pairs}", "{pairs|одна}", "{pairs!}", "{}", "{a/b/c}"])
def test_a_slip_in_a_template_is_found_at_once(template: str) -> None:
    with pytest.raises(ContentError):
        parse(template)


def test_the_names_a_template_asks_for() -> None:
    assert names_in("{a} и {b/c|x,y,z}, {d:pp}") == ("a", "b/c", "d")
