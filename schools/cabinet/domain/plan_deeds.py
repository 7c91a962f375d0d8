"""Lines of the day that come from the roadmap: its dates, the half-years of lasting activities, its approval."""

from __future__ import annotations

from datetime import date, timedelta

from schools.cabinet.domain.deeds import Deed, DueActivity, Facts, HalfActivity, Link, PlanStep, RoadmapStep, Target
from schools.cabinet.domain.wording import day_note, days
from tenants.domain.russian import counted, date_short, date_words

SOON = timedelta(days=3)  # yellow begins three days before (ux.md § 4)
THIS_WEEK = timedelta(days=7)
AHEAD = timedelta(days=14)
AHEAD_AT_MOST = 3
HALF_ENDS = timedelta(days=14)  # a half-year that ends so soon is asked about
HALVES_NAMED = 5
DONE_FIELD, PROOF_FIELD = "id_done_on", "id_title"


def missed(facts: Facts) -> list[Deed]:
    """Overdue activities, the longest first."""
    rows = sorted((one for one in facts.activities if one.due_on < facts.today), key=lambda one: one.due_on)
    return [_missed(one, facts.today) for one in rows]


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
        anchor=DONE_FIELD,
    )


def _item(one: DueActivity | HalfActivity) -> str:
    return f"Дорожная карта, пункт {one.number}." if one.number else "Дорожная карта."


def today(facts: Facts) -> list[Deed]:
    """Activities due today."""
    return [_coming(one, facts.today) for one in facts.activities if one.due_on == facts.today]


def ahead(facts: Facts) -> list[Deed]:
    """What is due within the week, all of it, and then a few more."""
    coming = sorted(
        (one for one in facts.activities if facts.today < one.due_on <= facts.today + AHEAD),
        key=lambda one: one.due_on,
    )
    week = [one for one in coming if one.due_on - facts.today <= THIS_WEEK]
    return [_coming(one, facts.today) for one in coming[: max(len(week), AHEAD_AT_MOST)]]


def nearest(facts: Facts) -> Deed | None:
    """The next date of the roadmap, however far."""
    coming = [one for one in facts.activities if one.due_on > facts.today]
    return _coming(min(coming, key=lambda one: one.due_on), facts.today) if coming else None


def _coming(one: DueActivity, today: date) -> Deed:
    left = one.due_on - today
    return Deed(
        code="soon" if left <= SOON else "idle",
        title=one.text,
        text=_item(one),
        day=one.due_on,
        day_words="сегодня" if one.due_on == today else "",
        note=date_short(one.due_on) if one.due_on == today else day_note(one.due_on, today),
        action="Открыть пункт" if left <= THIS_WEEK else "",
        target=Target.ACTIVITY,
        target_id=one.id,
        anchor=DONE_FIELD if left <= THIS_WEEK else "",
        mine=left <= THIS_WEEK,
    )


def unproved(facts: Facts) -> Deed | None:
    """Lasting activities without evidence of a half-year that is over or is about to be."""
    asked = [one for one in facts.halves if one.is_over or one.until - facts.today <= HALF_ENDS]
    if not asked:
        return None
    first = min(asked, key=lambda one: (one.until, one.id))
    one = len(asked) == 1
    rows = counted(len(asked), "постоянного дела", "постоянных дел", "постоянных дел")
    half = first.half.replace("первое", "первом").replace("второе", "втором").replace("полугодие", "полугодии")
    return Deed(
        code="check",
        title=f"Подтвердить: {first.text}" if one else f"Нет подтверждения у {rows}",
        text=f"Работа шла в {half}, а показать пока нечего: хватит ссылки, файла или протокола.",
        day_words="сейчас",
        note="" if first.is_over else f"до {date_words(first.until, with_year=first.until.year != facts.today.year)}",
        action="Добавить подтверждение" if one else "Открыть первое",
        target=Target.PROOF,
        target_id=first.id,
        anchor=PROOF_FIELD,
        links=() if one else tuple(_proof(each) for each in asked[:HALVES_NAMED]),
    )


def _proof(one: HalfActivity) -> Link:
    return Link(f"{one.number} {one.text}".strip(), Target.PROOF, (one.id,), PROOF_FIELD)


def approval(facts: Facts) -> list[Deed]:
    """Where the approval of each roadmap stands, for the curator. Code «return» and «wait» say whose the move is."""
    return [deed for one in facts.roadmaps if (deed := _approval(one, facts.today)) is not None]


def _approval(one: RoadmapStep, today: date) -> Deed | None:
    return _STEPS[one.step](one, today)


def _nothing(_one: RoadmapStep, _today: date) -> None:
    return None


def _changes(one: RoadmapStep) -> str:
    return counted(one.changes, "изменение", "изменения", "изменений")


def _draft(one: RoadmapStep, _today: date) -> Deed:
    return Deed(
        code="work",
        title="Утвердить дорожную карту приказом",
        text="Пока номера и даты приказа нет, мониторинг считает, что карты нет.",
        day_words="сейчас",
        action="Отправить директору",
        target=Target.SEND_ROADMAP,
        target_id=one.id,
    )


def _changed(one: RoadmapStep, _today: date) -> Deed:
    return Deed(
        code="work",
        title=f"Утвердить изменения дорожной карты: {_changes(one)}",
        text="Изменённые сроки и пункты действуют после приказа. Отправьте их директору одним разом.",
        day_words="сейчас",
        action="Показать изменения",
        target=Target.SEND_ROADMAP,
        target_id=one.id,
    )


def _returned(one: RoadmapStep, _today: date) -> Deed:
    return Deed(
        code="return",
        title="Директор вернул дорожную карту",
        text=f"Замечание: {one.note}",
        day_words="сейчас",
        action="Исправить и отправить снова",
        target=Target.SEND_ROADMAP,
        target_id=one.id,
    )


def _sent(one: RoadmapStep, today: date) -> Deed:
    what = "Дорожная карта" if one.is_draft else "Изменения дорожной карты"
    day = f"Отправлено {date_words(one.sent_on, with_year=one.sent_on.year != today.year)}. " if one.sent_on else ""
    return Deed(
        code="wait",
        title=f"{what} на утверждении у директора",
        text=f"{day}От вас ничего не нужно.",
        day_words="ждём",
        target=Target.ROADMAP_ONE,
        target_id=one.id,
        mine=False,
    )


_STEPS = {
    PlanStep.NOTHING: _nothing,
    PlanStep.DRAFT: _draft,
    PlanStep.CHANGED: _changed,
    PlanStep.RETURNED: _returned,
    PlanStep.SENT: _sent,
}
