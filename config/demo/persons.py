"""People of the demonstration entered into the registers of a school."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from config.demo.days import of_september
from config.demo.life import Life
from config.demo.names import Name, name
from schools.people.services.add_person import NewPerson, add_person
from schools.people.services.record_consent import record_consent
from tenants.domain.school_year import SchoolYear

FIRST_CLASS_AGE = 7
AUTUMN = 9  # whoever is born from September on went to school a year later
WITH_LETTERS = 100  # a school with more pupils has parallel classes
SIGNED, ENTERED = 3, 5  # working days of September: papers come first, the last of them on the day of entry


@dataclass(frozen=True, slots=True)
class Grown:
    """An adult's part of a record."""

    kind: str
    position: str
    since: int | None = None  # the year the teaching experience counts from
    partner_id: int | None = None
    named: Name | None = None
    is_young: bool = False


def add_pupil(life: Life, year: SchoolYear, grade: int) -> int:
    """A pupil of a class, with the consent of a parent; gives the id."""
    random, month = life.random, life.random.randint(1, 12)
    born = year.start_year - FIRST_CLASS_AGE + 1 - grade - (month >= AUTUMN)
    letter = f" «{random.choice('АБ')}»" if life.spec.pupils_10_19 > WITH_LETTERS else ""
    last_name, first_name, patronymic = name(random, "pupil", life.seen)
    record = NewPerson(
        last_name,
        first_name,
        patronymic,
        "pupil",
        class_name=f"{grade}{letter}",
        birth_year=born,
        birth_month=month,
        measures=("conditions",) if random.random() < 0.06 else (),
    )
    return _enter(life, year, record)


def add_grown(life: Life, year: SchoolYear, one: Grown) -> int:
    """A teacher or a partner's worker, with the consent; gives the id."""
    last_name, first_name, patronymic = one.named or name(life.random, _who(life, one), life.seen)
    record = NewPerson(
        last_name,
        first_name,
        patronymic,
        one.kind,
        position=one.position,
        teaching_since=date(one.since, 9, 1) if one.since else None,
        partner_id=one.partner_id,
    )
    return _enter(life, year, record)


def _who(life: Life, one: Grown) -> str:
    if one.kind == "partner":
        return "partner"
    if life.spec.kind == "kindergarten":
        return "educator"
    return "young" if one.is_young else "teacher"


def _enter(life: Life, year: SchoolYear, record: NewPerson) -> int:
    """Consents come within a few days, those to publish not from everybody."""
    person = add_person(record, actor_id=life.actor_id, at=life.moment(of_september(year, ENTERED)))
    signed_on = of_september(year, SIGNED + life.random.randint(0, 2))
    purposes = ["processing"] + [one for one in ("publication", "photo") if life.random.random() < 0.3]
    for purpose in purposes:
        record_consent(
            person,
            purpose=purpose,
            given_on=signed_on,
            by_representative=record.kind == "pupil",
            kept_as="оригинал в папке",
            today=of_september(year, ENTERED),
            actor_id=life.actor_id,
            at=life.moment(of_september(year, ENTERED)),
        )
    return person
