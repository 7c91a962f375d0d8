"""Lend a role for a time: «до 20 ноября ведёт как куратор». It ends by itself at the end of its last day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction

from tenants.accounts.domain.letters import letter_text
from tenants.accounts.models import Membership, User
from tenants.database.turns import take_turn
from tenants.domain.errors import Refusal
from tenants.domain.roles import Role
from tenants.domain.russian import date_words
from tenants.journal.services.record import record
from tenants.letters.services.queue_letter import queue_letter
from tenants.queries import address_for_letters, open_school

LENT_ROLES: Final = (Role.CURATOR, Role.PRINCIPAL)
LONGEST: Final = timedelta(days=366)


class NotLent(Refusal):
    """The day is wrong, or the person holds the role already."""


@transaction.atomic
def lend_role(*, user_id: int, role: Role, until: date, at: datetime, today: date, actor_id: int) -> int:
    """Give somebody of the school ``role`` to the end of ``until``; gives the membership's id.

    The same again moves the last day. Refuses a day that is over or farther than a year, and who holds the role anyway.
    """
    take_turn("roles")
    user = User.objects.get(pk=user_id, is_active=True)
    if not today <= until <= today + LONGEST:
        raise NotLent("Роль не доверена: этот день прошёл или дальше года.", "Впишите последний день замещения.")
    held = Membership.objects.filter(user=user, role=role, mentoring_format="").first()
    if held is not None and held.until is None:
        raise NotLent(f"Роль не доверена: {user.short_name} и так {role.word}.", "Выберите другого человека.")
    held = held or Membership(user=user, role=role)
    same = held.until == until and held.pk is not None
    held.until, held.given_by, held.confirmed_on = until, actor_id, today
    held.save()
    if same:
        return held.pk
    record(
        act="role.lent",
        text=f"До {date_words(until)} доверена роль: {user.short_name}, {role.word}.",
        at=at,
        actor_id=actor_id,
        object_kind="membership",
        object_id=held.pk,
    )
    text = letter_text(
        "role_lent",
        link=address_for_letters("/"),
        day=date_words(until),
        school=open_school().short_name,
        role=role.word,
    )
    key = f"role-lent:{held.pk}:{until.isoformat()}:{at.isoformat()}"
    queue_letter(key=key, to=user.email, subject=text.subject, body=text.body, at=at)
    return held.pk


@transaction.atomic
def end_lent_role(*, membership_id: int, at: datetime, today: date, actor_id: int) -> None:
    """End a lent role before its day: the next request of that person is refused. Twice is harmless.

    Raises Membership.DoesNotExist for a role that was not lent.
    """
    held = Membership.objects.select_for_update(of=("self",)).select_related("user")
    row = held.get(pk=membership_id, until__isnull=False)
    yesterday = today - timedelta(days=1)
    if row.until is None or row.until <= yesterday:
        return
    row.until = yesterday
    row.save(update_fields=["until"])
    record(
        act="role.lent_ended",
        text=f"Замещение закончено раньше срока: {row.user.short_name}, {Role(row.role).word}.",
        at=at,
        actor_id=actor_id,
        object_kind="membership",
        object_id=row.pk,
    )
