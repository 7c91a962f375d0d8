"""The curator's day: what is to be done, in the order of ux.md § 5, screen 4.

What was returned comes first, then the monitoring while it waits for the school, what is overdue, what asks for a hand
today and what is due within the week: these lines are the curator's, and their number is the one that the headline and
the menu say. Below them stands what comes later and what waits for somebody else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from schools.cabinet.domain import clocked_deeds, entry_deeds, plan_deeds, undated_deeds
from schools.cabinet.domain.deeds import Deed, Facts, Target
from schools.cabinet.domain.monitoring_deed import monitoring_deed
from schools.cabinet.domain.plan_deeds import SOON
from schools.cabinet.domain.wording import day_note, days

RED_AT_ONCE = 2  # red lines in a row; the rest fold away


@dataclass(frozen=True, slots=True)
class Agenda:
    """The trail, and the overdue that fold away after its red lines (their place is ``fold_after``).

    In ``deeds`` the reader's own stand first, so that what is counted can be seen apart from what is not.
    """

    deeds: tuple[Deed, ...]
    folded: tuple[Deed, ...] = ()
    fold_after: int = 0
    nearest: Deed | None = None  # what comes next by date, however far: for a day without anything to do

    @property
    def mine(self) -> int:
        """How many deeds wait for the reader: the number in the menu."""
        return sum(deed.mine for deed in (*self.deeds, *self.folded))

    @property
    def late(self) -> int:
        """How many of them are overdue."""
        return sum(deed.late and deed.mine for deed in (*self.deeds, *self.folded))


def agenda(facts: Facts) -> Agenda:
    """Build the day."""
    monitoring = monitoring_deed(facts.monitoring, facts.today) if facts.monitoring else None
    form = [monitoring] if monitoring and monitoring.mine else []
    steps = plan_deeds.approval(facts)
    first = sorted([*form, *(one for one in steps if one.code == "return")], key=lambda one: one.code != "return")
    overdue = _overdue(facts)
    red = max(RED_AT_ONCE - sum(deed.late for deed in first), 0)
    ahead = [*plan_deeds.ahead(facts), *_results_ahead(facts)]
    others = [monitoring] if monitoring and not monitoring.mine else []
    ahead = sorted([*ahead, *(one for one in others if one.code == "idle")], key=_by_day)
    waits = [*(one for one in others if one.code != "idle"), *(one for one in steps if one.code == "wait")]
    waits += [*entry_deeds.waits(facts), *clocked_deeds.asked(facts)]
    own = [one for one in steps if one.code not in {"return", "wait"}]
    trail = [*first, *overdue[:red], *_now(facts, own), *ahead, *waits]
    trail.sort(key=lambda deed: not deed.mine)  # the order within each part stays
    fold_after = len(first) + min(red, len(overdue))
    return Agenda(tuple(trail), tuple(overdue[red:]), fold_after, plan_deeds.nearest(facts))


def _by_day(deed: Deed) -> date:
    return deed.day or date.max


def _overdue(facts: Facts) -> list[Deed]:
    deeds = plan_deeds.missed(facts)
    results = facts.year_results_due
    if results and results < facts.today:
        deeds.append(_year_results(results, facts.today))
    takedown = clocked_deeds.takedowns(facts)
    return sorted([*deeds, *([takedown] if takedown and takedown.late else [])], key=_by_day)


def _now(facts: Facts, approval: list[Deed]) -> list[Deed]:
    """What asks for a hand today: dated by today, or by nothing but the curator's own time."""
    takedown = clocked_deeds.takedowns(facts)
    found = [
        takedown if takedown and not takedown.late else None,
        clocked_deeds.ending_mentors(facts),
        entry_deeds.still_you(facts),
        undated_deeds.new_year(facts),
        undated_deeds.roadmap(facts),
        *approval,
        undated_deeds.silent(facts),
        undated_deeds.paused(facts),
        undated_deeds.proposed(facts),
        undated_deeds.consents(facts),
        undated_deeds.expiring(facts),
        undated_deeds.papers(facts),
        undated_deeds.waiting(facts),
        undated_deeds.unmarked(facts),
        undated_deeds.surveys(facts),
        undated_deeds.dead_links(facts),
        clocked_deeds.retention(facts),
        plan_deeds.unproved(facts),
        entry_deeds.invited(facts),
    ]
    return [*plan_deeds.today(facts), *(deed for deed in found if deed is not None)]


def _results_ahead(facts: Facts) -> list[Deed]:
    results = facts.year_results_due
    return [_year_results(results, facts.today)] if results and results >= facts.today else []


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
        anchor="id_url",
        mine=late or due_on - today <= timedelta(days=7),
    )
