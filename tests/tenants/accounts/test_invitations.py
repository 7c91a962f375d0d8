"""Inviting into a school: the link and its states."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from tenants.accounts.domain.invitation import State
from tenants.accounts.models import Invitation, Membership, User
from tenants.accounts.queries import invited
from tenants.accounts.services.accept_invitation import (
    Answer,
    InvitationClosed,
    accept_invitation,
    open_invitation,
)
from tenants.accounts.services.invite import (
    NotInvited,
    send_again,
    send_again_to_the_rest,
)
from tenants.current import school_open
from tenants.domain.roles import Role
from tenants.letters.models import Letter
from tenants.letters.services.deliver import deliver_queued
from tenants.models import OfficialContact
from tests.cast import ANNA, EGOR, Actor
from tests.tenants.accounts.inviting import ANSWER, AT, NEW, TODAY, TYPED, accept_with, invite_nina, token_of
from tests.tenants.accounts.letters_of import link_of

pytestmark = pytest.mark.django_db


def test_whom_one_invites_enters_by_the_letter_with_her_own_password(browser_of: Callable[[Actor], Client]) -> None:
    anna, nina = browser_of(ANNA), Client(headers={"host": ANNA.host})
    asked = {"last_name": "Носова", "first_name": "Нина", "email": NEW.upper(), "role": "deputy", "position": "учитель"}
    assert anna.post("/vhodyat/priglasit/", asked)["Location"] == "/vhodyat/"
    path = link_of(NEW, page="priglashenie")
    assert nina.get(path).status_code == 200
    assert nina.post(path, TYPED)["Location"] == "/"
    assert nina.get("/")["Location"].endswith("/segodnya/")
    page = anna.get("/vhodyat/").content.decode()
    assert "Носова" in page
    assert "заместитель куратора" in page


def test_the_key_stands_nowhere_in_the_table_and_leaves_the_outbox_with_the_letter() -> None:
    with school_open(1):
        invite_nina()
        token = token_of()
        kept = " ".join(str(value) for value in Invitation.objects.values().get().values())
        assert token not in kept
        assert deliver_queued(at=AT) == 1
        assert token not in Letter.objects.get(to=NEW).body
        assert "key" not in Letter.objects.get(to=NEW).subject


def test_a_second_press_leads_to_the_door_and_changes_nothing(browser_of: Callable[[Actor], Client]) -> None:
    with school_open(1):
        invite_nina(at=datetime.now(UTC))
    path = link_of(NEW, page="priglashenie")
    nina = Client(headers={"host": ANNA.host})
    assert [nina.post(path, TYPED)["Location"] for _ in range(2)] == ["/", "/"]
    assert Client(headers={"host": ANNA.host}).post(path, TYPED)["Location"] == "/vhod/"


def test_a_new_letter_closes_the_old_link() -> None:
    with school_open(1):
        pk, old = invite_nina(), token_of()
        send_again(invitation_id=pk, at=AT + timedelta(hours=1), actor_id=1)
        new = token_of()
        with pytest.raises(InvitationClosed):
            accept_with(old, at=AT + timedelta(hours=2))
        assert accept_with(new, at=AT + timedelta(days=14, minutes=30)).email == NEW


def test_the_same_asking_within_ten_minutes_is_one_letter() -> None:
    with school_open(1):
        assert invite_nina() == invite_nina(at=AT + timedelta(minutes=5))
        assert Letter.objects.filter(to=NEW).count() == 1
        with pytest.raises(NotInvited, match="прошлое ушло только что"):
            send_again(invitation_id=Invitation.objects.get().pk, at=AT + timedelta(minutes=9), actor_id=1)


def test_states_follow_what_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    with school_open(1):

        def state(at: datetime = AT) -> State:
            return invited(at=at)[0].state

        invite_nina()
        seen = [state()]
        with monkeypatch.context() as broken:
            broken.setattr("django.core.mail.EmailMessage.send", _refused)
            deliver_queued(at=AT)
        seen.append(state())
        send_again(invitation_id=Invitation.objects.get().pk, at=AT, actor_id=1)  # it did not arrive: no pause
        seen.append(state())
        open_invitation(token=token_of(), at=AT)
        seen.append(state())
        seen.append(state(AT + timedelta(days=15)))
        assert seen == [State.SENT, State.BOUNCED, State.SENT, State.OPENED, State.EXPIRED]
        accept_with(token_of())
        assert invited(at=AT) == []


def _refused(_letter: object) -> int:
    from smtplib import SMTPRecipientsRefused  # noqa: PLC0415 -- one use

    raise SMTPRecipientsRefused({NEW: (550, b"no such user")})


def test_the_rest_get_a_letter_and_nobody_gets_two_a_day() -> None:
    with school_open(1):
        for name in ("a", "b", "c"):
            invite_nina(f"{name}@lesnaya.example")
        accept_with(token_of("c@lesnaya.example"))
        at = AT + timedelta(days=1)
        assert [send_again_to_the_rest(at=moment, actor_id=1) for moment in (AT, at, at)] == [0, 2, 0]


def test_a_person_with_an_account_keeps_her_password_and_gets_the_role() -> None:
    with school_open(1):
        invite_nina(EGOR.email, Role.CURATOR)
        before = User.objects.get(email=EGOR.email)
        after = accept_invitation(token=token_of(EGOR.email), answer=Answer(), at=AT, today=TODAY)
        assert (after.pk, after.password) == (before.pk, before.password)
        assert sorted(Membership.objects.filter(user=after).values_list("role", flat=True)) == ["curator", "principal"]


def test_who_holds_the_role_is_not_invited_again() -> None:
    with school_open(1), pytest.raises(NotInvited, match="эта роль уже есть"):
        invite_nina(ANNA.email.upper(), Role.CURATOR)


def test_two_forms_of_mentoring_are_two_roles() -> None:
    with school_open(1):
        for form in ("pupil_pupil", "teacher_teacher"):
            invite_nina(role=Role.FORMAT_LEAD, mentoring_format=form)
            user = accept_invitation(token=token_of(), answer=ANSWER, at=AT, today=TODAY)
        assert Membership.objects.filter(user=user).count() == 2


def test_a_new_curator_becomes_an_official_contact_and_a_deputy_does_not() -> None:
    with school_open(1):
        for email, role in ((NEW, Role.CURATOR), ("d@lesnaya.example", Role.DEPUTY)):
            invite_nina(email, role)
            accept_with(token_of(email))
        kept = OfficialContact.objects.filter(school_id=1).values_list("email", "confirmed_on")
        assert (NEW, TODAY) in kept
        assert "d@lesnaya.example" not in dict(kept)
