"""A report's document in words: what goes, what is held back, how complete it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from municipal.indicators.catalogue import load_catalogue
from municipal.indicators.formats import load_formats
from municipal.region.domain.source import RevisionReason
from municipal.region.queries import ReportInfo
from tenants.domain.russian import NBSP, NO_DATA, number, share_text
from tenants.domain.school_year import SchoolYear, Season, SeasonOfYear

Document = Mapping[str, Any]

_NONE_WORDS = {"L": "в этот раз не собираем", "M": "не применяется", "O": NO_DATA, "Q": "не передаётся"}
_CHANNELS = {"SITE": "сайты организаций", "SOCIAL_AND_MEDIA": "соцсети и СМИ", "MUNICIPAL": "ресурсы муниципалитета"}
_LEVELS = {"OPTIMAL": "оптимальный", "ACCEPTABLE": "допустимый", "UNACCEPTABLE": "недопустимый"}
# Columns of the region's table: enough to compare districts at a glance, the rest stands in each report.
_COLUMNS = (
    ("PAIRS_ACTIVE", "Пар и групп"),
    ("MENTORS_TOTAL", "Наставников"),
    ("MENTEES_TOTAL", "Наставляемых"),
    ("YOUNG_TEACHERS_MENTEES_SHARE", "Молодые специалисты с наставником"),
    ("PUBLICATIONS_ORGS", "Публикаций организаций"),
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the report; ``part`` is set for a part of it («учитель — учитель»)."""

    title: str
    part: str
    value: str
    is_withheld: bool


@dataclass(frozen=True, slots=True)
class Arrived:
    """A municipality in the region's table: its latest report of a campaign, or None."""

    municipality: str
    report: ReportInfo | None
    complete: str
    status: str
    figures: tuple[tuple[str, str], ...]


def figures(document: Document) -> list[Figure]:
    """All observations in the order of the document."""
    titles = {code: one.title for code, one in load_catalogue().indicators.items()}
    return [
        Figure(
            title=titles.get(one["indicator"], one["indicator"]),
            part=_part(one["dims"]),
            value=value_words(one),
            is_withheld=one["obs_status"] == "Q",
        )
        for one in document["observations"]
    ]


def value_words(observation: Document) -> str:
    """«14», «45 из 60 (75 %)», «1,5», «не передаётся»."""
    if observation["value"] is None:
        return _NONE_WORDS.get(observation["obs_status"], NO_DATA)
    if observation["unit"] == "PERCENT":
        return share_text(observation["numerator"], observation["denominator"])
    value = observation["value"]
    return number(value) if isinstance(value, int) else str(value).replace(".", ",")


def _part(dims: Mapping[str, str]) -> str:
    if form := dims.get("FORM"):
        return load_formats().title(form.lower())
    if channel := dims.get("CHANNEL"):
        return _CHANNELS.get(channel, channel)
    return f"{_LEVELS.get(dims['LEVEL'], dims['LEVEL'])} уровень, организаций" if "LEVEL" in dims else ""


def completeness_facts(document: Document) -> list[dict[str, str]]:
    """Completeness as names and values."""
    said = document["group"]["completeness"]
    names = {
        "expected": "Ждали данных от организаций",
        "accepted": "Приняты",
        "on_time": "из них вовремя",
        "late": "из них позже срока",
        "confirmed_zero": "из них подтвердили, что наставничества нет",
        "exempt": "Освобождены",
        "missing": "Нет данных",
    }
    return [{"name": name, "value": number(said[code])} for code, name in names.items()]


def campaign_title(code: str) -> str:
    """«Октябрь 2025» of «2025-10»."""
    year, _, month = code.partition("-")
    october = month == "10"
    school_year = SchoolYear(int(year) if october else int(year) - 1)
    return SeasonOfYear(school_year, Season.OCTOBER if october else Season.MAY).title


def arrived(municipalities: Sequence[tuple[int, str]], latest: Sequence[ReportInfo], campaign: str) -> list[Arrived]:
    """The region's table of one campaign: every municipality, whether it has passed anything on or not."""
    by_town = {one.municipality_id: one for one in latest if one.campaign == campaign}
    return [_row(name, by_town.get(town)) for town, name in municipalities]


def _row(name: str, report: ReportInfo | None) -> Arrived:
    if report is None:
        return Arrived(name, None, "—", "", tuple((title, "—") for _, title in _COLUMNS))
    group = report.payload["group"]
    said = group["completeness"]
    totals = {one["indicator"]: one for one in report.payload["observations"] if not one["dims"]}
    return Arrived(
        municipality=name,
        report=report,
        complete=f"{said['accepted']} из{NBSP}{said['expected'] - said['exempt']}",
        status="итоговые" if group["status"] == "final" else "предварительные",
        figures=tuple((title, value_words(totals[code])) for code, title in _COLUMNS if code in totals),
    )


def columns() -> list[str]:
    """Titles of the region's table after the municipality, the version and the completeness."""
    return [title for _, title in _COLUMNS]


def reason_words(code: str) -> str:
    """Why a revision was made; "" for the first."""
    return RevisionReason(code).words if code else ""
