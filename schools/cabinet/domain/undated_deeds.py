"""What asks for a hand without a date of its own: each fact of the registers as a line of the day, or None."""

from __future__ import annotations

from datetime import date, timedelta

from schools.cabinet.domain import wording
from schools.cabinet.domain.deeds import Deed, Facts, Link, Target
from tenants.domain.russian import counted, date_short, date_words, join_and, plural

NAMED = 3  # pairs and people named in a line, the rest are counted
SURVEY_LASTS = timedelta(days=14)


def new_year(facts: Facts) -> Deed | None:
    """The steps of August, while they are open and not finished."""
    if not facts.opens_year:
        return None
    return Deed(
        code="work",
        title=f"Перейти в {facts.opens_year} учебный год",
        text="Пары: продолжить или закрыть. Классы, согласия и новая дорожная карта — пять шагов, можно с перерывами.",
        day_words="летом",
        action="Продолжить переход",
        target=Target.NEW_YEAR,
    )


def roadmap(facts: Facts) -> Deed | None:
    """A year without a roadmap."""
    if facts.has_roadmap:
        return None
    return Deed(
        code="idle",
        title=f"Дорожной карты на {facts.year_title} ещё нет",
        text="Возьмите образец или загрузите свою из Word и Excel: сроки программа прочтёт сама.",
        day_words="сейчас",
        action="Завести карту",
        target=Target.NEW_ROADMAP,
    )


def silent(facts: Facts) -> Deed | None:
    """Working pairs that have not met for longer than the rhythm."""
    pairs = facts.silent
    if not pairs:
        return None
    count = max(facts.silent_count, len(pairs))
    longest = sorted(pairs, key=lambda pair: -pair.days)
    named = [f"{pair.names} — {wording.days(pair.days)}" for pair in longest[:NAMED]]
    rest = f" и ещё {count - NAMED}" if count > NAMED else ""
    words = wording.pairs(count) if count > 1 else "Пара"
    return Deed(
        code="soon",
        title=f"{words} давно не {plural(count, 'встречалась', 'встречались', 'встречались')}",
        text=f"{', '.join(named)}{rest}. Норма программы: раз в две недели.",
        day=facts.today,
        day_words="сегодня",
        note=date_short(facts.today),
        action="Показать пару" if count == 1 else "Показать пары",
        target=Target.PAIR if count == 1 else Target.SILENT_PAIRS,
        target_id=pairs[0].id if count == 1 else None,
    )


def paused(facts: Facts) -> Deed | None:
    """Pairs stopped for a time."""
    count = facts.paused
    if not count:
        return None
    verb = plural(count, "приостановлена", "приостановлены", "приостановлены")
    return Deed(
        code="check",
        title=f"{wording.pairs(count) if count > 1 else 'Пара'} {verb}",
        text="Решите, что дальше: возобновить, сменить наставника или завершить.",
        day_words="сейчас",
        action="Показать пару" if count == 1 else "Показать пары",
        target=Target.PAIR if count == 1 and facts.first_paused else Target.PAUSED_PAIRS,
        target_id=facts.first_paused if count == 1 else None,
    )


def proposed(facts: Facts) -> Deed | None:
    """Pairs that wait for an order; to somebody who does not appoint they are only to be known."""
    pairs = facts.proposed
    if not pairs:
        return None
    count = max(facts.proposed_count, len(pairs))
    names = [pair.names for pair in pairs]
    text = join_and(names) if count <= NAMED else f"{', '.join(names[:NAMED])} и ещё {count - NAMED}"
    since = min(pair.proposed_on for pair in pairs)
    verb = plural(count, "ждёт", "ждут", "ждут")
    return Deed(
        code="work" if facts.appoints else "wait",
        title="Предложенная пара ждёт приказа" if count == 1 else f"{wording.pairs(count)} {verb} приказа",
        text=wording.sentence(text),
        day_words="сейчас" if facts.appoints else "ждём",
        note=f"с {date_words(since, with_year=since.year != facts.today.year)}",
        action="Закрепить приказом" if facts.appoints else "",
        target=Target.ORDER if facts.appoints else Target.PAIRS,
        anchor="id_order_number" if facts.appoints else "",
        mine=facts.appoints,
    )


