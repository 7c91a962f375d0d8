"""Roles in time: by which form somebody helps or is helped, since when and till when; leaving a pool."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from municipal.indicators.formats import load_formats
from schools.people.domain.periods import Period, first_met
from schools.people.domain.refusals import RoleNotRecorded
from schools.people.models import MenteeCard, MentorCard, Person, RolePeriod
from schools.people.services.enrol import enrol_mentee, enrol_mentor
from schools.people.services.stays import close_roles
from tenants.domain.russian import date_words
from tenants.journal.services.record import record

WORDS = {RolePeriod.MENTOR: "наставник", RolePeriod.MENTEE: "наставляемый"}
CARDS: dict[str, type[MentorCard] | type[MenteeCard]] = {
    RolePeriod.MENTOR: MentorCard,
    RolePeriod.MENTEE: MenteeCard,
}


@transaction.atomic
def open_role(
    person_id: int,
    role: str,
    *,
    mentoring_format: str,
    since: date,
    until: date | None = None,
    actor_id: int | None,
    at: datetime,
) -> int:
    """Write down that somebody is, or was till ``until``, in a role by one form; gives the id of the period.

    Refuses a period that meets one of the same role and form, a form that is not for people of this kind, an end
    before the beginning and somebody out of the list. Whoever is not in the pool yet enters it on ``since``.
    """
    person = Person.objects.select_for_update(of=("self",)).get(pk=person_id)
    _check(person, role, mentoring_format, since, until)
    same = RolePeriod.objects.filter(person=person, role=role, mentoring_format=mentoring_format)
    standing = same.filter(since=since, until=until).first()
    if standing is not None:
        return standing.pk
    met = first_met(Period(since, until), same)
    if met is not None:
        raise RoleNotRecorded(
            f"Роль не записана: {person.short_name} уже {WORDS[role]} по форме "
            f"«{load_formats().title(mentoring_format)}» {_span(met.since, met.until)}.",
            "Закончите прежний период или впишите другие дни.",
        )
    made = RolePeriod.objects.create(
        person=person, role=role, mentoring_format=mentoring_format, since=since, until=until
    )
    if until is None:
        _stand_in_pool(person_id, role, since, actor_id, at)
    said = f"{WORDS[role]}, форма «{load_formats().title(mentoring_format)}», {_span(since, until)}"
    _write_down("role_recorded", said, person, actor_id, at)
    return made.pk


def _check(person: Person, role: str, code: str, since: date, until: date | None) -> None:
    form = load_formats().formats[code]
    kinds = form.mentor_kinds if role == RolePeriod.MENTOR else form.mentee_kinds
    if until is not None and until < since:
        raise RoleNotRecorded("Роль не записана: она кончается раньше, чем начинается.", "Проверьте обе даты.")
    if person.archived_on is not None:
        raise RoleNotRecorded(
            f"Роль не записана: {person.short_name} не среди действующих.", "Сначала верните запись в действующие."
        )
    was = {one["kind"] for one in person.past} | {person.kind}
    if not was & set(kinds):
        raise RoleNotRecorded(
            f"Роль не записана: в форме «{form.title}» {person.short_name} не может стоять на этой стороне.",
            "Выберите другую форму или другую роль.",
        )


def _stand_in_pool(person_id: int, role: str, since: date, actor_id: int | None, at: datetime) -> None:
    card = CARDS[role].objects.filter(person_id=person_id).first()
    if card is None or card.until is not None:
        _enter(card, role, person_id=person_id, since=since, actor_id=actor_id, at=at)
    elif since < card.since:
        CARDS[role].objects.filter(person_id=person_id).update(since=since)


def _enter(card: MentorCard | MenteeCard | None, role: str, **entering: Any) -> None:
    """What stood in the card before the person left stays in it."""
    if role == RolePeriod.MENTEE:
        kept = {"topics": card.topics, "request": card.request} if isinstance(card, MenteeCard) else {}
        enrol_mentee(**entering, **kept)
        return
    names = ("topics", "strengths", "capacity", "trained_on", "labour_consent_on", "labour_agreement")
    enrol_mentor(**entering, **({name: getattr(card, name) for name in names} if card is not None else {}))


@transaction.atomic
def close_role(period_id: int, *, on: date, actor_id: int | None, at: datetime) -> None:
    """The last day of a period; the person stays in the pool. Ending it twice changes nothing."""
    row = RolePeriod.objects.select_for_update(of=("self",)).select_related("person").get(pk=period_id)
    if row.until is not None:
        return
    if on < row.since:
        raise RoleNotRecorded(
            f"Период не закончен: {date_words(on)} раньше его начала, {date_words(row.since)}.", "Проверьте дату."
        )
    row.until = on
    row.save(update_fields=["until"])
    form = load_formats().title(row.mentoring_format)
    _write_down("role_ended", f"{WORDS[row.role]}, форма «{form}», по {date_words(on)}", row.person, actor_id, at)


@transaction.atomic
def leave_pool(person_id: int, role: str, *, on: date, actor_id: int | None, at: datetime) -> None:
    """``on`` is the last day in a pool: the card and the open periods of the role end. Twice changes nothing."""
    card = CARDS[role].objects.select_for_update(of=("self",)).select_related("person").get(person_id=person_id)
    if card.until is not None:
        return
    if on < card.since:
        raise RoleNotRecorded(
            f"Запись не изменена: {date_words(on)} раньше, чем человек вошёл в базу, {date_words(card.since)}.",
            "Проверьте дату.",
        )
    card.until = on
    card.save(update_fields=["until"])
    close_roles([person_id], until=on, roles=[role])
    base = "наставников" if role == RolePeriod.MENTOR else "наставляемых"
    _write_down("pool_left", f"в базе {base} по {date_words(on)}", card.person, actor_id, at)


def _span(since: date, until: date | None) -> str:
    return f"с {date_words(since)}" + (f" по {date_words(until)}" if until else "")


def _write_down(act: str, said: str, person: Person, actor_id: int | None, at: datetime) -> None:
    text = f"{person.short_name}: {said}."[:300]
    record(act=act, text=text, at=at, actor_id=actor_id, object_kind="person", object_id=person.pk)
