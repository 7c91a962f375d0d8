"""Two acts at the same moment, on connections of their own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection

from tenants.accounts.models import Invitation, Membership, SignInLink, User
from tenants.accounts.services.accept_invitation import AlreadyAccepted, Answer, accept_invitation
from tenants.accounts.services.close_role import LastCurator, close_role
from tenants.accounts.services.invite import Invitee, Inviter, invite
from tenants.accounts.services.sign_in_link import LinkClosed, ask_for_link, use_link
from tenants.current import school_open
from tenants.domain.roles import Role
from tenants.owner import owner_connection
from tests.cast import ANNA
from tests.tenants.accounts.letters_of import link_of

AT = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 2)
SECOND = "second@lesnaya.example"
_TABLES = (
    "accounts_invitation", "accounts_signinlink", "accounts_signinattempt", "letters_letter", "journal_entry"
)  # fmt: skip


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Rows other connections see; school 1 is as it was once the test is over."""
    with django_db_blocker.unblock():
        try:
            yield
        finally:
            connection.close()
            _swept()


def _swept() -> None:
    with owner_connection() as owner:
        owner.execute("SET search_path = s_1, public")
        of_second = "user_id IN (SELECT id FROM accounts_user WHERE email = %s)"
        owner.execute(f"DELETE FROM accounts_membership WHERE {of_second}", [SECOND])
        for table in _TABLES:
            owner.execute(f"DELETE FROM s_1.{table}")
        owner.execute("DELETE FROM accounts_user WHERE email = %s", [SECOND])
        owner.execute("DELETE FROM tenants_officialcontact WHERE school_id = 1")


def _together(deeds: list[Callable[[], object]], refusal: type[Exception]) -> list[str]:
    """What became of each deed, done at the same moment in school 1."""
    start, ends = threading.Barrier(len(deeds)), []

    def run(deed: Callable[[], object]) -> None:
        try:
            with school_open(1):
                start.wait(timeout=10)
                deed()
            ends.append("done")
        except refusal:
            ends.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return sorted(ends)


def _invited() -> str:
    whom = Invitee(SECOND, "Вторая", "Вера", "", Role.CURATOR)
    invite(whom=whom, by=Inviter("Антонова А. П., куратор", 1), at=AT, today=TODAY)
    return link_of(SECOND, page="priglashenie").split("/")[2]


def test_of_eight_who_accept_one_invitation_at_once_one_is_let_in(committed: None) -> None:
    with school_open(1):
        token = _invited()
    answer = Answer("Вторая", "Вера", "", "три разных слова")
    deeds = [lambda: accept_invitation(token=token, answer=answer, at=AT, today=TODAY)] * 8
    assert _together(list(deeds), AlreadyAccepted) == ["done"] + ["refused"] * 7
    with school_open(1):
        assert Membership.objects.filter(user__email=SECOND).count() == 1
        assert Invitation.objects.filter(accepted_at__isnull=False).count() == 1


def test_of_eight_who_use_one_sign_in_link_at_once_one_is_let_in(committed: None) -> None:
    with school_open(1):
        ask_for_link(email=ANNA.email, password_after=False, address="10.0.0.1", at=AT)
        token = link_of(ANNA.email, page="po-ssylke").split("/")[3]
    deeds = [lambda: use_link(token=token, at=AT)] * 8
    assert _together(list(deeds), LinkClosed) == ["done"] + ["refused"] * 7
    with school_open(1):
        assert SignInLink.objects.filter(used_at__isnull=True).count() == 0


def test_two_curators_who_close_one_anothers_role_at_once_leave_one(committed: None) -> None:
    with school_open(1):
        answer = Answer("Вторая", "Вера", "", "три разных слова")
        accept_invitation(token=_invited(), answer=answer, at=AT, today=TODAY)
        held = list(Membership.objects.filter(role=Role.CURATOR).values_list("pk", flat=True))
    assert len(held) == 2

    def close(pk: int) -> Callable[[], object]:
        return lambda: close_role(membership_id=pk, at=AT, today=TODAY, actor_id=None)

    try:
        assert _together([close(pk) for pk in held], LastCurator) == ["done", "refused"]
        with school_open(1):
            assert Membership.objects.filter(role=Role.CURATOR).count() == 1
    finally:
        with school_open(1):  # whoever of the two is left, the school gets its curator back
            anna = User.objects.get(email=ANNA.email)
            User.objects.filter(pk=anna.pk).update(is_active=True)
            Membership.objects.get_or_create(user=anna, role=Role.CURATOR, defaults={"confirmed_on": TODAY})
