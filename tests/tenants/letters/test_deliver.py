"""The outbox: one letter an act, one sending a letter, each place's own."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail

from tenants.current import municipality_open, school_open
from tenants.letters.models import Letter
from tenants.letters.queries import refused_letters
from tenants.letters.services.deliver import deliver_queued
from tenants.letters.services.queue_letter import queue_letter
from tenants.letters.tasks import deliver_letters

pytestmark = pytest.mark.django_db
AT = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)


def _queue(key: str) -> bool:
    return queue_letter(key=key, to="k@example.org", subject="Мониторинг", body="Текст", at=AT)


def test_an_act_pressed_twice_writes_one_letter() -> None:
    with school_open(1):
        _queue("reminder-1")
        _queue("reminder-1")
        assert Letter.objects.count() == 1


def test_a_sent_letter_is_not_sent_again() -> None:
    with school_open(1):
        _queue("a")
        assert [deliver_queued(at=AT), deliver_queued(at=AT + timedelta(days=1))] == [1, 0]
    assert len(mail.outbox) == 1


def test_a_letter_that_was_claimed_and_lost_is_tried_again_later(monkeypatch: pytest.MonkeyPatch) -> None:
    with school_open(1):
        _queue("a")
        with monkeypatch.context() as broken:
            broken.setattr("django.core.mail.EmailMessage.send", _no_server)
            assert deliver_queued(at=AT) == 0
        assert deliver_queued(at=AT + timedelta(minutes=5)) == 0
        assert deliver_queued(at=AT + timedelta(minutes=16)) == 1


def _no_server(_letter: object) -> int:
    raise ConnectionRefusedError


def test_the_sweep_sends_each_places_own_letters_once() -> None:
    with school_open(1):
        _queue("s")
    with municipality_open(1):
        _queue("m")
    with municipality_open(2):
        assert Letter.objects.count() == 0
    assert deliver_letters() == 2
    assert len(mail.outbox) == 2


def _never_takes(_letter: object) -> int:
    raise SMTPRecipientsRefused({"k@example.org": (550, b"no such user")})


def _is_full(_letter: object) -> int:
    raise SMTPRecipientsRefused({"k@example.org": (452, b"mailbox full")})


@pytest.mark.parametrize(("fault", "refused"), [(_never_takes, True), (_is_full, False)])
def test_an_address_refused_for_good_is_not_tried_again(
    monkeypatch: pytest.MonkeyPatch, fault: Callable[[object], int], *, refused: bool
) -> None:
    with school_open(1):
        _queue("a")
        with monkeypatch.context() as broken:
            broken.setattr("django.core.mail.EmailMessage.send", fault)
            assert deliver_queued(at=AT) == 0
        assert refused_letters(["a"]) == (frozenset({"a"}) if refused else frozenset())
        assert deliver_queued(at=AT + timedelta(minutes=16)) == (0 if refused else 1)


def test_a_letter_given_up_after_five_tries_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with school_open(1):
        _queue("a")
        monkeypatch.setattr("django.core.mail.EmailMessage.send", _no_server)
        for number in range(5):
            assert refused_letters(["a"]) == frozenset()
            deliver_queued(at=AT + timedelta(minutes=16 * number))
        assert refused_letters(["a"]) == frozenset({"a"})


@pytest.mark.parametrize("arrives", [True, False])
def test_a_text_with_a_personal_link_is_wiped_when_the_letter_is_done_with(
    monkeypatch: pytest.MonkeyPatch, *, arrives: bool
) -> None:
    with school_open(1):
        queue_letter(key="a", to="k@example.org", subject="Вход", body="ключ", at=AT, forget=True)
        if not arrives:
            monkeypatch.setattr("django.core.mail.EmailMessage.send", _never_takes)
        deliver_queued(at=AT)
        assert "ключ" not in Letter.objects.get(key="a").body
    assert [letter.body for letter in mail.outbox] == (["ключ"] if arrives else [])
