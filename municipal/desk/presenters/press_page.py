"""Publications of the district: its own against the norm, those of the schools by month, school and resource."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
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
    """Publications of one school, all and by resource; None where the school has not told of this year."""

    name: str
    total: int | None
    by_channel: tuple[tuple[str, int | None], ...]


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
    untold: tuple[str, ...]


def press_page(
    own: Sequence[OwnPublication],
    of_schools: Sequence[SchoolPublication],
    names: Mapping[int, str],
    told: Mapping[int, date],
    *,
    norm: int,
    year: SchoolYear,
    today: date,
) -> PressPage:
    """``names`` are the district's schools by id, ``told`` up to which day each has told of its publications.

    A school that has not handed in is not one that published nothing, and a month ahead is not an empty one.
    """
    published = {one.school_id for one in of_schools}
    return PressPage(
        conclusion=_conclusion(len(own), len(of_schools) if told else None, norm, over=today > year.ends_on),
        own=tuple(own),
        empty=range(wanting(len(own), norm)),
        months=_months(own, of_schools, year, today=today, told_until=max(told.values(), default=None)),
        schools=_schools(of_schools, names, told),
        channels=tuple(title for _, title in _channels()),
        resources=_resources(own, of_schools),
        silent=_named(names, told.keys() - published),
        untold=_named(names, names.keys() - told.keys()),
    )


def _named(names: Mapping[int, str], ids: Iterable[int]) -> tuple[str, ...]:
    return tuple(sorted((names[one] for one in ids if one in names), key=sort_key))


def _conclusion(own: int, of_schools: int | None, norm: int, *, over: bool) -> str:
    """``of_schools``: None where no school has told yet, which is not the same as none."""
    left = wanting(own, norm)
    came_out = f"{plural(own, 'Вышла', 'Вышли', 'Вышло')} {counted(own, 'публикация', 'публикации', 'публикаций')}"
    first = f"{came_out} округа при{NBSP}норме не{NBSP}меньше {norm}"
    lack = "хватило" if over else "хватает"
    tail = f", не{NBSP}{lack} {left}" if left else ", норма выполнена"
    silence = f"Школы о{NBSP}своих {'' if over else 'ещё '}не{NBSP}сообщали"
    theirs = silence if of_schools is None else f"У{NBSP}школ — {of_schools}"
    return f"{first}{tail}. {theirs}."


def _months(
    own: Sequence[OwnPublication],
    of_schools: Sequence[SchoolPublication],
    year: SchoolYear,
    *,
    today: date,
    told_until: date | None,
) -> Table:
    """Months that have begun; of the schools only those their forms reach."""
    ours = by_month([one.published_on for one in own], year)
    theirs = by_month([one.published_on for one in of_schools], year)
    rows = [
        [f"{a.title} {a.year}", a.count, b.count if told_until and b.starts_on <= told_until else None]
        for a, b in zip(ours, theirs, strict=True)
        if a.starts_on <= today
    ]
    return {"caption": "Публикации по месяцам", "columns": ["Месяц", "Округ", "Школы"], "rows": rows}


def _schools(
    of_schools: Sequence[SchoolPublication], names: Mapping[int, str], told: Mapping[int, date]
) -> tuple[SchoolCount, ...]:
    rows = []
    for school_id, name in sorted(names.items(), key=lambda item: sort_key(item[1])):
        mine = [one.channel for one in of_schools if one.school_id == school_id]
        known = school_id in told
        by_channel = tuple((title, mine.count(code) if known else None) for code, title in _channels())
        rows.append(SchoolCount(name, len(mine) if known else None, by_channel))
    return tuple(rows)


def _channels() -> list[tuple[str, str]]:
    return list(load_vocabulary().publication_channels.items())


def _resources(own: Sequence[OwnPublication], of_schools: Sequence[SchoolPublication]) -> Table:
    channels = load_vocabulary().publication_channels
    rows = [[name, count, "округ"] for name, count in by_name(one.resource for one in own)]
    rows += [[channels.get(code, code), count, "школы"] for code, count in by_name(one.channel for one in of_schools)]
    return {"caption": "Публикации по ресурсам", "columns": ["Где", "Сколько", "Чьи"], "rows": rows}
