"""Roadmaps for the tests of views and files: the typical one of a year, and one of a school's own columns."""

from __future__ import annotations

from datetime import UTC, date, datetime

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.deadline_phrase import parse_deadline
from schools.roadmap.domain.plan import Plan, PlannedActivity
from schools.roadmap.models import Activity, Occurrence, Stage
from schools.roadmap.services.adopt_typical import adopt_typical
from schools.roadmap.services.save_roadmap import Origin, save_roadmap
from tenants.current import school_open

YEAR = Period(date(2026, 9, 1), date(2027, 8, 31))
MOMENT = datetime(2026, 9, 3, tzinfo=UTC)
COLUMNS = ("№ п/п", "Что делаем", "Сроки выполнения", "Где", "Ответственные лица")


def typical(school: int = 1) -> int:
    """The seven-stage roadmap of pupils for 2026/27; gives its id."""
    with school_open(school):
        return adopt_typical("pupils", period=YEAR, actor_id=1, at=MOMENT)


def row(number: str, text: str, phrase: str, *, stage: int = 0, is_heading: bool = False) -> PlannedActivity:
    """A row with a column of the school's own."""
    deadline = parse_deadline(phrase, YEAR)
    return PlannedActivity(
        stage=stage,
        number=number,
        text=text,
        deadline_phrase=phrase,
        deadline_kind=deadline.kind.value,
        due_on=deadline.due_on,
        confidence=deadline.confidence,
        responsible="" if is_heading else "куратор",
        is_heading=is_heading,
        is_checked=True,
        extra={} if is_heading else {"Где": "актовый зал"},
    )


def own_plan() -> Plan:
    """Two stages, a group, a lasting activity, a hostile text, an indicator."""
    return Plan(
        title="Дорожная карта наставничества на 2026/2027 учебный год",
        stages=(("1", "Готовимся"), ("2", "Работаем")),
        activities=(
            row("1.1", "Собрать группу", "до 15.10.2026"),
            row("1.2", '=HYPERLINK("http://x.example")', "18 октября 2026 г."),
            row("2.1", "Встречи", "", stage=1, is_heading=True),
            row("2.1.1", "Встречаться", "постоянно", stage=1),
            row("2.1.2", "Подвести итоги 2026/2027 года", "май 2027", stage=1),
            row("2.1.3", "Обсудить", "по-разному", stage=1),
        ),
        indicators=({"title": "Доля участников", "unit": "%", "formula": "А / Б", "targets": {"2026": "12.5"}},),
        columns=(*COLUMNS, "Показатель", "2026"),
    )


def own(school: int = 1) -> int:
    """The school's own roadmap saved; gives its id."""
    with school_open(school):
        origin = Origin(
            kind="docx", model="pupils_r145", source_name="karta.docx", source={"cells": ["Этап 1. Готовимся"]}
        )
        return save_roadmap(own_plan(), period=YEAR, origin=origin, actor_id=1, at=MOMENT)


def grow(roadmap_id: int, to: int, school: int = 1) -> None:
    """Add activities with dates until there are ``to``."""
    with school_open(school):
        stage = Stage.objects.filter(roadmap_id=roadmap_id).first()
        assert stage is not None
        have = Activity.objects.filter(stage__roadmap_id=roadmap_id).count()
        made = Activity.objects.bulk_create(
            Activity(
                stage=stage, position=1000 + at, text=f"Дело {at}", deadline_phrase="май", deadline_kind="once_month"
            )
            for at in range(have, to)
        )
        Occurrence.objects.bulk_create(Occurrence(activity=one, due_on=date(2027, 5, 31)) for one in made)
