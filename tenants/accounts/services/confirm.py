"""«Это всё ещё вы?»: the yearly answer, or the name of whoever does the work now."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from tenants.accounts.domain.confirmation import is_due
from tenants.accounts.domain.invitation import State, state_of
from tenants.accounts.models import Invitation, Membership
from tenants.accounts.services.official_contacts import note_in_office
from tenants.domain.roles import Role
from tenants.domain.russian import join_and
from tenants.journal.services.record import record
from tenants.letters.queries import refused_letters


def roles_to_confirm(*, user_id: int, at: datetime, today: date) -> list[Membership]:
    """Lasting roles the person has not confirmed this year and has named no successor for who may still come."""
    held = Membership.objects.in_force(today).filter(user_id=user_id, until__isnull=True).select_related("user")
    due = [one for one in held if is_due(one.confirmed_on, today=today)]
    if not due:
        return []
    named = list(Invitation.objects.filter(replaces__in=[one.pk for one in due], accepted_at__isnull=True))
    refused = refused_letters([one.letter_key for one in named])
    waits = {one.replaces for one in named if state_of(one.moments(refused), at=at) in {State.SENT, State.OPENED}}
    return [one for one in due if one.pk not in waits]


@transaction.atomic
def confirm_roles(*, user_id: int, at: datetime, today: date) -> int:
    """«Да, это всё ещё я»: every lasting role of the person is true today; gives how many. Twice is harmless."""
    held = list(Membership.objects.in_force(today).filter(user_id=user_id, until__isnull=True).select_related("user"))
    if not held or all(one.confirmed_on == today for one in held):
        return 0
    Membership.objects.filter(pk__in=[one.pk for one in held]).update(confirmed_on=today)
    for one in held:
        note_in_office(one.user, Role(one.role), today=today)
    roles = join_and([Role(one.role).word for one in held])
    record(
        act="role.confirmed",
        text=f"Подтверждено на новый учебный год: {held[0].user.short_name}, {roles}.",
        at=at,
        actor_id=user_id,
    )
    return len(held)
