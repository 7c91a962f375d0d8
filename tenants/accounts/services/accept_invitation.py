"""Enter by an invitation: once, on the school's own host, within fourteen days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from tenants.accounts.domain.invitation import State, state_of
from tenants.accounts.domain.tokens import Purpose, looks_like_token
from tenants.accounts.models import Invitation, Membership, User
from tenants.accounts.services.answer_seat import answer_seat
from tenants.accounts.services.close_role import end_replaced
from tenants.accounts.services.official_contacts import note_in_office
from tenants.accounts.services.sending import digest_here
from tenants.database.turns import take_turn
from tenants.domain.errors import Refusal
from tenants.domain.roles import Role
from tenants.domain.russian import date_words
from tenants.journal.services.record import record


class InvitationClosed(Refusal):
    """The link opens nothing: unknown, late, or taken back."""


class AlreadyAccepted(Refusal):
    """The invitation has done its work; the person only has to sign in."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person typed; empty where she has an account in this school already."""

    last_name: str = ""
    first_name: str = ""
    patronymic: str = ""
    password: str = ""


def open_invitation(*, token: str, at: datetime) -> Invitation:
    """The invitation of this link, marked as opened; refuses a link that opens nothing."""
    row = _standing(token, at=at, lock=False)
    if row.opened_at is None:
        Invitation.objects.filter(pk=row.pk, opened_at__isnull=True).update(opened_at=at)
        answer_seat(row.seat, State.OPENED, at=at)
    return row


def account_of(invitation: Invitation) -> User | None:
    """The open account of the invited address in this school: its owner sets no new password here."""
    return User.objects.filter(email__iexact=invitation.email, is_active=True).first()


@transaction.atomic
def accept_invitation(*, token: str, answer: Answer, at: datetime, today: date) -> User:
    """Give the person her account and role; gives the account. Refuses a link that opens nothing or has been used.

    Who has an account in this school keeps her name and password: the letter in her mailbox shows that it is she.
    """
    take_turn("accept")  # two invitations of one address must not make two accounts
    row = _standing(token, at=at, lock=True)
    user = account_of(row) or _entered(row, answer)
    role = Role(row.role)
    _seat(user, row, today)
    row.accepted_at = at
    row.save(update_fields=["accepted_at"])
    if row.until is None:
        note_in_office(user, role, today=today)
    answer_seat(row.seat, State.ACCEPTED, at=at)
    until = f" до {date_words(row.until)}" if row.until else ""
    record(
        act="invitation.accepted",
        text=f"Принято приглашение: {user.short_name}, {role.word}{until}.",
        at=at,
        actor_id=user.pk,
        object_kind="invitation",
        object_id=row.pk,
    )
    if row.replaces is not None:
        end_replaced(membership_id=row.replaces, by=user, at=at, today=today)
    return user


def _standing(token: str, *, at: datetime, lock: bool) -> Invitation:
    rows = Invitation.objects.select_for_update() if lock else Invitation.objects.all()
    found = rows.filter(digest=digest_here(token, Purpose.INVITATION)).first() if looks_like_token(token) else None
    if found is None:
        raise InvitationClosed(
            "Ссылка не подошла.",
            "Откройте её из последнего письма целиком: новое письмо закрывает прежнюю ссылку.",
        )
    state = state_of(found.moments(frozenset()), at=at)
    if state is State.ACCEPTED:
        raise AlreadyAccepted("Это приглашение уже принято.", "Войдите с почтой и паролем.")
    if state is State.EXPIRED:
        raise InvitationClosed(
            f"Приглашение устарело {date_words(found.expires_at.date(), with_year=False)}.",
            f"Попросите прислать новое: {found.inviter_words}.",
        )
    if state is State.WITHDRAWN:
        raise InvitationClosed("Приглашение отозвано.", f"Спросите того, кто вас пригласил: {found.inviter_words}.")
    return found


def _entered(row: Invitation, answer: Answer) -> User:
    if not answer.password:  # the account was open when the page was shown and is not any more
        raise InvitationClosed("Вход не заведён: пароля ещё нет.", "Откройте ссылку из письма ещё раз.")
    user = User.objects.filter(email__iexact=row.email).first() or User(email=row.email.lower())
    user.last_name, user.first_name, user.patronymic = answer.last_name, answer.first_name, answer.patronymic
    user.position = row.position or user.position
    user.is_active = True
    user.set_password(answer.password)
    user.save()
    return user


def _seat(user: User, row: Invitation, today: date) -> None:
    known = Membership.objects.filter(user=user, role=row.role, mentoring_format=row.mentoring_format).first()
    if known is not None and known.until is None:
        return
    held = known or Membership(user=user, role=row.role, mentoring_format=row.mentoring_format)
    held.until, held.given_by, held.confirmed_on = row.until, row.inviter_id, today
    held.save()
