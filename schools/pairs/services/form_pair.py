"""Propose a pair and appoint it by order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from municipal.indicators.formats import load_formats
from schools.pairs.domain.lifecycle import WORKING, may_become
from schools.pairs.models import Pair, PairMember
from schools.people.models import Person
from schools.people.queries import people_without_consent
from tenants.domain.errors import Refusal
from tenants.journal.services.record import record


class PairNotFormed(Refusal):
    """A rule of the form, a missing consent or a missing order."""


@dataclass(frozen=True, slots=True)
class NewPair:
    """Who works with whom, by which form (code of the reference data) and over what."""

    mentoring_format: str
    mentors: Sequence[int]
    mentees: Sequence[int]
    kind: str = "traditional"
    goal: str = ""
    programme_id: int | None = None


@transaction.atomic
def propose_pair(wanted: NewPair, *, on: date, actor_id: int | None, at: datetime) -> int:
    """Put a pair or group on the list of proposals; gives its id.

    Refuses when a side is empty or somebody stands on both.
    """
    mentors, mentees = set(wanted.mentors), set(wanted.mentees)
    if not mentors or not mentees:
        raise PairNotFormed("Пара не записана: нужны и наставник, и наставляемый.", "Отметьте хотя бы по одному.")
    if both := mentors & mentees:
        names = ", ".join(str(person) for person in Person.objects.filter(pk__in=both))
        raise PairNotFormed(f"Пара не записана: {names} стоит с обеих сторон.", "Оставьте человека с одной стороны.")
    load_formats().formats[wanted.mentoring_format]  # an unknown code is a fault, not a choice of the curator
    pair = Pair.objects.create(
        mentoring_format=wanted.mentoring_format,
        kind=wanted.kind if len(mentees) == 1 else "group",
        goal=wanted.goal,
        programme_id=wanted.programme_id,
        proposed_on=on,
    )
    PairMember.objects.bulk_create(
        [PairMember(pair=pair, person_id=pk, role=PairMember.MENTOR) for pk in sorted(mentors)]
        + [PairMember(pair=pair, person_id=pk, role=PairMember.MENTEE) for pk in sorted(mentees)]
    )
    _journal("pair_proposed", f"Предложена пара № {pair.pk}.", pair, at, actor_id)
    return pair.pk


@transaction.atomic
def appoint_pair(pair_id: int, *, order_number: str, ordered_on: date, actor_id: int | None, at: datetime) -> None:
    """Appoint a proposed pair by an order; from its date the pair works.

    Refuses without the order's number, for a pair that is not proposed, and while anybody in it has no standing
    consent to the processing of data, naming everybody who lacks it.
    """
    pair = Pair.objects.select_for_update().get(pk=pair_id)
    if not order_number.strip():
        raise PairNotFormed("Пара не закреплена: нет номера приказа.", "Впишите номер и дату приказа.")
    if not may_become(pair.status, WORKING):
        raise PairNotFormed(
            f"Пара не закреплена: она {pair.get_status_display()}.", "Закрепить можно только предложенную пару."
        )
    people = set(PairMember.objects.filter(pair=pair).values_list("person_id", flat=True))
    if lacking := people_without_consent(people, on=ordered_on):
        names = ", ".join(person.short_name for person in lacking)
        raise PairNotFormed(
            f"Пара не закреплена: нет согласия на обработку данных. Кого не хватает: {names}.",
            "Напечатайте бланк в разделе «Люди и согласия», соберите подпись и запишите согласие.",
        )
    pair.status, pair.order_number, pair.started_on = WORKING, order_number.strip(), ordered_on
    pair.save(update_fields=["status", "order_number", "started_on"])
    _journal("pair_appointed", f"Пара № {pair.pk} закреплена приказом № {pair.order_number}.", pair, at, actor_id)


@transaction.atomic
def end_pair(pair_id: int, *, completed: bool, on: date, reason: str = "", actor_id: int | None, at: datetime) -> None:
    """Complete a working pair, or break it off with a reason.

    Refuses a broken pair without a reason (the form asks for it, line E5), a date before the order and a pair that
    is over already.
    """
    pair = Pair.objects.select_for_update().get(pk=pair_id)
    wanted = "completed" if completed else "broken"
    if not may_become(pair.status, wanted):
        raise PairNotFormed(f"Пара не изменена: она {pair.get_status_display()}.", "Откройте список пар заново.")
    if not completed and not reason.strip():
        raise PairNotFormed("Пара не прервана: не указана причина.", "Напишите одной фразой, почему, без фамилий.")
    if pair.started_on and on < pair.started_on:
        raise PairNotFormed("Пара не изменена: дата раньше даты приказа.", "Проверьте дату.")
    pair.status, pair.ended_on, pair.end_reason = wanted, on, reason.strip()
    pair.save(update_fields=["status", "ended_on", "end_reason"])
    _journal(f"pair_{wanted}", f"Пара № {pair.pk} {pair.get_status_display()}.", pair, at, actor_id)


def _journal(act: str, text: str, pair: Pair, at: datetime, actor_id: int | None) -> None:
    record(act=act, text=text, at=at, actor_id=actor_id, object_kind="pair", object_id=pair.pk)
