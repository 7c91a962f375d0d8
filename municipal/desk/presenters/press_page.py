"""Publications of the district: its own against the norm, those of the schools by month, school and resource."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from municipal.indicators.vocabulary import load_vocabulary
from municipal.press.domain.counts import by_month, by_name, wanting
from municipal.press.queries import OwnPublication
from municipal.submissions.queries import SchoolPublication
from tenants.domain.russian import NBSP, counted, plural, sort_key
from tenants.domain.school_year import SchoolYear

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SchoolCount:
    """Publications of one school, all and by resource."""

    name: str
    total: int
    by_channel: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PressPage:
    """Everything the template shows; ``empty`` is how many cells of the norm are still open."""

    conclusion: str
    own: tuple[OwnPublication, ...]
    empty: range
    months: Table
    schools: tuple[SchoolCount, ...]
    channels: tuple[str, ...]
    resources: Table
    silent: tuple[str, ...]


def press_page(
    own: Sequence[OwnPublication],
    of_schools: Sequence[SchoolPublication],
    names: Mapping[int, str],
    *,
    norm: int,
    year: SchoolYear,
) -> PressPage:
    """``names`` are the district's schools by id: those that published nothing are named too."""
    return PressPage(
        conclusion=_conclusion(len(own), len(of_schools), norm),
        own=tuple(own),
        empty=range(wanting(len(own), norm)),
        months=_months(own, of_schools, year),
        schools=_schools(of_schools, names),
        channels=tuple(title for _, title in _channels()),
        resources=_resources(own, of_schools),
        silent=tuple(sorted(set(names.values()) - {one.short_name for one in of_schools}, key=sort_key)),
    )


def _conclusion(own: int, of_schools: int, norm: int) -> str:
    left = wanting(own, norm)
    came_out = f"{plural(own, 'Вышла', 'Вышли', 'Вышло')} {counted(own, 'публикация', 'публикации', 'публикаций')}"
    first = f"{came_out} округа при{NBSP}норме не{NBSP}меньше {norm}"
    tail = f", не{NBSP}хватает {left}" if left else ", норма выполнена"
    return f"{first}{tail}. У{NBSP}школ — {of_schools}."


def _months(own: Sequence[OwnPublication], of_schools: Sequence[SchoolPublication], year: SchoolYear) -> Table:
    ours = by_month([one.published_on for one in own], year)
    theirs = by_month([one.published_on for one in of_schools], year)
    rows = [[f"{a.title} {a.year}", a.count, b.count] for a, b in zip(ours, theirs, strict=True)]
    return {"caption": "Публикации по месяцам", "columns": ["Месяц", "Округ", "Школы"], "rows": rows}


def _schools(of_schools: Sequence[SchoolPublication], names: Mapping[int, str]) -> tuple[SchoolCount, ...]:
    rows = []
    for school_id, name in sorted(names.items(), key=lambda item: sort_key(item[1])):
        mine = [one.channel for one in of_schools if one.school_id == school_id]
        rows.append(SchoolCount(name, len(mine), tuple((title, mine.count(code)) for code, title in _channels())))
    return tuple(rows)


def _channels() -> list[tuple[str, str]]:
    return list(load_vocabulary().publication_channels.items())


def _resources(own: Sequence[OwnPublication], of_schools: Sequence[SchoolPublication]) -> Table:
    channels = load_vocabulary().publication_channels
    rows = [[name, count, "округ"] for name, count in by_name(one.resource for one in own)]
    rows += [[channels.get(code, code), count, "школы"] for code, count in by_name(one.channel for one in of_schools)]
    return {"caption": "Публикации по ресурсам", "columns": ["Где", "Сколько", "Чьи"], "rows": rows}
