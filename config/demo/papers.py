"""A school's orders and publications in the demonstration."""

from __future__ import annotations

from datetime import date

from config.demo.life import Life
from municipal.indicators.vocabulary import load_vocabulary
from schools.orders.services.register_document import NewDocument, register_document
from schools.publications.services.publish import NewPublication, publish
from tenants.domain.school_year import SchoolYear


def file_paper(life: Life, kind: str, day: date, *, year: SchoolYear | None = None, people: int | None = None) -> None:
    """Register an order or document of a day, unless the school is one that lacks it."""
    if kind in life.spec.lacks:
        return
    register_document(
        NewDocument(
            kind=kind,
            title=load_vocabulary().document_kinds[kind].title,
            signed_on=day,
            number=f"{30 + (day - SchoolYear.of(day).starts_on).days}-од",
            valid_until=year.ends_on if year else None,
            url=f"https://{life.spec.slug}.example/nastavnichestvo/{kind}-{day.year}",
            people_count=people,
        ),
        today=day,
        actor_id=life.actor_id,
        at=life.moment(day),
    )


def publish_the_year(life: Life, year: SchoolYear, until: date) -> None:
    """Publications of a school year up to ``until``; the schools that meet rarely also write rarely."""
    plan = [(9, 12, "site"), (10, 5, "social"), (11, 20, "site"), (1, 30, "media"), (3, 14, "social"), (5, 18, "site")]
    for number, (month, day, channel) in enumerate(plan):
        on = date(year.start_year + (month < 9), month, day)
        if on > until or (life.spec.rhythm_days > 30 and number % 2):
            continue
        publish(
            NewPublication(
                title=_HEADLINES[number],
                url=f"https://{life.spec.slug}.example/novosti/{on:%Y-%m-%d}",
                published_on=on,
                channel=channel,
                is_year_results=month == 5,
                works=True,
            ),
            today=on,
            actor_id=life.actor_id,
            at=life.moment(on),
        )


_HEADLINES = (
    "Программы наставничества начались", "Ко Дню учителя: наши наставники", "Пары рассказывают о первых встречах",
    "Наставник и проект: чему научились", "Неделя наставничества", "Итоги года: что получилось у пар",
)  # fmt: skip
