"""Pages of people who look alike: the list with reasons, the two records side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from schools.people.domain.doubles import Alike
from schools.people.domain.merging import withdrawals
from schools.people.models import Consent, Person, PersonKind
from schools.people.services.merge_people import CHOSEN, papers_of
from tenants.domain.russian import MONTHS, counted, date_words

_TITLES = {
    "last_name": "Фамилия",
    "first_name": "Имя",
    "patronymic": "Отчество",
    "kind": "Кто это",
    "class_name": "Класс или группа",
    "birth": "Месяц и год рождения",
    "teaching_since": "Педагогический стаж с",
    "position": "Должность",
    "partner": "Партнёр",
}


@dataclass(frozen=True, slots=True)
class AlikeLine:
    """Two people of the list."""

    one_id: int
    other_id: int
    one: str
    one_who: str
    other: str
    other_who: str
    reasons: str


@dataclass(frozen=True, slots=True)
class Value:
    """A value that differs: which of the two stays, is asked; ``chosen`` is what is offered."""

    name: str
    title: str
    keep: str
    gone: str
    chosen: str


def alike_lines(found: Sequence[Alike], people: Mapping[int, Person]) -> list[AlikeLine]:
    """Rows of the list; pairs whose people have gone meanwhile are left out."""
    return [
        AlikeLine(
            pair.one,
            pair.other,
            people[pair.one].full_name,
            who_of(people[pair.one]),
            people[pair.other].full_name,
            who_of(people[pair.other]),
            "; ".join(pair.likeness.reasons),
        )
        for pair in found
        if pair.one in people and pair.other in people
    ]


def who_of(person: Person) -> str:
    """«обучающийся, 7 «Б»», «педагог, учитель химии, выбыл»."""
    parts = [person.get_kind_display(), person.class_name, person.position, "выбыл" if person.archived_on else ""]
    return ", ".join(filter(None, parts))


def values_to_choose(keep: Person, gone: Person) -> list[Value]:
    """What differs in the two records; where one is empty the other is offered without a question."""
    found = []
    for name in CHOSEN:
        mine, its = _shown(keep, name), _shown(gone, name)
        if mine == its or not mine or not its:
            continue
        found.append(Value(name, _TITLES[name], mine, its, "gone" if _is_fuller(its, mine) else "keep"))
    return found


def _is_fuller(one: str, other: str) -> bool:
    return len(one) > len(other) and ("." in other or "ё" in one)


def _shown(person: Person, name: str) -> str:
    if name == "birth":
        if person.birth_year is None:
            return ""
        month = MONTHS[person.birth_month - 1] if person.birth_month else ""
        return f"{month} {person.birth_year}".strip()
    if name == "kind":
        return PersonKind(person.kind).label
    if name == "partner":
        return person.partner.name if person.partner else ""
    value = getattr(person, name)
    return date_words(value) if isinstance(value, date) else str(value or "")


def consents_told(keep: Person, gone: Person) -> list[str]:
    """What becomes of the consents, said before the press."""
    mine, its = list(keep.consents.all()), list(gone.consents.all())
    said = []
    both = {one.purpose for one in mine} & {one.purpose for one in its}
    for purpose in sorted(both):
        title = next(one.get_purpose_display() for one in mine if one.purpose == purpose)
        number = sum(one.purpose == purpose for one in (*mine, *its))
        papers = counted(number, "согласие", "согласия", "согласий")
        said.append(f"На «{title}» у двух записей {papers}: останутся все, действует более строгое.")
    for number, day in withdrawals(papers_of(keep.pk), papers_of(gone.pk)).items():
        paper: Consent = next(one for one in (*mine, *its) if one.pk == number)
        said.append(
            f"Согласие на «{paper.get_purpose_display()}» от {date_words(paper.given_on)} станет отозванным "
            f"{date_words(day)}: отзыв есть в другой записи."
        )
    return said
