"""From rows of the database to the table that is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from schools.passport.queries import card as school_card
from schools.roadmap.domain.importing.words import plain
from schools.roadmap.domain.printed import (
    Approval,
    PrintedIndicator,
    PrintedRoadmap,
    SourceRow,
    columns_of,
    rows_of,
    stage_words,
)
from schools.roadmap.models import Activity, ActivityStatus, Baseline, Roadmap, Stage
from schools.roadmap.outlook import STATE_WORDS
from schools.roadmap.queries import ActivityStanding
from schools.roadmap.queries.remembered import known_headings

_LONGEST_HEADING = 600
ActivityRow = tuple[Activity, ActivityStanding | None]


def plain_rows(roadmap_id: int) -> list[ActivityRow]:
    """Rows of the plan in force for paper, which shows no states. One query."""
    rows = Activity.objects.filter(stage__roadmap_id=roadmap_id, status=ActivityStatus.PLAN).select_related("stage")
    return [(one, None) for one in rows.order_by("stage__position", "position", "id")]


def printed_roadmap(roadmap: Roadmap, rows: Sequence[ActivityRow], *, school: str) -> PrintedRoadmap:
    """The plan in force as the school's own table; at most five queries beside those of ``rows``.

    ``rows`` are in order, each with its standing where states are wanted; ``school`` is the short name where the card
    knows no official one.
    """
    stages = list({one.stage_id: one.stage for one, _ in rows}.values())
    places = {stage.pk: place for place, stage in enumerate(stages)}
    sources = [_source(one, place, places[one.stage_id]) for one, place in rows]
    headings = _headings(stages, roadmap)
    columns = columns_of(roadmap.columns, sources, {} if _is_ours(roadmap) else _said_of(roadmap.columns))
    card = school_card()
    return PrintedRoadmap(
        title=roadmap.title,
        organisation=card.official_name if card is not None and card.official_name else school,
        period_from=roadmap.period_from,
        period_to=roadmap.period_to,
        approval=_approval(roadmap),
        columns=columns,
        rows=rows_of(columns, headings, sources),
        stages=headings,
        indicators=tuple(
            PrintedIndicator(one.title, one.unit, one.formula, {str(key): str(aim) for key, aim in one.targets.items()})
            for one in roadmap.indicators.all()
        ),
    )


def _is_ours(roadmap: Roadmap) -> bool:
    """Not read from a file: there is neither a paper nor anything said of its columns."""
    return roadmap.origin == "typical"


def _headings(stages: Sequence[Stage], roadmap: Roadmap) -> tuple[str, ...]:
    texts = [] if _is_ours(roadmap) else _texts(roadmap.source)
    written = {plain(text): text for text in texts if len(text) < _LONGEST_HEADING}
    return tuple(_as_written(stage.number, stage.title, written) for stage in stages)


def _texts(source: Any) -> Iterator[str]:
    """Every text of the file as it was read."""
    if isinstance(source, str):
        yield source
    elif isinstance(source, dict):
        for held in source.values():
            yield from _texts(held)
    elif isinstance(source, list):
        for held in source:
            yield from _texts(held)


def _as_written(number: str, title: str, written: Mapping[str, str]) -> str:
    """«Этап 1. Готовимся к году» where the school's paper says so, else «1. Готовимся к году»."""
    for prefix in ("этап ", "раздел ", "блок ", "направление "):
        for mark in (". ", ": ", " ", " - ", ".", "-"):
            found = written.get(plain(f"{prefix}{number}{mark}{title}"))
            if number and found:
                return " ".join(found.split())
    return stage_words(number, title)


def _source(one: Activity, place: ActivityStanding | None, stage: int) -> SourceRow:
    row = SourceRow(
        stage=stage,
        number=one.number,
        text=one.text,
        content=one.content,
        phrase=one.deadline_phrase,
        responsible=one.responsible,
        result=one.expected_result,
        is_heading=one.is_heading,
        extra=one.extra,
    )
    if place is None or one.is_heading:
        return row
    days = tuple(due.due_on for due in place.occurrences if due.due_on is not None)
    return replace(row, due_on=days, done_on=place.standing.done_on, state=STATE_WORDS[place.standing.state])


def _said_of(headers: Sequence[str]) -> Mapping[str, str]:
    """What the curator once said that these headings hold, by plain heading."""
    wanted = {plain(header) for header in headers}
    for told, roles in known_headings():
        plainly = [plain(header) for header in told]
        if plainly and set(plainly) <= wanted:
            return dict(zip(plainly, roles, strict=False))
    return {}


def _approval(roadmap: Roadmap) -> Approval | None:
    if not roadmap.order_number or roadmap.order_date is None:
        return None
    last = Baseline.objects.filter(roadmap=roadmap, number__gt=1).order_by("-number").first()
    if last is None:
        return Approval(roadmap.order_number, roadmap.order_date)
    return Approval(roadmap.order_number, roadmap.order_date, last.order_number, last.order_date)
