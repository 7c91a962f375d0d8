"""Programmes that schools of the demonstration show to their district."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from config.demo.days import of_september
from config.demo.life import Life
from schools.pairs.models import Programme
from schools.pairs.services.keep_programme import NewProgramme, save_programme
from schools.pairs.services.share_programme import share_programme
from tenants.domain.school_year import SchoolYear

WRITTEN, SHOWN = 12, 14  # working days of September


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a school writes into its programme before it shows it; a stage is (what, hours, when, what comes of it)."""

    mentoring_format: str
    purpose: str
    stages: tuple[tuple[str, int, str, str], ...]


def show_programmes(life: Life, year: SchoolYear, *, school_id: int, municipality_id: int, until: date) -> None:
    """Two schools write the stages of a programme down this September and show it to the others."""
    shown = _SHOWN.get(life.spec.slug)
    written_on, shown_on = of_september(year, WRITTEN), of_september(year, SHOWN)
    if shown is None or shown_on > until:
        return
    row = Programme.objects.get(pk=life.programmes[shown.mentoring_format])
    wanted = NewProgramme(
        title=row.title,
        mentoring_format=row.mentoring_format,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        url=row.url,
        purpose=shown.purpose,
        stages=tuple(_stage(*stage) for stage in shown.stages),
    )
    save_programme(wanted, programme_id=row.pk, actor_id=life.actor_id, at=life.moment(written_on))
    share_programme(
        row.pk,
        school_id=school_id,
        school_name=life.spec.short_name,
        municipality_id=municipality_id,
        actor_id=life.actor_id,
        at=life.moment(shown_on),
    )


def _stage(title: str, hours: int, term: str, result: str) -> dict[str, Any]:
    return {"title": title, "hours": hours, "term": term, "result": result}


_SHOWN = {
    "school-1": _Shown(
        "teacher_teacher",
        "Помочь учителю первых лет работы вести урок уверенно и остаться в школе.",
        (
            ("Познакомиться, записать запрос молодого учителя", 2, "сентябрь", "цель и план пары"),
            (
                "Ходить друг к другу на уроки и разбирать их",
                12,
                "октябрь — март",
                "листы наблюдения, разобранные уроки",
            ),
            ("Показать открытый урок коллегам", 4, "апрель", "открытый урок и отзывы"),
            ("Подвести итоги года", 2, "май", "самооценка, цель на следующий год"),
        ),
    ),
    "school-2": _Shown(
        "pupil_pupil",
        "Поддержать ученика, которому трудно в новом классе: рядом будет старший, который это уже прошёл.",
        (
            ("Встретиться втроём с куратором и выбрать цель", 1, "сентябрь", "цель пары"),
            ("Встречаться раз в две недели и делать одно общее дело", 14, "октябрь — апрель", "дневник встреч"),
            ("Рассказать о паре классу", 2, "май", "рассказ или выставка"),
        ),
    ),
}
