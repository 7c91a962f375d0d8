"""The school's side of what the municipality asks: invite, send again, take back; and say where it stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from tenants.accounts.domain.invitation import State, state_of
from tenants.accounts.domain.letters import letter_text
from tenants.accounts.models import Invitation, Membership
from tenants.accounts.services.answer_seat import answer_seat
from tenants.accounts.services.invite import Invitee, Inviter, invite, send_again, withdraw
from tenants.domain.errors import Refusal
from tenants.domain.roles import Role
from tenants.letters.queries import refused_letters
from tenants.letters.services.queue_letter import queue_letter
from tenants.models import SeatRequest
from tenants.queries import address_for_letters, open_school


def take_up_seats(*, at: datetime) -> int:
    """Do what the municipality has asked of the open school and not been answered; gives how many requests.

    Every request is a transaction of its own: one that cannot be done is answered with a reason and stops no other.
    """
    new = Q(taken_at__isnull=True) & Q(cancelled_at__isnull=True)
    again = Q(again_at__isnull=False) & Q(cancelled_at__isnull=True)
    cancelled = Q(cancelled_at__isnull=False) & ~Q(state__in=[State.WITHDRAWN, State.ACCEPTED])
    done = 0
    for row in SeatRequest.objects.filter(new | again | cancelled).order_by("asked_at"):
        _answered(row, _deed(row, at), at)
        done += 1
    _tell_what_only_happened(at)
    return done


def _deed(row: SeatRequest, at: datetime) -> Callable[[], object]:
    known = Invitation.objects.filter(seat=row.pk).values_list("pk", flat=True).first()
    if row.cancelled_at is not None:
        if known is None:
            return partial(answer_seat, row.pk, State.WITHDRAWN, at=at)
        return partial(withdraw, invitation_id=known, at=at, actor_id=None)
    if row.taken_at is not None and known is not None:
        return partial(_send_again, known, row.pk, at)
    return partial(_seat, row, at, timezone.localdate(at))


def _answered(row: SeatRequest, deed: Callable[[], object], at: datetime) -> None:
    try:
        with transaction.atomic():
            SeatRequest.objects.filter(pk=row.pk).update(taken_at=row.taken_at or at, again_at=None)
            deed()
    except Refusal as refusal:
        SeatRequest.objects.filter(pk=row.pk).update(
            taken_at=row.taken_at or at, again_at=None, state=row.state or State.WITHDRAWN, state_at=at,
            note=str(refusal)[:300],
        )  # fmt: skip


def _seat(row: SeatRequest, at: datetime, today: date) -> None:
    role = Role(row.role)
    whom = Invitee(row.email, row.last_name, row.first_name, row.patronymic, role, row.position)
    invite(whom=whom, by=Inviter(row.asked_by), at=at, today=today, seat=row.pk)
    answer_seat(row.pk, State.SENT, at=at)
    _warn_who_is_here(row.pk, role, at=at, today=today)


def _send_again(invitation_id: int, seat: int, at: datetime) -> None:
    send_again(invitation_id=invitation_id, at=at, actor_id=None)
    answer_seat(seat, State.SENT, at=at)


def _warn_who_is_here(seat: int, role: Role, *, at: datetime, today: date) -> None:
    """Nobody is seated in a school behind the backs of those who work there."""
    text = letter_text(
        "seat_asked", link=address_for_letters("/vhodyat/"), role=role.word, school=open_school().short_name
    )
    kept = Membership.objects.in_force(today).filter(role__in=[Role.CURATOR, Role.PRINCIPAL], until__isnull=True)
    for email in sorted(set(kept.values_list("user__email", flat=True))):
        queue_letter(key=f"seat:{seat}:{email}"[:120], to=email, subject=text.subject, body=text.body, at=at)


def _tell_what_only_happened(at: datetime) -> None:
    """A letter that did not arrive and a term that ran out have no act of their own: the sweep tells of them."""
    rows = list(
        Invitation.objects.filter(Q(opened_at__isnull=True) | Q(expires_at__lte=at))
        .filter(seat__isnull=False, accepted_at__isnull=True, withdrawn_at__isnull=True)
        .order_by(F("pk"))
    )
    refused = refused_letters([row.letter_key for row in rows]) if rows else frozenset()
    for row in rows:
        state = state_of(row.moments(refused), at=at)
        if state in {State.BOUNCED, State.EXPIRED}:
            answer_seat(row.seat, state, at=at)
