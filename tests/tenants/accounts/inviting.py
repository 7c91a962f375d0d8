"""Nina is invited into Anna's school: what the tests of invitations have in common."""

from __future__ import annotations

from datetime import UTC, date, datetime

from tenants.accounts.models import User
from tenants.accounts.services.accept_invitation import Answer, accept_invitation
from tenants.accounts.services.invite import Invitee, Inviter, invite
from tenants.domain.roles import Role
from tests.tenants.accounts.letters_of import link_of

AT = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 2)
NEW = "nina@lesnaya.example"
ANSWER = Answer("Носова", "Нина", "", "три разных слова")
TYPED = {"last_name": "Носова", "first_name": "Нина", "patronymic": "", "password": "три разных слова", "rules": "on"}


def invite_nina(email: str = NEW, role: Role = Role.DEPUTY, *, at: datetime = AT, **more: object) -> int:
    """Anna invites her; gives the invitation's id."""
    whom = Invitee(email, "Носова", "Нина", "", role, **more)  # type: ignore[arg-type]  # tests give what they need
    return invite(whom=whom, by=Inviter("Антонова А. П., куратор", 1), at=at, today=TODAY)


def token_of(email: str = NEW) -> str:
    """The key of the link in her letter."""
    return link_of(email, page="priglashenie").split("/")[2]


def accept_with(token: str, *, at: datetime = AT) -> User:
    """She answers by the link."""
    return accept_invitation(token=token, answer=ANSWER, at=at, today=TODAY)
