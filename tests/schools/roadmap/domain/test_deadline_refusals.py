"""What must not be read: a phrase that is not wholly understood is unknown, without days, with a reason."""

import pytest

from schools.roadmap.domain.deadline import DeadlineKind
from schools.roadmap.domain.deadline_phrase import parse_deadline
from tests.schools.roadmap.domain.deadline_cases import YEAR

UNREADABLE = [
    "когда-нибудь потом",
    "31.02.2025",
    "до 31 июня",
    "45.10.2025",
    "07.12.2025 (ноябрь)",
    "с 25 по 5 октября",
    "01.12.2025 – 01.10.2025",
    "ноябрь или декабрь",
    "сентябрь апрель",
    "07.11.2025 08.12.2025",
    "ноябрь –",
    "с 7 ноября по",
    "7 ноября и",
    "5.9",
    "2.1.",
    "1.10",
    "1. Октябрь",
    "I. Октябрь",
    "1\nоктябрь",
    "15",
    "100 %",
    "60/70/85",
    "34 часа",
    "2 недели ноября",
    "осень 2025, зима 2025",
    "до 2026 года",
    "с октября до конца года",
    "понедельник, среда",
    "после 7 ноября",
    "после начала ноября",
    "за неделю до 7 ноября",
    "ноябрь, в течение года",
    "2 раза в год (ноябрь)",
    "ежемесячно, ноябрь",
    "Синицына О.О.",
    "Синицына О.О., 07.11.2025",
    "приказ № 7 от 07.11.2025",
    "протокол от 07.11.2025",
    "до 7 ноября следующего года",
    "Куратор собирает анкеты наставников и заносит их в таблицу",
    "Утвердить в ноябре",
    "17 лет",
    "14–18 лет",
    "3 неделя",
    "2 раза в месяц (первая неделя)",
    "со второй среды ноября по 20 ноября",
    "9 класс, ноябрь",
    "ноябрь, апрель 2025, 2026",
    "по плану ноябрь",
    "ежегодно до 2030 г., ноябрь",
    "https://example.ru/2025/11/07",
    "ноябрь " * 60,
]


@pytest.mark.parametrize("phrase", UNREADABLE)
def test_what_is_not_wholly_understood_is_said_to_be_so(phrase: str) -> None:
    meaning = parse_deadline(phrase, YEAR)
    assert (meaning.kind, meaning.due_on, meaning.confidence) == (DeadlineKind.UNKNOWN, (), 0.0)
    assert len(meaning.notes) == 1


def test_the_reason_names_the_words_that_nobody_knows() -> None:
    assert parse_deadline("ноябрь, наугад", YEAR).notes == ("Не понято: «наугад».",)


def test_a_date_that_does_not_exist_is_never_moved() -> None:
    assert parse_deadline("до 31.11.2025", YEAR).notes == ("Такой даты нет в календаре.",)