def consents(facts: Facts) -> Deed | None:
    """People whose data may not be processed: never given, withdrawn, run out."""
    known = facts.consents
    if not known.without:
        return None
    parts = [f"{name}: {count}" for name, count in (("отозвано", known.withdrawn), ("истекло", known.expired)) if count]
    why = f" Из них {', '.join(parts)}." if parts else ""
    return Deed(
        code="late" if known.withdrawn else "work",
        title=f"Собрать согласия: не хватает {known.without} из {known.people}",
        text=f"Без согласия человека нельзя включить в приказ, а ученика — без согласия родителя.{why}",
        day_words="до приказа",
        action="Показать, чьих",
        target=Target.WITHOUT_CONSENT,
    )


def expiring(facts: Facts) -> Deed | None:
    """Consents that run out within a month."""
    count = facts.consents.expiring
    if not count:
        return None
    papers = counted(count, "согласие", "согласия", "согласий")
    return Deed(
        code="soon",
        title=f"{papers} скоро {plural(count, 'истечёт', 'истекут', 'истекут')}",
        text="Соберите новые подписи заранее: с истёкшим согласием пара останавливается.",
        day_words="в этом месяце",
        action="Открыть согласия",
        target=Target.CONSENTS,
    )


def papers(facts: Facts) -> Deed | None:
    """Employees who mentor without the papers of ст. 351.8 ТК."""
    people = facts.without_papers
    if not people:
        return None
    count = max(facts.without_papers_count, len(people))
    who = counted(count, "наставника", "наставников", "наставников")
    rest = f" и ещё {count - NAMED}" if count > NAMED else ""
    return Deed(
        code="check",
        title=f"Оформить наставничество в трудовом договоре у {who}",
        text=f"{', '.join(one.name for one in people[:NAMED])}{rest}: нет письменного согласия или дополнительного "
        "соглашения (ст. 351.8 ТК).",
        day_words="сейчас",
        action="Вписать документы" if count == 1 else "Вписать первому",
        target=Target.LABOUR,
        target_id=people[0].id,
        anchor="id_consent_on",
        links=tuple(Link(one.name, Target.LABOUR, (one.id,), "id_consent_on") for one in people[1:]),
    )


def waiting(facts: Facts) -> Deed | None:
    """Mentees without a pair."""
    if not facts.waiting:
        return None
    verb = plural(facts.waiting, "ждёт", "ждут", "ждут")
    return Deed(
        code="work",
        title=f"{wording.people_of(facts.waiting)} {verb} наставника",
        text="В базе есть, а пары пока нет.",
        day_words="сейчас",
        action="Предложить наставника",
        target=Target.PAIRS,
    )


def unmarked(facts: Facts) -> Deed | None:
    """Planned meetings whose day has passed."""
    count = facts.unmarked_meetings
    if not count:
        return None
    one = count == 1 and facts.first_meeting is not None
    return Deed(
        code="check",
        title="Отметить прошедшую встречу"
        if count == 1
        else f"Отметить {counted(count, 'встречу', 'встречи', 'встреч')}",
        text="По плану день уже прошёл, а записи нет.",
        day_words="сейчас",
        action="Отметить встречу" if one else "Открыть журнал",
        target=Target.MEETING if one else Target.MEETINGS,
        target_id=facts.first_meeting if one else None,
        anchor="id_held_on" if one else "",
    )


def surveys(facts: Facts) -> Deed | None:
    """Surveys that have gone on for two weeks: the results are to be counted."""
    since, count = facts.surveys_since, facts.surveys
    if not count or since is None or facts.today - since < SURVEY_LASTS:
        return None
    one = count == 1
    return Deed(
        code="soon",
        title="Завершить опрос" if one else f"Завершить {counted(count, 'опрос', 'опроса', 'опросов')}",
        text="Идёт больше двух недель. Впишите, сколько ответов пришло, и результаты войдут в мониторинг.",
        day_words="сейчас",
        note=f"с {_day(since, facts.today)}",
        action="Завершить опрос" if one else "Открыть опросы",
        target=Target.SURVEY if one else Target.SURVEYS,
        target_id=facts.first_survey if one else None,
    )


def dead_links(facts: Facts) -> Deed | None:
    """Publications that no longer open: the monitoring does not count them."""
    count = facts.dead_links
    if not count:
        return None
    verb = plural(count, "открывается", "открываются", "открываются")
    return Deed(
        code="check",
        title=f"{counted(count, 'публикация', 'публикации', 'публикаций')} не {verb}",
        text="Мониторинг их не считает. Исправьте ссылку или уберите публикацию.",
        day_words="сейчас",
        action="Открыть публикации",
        target=Target.PUBLICATIONS,
    )


def _day(day: date, today: date) -> str:
    return date_words(day, with_year=day.year != today.year)
