"""The schools behind one figure, with their numbers, adding up to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from municipal.campaigns.queries import CampaignInfo
from municipal.notes.domain.annexes.figures import WORDS
from municipal.notes.domain.values.value import Source, SourcePart, SourceSeason, Value
from tenants.domain.russian import number, sort_key

_PARTS = {
    SourcePart.NUMBER: "Число",
    SourcePart.NUMERATOR: "Из них подходит",
    SourcePart.DENOMINATOR: "Всего учтено",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A school and its numbers with their columns' titles; ``submission_id`` of this monitoring's form, else None."""

    name: str
    numbers: tuple[tuple[str, str], ...]
    submission_id: int | None = None


@dataclass(frozen=True, slots=True)
class SourceTable:
    """One monitoring's part of the figure."""

    season: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Row
    lines: tuple[tuple[str, str], ...]  # code and title of the form's lines


def source_tables(
    value: Value, campaign: CampaignInfo, names: Mapping[int, str], titles: Mapping[str, str]
) -> tuple[SourceTable, ...]:
    """A table a monitoring, this one first; empty for a figure without cells of its own."""
    seasons = {
        SourceSeason.CURRENT: campaign.season_of_year.title,
        SourceSeason.PREVIOUS: campaign.season_of_year.previous.title,
        SourceSeason.YEAR_AGO: campaign.season_of_year.year_before.title,
    }
    found = []
    for season, title in seasons.items():
        sources = [one for one in value.sources if one.season is season]
        if sources:
            found.append(_table(title, sources, names, titles, is_current=season is SourceSeason.CURRENT))
    return tuple(found)


def _table(
    season: str, sources: list[Source], names: Mapping[int, str], titles: Mapping[str, str], *, is_current: bool
) -> SourceTable:
    parts = [part for part in _PARTS if any(one.part is part for one in sources)]
    schools = sorted({one.school_id for one in sources}, key=lambda one: sort_key(_name(one, names)))
    rows = []
    for school in schools:
        own = [one for one in sources if one.school_id == school]
        rows.append(Row(_name(school, names), _numbers(own, parts), own[0].submission_id if is_current else None))
    columns = tuple(_PARTS[part] for part in parts)
    return SourceTable(season, columns, tuple(rows), Row("Всего", _numbers(sources, parts)), _lines(sources, titles))


def _numbers(sources: list[Source], parts: list[SourcePart]) -> tuple[tuple[str, str], ...]:
    return tuple((_PARTS[part], _sum(one for one in sources if one.part is part)) for part in parts)


def _name(school_id: int | None, names: Mapping[int, str]) -> str:
    return "Муниципалитет" if school_id is None else names.get(school_id, "Школа закрыта")


def _sum(sources: Iterable[Source]) -> str:
    return number(sum(one.number for one in sources))


def _lines(sources: list[Source], titles: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """«E1» — «Действует пар и групп»; words of the campaign («принятые формы») stand without a code."""
    codes = dict.fromkeys(code for one in sources for code in one.field.partition(".")[0].split("−"))
    return tuple(("", WORDS[code]) if code in WORDS else (code, titles.get(code, "")) for code in codes)
