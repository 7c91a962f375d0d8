"""What asks for a hand without a date of its own: each fact of the registers as a line of the day, or None."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from schools.cabinet.domain import wording
from schools.cabinet.domain.deeds import Deed, Facts, SilentPair, Target
from tenants.domain.russian import counted, date_short, date_words, join_and, plural

NAMED = 3  # pairs named in a line, the rest are counted


def roadmap(facts: Facts) -> Deed | None:
    """A year without a roadmap, or with one that no order approves."""
    if not facts.has_roadmap:
        return Deed(
            code="idle",
            title=f"Дорожной карты на {facts.year_title} ещё нет",
            text="Возьмите образец или загрузите свою из Word и Excel: сроки программа прочтёт сама.",
            day_words="сейчас",
            action="Завести карту",
            target=Target.NEW_ROADMAP,
        )
    if facts.roadmap_unapproved:
        return Deed(
            code="work",
            title="Утвердить дорожную карту приказом",
            text="Пока номера и даты приказа нет, мониторинг считает, что карты нет.",
            day_words="сейчас",
            action="Записать приказ",
            target=Target.ROADMAP,
        )
    return None


def silent(pairs: Sequence[SilentPair], today: date) -> Deed | None:
    """Working pairs that have not met for longer than the rhythm."""
    if not pairs:
        return None
    count = len(pairs)
    longest = sorted(pairs, key=lambda pair: -pair.days)
    named = [f"{pair.names} — {wording.days(pair.days)}" for pair in longest[:NAMED]]
    rest = f" и ещё {count - NAMED}" if count > NAMED else ""
    words = wording.pairs(count) if count > 1 else "Пара"
    return Deed(
        code="soon",
        title=f"{words} давно не {plural(count, 'встречалась', 'встречались', 'встречались')}",
        text=f"{', '.join(named)}{rest}. Норма программы: раз в две недели.",
        day=today,
        day_words="сегодня",
        note=date_short(today),
        action="Показать пару" if count == 1 else "Показать пары",
        target=Target.PAIR if count == 1 else Target.SILENT_PAIRS,
        target_id=pairs[0].id if count == 1 else None,
    )


def proposed(facts: Facts) -> Deed | None:
    """Pairs that wait for an order."""
    pairs = facts.proposed
    if not pairs:
        return None
    names = [pair.names for pair in pairs]
    text = join_and(names) if len(names) <= NAMED else f"{', '.join(names[:NAMED])} и ещё {len(names) - NAMED}"
    one = len(pairs) == 1
    since = min(pair.proposed_on for pair in pairs)
    verb = plural(len(pairs), "ждёт", "ждут", "ждут")
    return Deed(
        code="work",
        title="Предложенная пара ждёт приказа" if one else f"{wording.pairs(len(pairs))} {verb} приказа",
        text=wording.sentence(text),
        day_words="сейчас",
        note=f"с {date_words(since, with_year=since.year != facts.today.year)}",
        action="Закрепить приказом",
        target=Target.ORDER,
    )


def consents(facts: Facts) -> Deed | None:
    """People whose data may not be processed yet."""
    if not facts.without_consent:
        return None
    return Deed(
        code="work",
        title=f"Собрать согласия: не хватает {facts.without_consent} из {facts.people}",
        text="Без согласия человека нельзя включить в приказ, а ученика — без согласия родителя.",
        day_words="до приказа",
        action="Показать, чьих",
        target=Target.CONSENTS,
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
    return Deed(
        code="check",
        title="Отметить прошедшую встречу"
        if count == 1
        else f"Отметить {counted(count, 'встречу', 'встречи', 'встреч')}",
        text="По плану день уже прошёл, а записи нет.",
        day_words="сейчас",
        action="Открыть журнал",
        target=Target.MEETINGS,
    )
