"""What several pages of the room say alike: who people are, how a pair stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from schools.pairs.domain.silence import Silence, days_silent, silence_of
from schools.pairs.models import Pair, PairStatus
from schools.people.models import MenteeCard, MentorCard, Person
from tenants.domain.russian import counted, date_numeric, date_words

CODES = {Silence.NONE: "done", Silence.QUIET: "soon", Silence.LONG: "late"}


@dataclass(frozen=True, slots=True)
class State:
    """One of the nine states with its words; ``pill`` where it asks for a look."""

    code: str
    words: str
    pill: bool = True


def state_of(pair: Pair, last_held: date | None, on: date) -> State:
    """How a pair stands on ``on``; what ended after that day worked on it."""
    if pair.status == PairStatus.PROPOSED:
        return State("wait", "Ждёт приказа")
    if pair.ended_on is not None and pair.ended_on <= on:
        if pair.status == PairStatus.BROKEN:
            return State("late", "Прервана")
        return State("done", "Завершена", pill=False)
    if pair.paused_on is not None and pair.paused_on <= on:
        return State("check", "Приостановлена")
    days = days_silent(last_held=last_held, started_on=pair.started_on, on=on)
    kept = silence_of(days)
    if kept is not Silence.NONE:
        return State(CODES[kept], f"{counted(days, 'день', 'дня', 'дней')} без встреч")
    return State("done", "По плану", pill=False) if last_held else State("work", "Начинает", pill=False)


def order_words(pair: Pair) -> str:
    """«№ 48-од от 19.09.2025», or an empty text while there is no order."""
    return f"№ {pair.order_number} от {date_numeric(pair.started_on)}" if pair.started_on else ""


def day_words(day: date, today: date) -> str:
    """«сегодня», «вчера», «24 сентября», «24 мая 2025 года»: the year only where it is another one."""
    near = {0: "сегодня", 1: "вчера"}
    return near.get((today - day).days) or date_words(day, with_year=day.year != today.year)


def about(person: Person) -> str:
    """Who it is outside the programme: «педагог, учитель физики», «обучающийся, 7 «Б»», the partner of a worker."""
    extra = person.class_name or person.position or (str(person.partner) if person.partner_id else "")
    return f"{person.get_kind_display()}, {extra}" if extra else person.get_kind_display()


def mentor_words(card: MentorCard, pairs: int) -> str:
    """«обучение пройдено; ведёт 1 пару, может взять ещё одну»."""
    led = f"ведёт {counted(pairs, 'пару', 'пары', 'пар')}" if pairs else "пар пока нет"
    left = card.capacity - pairs
    if left <= 0:
        load = f"{led}, больше не рекомендуем"
    elif pairs:
        load = f"{led}, может взять ещё {'одну' if left == 1 else left}"
    else:
        load = led
    return f"обучение пройдено; {load}" if card.trained_on else load


def mentee_words(card: MenteeCard) -> str:
    """What the mentee asks for, as written down."""
    return f"запрос: {card.request_words}" if card.request_words else "запрос не записан"
