"""Invite somebody into the open school; send the letter again; take the invitation back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from tenants.accounts.domain.invitation import State, state_of
from tenants.accounts.models import Invitation, Membership
from tenants.accounts.services.answer_seat import answer_seat
from tenants.accounts.services.sending import send_invitation
from tenants.database.turns import take_turn
from tenants.domain.errors import Refusal
from tenants.domain.roles import Role
from tenants.domain.russian import date_words
from tenants.journal.services.record import record
from tenants.letters.queries import refused_letters

PAUSE = timedelta(minutes=10)  # a second letter sooner is a second press of the same button
DAY = timedelta(days=1)


class NotInvited(Refusal):
    """The person is in this role already, or the invitation is over."""


@dataclass(frozen=True, slots=True)
class Invitee:
    """Who is asked and for what; ``until`` is the last day of a role lent for a time."""

    email: str
    last_name: str
    first_name: str
    patronymic: str
    role: Role
    position: str = ""
    mentoring_format: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Inviter:
    """Who asks, as the letter says it: «Лапина О. В., куратор»; no ``user_id`` where it is the municipality."""

    words: str
    user_id: int | None = None


@transaction.atomic
def invite(
    *, whom: Invitee, by: Inviter, at: datetime, today: date, replaces: int | None = None, seat: int | None = None
) -> int:
    """Write the invitation and its letter; gives its id. ``replaces``: the membership that ends when it is accepted.

    The same person asked again into the same role gets the same invitation with a new letter, and within ten minutes
    nothing new at all. Refuses whoever holds the role already.
    """
    take_turn("invite")
    _refuse_who_is_here(whom, today)
    row = Invitation.objects.filter(
        email__iexact=whom.email,
        role=whom.role,
        mentoring_format=whom.mentoring_format,
        accepted_at__isnull=True,
        withdrawn_at__isnull=True,
    ).first()
    if row is not None and seat is None and at - row.sent_at < PAUSE and at < row.expires_at:
        return row.pk
    row = row or Invitation(made_at=at)
    row.email, row.role, row.mentoring_format = whom.email.strip().lower(), whom.role, whom.mentoring_format
    row.last_name, row.first_name, row.patronymic = whom.last_name, whom.first_name, whom.patronymic
    row.position, row.until = whom.position, whom.until
    row.inviter_words, row.inviter_id, row.replaces = by.words, by.user_id, replaces
    if seat is not None:
        row.seat = seat
    send_invitation(row, at=at)
    record(
        act="invitation.sent",
        text=f"Отправлено приглашение: {row.short_name}, {whom.role.word}. Приглашает {by.words}.",
        at=at,
        actor_id=by.user_id,
        object_kind="invitation",
        object_id=row.pk,
    )
    return row.pk


def _refuse_who_is_here(whom: Invitee, today: date) -> None:
    held = Membership.objects.in_force(today).filter(
        user__email__iexact=whom.email, role=whom.role, mentoring_format=whom.mentoring_format
    )
    if held.filter(until__isnull=True).exists():
        raise NotInvited(
            f"Приглашение не отправлено: у человека с почтой {whom.email} эта роль уже есть.",
            "Если он не может войти, пусть попросит ссылку для входа на первой странице.",
        )


@transaction.atomic
def send_again(*, invitation_id: int, at: datetime, actor_id: int | None) -> None:
    """A new letter with a new link, good for fourteen days; the old link dies.

    Refuses what is accepted or withdrawn, and a second letter within ten minutes unless the first did not arrive.
    """
    row = Invitation.objects.select_for_update().get(pk=invitation_id)
    state = state_of(row.moments(refused_letters([row.letter_key])), at=at)
    if not state.may_resend:
        raise NotInvited(f"Письмо не отправлено: {state.words.lower()}.", "Если нужно, пригласите человека заново.")
    if state is not State.BOUNCED and at - row.sent_at < PAUSE:
        raise NotInvited("Письмо не отправлено: прошлое ушло только что.", "Новое можно отправить через 10 минут.")
    send_invitation(row, at=at)
    record(
        act="invitation.sent_again",
        text=f"Приглашение отправлено ещё раз: {row.short_name}, {Role(row.role).word}.",
        at=at,
        actor_id=actor_id,
        object_kind="invitation",
        object_id=row.pk,
    )


def send_again_to_the_rest(*, at: datetime, actor_id: int | None) -> int:
    """A new letter to everybody who has not come and has not been written to for a day; gives how many."""
    rows = list(Invitation.objects.filter(accepted_at__isnull=True, withdrawn_at__isnull=True))
    refused = refused_letters([row.letter_key for row in rows])
    waiting = [
        row.pk for row in rows if at - row.sent_at >= DAY or state_of(row.moments(refused), at=at) is State.BOUNCED
    ]
    for pk in waiting:
        send_again(invitation_id=pk, at=at, actor_id=actor_id)
    return len(waiting)


@transaction.atomic
def withdraw(*, invitation_id: int, at: datetime, actor_id: int | None) -> None:
    """Take an invitation back: its link opens nothing any more. Refuses an accepted one; twice is harmless."""
    row = Invitation.objects.select_for_update().get(pk=invitation_id)
    if row.accepted_at is not None:
        raise NotInvited(
            f"Приглашение не отозвано: его приняли {date_words(timezone.localdate(row.accepted_at))}.",
            "Закройте роль этого человека в списке «Кто входит».",
        )
    if row.withdrawn_at is not None:
        return
    row.withdrawn_at = at
    row.save(update_fields=["withdrawn_at"])
    answer_seat(row.seat, State.WITHDRAWN, at=at)
    record(
        act="invitation.withdrawn",
        text=f"Отозвано приглашение: {row.short_name}, {Role(row.role).word}.",
        at=at,
        actor_id=actor_id,
        object_kind="invitation",
        object_id=row.pk,
    )
