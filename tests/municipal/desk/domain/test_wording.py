"""Counts of schools and days in words."""

import re
from dataclasses import replace
from datetime import date

import pytest

from municipal.desk.domain.wording import finding_words, for_schools, schools, to_schools, when
from municipal.indicators.checks import Contradiction, Kind
from municipal.indicators.editions import CURRENT, Severity, Where, load_edition

_ORDER = re.compile(r"\w+[йиь]те\b", re.IGNORECASE)  # «впишите», «проверьте»


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("count", "who", "whom", "of_whom"),
    [
        (1, "одна школа", "одной школе", "1 школы"),
        (3, "три школы", "трём школам", "3 школ"),
        (10, "десять школ", "десяти школам", "10 школ"),
        (12, "12 школ", "12 школам", "12 школ"),
        (21, "21 школа", "21 школе", "21 школы"),
    ],
)
def test_counts_agree_with_their_case(count: int, who: str, whom: str, of_whom: str) -> None:
    assert (_plain(schools(count)), _plain(to_schools(count)), _plain(for_schools(count))) == (who, whom, of_whom)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 10, 27), "сегодня"),
        (date(2025, 10, 26), "вчера"),
        (date(2025, 10, 24), "в пятницу"),
        (date(2025, 10, 20), "20 октября"),
        (date(2025, 10, 31), "31 октября"),
        (date(2024, 12, 30), "30 декабря 2024 года"),
    ],
)
def test_a_near_day_is_named_by_its_weekday_only_looking_back(day: date, words: str) -> None:
    assert _plain(when(day, date(2025, 10, 27))) == words


def _found(message: str, kind: Kind = Kind.RULE, code: str = "E1.1") -> Contradiction:
    return Contradiction(code, "E1", ("E1",), kind, Severity.WARNING, message, Where.FORM)


def test_no_check_of_the_form_tells_the_methodist_to_mend_it() -> None:
    edition = load_edition(CURRENT)
    messages = [check.message for line in edition.fields.values() for check in line.checks]
    messages += [edition.messages[code] for code in ("compare_prompt", "compare_year_prompt", "share_over_whole")]
    said = [finding_words(_found(message)) for message in messages]
    assert len(said) > 50
    assert [one for one in said if _ORDER.search(one) or not one.endswith(".")] == []


def test_lines_without_an_answer_or_a_reason_are_told_as_facts() -> None:
    messages = load_edition(CURRENT).messages
    empty = _found(messages["required_message"], Kind.EMPTY, "E1.empty")
    exempt = _found(messages["exempt_message"], Kind.REASON, "E1.exempt")
    override = _found(messages["override_prompt"].format(computed=3, entered=4), Kind.REASON, "E1.override")
    assert finding_words(empty) == "Строка не заполнена."
    assert finding_words(exempt) == "Отмечено «не применяется», а причина не названа."
    assert finding_words(override) == ("Число отличается от данных организации: было 3, указано 4. Школа не пояснила.")
    assert finding_words(replace(empty, kind=Kind.RULE)) == "Пустое поле сдать нельзя."
