"""The first steps of a new school: from the invitation to the first pairs by an order (ux.md § 6).

A step is behind when its records are really kept; nothing is ticked off by hand. What was put off stays in the list,
at its end, with its way in.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from schools.cabinet.domain.deeds import Target
from tenants.domain.russian import counted, plural


class StepCode(StrEnum):
    """The steps; the values stand in addresses."""

    ENTER = "vhod"
    CARD = "kartochka"
    ROADMAP = "karta"
    PEOPLE = "lyudi"
    CONSENTS = "soglasiya"
    PAIRS = "pary"


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a school that has never had a working pair has already."""

    has_card: bool
    has_roadmap: bool
    mentors: int
    mentees: int
    without_consent: int
    proposed: int = 0
    people: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what to do and why, where it is done, whether it is behind or put off."""

    code: StepCode
    title: str
    text: str
    action: str
    target: Target | None
    done: bool
    is_later: bool = False
    anchor: str = ""


def first_steps(known: Beginning, later: Collection[str] = ()) -> tuple[Step, ...]:
    """The six steps in their order, those put off at the end; the list goes away with the first working pair."""
    has_people = bool(known.mentors and known.mentees)
    people = known.people or known.mentors + known.mentees
    steps = (
        Step(
            StepCode.ENTER,
            "Войти по приглашению",
            "Вы вошли, пароль есть только у вас.",
            "",
            None,
            done=True,
        ),
        Step(
            StepCode.CARD,
            "Проверить карточку школы",
            "Сколько учеников и педагогов, раздел «Наставничество» на сайте: из этого считаются доли.",
            "Открыть карточку",
            Target.EDIT_CARD,
            known.has_card,
        ),
        Step(
            StepCode.ROADMAP,
            "Завести дорожную карту",
            "Возьмите образец или загрузите свою из Word или Excel, сроки программа прочтёт сама.",
            "Завести карту",
            Target.NEW_ROADMAP,
            known.has_roadmap,
        ),
        Step(StepCode.PEOPLE, "Внести людей", _people(known), "Внести людей", Target.NEW_PEOPLE, has_people),
        Step(
            StepCode.CONSENTS,
            "Собрать согласия",
            _consents(people, known.without_consent),
            "Открыть согласия",
            Target.WITHOUT_CONSENT,
            has_people and not known.without_consent,
        ),
        _pairs(known),
    )
    put_off = [replace(one, is_later=True) for one in steps if not one.done and one.code in later]
    return (*(one for one in steps if one.done or one.code not in later), *put_off)


def _pairs(known: Beginning) -> Step:
    if known.proposed:
        waiting = counted(known.proposed, "пара", "пары", "пар")
        verb = plural(known.proposed, "ждёт", "ждут", "ждут")
        text = f"{waiting} {verb} приказа. Впишите его номер и дату, и пары начнут работать."
        return Step(
            StepCode.PAIRS,
            "Закрепить первые пары приказом",
            text,
            "Записать приказ",
            Target.ORDER,
            done=False,
            anchor="id_order_number",
        )
    text = "Программа покажет, кто свободен и кому подходит форма наставничества."
    return Step(StepCode.PAIRS, "Предложить первую пару", text, "Открыть пары", Target.PAIRS, done=False)


def _people(known: Beginning) -> str:
    if not known.mentors and not known.mentees:
        return "Хватит двоих для начала: один наставник и один наставляемый. Можно загрузить список из Excel."
    mentors = counted(known.mentors, "наставник", "наставника", "наставников")
    mentees = counted(known.mentees, "наставляемый", "наставляемых", "наставляемых")
    return f"Внесены {mentors} и {mentees}."


def _consents(people: int, without: int) -> str:
    if not people:
        return "Напечатайте бланки и соберите подписи. Без согласия человека нельзя включить в приказ."
    if not without:
        return "Согласия есть у всех."
    return f"Не хватает {without} из {people}. Напечатайте бланки: без согласия человека нельзя включить в приказ."
