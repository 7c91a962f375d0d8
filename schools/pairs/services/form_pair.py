"""Propose a pair, appoint it by order, end it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from municipal.indicators.formats import load_formats
from schools.pairs.domain.lifecycle import BROKEN, COMPLETED, PROPOSED, may_become
from schools.pairs.domain.refusals import PairNotFormed
from schools.pairs.domain.suiting import Side, strangers
from schools.pairs.models import Pair, PairMember
from schools.pairs.queries import pair_named
from schools.pairs.services.appoint_pairs import appoint_pairs
from schools.people.models import Person
from tenants.database.turns import take_turn
from tenants.domain.russian import date_words, join_and
from tenants.journal.services.record import record

__all__ = ["NewPair", "PairNotFormed", "appoint_pair", "change_goal", "end_pair", "propose_pair", "withdraw_pair"]


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

    Refuses when a side is empty, when somebody stands on both, and when the form is not for these people: a pupil
    does not mentor by «учитель — ученик». An unknown form is a fault (KeyError), not a choice of the curator. The same
    proposal once more stays one; with other words it is refused while the first waits for its order.
    """
    mentors, mentees = set(wanted.mentors), set(wanted.mentees)
    _check_sides(wanted.mentoring_format, mentors, mentees)
    take_turn("pair_proposed")
    if (standing := _standing_proposal(wanted, mentors, mentees)) is not None:
        return standing
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
    _journal("pair_proposed", "предложена", pair.pk, at, actor_id)
    return pair.pk


def _standing_proposal(wanted: NewPair, mentors: set[int], mentees: set[int]) -> int | None:
    """The pair of the very same people and form that waits for its order."""
    waiting = Pair.objects.filter(status=PROPOSED, mentoring_format=wanted.mentoring_format)
    for pair in waiting.filter(members__person_id=min(mentors)).prefetch_related("members"):
        sides = {PairMember.MENTOR: mentors, PairMember.MENTEE: mentees}
        if any({part.person_id for part in pair.members.all() if part.role == role} != sides[role] for role in sides):
            continue
        if (pair.goal, pair.programme_id) == (wanted.goal, wanted.programme_id):
            return pair.pk
        raise PairNotFormed("Пара не записана: эти люди уже предложены в пару.", "Откройте её в списке пар и уточните.")
    return None


def _check_sides(code: str, mentors: set[int], mentees: set[int]) -> None:
    if not mentors or not mentees:
        raise PairNotFormed("Пара не записана: нужны и наставник, и наставляемый.", "Отметьте хотя бы по одному.")
    form = load_formats().formats[code]
    people = Person.objects.in_bulk(mentors | mentees)
    if both := mentors & mentees:
        names = join_and(sorted(people[pk].short_name for pk in both))
        raise PairNotFormed(f"Пара не записана. С обеих сторон стоит: {names}", "Оставьте человека с одной стороны.")
    sides = {pk: Side(one.short_name, one.kind) for pk, one in people.items()}
    wrong = strangers(
        form, mentors=[sides[pk] for pk in sorted(mentors)], mentees=[sides[pk] for pk in sorted(mentees)]
    )
    if wrong:
        raise PairNotFormed(
            f"Пара не записана. Форма «{form.title}» не для этих людей: {join_and(wrong)}",
            "Выберите другую форму наставничества.",
        )


@transaction.atomic
def withdraw_pair(pair_id: int, *, actor_id: int | None, at: datetime) -> None:
    """Take a proposal back; its people are free again. Refuses a pair that was appointed: that one is ended."""
    pair = Pair.objects.select_for_update().get(pk=pair_id)
    if pair.status != PROPOSED:
        raise PairNotFormed(
            "Предложение не отозвано: пара уже закреплена приказом.", "Завершите её или прервите с причиной."
        )
    _journal("pair_withdrawn", "предложение отозвано", pair_id, at, actor_id)  # while it can be named
    pair.delete()


def appoint_pair(pair_id: int, *, order_number: str, ordered_on: date, actor_id: int | None, at: datetime) -> None:
    """Appoint one proposed pair by an order; the rules and refusals of ``appoint_pairs``."""
    appoint_pairs([pair_id], order_number=order_number, ordered_on=ordered_on, actor_id=actor_id, at=at)


@transaction.atomic
def end_pair(pair_id: int, *, completed: bool, on: date, reason: str = "", actor_id: int | None, at: datetime) -> None:
    """Complete a working pair, or break it off with a reason.

    Refuses a broken pair without a reason (the form asks for it, line E5), a date before the order and a pair that
    does not work.
    """
    pair = Pair.objects.select_for_update().get(pk=pair_id)
    wanted = COMPLETED if completed else BROKEN
    if not may_become(pair.status, wanted):
        raise PairNotFormed(f"Пара не изменена: она {pair.get_status_display()}.", "Откройте список пар заново.")
    if not completed and not reason.strip():
        raise PairNotFormed("Пара не прервана: не указана причина.", "Напишите одной фразой, почему, без фамилий.")
    if pair.started_on and on < pair.started_on:
        raise PairNotFormed(
            f"Пара не изменена: {date_words(on)} раньше приказа от {date_words(pair.started_on)}.", "Проверьте дату."
        )
    pair.status, pair.ended_on, pair.end_reason = wanted, on, reason.strip()
    pair.save(update_fields=["status", "ended_on", "end_reason"])
    _journal(f"pair_{wanted}", pair.get_status_display(), pair.pk, at, actor_id)


@transaction.atomic
def change_goal(pair_id: int, goal: str, *, actor_id: int | None, at: datetime) -> None:
    """Write down what the pair works on; the same words once more change nothing."""
    pair = Pair.objects.select_for_update().get(pk=pair_id)
    if pair.goal == goal.strip():
        return
    pair.goal = goal.strip()
    pair.save(update_fields=["goal"])
    _journal("pair_goal_changed", "уточнено, над чем она работает", pair.pk, at, actor_id)


def _journal(act: str, said: str, pair_id: int, at: datetime, actor_id: int | None) -> None:
    text = f"{pair_named(pair_id)}: {said}."
    record(act=act, text=text, at=at, actor_id=actor_id, object_kind="pair", object_id=pair_id)
