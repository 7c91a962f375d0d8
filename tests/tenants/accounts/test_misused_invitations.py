"""Invitations in the wrong hands: guessed, late, taken back, used twice, carried to another school."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from tenants.accounts.models import Invitation, Membership, SignInAttempt, User
from tenants.accounts.services.accept_invitation import (
    AlreadyAccepted,
    Answer,
    InvitationClosed,
    accept_invitation,
    open_invitation,
)
from tenants.accounts.services.invite import (
    withdraw,
)
from tenants.current import school_open
from tests.cast import ANNA, VERA
from tests.tenants.accounts.inviting import ANSWER, AT, NEW, TODAY, TYPED, accept_with, invite_nina, token_of
from tests.tenants.accounts.letters_of import link_of

pytestmark = pytest.mark.django_db


def test_an_invitation_is_accepted_once() -> None:
    with school_open(1):
        invite_nina()
        token = token_of()
        user = accept_with(token)
        with pytest.raises(AlreadyAccepted):
            accept_invitation(token=token, answer=Answer("Чужая", "Злая", "", "другой пароль"), at=AT, today=TODAY)
        user.refresh_from_db()
        assert (user.last_name, user.check_password(ANSWER.password)) == ("Носова", True)
        assert Membership.objects.filter(user=user).count() == 1


def test_a_key_of_one_school_opens_nothing_in_the_next() -> None:
    with school_open(1):
        invite_nina(at=datetime.now(UTC))
    path = link_of(NEW, page="priglashenie")
    for host in (VERA.host, "localhost"):
        answer = Client(headers={"host": host}).post(path, TYPED)
        assert answer.status_code in {404, 410}
    with school_open(2):
        assert not User.objects.filter(email=NEW).exists()


def test_a_row_carried_into_another_school_does_not_carry_its_key() -> None:
    with school_open(1):
        invite_nina()
        token, row = token_of(), Invitation.objects.values().get()
    with school_open(2):
        Invitation.objects.create(**row)
        with pytest.raises(InvitationClosed):
            accept_with(token)


@pytest.mark.parametrize("guess", ["", "x", "А" * 32, "a" * 31, "a" * 33, "../../vhod", "a" * 32])
def test_a_guess_opens_nothing(guess: str) -> None:
    with school_open(1):
        invite_nina()
        with pytest.raises(InvitationClosed):
            open_invitation(token=guess, at=AT)


def test_whoever_guesses_on_and_on_is_slowed_down_and_finds_nothing() -> None:
    client = Client(headers={"host": ANNA.host})
    answers = [client.get(f"/priglashenie/{number:032}/").status_code for number in range(40)]
    assert answers == [410] * 30 + [429] * 10
    with school_open(1):
        assert SignInAttempt.objects.count() == 30


@pytest.mark.parametrize(("later", "opens"), [(timedelta(days=14, seconds=-1), True), (timedelta(days=14), False)])
def test_an_invitation_lives_fourteen_days(later: timedelta, *, opens: bool) -> None:
    with school_open(1):
        invite_nina()
        token = token_of()
        if opens:
            assert accept_with(token, at=AT + later).email == NEW
        else:
            with pytest.raises(InvitationClosed, match="устарело"):
                accept_with(token, at=AT + later)


def test_a_withdrawn_invitation_opens_nothing() -> None:
    with school_open(1):
        pk, token = invite_nina(), token_of()
        withdraw(invitation_id=pk, at=AT, actor_id=1)
        withdraw(invitation_id=pk, at=AT, actor_id=1)
        with pytest.raises(InvitationClosed, match="отозвано"):
            accept_with(token)


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("тропа1", "Пароль короткий: 6 знаков. Нужно не меньше 10. Можно фразу из трёх слов."),
        ("ааааааааааа", "В пароле повторяется одно и то же."),
        (NEW, "Пароль совпадает с почтой или именем"),
        ("1234567890", "Такой пароль подбирают первым."),
    ],
)
def test_a_weak_password_is_refused_in_plain_words(password: str, fault: str) -> None:
    with school_open(1):
        invite_nina(at=datetime.now(UTC))
    path = link_of(NEW, page="priglashenie")
    answer = Client(headers={"host": ANNA.host}).post(path, {**TYPED, "password": password})
    assert answer.status_code == 422
    assert fault in answer.content.decode().replace("\xa0", " ")
    with school_open(1):
        assert not User.objects.filter(email=NEW).exists()
