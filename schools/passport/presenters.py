"""What the page of the school's card says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from schools.passport.models import Headcount, SchoolCard
from tenants.domain.russian import date_numeric, date_words, join_and
from tenants.domain.school_year import SchoolYear

PUPIL_NUMBERS = {"pupils_10_19": "Обучающихся 10–19 лет", "pupils_15_19": "Из них 15–19 лет"}
TEACHER_NUMBERS = {"teachers": "Педагогических работников", "young_teachers": "Из них молодых специалистов"}


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of ui/facts.html."""

    name: str
    value: str | int | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class SiteSection:
    """The site section with how its link stands."""

    url: str
    code: str
    words: str
    updated: str


def numbers(*, has_pupils: bool) -> dict[str, str]:
    """Columns of the headcount that this kind of organisation is asked for, with their titles."""
    return {**(PUPIL_NUMBERS if has_pupils else {}), **TEACHER_NUMBERS}


def conclusion(card: SchoolCard | None, headcount: Headcount | None, *, has_pupils: bool) -> str:
    """What is missing, in one sentence."""
    lacking = [] if card else ["полное название"]
    if card is None or not card.site_section_url:
        lacking.append("ссылка на раздел сайта")
    if headcount is None:
        lacking.append("численность")
    elif any(getattr(headcount, name) is None for name in numbers(has_pupils=has_pupils)):
        lacking.append("часть численности")
    if not lacking:
        return "Всё заполнено: отсюда мониторинг берёт название, раздел сайта и численность."
    return f"Не хватает: {join_and(lacking)}. Без этого мониторинг не посчитает часть показателей."


def past_conclusion(year: SchoolYear) -> str:
    """What the page of a year that is over shows."""
    return f"Карточка одна на все годы, численность — какой её записали к концу {year.title} учебного года."


def card_facts(card: SchoolCard, *, principal: str) -> list[Fact]:
    """Names for official papers; ``principal`` is what the head is called here."""
    return [Fact("Полное название", card.official_name), Fact(principal, card.principal_name or None)]


def site_section(card: SchoolCard) -> SiteSection | None:
    """The section with its state, or None where no address is written."""
    if not card.site_section_url:
        return None
    day = card.site_section_checked_on
    checked = f", проверено {date_words(day)}" if day else ""
    if card.site_section_works is None:
        code, words = "idle", "Ещё не проверяли"
    else:
        code, words = ("done", "Открывается") if card.site_section_works else ("late", "Не открывается")
    updated = card.site_section_updated_on
    words += checked if card.site_section_works is not None else ""
    return SiteSection(card.site_section_url, code, words, date_words(updated) if updated else "нет данных")


def headcount_facts(headcount: Headcount | None, *, has_pupils: bool) -> list[Fact]:
    """The numbers of a date."""
    return [Fact(title, getattr(headcount, name, None)) for name, title in numbers(has_pupils=has_pupils).items()]


def history(rows: list[Headcount], *, has_pupils: bool) -> dict[str, object]:
    """A plain table of all dates."""
    columns = numbers(has_pupils=has_pupils)
    return {
        "caption": "Численность по датам",
        "columns": ["На дату", *columns.values()],
        "rows": [[date_numeric(row.as_of), *(getattr(row, name) for name in columns)] for row in rows],
    }


def is_stale(headcount: Headcount | None, on: date, starts_on: date) -> bool:
    """Were the numbers counted before the school year that is being looked at?"""
    return headcount is not None and headcount.as_of < starts_on <= on
