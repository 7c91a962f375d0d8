"""Enter a person into the school's list, and mend the record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from schools.people.domain.classes import class_written
from schools.people.domain.refusals import PersonNotAdded, PersonNotChanged
from schools.people.models import Person, PersonKind, Support
from schools.people.queries import has_classes
from tenants.database.turns import take_turn
from tenants.domain.errors import Refusal
from tenants.domain.russian import sort_key
from tenants.journal.queries import is_same_press
from tenants.journal.services.record import record

OLDEST_BIRTH_YEAR = 1925
WRONG_CLASS = "Впишите класс от 1 до 11 и букву, если она есть: 7 «Б»."
OLDEST_PUPIL = 25  # a slip in the year would make a child an adult, whose consent needs no parent


@dataclass(frozen=True, slots=True)
class NewPerson:
    """What is entered. Of a child only the month and year of birth; ``class_name`` is a class or a group.

    ``measures`` are codes of measures of support that stand from the day of entry; mending a record leaves them be.
    """

    last_name: str
    first_name: str
    patronymic: str
    kind: str
    class_name: str = ""
    birth_year: int | None = None
    birth_month: int | None = None
    teaching_since: date | None = None
    position: str = ""
    partner_id: int | None = None
    measures: tuple[str, ...] = ()


@transaction.atomic
def add_person(wanted: NewPerson, *, actor_id: int | None, at: datetime) -> int:
    """Add one person; gives the id.

    Refuses a pupil without a class or a birth month, in a school a class that is none (1–11 with a letter or without;
    it is kept in one writing), a teacher without the start of experience (the age bands and «молодой специалист» are
    counted from them), and a namesake of the same kind and class. The same press of the same person adds nothing.
    """
    wanted = _settled(wanted, PersonNotAdded)
    _check(wanted, PersonNotAdded, at.year)
    take_turn("person_added")
    if (added := _just_added(wanted, actor_id, at)) is not None:
        return added
    _refuse_twins(wanted, PersonNotAdded)
    person = Person(**_values(wanted))
    person.save()
    Support.objects.bulk_create([Support(person=person, measure=code, since=at.date()) for code in wanted.measures])
    _write_down("person_added", "запись добавлена", person, actor_id=actor_id, at=at)
    return person.pk


@transaction.atomic
def edit_person(person_id: int, wanted: NewPerson, *, actor_id: int | None, at: datetime) -> None:
    """Mend a record by the rules of a new one; saving the same once more changes nothing."""
    wanted = _settled(wanted, PersonNotChanged)
    _check(wanted, PersonNotChanged, at.year)
    _refuse_twins(wanted, PersonNotChanged, but=person_id)
    person = Person.objects.select_for_update().get(pk=person_id)
    values = _values(wanted)
    if all(getattr(person, name) == value for name, value in values.items()):
        return
    for name, value in values.items():
        setattr(person, name, value)
    person.save()
    _write_down("person_changed", "запись исправлена", person, actor_id=actor_id, at=at)


def _settled(wanted: NewPerson, refusal: type[Refusal]) -> NewPerson:
    """The class in one writing; a group of a kindergarten or of a circle is called as people call it."""
    if wanted.kind != PersonKind.PUPIL or not wanted.class_name or not has_classes():
        return wanted
    written = class_written(wanted.class_name)
    if written is None:
        name = f"{wanted.last_name} {wanted.first_name}".strip()
        raise refusal(f"{name}: «{wanted.class_name}» не класс.", WRONG_CLASS)
    return replace(wanted, class_name=written)


def _just_added(wanted: NewPerson, actor_id: int | None, at: datetime) -> int | None:
    last = (
        Person.objects.filter(**_values(wanted), archived_on=None).order_by("-pk").values_list("pk", flat=True).first()
    )
    return last if last and is_same_press("person_added", last, actor_id=actor_id, at=at) else None


def _values(wanted: NewPerson) -> dict[str, object]:
    return {name: getattr(wanted, name) for name in wanted.__dataclass_fields__ if name != "measures"}


def _write_down(act: str, said: str, person: Person, *, actor_id: int | None, at: datetime) -> None:
    text = f"{person.short_name}: {said}."
    record(act=act, text=text, at=at, actor_id=actor_id, object_kind="person", object_id=person.pk)


def _refuse_twins(wanted: NewPerson, refusal: type[Refusal], *, but: int | None = None) -> None:
    sorting = sort_key(f"{wanted.last_name} {wanted.first_name} {wanted.patronymic}".strip())
    twins = Person.objects.filter(sorting=sorting, kind=wanted.kind, class_name=wanted.class_name, archived_on=None)
    if any(twin != but for twin in twins.values_list("pk", flat=True)):
        raise refusal(
            f"{wanted.last_name} {wanted.first_name}: такой человек уже есть в списке.",
            "Откройте его карточку или уточните отчество либо класс.",
        )


def _check(wanted: NewPerson, refusal: type[Refusal], this_year: int) -> None:
    name = f"{wanted.last_name} {wanted.first_name}".strip()
    if not wanted.last_name or not wanted.first_name:
        raise refusal("Запись не сохранена: нет фамилии или имени.", "Впишите фамилию и имя.")
    if wanted.kind == PersonKind.PUPIL and not wanted.class_name:
        raise refusal(f"{name}: нет класса.", "Впишите класс или группу, например 7 «Б».")
    if wanted.kind == PersonKind.PUPIL and (wanted.birth_year is None or wanted.birth_month is None):
        raise refusal(f"{name}: нет месяца и года рождения.", "Впишите их: по ним считается возраст.")
    _check_birth_year(wanted, name, refusal, this_year)
    if wanted.kind == PersonKind.TEACHER and wanted.teaching_since is None:
        raise refusal(
            f"{name}: нет даты начала педагогического стажа.", "Впишите её: по ней видно молодых специалистов."
        )


def _check_birth_year(wanted: NewPerson, name: str, refusal: type[Refusal], this_year: int) -> None:
    born = wanted.birth_year
    if born is None:
        return
    oldest = this_year - OLDEST_PUPIL if wanted.kind == PersonKind.PUPIL else OLDEST_BIRTH_YEAR
    if born < oldest:
        raise refusal(f"{name}: год рождения {born} слишком ранний.", "Проверьте год рождения.")
    if born > this_year:
        raise refusal(f"{name}: год рождения {born} ещё не наступил.", "Проверьте год рождения.")
