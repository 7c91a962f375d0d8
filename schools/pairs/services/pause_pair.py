"""Stop a pair for a while, let it go on, take somebody out of what is only proposed."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from schools.pairs.domain.lifecycle import PAUSED, PROPOSED, WORKING
from schools.pairs.domain.refusals import PairNotFormed
from schools.pairs.gate import PROCESSING, check_papers, lacks_of
from schools.pairs.models import Pair, PairMember
from schools.pairs.queries import pair_named
from tenants.journal.services.record import record


@transaction.atomic
def pause_pairs(person_id: int, *, reason: str, on: date, actor_id: int | None, at: datetime) -> tuple[str, ...]:
    """Pause every working pair of a person from ``on``; gives how the pairs are called. Twice changes nothing."""
    mine = PairMember.objects.filter(person_id=person_id).values("pair")
    pairs = list(Pair.objects.select_for_update().filter(pk__in=mine).order_by("pk"))
    said = []
    for pair in pairs:
        if pair.status != WORKING:
            continue
        pair.status, pair.pause_reason = PAUSED, reason.strip()
        pair.paused_on = max(on, pair.started_on or on)
        pair.save(update_fields=["status", "paused_on", "pause_reason"])
        named = pair_named(pair.pk)
        _journal("pair_paused", f"{named}: приостановлена, {reason}.", pair.pk, at, actor_id)
        said.append(named)
    return tuple(said)


@transaction.atomic
def resume_pair(
    pair_id: int, *, without: frozenset[int] = frozenset(), on: date, actor_id: int | None, at: datetime
) -> None:
    """Let a paused pair work on; ``without`` are people who leave the group first.

    Refuses a pair that is not paused, one whose papers are missing on ``on``, and leaving a side with nobody.
    """
    pair = Pair.objects.select_for_update().get(pk=pair_id)
    if pair.status == WORKING:
        return
    if pair.status != PAUSED:
        raise PairNotFormed(f"Пара не возобновлена: она {pair.get_status_display()}.", "Откройте список пар заново.")
    for person_id in sorted(without):
        _take_out(pair, person_id, "Пара не возобновлена", actor_id=actor_id, at=at)
    check_papers([pair], on=on, what="Пара не возобновлена")
    pair.status, pair.paused_on, pair.pause_reason = WORKING, None, ""
    pair.save(update_fields=["status", "paused_on", "pause_reason"])
    _journal("pair_resumed", f"{pair_named(pair_id)}: работает снова.", pair_id, at, actor_id)


@transaction.atomic
def leave_proposals(person_id: int, *, actor_id: int | None, at: datetime) -> tuple[str, ...]:
    """Take a person out of everything that waits for an order; gives how the proposals were called.

    A group goes on without the person; where a side is left with nobody, the proposal is taken back.
    """
    mine = PairMember.objects.filter(person_id=person_id).values("pair")
    said = []
    for pair in Pair.objects.select_for_update().filter(pk__in=mine, status=PROPOSED).order_by("pk"):
        named = pair_named(pair.pk)
        said.append(named)
        if _is_needed(pair, person_id):
            _journal("pair_withdrawn", f"{named}: предложение отозвано, согласия нет.", pair.pk, at, actor_id)
            pair.delete()
        else:
            _take_out(pair, person_id, "Человек не выведен", actor_id=actor_id, at=at)
    return tuple(said)


def _is_needed(pair: Pair, person_id: int) -> bool:
    """Is the person alone on a side?"""
    parts = list(pair.members.all())
    role = next((part.role for part in parts if part.person_id == person_id), None)
    return role is not None and sum(part.role == role for part in parts) == 1


def _take_out(pair: Pair, person_id: int, what: str, *, actor_id: int | None, at: datetime) -> None:
    if _is_needed(pair, person_id):
        raise PairNotFormed(f"{what}: без этого человека в паре никого не останется.", "Завершите или прервите пару.")
    named = pair_named(pair.pk)
    if PairMember.objects.filter(pair=pair, person_id=person_id).delete()[0]:
        _journal("pair_member_left", f"{named}: группа продолжает без одного из участников.", pair.pk, at, actor_id)


def may_leave(pair: Pair, *, on: date) -> list[int]:
    """People of a paused group who lack the consent and without whom it could go on."""
    lacking = [lack.person.pk for lack in lacks_of([pair], on=on).get(pair.pk, []) if lack.what == PROCESSING]
    left = [part for part in pair.members.all() if part.person_id not in lacking]
    both_sides = {part.role for part in left} == {PairMember.MENTOR, PairMember.MENTEE}
    return lacking if both_sides else []


def _journal(act: str, text: str, pair_id: int, at: datetime, actor_id: int | None) -> None:
    record(act=act, text=text, at=at, actor_id=actor_id, object_kind="pair", object_id=pair_id)
