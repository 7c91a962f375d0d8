"""The curator's day: what is to be done, in the order of ux.md § 5, screen 4.

Monitoring first while it waits for the school, then what is overdue, what asks for a hand today, what comes by date,
and at the end what waits for somebody else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from schools.cabinet.domain import wording
from schools.cabinet.domain.deeds import Deed, DueActivity, Facts, SilentPair, Target
from schools.cabinet.domain.monitoring_deed import monitoring_deed
from schools.cabinet.domain.wording import day_note, days, people_of
from tenants.domain.russian import counted, date_short, date_words, join_and, plural

RED_AT_ONCE = 2  # red lines in a row; the rest fold away
SOON = timedelta(days=3)  # yellow begins three days before (ux.md § 4)
AHEAD = timedelta(days=14)
AHEAD_AT_MOST = 3
NAMED = 3  # pairs named in a line, the rest are counted


@dataclass(frozen=True, slots=True)
class Agenda:
    """The trail, and the overdue that fold away after its red lines (their place is ``fold_after``)."""

    deeds: tuple[Deed, ...]
    folded: tuple[Deed, ...] = ()
    fold_after: int = 0

    @property
    def mine(self) -> int:
        """How many deeds wait for the curator: the number in the menu."""
        return sum(deed.mine for deed in (*self.deeds, *self.folded))

    @property
    def late(self) -> int:
        """How many of them are overdue."""
        return sum(deed.late and deed.mine for deed in (*self.deeds, *self.folded))

    @property
    def nearest(self) -> Deed | None:
        """The first deed with a date, for a day without anything to do."""
        return next((deed for deed in self.deeds if deed.day), None)


def agenda(facts: Facts) -> Agenda:
    """Build the day."""
    monitoring = monitoring_deed(facts.monitoring, facts.today) if facts.monitoring else None
    first = [monitoring] if monitoring and monitoring.mine else []
    overdue = _overdue(facts)
    red = max(RED_AT_ONCE - sum(deed.late for deed in first), 0)
    others = [monitoring] if monitoring and not monitoring.mine else []
    ahead = sorted([*_ahead(facts), *(one for one in others if one.code == "idle")], key=_by_day)
    waits = [one for one in others if one.code != "idle"]
    trail = [*first, *overdue[:red], *_now(facts), *ahead, *waits]
    return Agenda(tuple(trail), tuple(overdue[red:]), len(first) + min(red, len(overdue)))


def _by_day(deed: Deed) -> date:
    return deed.day or date.max


def _overdue(facts: Facts) -> list[Deed]:
    missed = sorted((one for one in facts.activities if one.due_on < facts.today), key=lambda one: one.due_on)
    deeds = [_missed(one, facts.today) for one in missed]
    results = facts.year_results_due
    if results and results < facts.today:
        deeds.append(_year_results(results, facts.today))
    return sorted(deeds, key=_by_day)


def _missed(one: DueActivity, today: date) -> Deed:
    return Deed(
        code="late",
        title=one.text,
        text=_item(one),
        day=one.due_on,
        note=f"просрочено на {days((today - one.due_on).days)}",
        late=True,
        action="Отметить или перенести",
        target=Target.ACTIVITY,
        target_id=one.id,
    )


def _item(one: DueActivity) -> str:
    return f"Дорожная карта, пункт {one.number}." if one.number else "Дорожная карта."


def _now(facts: Facts) -> list[Deed]:
    """What asks for a hand today: dated by today, or by nothing but the curator's own time."""
    found = [
        _roadmap(facts),
        _silent(facts.silent, facts.today),
        _proposed(facts),
        _consents(facts),
        _waiting(facts),
        _unmarked(facts),
    ]
    today = [_coming(one, facts.today) for one in facts.activities if one.due_on == facts.today]
    return [*today, *(deed for deed in found if deed is not None)]


def _roadmap(facts: Facts) -> Deed | None:
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


def _silent(pairs: Sequence[SilentPair], today: date) -> Deed | None:
    if not pairs:
        return None
    count = len(pairs)
    longest = sorted(pairs, key=lambda pair: -pair.days)
    named = [f"{pair.names} — {days(pair.days)}" for pair in longest[:NAMED]]
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


def _proposed(facts: Facts) -> Deed | None:
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


def _consents(facts: Facts) -> Deed | None:
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


def _waiting(facts: Facts) -> Deed | None:
    if not facts.waiting:
        return None
    verb = plural(facts.waiting, "ждёт", "ждут", "ждут")
    return Deed(
        code="work",
        title=f"{people_of(facts.waiting)} {verb} наставника",
        text="Они внесены в базу, пары у них нет.",
        day_words="сейчас",
        action="Предложить наставника",
        target=Target.PAIRS,
    )


def _unmarked(facts: Facts) -> Deed | None:
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


def _ahead(facts: Facts) -> list[Deed]:
    coming = sorted(
        (one for one in facts.activities if facts.today < one.due_on <= facts.today + AHEAD),
        key=lambda one: one.due_on,
    )
    deeds = [_coming(one, facts.today) for one in coming[:AHEAD_AT_MOST]]
    results = facts.year_results_due
    return [*deeds, _year_results(results, facts.today)] if results and results >= facts.today else deeds


def _coming(one: DueActivity, today: date) -> Deed:
    soon = one.due_on - today <= SOON
    return Deed(
        code="soon" if soon else "idle",
        title=one.text,
        text=_item(one),
        day=one.due_on,
        day_words="сегодня" if one.due_on == today else "",
        note=date_short(one.due_on) if one.due_on == today else day_note(one.due_on, today),
        action="Открыть пункт" if soon else "",
        target=Target.ACTIVITY,
        target_id=one.id,
        mine=soon,
    )


def _year_results(due_on: date, today: date) -> Deed:
    late = due_on < today
    soon = not late and due_on - today <= SOON
    return Deed(
        code="late" if late else "soon" if soon else "idle",
        title="Опубликовать итоги года",
        text="Хватит ссылки на страницу сайта школы.",
        day=due_on,
        note=f"просрочено на {days((today - due_on).days)}" if late else day_note(due_on, today),
        late=late,
        action="Добавить публикацию",
        target=Target.PUBLICATION,
        mine=late or soon,
    )
