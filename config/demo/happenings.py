"""Surveys held on paper and events of a school year in the demonstration.

Chance is the year's own, so that nothing told elsewhere changes with what is told here.
"""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from django.core.files.base import ContentFile
from docx import Document

from config.demo.days import DAY, of_september, working, working_before
from config.demo.life import Life
from schools.events.services.keep_event import NewEvent, add_event
from schools.pairs.models import PairMember
from schools.pairs.queries import pairs_of_period, people_in
from schools.surveys.domain.totals import Side, Totals
from schools.surveys.services.keep_round import Survey, add_round
from tenants.domain.russian import date_words
from tenants.domain.school_year import SchoolYear

LAST_OF_SUMMER = 8


def hold_the_year(life: Life, year: SchoolYear, *, until: date) -> None:
    """Surveys and events of a school year up to ``until``; what is planned for the weeks after it is planned."""
    chance = Random(f"{life.spec.slug}-{year.slug}")
    _ask(life, year, until, chance)
    _gather(life, year, until, chance)


def _ask(life: Life, year: SchoolYear, until: date, chance: Random) -> None:
    if life.spec.fate == "silent" and until < year.ends_on - timedelta(days=120):
        return  # this autumn the school has not asked anybody yet
    entry, last = of_september(year, 20), working_before(date(year.start_year + 1, 5, 13))
    table = Totals()
    plan = (
        ("mentee_request", of_september(year, 2), of_september(year, 6), _sides(year, entry, chance, mentors=False)),
        ("entry", of_september(year, 16), entry, _sides(year, entry, chance)),
        ("curator_table", of_september(year, 21), of_september(year, 21), table),
        ("exit", working_before(last - timedelta(days=7)), last, _sides(year, last, chance, rates=True)),
        ("curator_table", working(last + DAY), working(last + DAY), table),
    )
    for kind, opened, closed, totals in plan:
        points = chance.randint(12, 17) if kind == "curator_table" else None
        if closed <= until:
            _keep(life, Survey(kind, opened, closed_on=closed, totals=totals, points=points), closed)
    second = working(date(year.start_year, 10, 19))
    if second <= until < date(year.start_year, 12, 31):  # in the present autumn one more call goes on
        title = "Второй набор наставников"
        _keep(life, Survey("mentor_application", second, title=title, totals=Totals(mentors=Side(9))), second)


def _keep(life: Life, wanted: Survey, on: date) -> None:
    add_round(wanted, today=on, actor_id=life.actor_id, at=life.moment(on))


def _sides(year: SchoolYear, on: date, chance: Random, *, rates: bool = False, mentors: bool = True) -> Totals:
    pairs = list(pairs_of_period(year.starts_on, min(on, year.ends_on)))
    roles = [PairMember.MENTEE, PairMember.MENTOR] if mentors else [PairMember.MENTEE]
    return Totals(*(_side(len(people_in(pairs, role)), chance, rates=rates) for role in roles))


def _side(people: int, chance: Random, *, rates: bool) -> Side:
    answered = round(people * chance.uniform(0.78, 0.97))
    if not rates:
        return Side(people, answered)
    satisfied = round(answered * chance.uniform(0.88, 1))
    compared = round(answered * chance.uniform(0.85, 1))
    return Side(people, answered, satisfied, compared, round(compared * chance.uniform(0.55, 0.85)))


def _gather(life: Life, year: SchoolYear, until: date, chance: Random) -> None:
    spring = year.start_year + 1
    staff, pairs = life.spec.teachers, len(pairs_of_period(year.starts_on, min(until, year.ends_on)))
    plan = (
        ("conference", "Совещание рабочей группы по наставничеству", of_september(year, 3), min(staff, 6)),
        ("pedcouncil", "О наставничестве в новом учебном году", of_september(year, 4), staff),
        ("training", "Школа наставника: первые встречи", of_september(year, 7), max(1, round(pairs * 0.7))),
        ("parents", "Родителям о наставничестве", of_september(year, 9), chance.randint(18, 60)),
        ("class_hour", "Зачем нужен наставник", working(date(year.start_year, 10, 6)), chance.randint(15, 28)),
        ("training", "Семинар наставников: обратная связь", working(date(year.start_year, 11, 10)), max(1, pairs)),
        ("contest", "Конкурс «Лучшая пара»", working(date(spring, 2, 12)), max(2, pairs // 2) * 2),
        ("celebration", "Чествуем наставников", working_before(date(spring, 5, 21)), pairs * 2 + 5),
    )
    for kind, title, day, people in plan:
        _event(life, NewEvent(kind, title, planned_on=day, participants=people), day, until)


def _event(life: Life, wanted: NewEvent, day: date, until: date) -> None:
    if day > until + timedelta(days=45):
        return
    upload, told = None, min(day, until)
    if day > until:
        wanted = replace(wanted, participants=None)
    else:
        number = _MINUTES.get(wanted.kind, "")
        wanted = replace(wanted, held_on=day, protocol_number=number, protocol_date=day if number else None)
        if wanted.kind == "pedcouncil" and SchoolYear.of(until).starts_on <= day and until.month > LAST_OF_SUMMER:
            upload = _minutes(wanted.title, number, day)
    add_event(wanted, today=told, actor_id=life.actor_id, at=life.moment(told), upload=upload)


def _minutes(title: str, number: str, day: date) -> ContentFile[bytes]:
    """The paper itself, so that there is something to open."""
    document = Document()
    document.add_heading(f"Выписка из протокола № {number} от {date_words(day)}", level=1)
    document.add_paragraph(f"Слушали: {title[:1].lower()}{title[1:]}.")
    document.add_paragraph("Решили: внедрить целевую модель наставничества и утвердить дорожную карту.")
    stream = io.BytesIO()
    document.save(stream)
    return ContentFile(stream.getvalue(), name=f"Протокол № {number}.docx")


_MINUTES = {"conference": "1", "pedcouncil": "2"}
