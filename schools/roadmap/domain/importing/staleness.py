"""What was left from another map: years outside the period, the name or the kind of another organisation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.importing.organisations import KINDS_OF, kinds_in, most_named, numbers_in, quoted_names
from schools.roadmap.domain.importing.result import ImportedActivity, ImportedStage, ImportWarning, Severity
from schools.roadmap.domain.importing.words import one_line, years_in
from tenants.domain.russian import join_and

# «приказ от 25.12.2019 № Р-145», «Закон … от 29.12.2012», «Стратегия до 2030 года»: such years are never stale
LEGAL_YEAR = re.compile(
    r"(?:\bот|\bдата)\s+[«\"]?\d{1,2}[»\"]?(?:\.\d{2}\.|\s+[а-яё]+\s+)\s?20\d\d|20\d\d\s?(?:г\.|"
    r"года?)?\s*(?:№|N)|№\s?[\w/-]*20\d\d|"
    r"(?:до|на)\s+20[3-9]\d\s|(?:приказ|распоряжени|постановлени|указ|закон|стратеги|концепци)[^.;]{0,80}?20\d\d",
    re.I,
)
KINDS_OF_SCHOOLS = frozenset({"гимназия", "лицей"})
ADDRESS = re.compile(r"https?://\S+|\S+\.ru\S*")


@dataclass(frozen=True)
class Owner:
    """The school whose map is being loaded; where a name is not given, the document's own heading stands for it."""

    kinds: frozenset[str]
    numbers: frozenset[str]
    quoted: frozenset[str]
    is_known: bool


def owner_of(heading: str, rows: str, own_name: str | None, own_kind: str | None) -> Owner:
    """``own_kind``: school, kindergarten or supplementary. Without a name the heading stands for it, then the rows."""
    source = own_name or heading
    numbers, kinds = numbers_in(source), kinds_in(source)
    if not own_name and not numbers and not kinds:
        numbers, kinds = most_named(rows)
    kinds = kinds or KINDS_OF.get(own_kind or "", frozenset())
    if kinds & KINDS_OF_SCHOOLS:
        kinds |= {"школа"}  # a grammar school may call itself a school in passing, not the other way round
    return Owner(kinds, numbers, quoted_names(source), own_name is not None)


def stale_warnings(
    activities: Sequence[ImportedActivity], stages: Sequence[ImportedStage], title: str, period: Period, owner: Owner
) -> list[ImportWarning]:
    """Warnings about the heading, the stages and each activity, in reading order."""
    found = _title_warnings(title, period, owner)
    for stage in stages:
        found += _foreign(stage.title, f"Этап «{one_line(stage.title, 60)}»", owner, None, None)
    for activity in activities:
        name = f"«{one_line(activity.text, 60)}»"
        texts = {
            "мероприятии": activity.text,
            "содержании": activity.content,
            "ожидаемом результате": activity.expected_result,
            **{f"столбце «{one_line(key, 40)}»": value for key, value in activity.extra.items()},
        }
        strange = _outside(years_in(activity.deadline_phrase), period)
        if strange:
            message = (
                f"{name}: в сроке {_named(strange)}, а карта на {_span(period)}. Похоже, срок остался от прежней карты."
            )
            found.append(ImportWarning("stale_year", message, Severity.PROBLEM, activity.table, activity.row))
        for place, text in texts.items():
            strange = _outside(years_in(LEGAL_YEAR.sub(" ", ADDRESS.sub(" ", text))), period)
            if strange:
                message = (
                    f"{name}: в {place} {_named(strange)}, а карта на {_span(period)}. Проверьте, не "
                    f"осталось ли это от прежней карты."
                )
                found.append(ImportWarning("stale_year_in_text", message, Severity.CHECK, activity.table, activity.row))
        found += _foreign("\n".join([*texts.values(), activity.responsible]), name, owner, activity.table, activity.row)
    return found


def _title_warnings(title: str, period: Period, owner: Owner) -> list[ImportWarning]:
    found = []
    years = years_in(LEGAL_YEAR.sub(" ", title))
    own = set(range(period.starts_on.year, period.ends_on.year + 1))
    if years and not set(years) & own:
        message = f"В заголовке документа {_named(years)}, а карта загружается на {_span(period)}."
        found.append(ImportWarning("period_differs", message, Severity.PROBLEM))
    if owner.is_known:
        found += _foreign(title, "Заголовок документа", owner, None, None)
    return found


def _foreign(text: str, name: str, owner: Owner, table: int | None, row: int | None) -> list[ImportWarning]:
    found = []
    numbers = numbers_in(text) - owner.numbers
    if numbers and (owner.numbers or owner.is_known):
        message = (
            f"{name}: названа другая организация (№ {join_and(sorted(numbers))}). Проверьте, не "
            f"осталось ли это от чужой карты."
        )
        found.append(ImportWarning("foreign_organisation", message, Severity.PROBLEM, table, row))
    names = quoted_names(text) - owner.quoted
    if not numbers and names and owner.quoted:
        listed = join_and([f"«{quoted}»" for quoted in sorted(names)])
        message = f"{name}: названа другая организация ({listed}). Проверьте, не осталось ли это от чужой карты."
        found.append(ImportWarning("foreign_organisation", message, Severity.CHECK, table, row))
    kinds = kinds_in(text) - owner.kinds
    if kinds and owner.kinds:
        message = (
            f"{name}: упомянута организация другого вида ({join_and(sorted(kinds))}). Проверьте, не "
            f"осталось ли это от чужой карты."
        )
        found.append(ImportWarning("foreign_kind", message, Severity.CHECK, table, row))
    return found


def _outside(years: Sequence[int], period: Period) -> tuple[int, ...]:
    return tuple(year for year in years if not period.starts_on.year <= year <= period.ends_on.year)


def _named(years: Sequence[int]) -> str:
    listed = join_and([str(year) for year in sorted(years)])
    return f"назван {listed} год" if len(years) == 1 else f"названы {listed} годы"


def _span(period: Period) -> str:
    first, last = period.starts_on.year, period.ends_on.year
    return f"{first} год" if first == last else f"{first}–{last} годы"
