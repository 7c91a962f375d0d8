"""The curator's day: what is to be done, in the order of ux.md § 5, screen 4.

Monitoring first while it waits for the school, then what is overdue, what asks for a hand today and what comes within
three days: these lines are the curator's, and their number is the one that the headline and the menu say. Below them
stands what comes later and what waits for somebody else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from schools.cabinet.domain import undated_deeds
from schools.cabinet.domain.deeds import Deed, DueActivity, Facts, Target
from schools.cabinet.domain.monitoring_deed import monitoring_deed
from schools.cabinet.domain.wording import day_note, days
from tenants.domain.russian import date_short

RED_AT_ONCE = 2  # red lines in a row; the rest fold away
SOON = timedelta(days=3)  # yellow begins three days before (ux.md § 4)
AHEAD = timedelta(days=14)
AHEAD_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Agenda:
    """The trail, and the overdue that fold away after its red lines (their place is ``fold_after``).

    In ``deeds`` the curator's own stand first, so that what is counted can be seen apart from what is not.
    """

    deeds: tuple[Deed, ...]
    folded: tuple[Deed, ...] = ()
    fold_after: int = 0
    nearest: Deed | None = None  # what comes next by date, however far: for a day without anything to do

    @property
    def mine(self) -> int:
        """How many deeds wait for the curator: the number in the menu."""
        return sum(deed.mine for deed in (*self.deeds, *self.folded))

    @property
    def late(self) -> int:
        """How many of them are overdue."""
        return sum(deed.late and deed.mine for deed in (*self.deeds, *self.folded))


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
    trail.sort(key=lambda deed: not deed.mine)  # the order within each part stays
    return Agenda(tuple(trail), tuple(overdue[red:]), len(first) + min(red, len(overdue)), _nearest(facts))


def _nearest(facts: Facts) -> Deed | None:
    coming = [one for one in facts.activities if one.due_on > facts.today]
    return _coming(min(coming, key=lambda one: one.due_on), facts.today) if coming else None


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
        undated_deeds.roadmap(facts),
        undated_deeds.silent(facts.silent, facts.today),
        undated_deeds.proposed(facts),
        undated_deeds.consents(facts),
        undated_deeds.waiting(facts),
        undated_deeds.unmarked(facts),
    ]
    today = [_coming(one, facts.today) for one in facts.activities if one.due_on == facts.today]
    return [*today, *(deed for deed in found if deed is not None)]


def _ahead(facts: Facts) -> list[Deed]:
    coming = sorted(
        (one for one in facts.activities if facts.today < one.due_on <= facts.today + AHEAD),
        key=lambda one: one.due_on,
    )
    soon = [one for one in coming if one.due_on - facts.today <= SOON]
    deeds = [_coming(one, facts.today) for one in coming[: max(len(soon), AHEAD_AT_MOST)]]
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
