"""Roadmaps of the demonstration: typical ones taken as they are, and schools' own Word files read by the importer."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from io import BytesIO
from random import Random

from docx import Document

from config.demo.days import of_september, working, working_before
from config.demo.life import Life
from config.demo.meetings import SLOW
from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.typical import load_typical
from schools.roadmap.models import Activity
from schools.roadmap.services.adopt_typical import adopt_typical
from schools.roadmap.services.import_roadmap import Owner, import_file, save_draft_as_roadmap
from schools.roadmap.services.mark_done import attach_evidence, mark_done
from schools.roadmap.services.save_roadmap import approve_roadmap
from tenants.domain.russian import date_numeric
from tenants.domain.school_year import SchoolYear

APPROVED = 5  # the working day of September on which the roadmap is approved
HEADER = ("№ п/п", "Мероприятие", "Сроки", "Ответственные", "Результат")


def plan_a_year(life: Life, year: SchoolYear, *, until: date) -> None:
    """A roadmap for the year, approved by order, its activities done and proved up to ``until``."""
    period = Period(year.starts_on, year.ends_on)
    approved_on = of_september(year, APPROVED)
    at = life.moment(approved_on)
    if life.spec.roadmap == "imported":
        roadmap = _import(life, period, year, at)
    else:
        roadmap = adopt_typical(life.spec.roadmap, period=period, actor_id=life.actor_id, at=at)
    number = life.order_number(approved_on)
    approve_roadmap(
        roadmap, order_number=number, order_date=approved_on, today=approved_on, actor_id=life.actor_id, at=at
    )
    _carry_out(life, roadmap, until=until)


def _import(life: Life, period: Period, year: SchoolYear, at: datetime) -> int:
    draft = import_file(
        word_file(life.spec.short_name, year),
        f"Дорожная карта {year.start_year}-{year.start_year + 1}.docx",
        period=period,
        owner=Owner(life.spec.short_name, life.spec.kind),
        actor_id=life.actor_id,
        at=at,
    )
    return save_draft_as_roadmap(draft, model=load_typical("pupils").model, actor_id=life.actor_id, at=at)


def word_file(school: str, year: SchoolYear) -> bytes:
    """A roadmap as schools write them in Word: a table with section rows and deadlines of every kind."""
    document = Document()
    document.add_paragraph(f"Дорожная карта наставничества на {year.long} учебный год ({school})")
    table = document.add_table(rows=0, cols=len(HEADER))
    for row in (HEADER, *_own_plan(year)):
        cells = table.add_row().cells
        if len(row) == 1:
            cells[0].merge(cells[-1]).text = row[0]
            continue
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _own_plan(year: SchoolYear) -> list[tuple[str, ...]]:
    first, last = year.start_year, year.start_year + 1
    return [
        ("1. Готовим программу",),
        (
            "1.1",
            "Обсудить программу на педагогическом совете",
            f"30.08.{first} – 06.09.{first}",
            "директор",
            "протокол",
        ),
        ("1.2", "Издать приказ о кураторе", f"до 05.09.{first} г.", "директор", "приказ"),
        ("1.3", "Обновить раздел «Наставничество» на сайте", "ежеквартально", "ответственный за сайт", "ссылка"),
        ("2. Собираем людей",),
        ("2.1", "Опросить учителей о запросах", f"сентябрь {first} г.", "куратор", "список запросов"),
        ("2.2", "Пригласить выпускников и предприятия", "сентябрь — октябрь", "куратор", "список наставников"),
        ("2.3", "Собрать согласия на обработку данных", f"до 15 сентября {first} года", "куратор", "согласия"),
        ("3. Пары и встречи",),
        ("3.1", "Закрепить пары приказом", f"до 20.09.{first}", "директор", "приказ"),
        ("3.2", "Проводить встречи пар", "в течение учебного года", "наставники", "записи о встречах"),
        ("3.3", "Провести круглый стол наставников", "декабрь, апрель", "куратор", "протокол"),
        ("4. Подводим итоги",),
        ("4.1", "Опросить участников на выходе", f"май {last} г.", "куратор, психолог", "сводка ответов"),
        ("4.2", "Поощрить наставников", f"не позднее 28 мая {last} года", "директор", "приказ"),
    ]


def _carry_out(life: Life, roadmap: int, *, until: date) -> None:
    random = Random(roadmap * 7 + len(life.spec.slug))
    slow = life.spec.rhythm_days > SLOW  # the schools that meet rarely also miss dates
    rows = Activity.objects.filter(stage__roadmap_id=roadmap, is_heading=False).prefetch_related("occurrences")
    for row in rows.order_by("stage__position", "position"):
        days = sorted(due.due_on for due in row.occurrences.all() if due.due_on and due.due_on < until)
        for due in days:
            if random.random() < (0.35 if slow else 0.06):
                break  # this one is missed, and so are its later dates
            late = random.random() < 0.1
            done_on = working(due + timedelta(days=random.randint(1, 6))) if late else due - timedelta(days=1)
            done_on = working_before(min(done_on, until))
            mark_done(row.pk, done_on=done_on, today=until, actor_id=life.actor_id, at=life.moment(done_on))
            _prove(life, row, done_on)


def _prove(life: Life, row: Activity, done_on: date) -> None:
    if row.evidence.exists():
        return
    attach_evidence(
        row.pk,
        title=f"{(row.expected_result or 'Материалы').splitlines()[0][:120]} от {date_numeric(done_on)}",
        url=f"https://{life.spec.slug}.example/nastavnichestvo/karta/{row.pk}",
        on=done_on,
        actor_id=life.actor_id,
        at=life.moment(done_on),
    )
