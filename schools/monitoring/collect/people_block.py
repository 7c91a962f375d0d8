"""Block D: people in the two pools on the reporting date, each counted once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from schools.monitoring.collect.registers import Registers
from schools.monitoring.collect.words import not_kept, person_rows, records
from schools.monitoring.domain.bands import AgeBand, age_band, is_young_specialist
from schools.monitoring.domain.counted import Counted, known, unknown
from schools.pairs.models import PairMember
from schools.people.models import Person, PersonKind

Line = Callable[[Registers], Counted]
Test = Callable[[Person, date], bool]
PEOPLE = "Люди и согласия"


def people(found: Iterable[Person], *, note: str = "", section: str = PEOPLE) -> Counted:
    """How many there are, with their names for the school alone."""
    rows = person_rows(found)
    return known(len(rows), records(section, len(rows)), rows, note=note)


def _mentors(test: Test) -> Line:
    def line(registers: Registers) -> Counted:
        if not registers.mentors_kept:
            return unknown("база наставников ещё не заполнена")
        return people(card.person for card in registers.mentors if test(card.person, registers.on))

    return line


def _mentees(test: Test) -> Line:
    def line(registers: Registers) -> Counted:
        if not registers.mentees_kept:
            return unknown("база наставляемых ещё не заполнена")
        return people(card.person for card in registers.mentees if test(card.person, registers.on))

    return line


def anybody(_person: Person, _on: date) -> bool:
    """Everybody in the pool."""
    return True


def of_kind(*kinds: str) -> Test:
    """Who somebody is outside the programme."""
    return lambda person, _on: person.kind in kinds


def of_age(*bands: AgeBand) -> Test:
    """Pupils of these ages on the day."""
    return lambda person, on: person.kind == PersonKind.PUPIL and _band(person, on) in bands


def young_specialist(person: Person, on: date) -> bool:
    """A teacher in the first three years."""
    return person.kind == PersonKind.TEACHER and is_young_specialist(person.teaching_since, on)


def other_adult(person: Person, on: date) -> bool:
    """Everybody who is neither a child nor a young specialist."""
    if person.kind == PersonKind.PUPIL:
        return _band(person, on) is AgeBand.ADULT
    return not young_specialist(person, on)


def _sent_by_partner(person: Person, _on: date) -> bool:
    return person.kind == PersonKind.PARTNER or (person.kind == PersonKind.OTHER and person.partner_id is not None)


def _band(person: Person, on: date) -> AgeBand | None:
    return age_band(person.birth_year, person.birth_month, on)


def supported_mentees(registers: Registers) -> Counted:
    """D13: one number without names: who needs support is known to the curator alone, and others read this form."""
    if not registers.mentees_kept:
        return unknown("база наставляемых ещё не заполнена")
    count = sum(card.person_id in registers.supported for card in registers.mentees)
    return known(count, records(PEOPLE, count), [])


def without_mentor(registers: Registers) -> Counted:
    """D14: in the pool of mentees and in no working pair."""
    if not registers.mentees_kept or not registers.pairs_kept:
        return unknown("база наставляемых ещё не заполнена" if registers.pairs_kept else not_kept("Пары"))
    helped = registers.active(PairMember.MENTEE)
    return people(card.person for card in registers.mentees if card.person_id not in helped)


def ageless(registers: Registers) -> list[Person]:
    """Pupils among mentees whose band is not known: the sum of the bands falls short by them."""
    pupils = [card.person for card in registers.mentees if card.person.kind == PersonKind.PUPIL]
    return [person for person in pupils if _band(person, registers.on) is None]


def mentees_all(registers: Registers) -> Counted:
    """D7."""
    found = _mentees(anybody)(registers)
    if not found.cell.is_known or not (lacking := ageless(registers)):
        return found
    names = ", ".join(row.title for row in person_rows(lacking))
    return people([card.person for card in registers.mentees], note=f"Не указан месяц рождения: {names}.")


LINES: dict[str, Line] = {
    "D1": _mentors(anybody),
    "D2": _mentors(of_kind(PersonKind.TEACHER)),
    "D3": _mentors(of_kind(PersonKind.PUPIL)),
    "D4": _mentors(of_kind(PersonKind.GRADUATE)),
    "D5": _mentors(_sent_by_partner),
    "D6": _mentors(of_kind(PersonKind.STUDENT)),
    "D7": mentees_all,
    "D8": _mentees(of_age(AgeBand.UNDER_10)),
    "D9": _mentees(of_age(AgeBand.FROM_10_TO_14)),
    "D10": _mentees(of_age(AgeBand.FROM_15_TO_19)),
    "D11": _mentees(young_specialist),
    "D12": _mentees(other_adult),
    "D13": supported_mentees,
    "D14": without_mentor,
}
