"""End a role. A school is never left without a curator who works."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from tenants.accounts.domain.letters import letter_text
from tenants.accounts.models import Membership, User
from tenants.accounts.services.official_contacts import forget_in_office
from tenants.database.turns import take_turn
from tenants.domain.errors import Refusal
from tenants.domain.roles import Role
from tenants.domain.russian import date_words
from tenants.journal.services.record import record
from tenants.letters.services.queue_letter import queue_letter
from tenants.queries import address_for_letters, open_school


class LastCurator(Refusal):
    """The school would be left without a curator."""


@transaction.atomic
def close_role(*, membership_id: int, at: datetime, today: date, actor_id: int | None) -> None:
    """End a role; whoever has no role left is let in no more. Refuses the last curator of the school.

    Raises Membership.DoesNotExist for a role that is not there (any more).
    """
    take_turn("roles")  # two curators who close one another's role at once must not both succeed
    held = Membership.objects.select_related("user").get(pk=membership_id)
    if is_last_curator(held, today=today):
        raise LastCurator(
            f"Роль не закрыта: {held.user.short_name} — единственный действующий куратор школы.",
            "Сначала пригласите преемника. Когда он примет приглашение, прежняя роль закроется сама.",
        )
    _end(held, at=at, today=today, actor_id=actor_id)


def is_last_curator(held: Membership, *, today: date) -> bool:
    """Would the school be left without a curator? One who only stands in for a time is not counted."""
    if held.role != Role.CURATOR or held.until is not None:
        return False
    others = Membership.objects.in_force(today).filter(role=Role.CURATOR, until__isnull=True).exclude(pk=held.pk)
    return not others.exists()


def end_replaced(*, membership_id: int, by: User, at: datetime, today: date) -> None:
    """The successor has come: end the role she was invited to take over, if it is still there and can be ended."""
    take_turn("roles")
    held = Membership.objects.select_related("user").filter(pk=membership_id).exclude(user=by).first()
    if held is not None and not is_last_curator(held, today=today):
        _end(held, at=at, today=today, actor_id=by.pk)


def _end(held: Membership, *, at: datetime, today: date, actor_id: int | None) -> None:
    user, role, number = held.user, Role(held.role), held.pk
    held.delete()
    forget_in_office(user, role)
    if not Membership.objects.in_force(today).filter(user=user).exists():
        User.objects.filter(pk=user.pk).update(is_active=False)
    record(
        act="role.closed",
        text=f"Роль закрыта: {user.short_name}, {role.word}.",
        at=at,
        actor_id=actor_id,
        object_kind="membership",
        object_id=number,
    )
    text = letter_text(
        "role_removed",
        link=address_for_letters("/"),
        day=date_words(today),
        school=open_school().short_name,
        role=role.word,
    )
    queue_letter(key=f"role-closed:{number}", to=user.email, subject=text.subject, body=text.body, at=at)
