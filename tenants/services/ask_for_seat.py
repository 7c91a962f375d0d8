"""The municipality's side of seating a school: what it asks stands in a row that the school takes up by itself.

The link is made inside the school and goes by the school's own letters: nobody above it ever holds a key to it
(docs/decisions/0014). Runs under the municipality's identity.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from tenants.database.turns import take_turn
from tenants.domain.errors import Refusal
from tenants.domain.roles import Role
from tenants.journal.services.record import record
from tenants.models import School, SeatRequest

PAUSE = timedelta(minutes=10)
OVER = ("accepted", "withdrawn")


class NotAsked(Refusal):
    """The request is over, or has only just been made."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Whom to seat: an official contact and the role, curator or principal."""

    role: Role
    email: str
    last_name: str
    first_name: str
    patronymic: str = ""
    position: str = ""


@transaction.atomic
def ask_for_seat(*, school_id: int, seat: Seat, asked_by: str, at: datetime, actor_id: int) -> int:
    """Ask a school of one's own to invite somebody; gives the request's id. The same within ten minutes is the same.

    ``asked_by`` is what the letter says: «Ермакова С. Н., методист ИМЦ». Raises School.DoesNotExist for
    a school of another municipality.
    """
    take_turn("ask for a seat")
    school = School.objects.get(pk=school_id, is_active=True)
    email = seat.email.strip().lower()
    same = SeatRequest.objects.filter(school=school, role=seat.role, email=email, cancelled_at__isnull=True)
    known = same.filter(asked_at__gt=at - PAUSE).first()
    if known is not None:
        return known.pk
    same.exclude(state__in=OVER).update(cancelled_at=at)  # the new request takes the place of one that waits
    row = SeatRequest.objects.create(
        municipality_id=school.municipality_id,
        school=school,
        role=seat.role,
        email=email,
        last_name=seat.last_name,
        first_name=seat.first_name,
        patronymic=seat.patronymic,
        position=seat.position,
        asked_by=asked_by,
        asked_at=at,
    )
    _note(row, "seat.asked", f"{school.short_name}: школу просят пригласить, роль: {seat.role.word}.", at, actor_id)
    return row.pk


@transaction.atomic
def ask_again(*, request_id: int, at: datetime, actor_id: int) -> None:
    """Ask the school to send the letter again. Refuses what is accepted or cancelled, and a second press."""
    row = SeatRequest.objects.select_for_update(of=("self",)).select_related("school").get(pk=request_id)
    if row.cancelled_at is not None or row.state in OVER:
        raise NotAsked("Письмо не отправлено: приглашение принято или отозвано.", "Если нужно, пригласите заново.")
    if at - max(row.asked_at, row.state_at or row.asked_at) < PAUSE and row.state != "bounced":
        raise NotAsked("Письмо не отправлено: прошлое ушло только что.", "Новое можно отправить через 10 минут.")
    row.again_at = at
    row.save(update_fields=["again_at"])
    _note(row, "seat.asked_again", f"{row.school.short_name}: приглашение просят прислать ещё раз.", at, actor_id)


@transaction.atomic
def ask_the_rest_again(*, at: datetime, actor_id: int) -> int:
    """Ask every school whose invited person has not come for a day; gives how many."""
    rows = SeatRequest.objects.filter(cancelled_at__isnull=True, again_at__isnull=True, taken_at__isnull=False)
    waiting = [
        row.pk
        for row in rows.exclude(state__in=OVER)
        if row.state == "bounced" or at - max(row.asked_at, row.state_at or row.asked_at) >= timedelta(days=1)
    ]
    for pk in waiting:
        ask_again(request_id=pk, at=at, actor_id=actor_id)
    return len(waiting)


@transaction.atomic
def cancel_seat(*, request_id: int, at: datetime, actor_id: int) -> None:
    """Take the request back: the school withdraws its invitation. Twice is harmless; refuses an accepted one."""
    row = SeatRequest.objects.select_for_update(of=("self",)).select_related("school").get(pk=request_id)
    if row.state == "accepted":
        raise NotAsked(
            "Приглашение не отозвано: его уже приняли.", "Роль может закрыть школа: позвоните куратору или директору."
        )
    if row.cancelled_at is None:
        row.cancelled_at = at
        row.save(update_fields=["cancelled_at"])
        _note(row, "seat.cancelled", f"{row.school.short_name}: приглашение отозвано округом.", at, actor_id)


def _note(row: SeatRequest, act: str, text: str, at: datetime, actor_id: int) -> None:
    record(act=act, text=text, at=at, actor_id=actor_id, object_kind="seat", object_id=row.pk)
