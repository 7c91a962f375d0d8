"""The page before an act over many people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from schools.people.domain.classes import class_above
from schools.people.domain.content import topic_titles
from schools.people.domain.many import Act
from schools.people.models import Person
from schools.people.presenters.words import who
from schools.people.services.many import Prospect
from tenants.domain.russian import counted

QUESTIONS = {
    Act.CLASS_UP: "Перевести в следующий класс",
    Act.GRADUATE: "Сделать выпускниками",
    Act.ARCHIVE: "Убрать из действующих",
    Act.TOPIC: "Добавить тему",
}
TEXTS = {
    Act.CLASS_UP: "Прошлые годы останутся с прежним классом.",
    Act.GRADUATE: "Они выйдут из обеих баз и появятся среди будущих наставников. Прошлые пары и отчёты останутся.",
    Act.ARCHIVE: "Записи уйдут из обеих баз. Согласия, прошлые пары и отчёты останутся.",
    Act.TOPIC: "Тема добавится к тем, что уже есть.",
}


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody on the page: what becomes of him, or why he is passed over."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class ManyPage:
    """The question with everybody's names."""

    title: str
    text: str
    people: list[Named]
    passed: list[Named]
    stamp: str
    count: str


def many_page(found: Prospect, act: Act, topic: str, on: date) -> ManyPage:
    """What is asked before the press."""
    count = counted(len(found.people), "человек", "человека", "человек")
    theme = f" «{topic_titles().get(topic, topic)}»" if act is Act.TOPIC else ""
    return ManyPage(
        title=f"{QUESTIONS[act]}{theme}: {count}?",
        text=TEXTS[act],
        people=[Named(one.full_name, _becomes(one, act, on)) for one in found.people],
        passed=[Named(one.person.full_name, one.why) for one in found.passed],
        stamp=found.stamp,
        count=count,
    )


def _becomes(person: Person, act: Act, on: date) -> str:
    if act is Act.CLASS_UP:
        return f"{person.class_name} → {class_above(person.class_name)}"
    return who(person, on)
