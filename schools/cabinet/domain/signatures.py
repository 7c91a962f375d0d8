"""The principal's day: what waits for his signature, and nothing that the curator does (ux.md § 5, screen 20)."""

from __future__ import annotations

from schools.cabinet.domain import entry_deeds
from schools.cabinet.domain.agenda import Agenda
from schools.cabinet.domain.deeds import Deed, Facts, PlanStep, RoadmapStep, Stage, Target
from schools.cabinet.domain.wording import sentence
from tenants.domain.russian import counted, date_words, plural


def signatures(facts: Facts) -> Agenda:
    """Roadmaps and their changes to approve, the monitoring to get acquainted with, orders the curator prepares."""
    own = [_roadmap(one) for one in facts.roadmaps if one.step is PlanStep.SENT]
    found = [_monitoring(facts), entry_deeds.still_you(facts), entry_deeds.invited(facts)]
    waits = [deed for deed in [_pairs(facts)] if deed is not None]
    return Agenda((*own, *(deed for deed in found if deed is not None), *waits))


def _roadmap(one: RoadmapStep) -> Deed:
    since = f"Отправлена {date_words(one.sent_on, with_year=False)}. " if one.sent_on else ""
    changed = counted(one.changes, "изменение", "изменения", "изменений")
    return Deed(
        code="wait",
        title="Утвердить дорожную карту" if one.is_draft else f"Утвердить изменения дорожной карты: {changed}",
        text=f"{since}{sentence(one.title)}",
        day_words="ждёт вас",
        action="Посмотреть и решить",
        target=Target.APPROVE,
        target_id=one.id,
    )


def _monitoring(facts: Facts) -> Deed | None:
    """The form is filled in to the last line and not handed in yet: it is time to look at the numbers."""
    one = facts.monitoring
    if one is None or one.stage not in {Stage.OPEN, Stage.LATE} or not one.total or one.filled != one.total:
        return None
    return Deed(
        code="review",
        title=f"Ознакомиться с числами мониторинга «{one.title}»",
        text="Куратор заполнил форму и ждёт вас, чтобы сдать её и отметить, что вы ознакомлены.",
        day=one.due_on,
        action="Посмотреть числа",
        target=Target.CHECKING,
        target_id=one.campaign_id,
    )


def _pairs(facts: Facts) -> Deed | None:
    count = facts.proposed_count
    if not count:
        return None
    verb = plural(count, "ждёт", "ждут", "ждут")
    return Deed(
        code="work",
        title=f"{counted(count, 'пара', 'пары', 'пар')} {verb} приказа",
        text="Приказ готовит куратор. Когда вы подпишете бумагу, он впишет её номер и дату.",
        day_words="готовится",
        target=Target.PAIRS,
        mine=False,
    )
