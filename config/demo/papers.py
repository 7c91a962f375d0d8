"""A school's orders and publications in the demonstration."""

from __future__ import annotations

from datetime import date

from config.demo.days import working
from config.demo.life import Life
from config.demo.meetings import SLOW
from municipal.indicators.vocabulary import load_vocabulary
from schools.orders.services.register_document import NewDocument, register_document
from schools.publications.services.publish import NewPublication, publish
from tenants.domain.school_year import SchoolYear


def file_paper(life: Life, kind: str, day: date, *, year: SchoolYear | None = None, people: int | None = None) -> None:
    """Register an order or document of a day, unless the school is one that lacks it."""
    if kind in life.spec.lacks:
        return
    number = life.order_number(day)
    register_document(
        NewDocument(
            kind=kind,
            title=load_vocabulary().document_kinds[kind].title,
            signed_on=day,
            number=number,
            valid_until=year.ends_on if year else None,
            url=f"https://{life.spec.slug}.example/nastavnichestvo/prikaz-{number.partition('-')[0]}-{day.year}",
            people_count=people,
        ),
        today=day,
        actor_id=life.actor_id,
        at=life.moment(day),
    )


def publish_the_year(life: Life, year: SchoolYear, until: date) -> None:
    """Publications of a school year up to ``until``; the schools that meet rarely also write rarely."""
    for number, (month, day, channel) in enumerate(_PLAN):
        on = working(date(year.start_year + (month < 9), month, day + life.voice % 5))
        if on > until or (life.spec.rhythm_days > SLOW and number % 2):
            continue
        titles = _HEADLINES[number]
        publish(
            NewPublication(
                title=titles[(life.voice + year.start_year) % len(titles)].format(year=year.title),
                url=_ADDRESSES[channel].format(slug=life.spec.slug, on=on),
                published_on=on,
                channel=channel,
                is_year_results=month == 5,
                works=True,
            ),
            today=on,
            actor_id=life.actor_id,
            at=life.moment(on),
        )


_PLAN = ((9, 14, "site"), (10, 5, "social"), (11, 18, "site"), (1, 26, "media"), (3, 13, "social"), (5, 12, "site"))
_ADDRESSES = {
    "site": "https://{slug}.example/novosti/{on:%Y-%m-%d}",
    "social": "https://vkrugu.example/{slug}/zapis-{on:%y%m%d}",
    "media": "https://gazeta-rodnik.example/{on:%Y/%m}/{slug}",
}
_HEADLINES = (
    (
        "Программы наставничества начались", "Новый год наставничества: кто с кем в паре", "Собрались наставники школы",
        "Сентябрь: знакомим пары", "Кому помогут наставники в этом году",
    ),
    (
        "Ко Дню учителя: наши наставники", "Учитель учителю: три истории",
        "Спасибо наставнику: слово молодых учителей",
        "День учителя: как мы начинали", "Наставники рассказывают о первом уроке",
    ),
    (
        "Пары рассказывают о первых встречах", "Чему научила первая четверть", "Полугодие близко: что успели пары",
        "Дневник одной пары", "Как проходит обычная встреча",
    ),
    (
        "Рядом с мастером: ученики на предприятии", "Кто вырастет из наших школьников", "Помогаем друг другу учиться",
        "Наставник из соседнего класса", "Полгода вместе: рассказ о паре",
    ),
    (
        "Неделя наставничества", "Проекты пар на школьной конференции", "Открытый урок молодого учителя",
        "День открытых встреч", "Весенний сбор наставников",
    ),
    (
        "Итоги {year} учебного года: что получилось у пар", "Год наставничества {year}: подводим итоги",
        "Что изменилось за {year} год: итоги программ", "Итоги {year}: говорят участники",
    ),
)  # fmt: skip
