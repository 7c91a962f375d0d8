"""Who enters the open school, as its people see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tenants.accounts.domain.confirmation import is_due
from tenants.accounts.domain.invitation import State, state_of
from tenants.accounts.formats import format_titles
from tenants.accounts.models import Invitation, Membership, User
from tenants.domain.roles import SCHOOL_ROLES, Role
from tenants.domain.russian import sort_key
from tenants.letters.queries import refused_letters


def role_title(role: str, mentoring_format: str) -> str:
    """«куратор», «ответственный за форму «ученик — ученик»»."""
    title = format_titles().get(mentoring_format, "")
    return f"{Role(role).word} «{title}»" if title else Role(role).word


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role somebody holds; ``until`` is its last day where it is lent, ``due`` that the year is not confirmed."""

    id: int
    role: Role
    title: str
    until: date | None
    confirmed_on: date | None
    due: bool


@dataclass(frozen=True, slots=True)
class Entrant:
    """Somebody who may sign in."""

    id: int
    short_name: str
    position: str
    email: str
    last_login: datetime | None
    roles: tuple[HeldRole, ...]


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation with its state at a moment."""

    id: int
    short_name: str
    email: str
    title: str
    inviter: str
    sent_at: datetime
    expires_at: datetime
    letters: int
    state: State


def entrants(*, today: date) -> list[Entrant]:
    """Everybody with a role in force, in the order of roles, then of names. One query."""
    found: dict[int, list[Membership]] = {}
    people: dict[int, User] = {}
    for held in Membership.objects.in_force(today).select_related("user"):
        found.setdefault(held.user_id, []).append(held)
        people[held.user_id] = held.user
    rows = [_entrant(people[pk], found[pk], today) for pk in found]
    order = [str(role) for role in SCHOOL_ROLES]
    return sorted(rows, key=lambda row: (order.index(row.roles[0].role), sort_key(row.short_name)))


def _entrant(user: User, held: list[Membership], today: date) -> Entrant:
    order = [str(role) for role in SCHOOL_ROLES]
    roles = tuple(
        HeldRole(
            id=one.pk,
            role=Role(one.role),
            title=role_title(one.role, one.mentoring_format),
            until=one.until,
            confirmed_on=one.confirmed_on,
            due=one.until is None and is_due(one.confirmed_on, today=today),
        )
        for one in sorted(held, key=lambda one: (order.index(one.role), one.pk))
    )
    return Entrant(user.pk, user.short_name, user.position, user.email, user.last_login, roles)


def invited(*, at: datetime) -> list[Invited]:
    """Invitations nobody has accepted or taken back, the newest first. Two queries."""
    rows = list(Invitation.objects.filter(accepted_at__isnull=True, withdrawn_at__isnull=True))
    refused = refused_letters([row.letter_key for row in rows])
    return [
        Invited(
            id=row.pk,
            short_name=row.short_name,
            email=row.email,
            title=role_title(row.role, row.mentoring_format),
            inviter=row.inviter_words,
            sent_at=row.sent_at,
            expires_at=row.expires_at,
            letters=row.letters,
            state=state_of(row.moments(refused), at=at),
        )
        for row in rows
    ]
