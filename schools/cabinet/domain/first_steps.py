"""The first steps of a new school: from an empty cabinet to the first pairs (ux.md § 6)."""

from __future__ import annotations

from dataclasses import dataclass

from schools.cabinet.domain.deeds import Target
from tenants.domain.russian import counted


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a school that has never had a pair has already."""

    has_card: bool
    has_roadmap: bool
    mentors: int
    mentees: int
    without_consent: int


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what to do and why, where it is done, whether it is behind."""

    title: str
    text: str
    action: str
    target: Target
    done: bool


def first_steps(known: Beginning) -> tuple[Step, ...]:
    """The five steps in their order; pairs are the last, and the list goes away with the first of them."""
    people = known.mentors + known.mentees
    has_people = bool(known.mentors and known.mentees)
    return (
        Step(
            "Проверить карточку школы",
            "Сколько учеников и педагогов, раздел «Наставничество» на сайте: из этого считаются доли.",
            "Открыть карточку",
            Target.CARD,
            known.has_card,
        ),
        Step(
            "Завести дорожную карту",
            "Возьмите образец или загрузите свою из Word или Excel, сроки программа прочтёт сама.",
            "Завести карту",
            Target.NEW_ROADMAP,
            known.has_roadmap,
        ),
        Step("Внести людей", _people(known), "Внести людей", Target.PEOPLE, has_people),
        Step(
            "Собрать согласия",
            _consents(people, known.without_consent),
            "Открыть согласия",
            Target.CONSENTS,
            has_people and not known.without_consent,
        ),
        Step(
            "Предложить первую пару",
            "Программа покажет, кто свободен и кому подходит форма наставничества.",
            "Открыть пары",
            Target.PAIRS,
            done=False,
        ),
    )


def _people(known: Beginning) -> str:
    if not known.mentors and not known.mentees:
        return "Хватит двоих для начала: один наставник и один наставляемый."
    mentors = counted(known.mentors, "наставник", "наставника", "наставников")
    mentees = counted(known.mentees, "наставляемый", "наставляемых", "наставляемых")
    return f"Внесены {mentors} и {mentees}."


def _consents(people: int, without: int) -> str:
    if not people:
        return "Без согласия на обработку данных человека нельзя включить в приказ."
    if not without:
        return "Согласия есть у всех."
    return f"Не хватает {without} из {people}. Без согласия человека нельзя включить в приказ."
