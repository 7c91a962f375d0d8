"""Entering by a letter and setting a new password."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.test import Client

from tenants.accounts.models import SignInLink, User
from tenants.accounts.services.sign_in_link import LinkClosed, ask_for_link, look_at_link, use_link
from tenants.current import acting_as, school_open
from tenants.database.identity import PUBLIC, Identity, of_municipality, of_region, of_school
from tenants.letters.models import Letter
from tenants.letters.tasks import deliver_letters
from tests.cast import ANNA, BORIS, GLEB, PASSWORD, VERA, Actor
from tests.tenants.accounts.letters_of import letters_to, link_of

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
NEW_PASSWORD = "совсем другие слова"


def _ask(email: str = ANNA.email, *, at: datetime = AT, address: str = "10.0.0.1") -> None:
    ask_for_link(email=email, password_after=False, address=address, at=at)


def _token(email: str = ANNA.email) -> str:
    return link_of(email, page="po-ssylke").split("/")[3]


def _page(answer: object) -> str:
    """A page without what differs from one asking to the next."""
    text = answer.content.decode()  # type: ignore[attr-defined]  # the test client's response
    return re.sub(r'value="[A-Za-z0-9]{64}"', "", text)


OUTBOXES = [(ANNA, of_school(1)), (BORIS, of_municipality(1)), (GLEB, of_region(1))]


@pytest.mark.parametrize(("actor", "outbox"), OUTBOXES, ids=["school", "municipality", "region"])
def test_the_letter_lets_in_once_and_a_new_password_follows(actor: Actor, outbox: Identity) -> None:
    browser = Client(headers={"host": actor.host})
    assert browser.post("/vhod/ssylka/", {"email": actor.email.upper(), "parol": "1"}).status_code == 200
    path = link_of(actor.email, identity=outbox, page="po-ssylke")
    assert [browser.get(path).status_code for _ in range(2)] == [200, 200]  # a mail program that looks uses nothing up
    assert browser.post(path)["Location"] == "/parol/"
    assert browser.post("/parol/", {"password": NEW_PASSWORD})["Location"] == "/"
    assert browser.get("/parol/").status_code == 200  # still signed in, with a new key
    assert Client(headers={"host": actor.host}).post(path).status_code == 410
    again = Client(headers={"host": actor.host}).post("/vhod/", {"email": actor.email, "password": NEW_PASSWORD})
    assert again.status_code == 302
    assert deliver_letters() == 2
    assert [letter.to for letter in mail.outbox] == [[actor.email]] * 2


def test_known_and_unknown_addresses_get_the_same_answer() -> None:
    pages = [
        _page(Client(headers={"host": ANNA.host}).post("/vhod/ssylka/", {"email": email}))
        for email in (ANNA.email, "nobody@lesnaya.example", VERA.email)
    ]
    assert pages[0] == pages[1] == pages[2]
    with school_open(1):
        assert list(Letter.objects.values_list("to", flat=True)) == [ANNA.email]
        assert SignInLink.objects.count() == 3


def test_the_row_of_an_unknown_address_opens_nothing_and_names_nobody() -> None:
    with school_open(1):
        _ask("nobody@lesnaya.example")
        row = SignInLink.objects.values().get()
        assert row["user_id"] is None
        assert "nobody" not in " ".join(str(value) for value in row.values())


def test_a_link_lives_a_quarter_of_an_hour() -> None:
    with school_open(1):
        _ask()
        token = _token()
        look_at_link(token=token, at=AT + timedelta(minutes=14, seconds=59))
        with pytest.raises(LinkClosed):
            use_link(token=token, at=AT + timedelta(minutes=15))
        assert use_link(token=token, at=AT + timedelta(minutes=14)).user.email == ANNA.email


def test_who_entered_by_one_link_has_used_up_the_others() -> None:
    with school_open(1):
        _ask()
        first = _token()
        _ask(at=AT + timedelta(minutes=1))
        use_link(token=_token(), at=AT + timedelta(minutes=2))
        with pytest.raises(LinkClosed):
            use_link(token=first, at=AT + timedelta(minutes=2))


def test_a_link_of_one_school_opens_nothing_elsewhere() -> None:
    with school_open(1):
        _ask(at=datetime.now(UTC))
    path = link_of(ANNA.email, page="po-ssylke")
    answers = [Client(headers={"host": host}).post(path).status_code for host in (VERA.host, "localhost")]
    assert answers == [410, 410]


def test_a_closed_account_gets_no_letter_and_its_link_dies() -> None:
    with school_open(1):
        _ask()
        token = _token()
        User.objects.filter(email=ANNA.email).update(is_active=False)
        with pytest.raises(LinkClosed):
            use_link(token=token, at=AT)
        _ask(at=AT + timedelta(minutes=1))
        assert Letter.objects.filter(to=ANNA.email).count() == 1


def test_five_letters_an_hour_and_no_word_of_the_sixth() -> None:
    browser = Client(headers={"host": ANNA.host})
    answers = [browser.post("/vhod/ssylka/", {"email": ANNA.email}).status_code for _ in range(7)]
    assert answers == [200] * 7
    assert letters_to(ANNA.email, identity=of_school(1)) == 5


def test_one_address_may_ask_twenty_times_an_hour_for_whomever() -> None:
    browser = Client(headers={"host": ANNA.host})
    answers = [
        browser.post("/vhod/ssylka/", {"email": f"n{number}@lesnaya.example"}).status_code for number in range(22)
    ]
    assert answers == [200] * 20 + [429] * 2


def test_guessing_links_is_slowed_down() -> None:
    browser = Client(headers={"host": ANNA.host})
    answers = [browser.post(f"/vhod/po-ssylke/{number:032}/").status_code for number in range(35)]
    assert answers == [410] * 30 + [429] * 5


def test_the_link_of_a_letter_leads_to_the_schools_own_host_whatever_the_request_says() -> None:
    Client(headers={"host": ANNA.host, "x-forwarded-host": "evil.example"}).post("/vhod/ssylka/", {"email": ANNA.email})
    with school_open(1):
        body = Letter.objects.get(to=ANNA.email).body
    assert f"http://{ANNA.host}/vhod/po-ssylke/" in body
    assert "evil" not in body


def test_without_a_letter_the_present_password_is_asked(browser_of: Callable[[Actor], Client]) -> None:
    anna = browser_of(ANNA)
    assert anna.post("/parol/", {"password": NEW_PASSWORD}).status_code == 422
    assert anna.post("/parol/", {"present": "не тот", "password": NEW_PASSWORD}).status_code == 422
    assert anna.post("/parol/", {"present": PASSWORD, "password": NEW_PASSWORD})["Location"] == "/"


@pytest.mark.parametrize("actor", [ANNA, BORIS], ids=["school", "municipality"])
def test_a_new_password_ends_every_other_session(browser_of: Callable[[Actor], Client], actor: Actor) -> None:
    here, elsewhere = browser_of(actor), browser_of(actor)
    key = here.session.session_key if actor is ANNA else ""
    here.post("/parol/", {"present": PASSWORD, "password": NEW_PASSWORD})
    assert elsewhere.get("/esche/")["Location"].startswith("/vhod/")
    assert here.get("/esche/").status_code == 200
    assert here.cookies["sessionid"].value != key


def test_who_follows_a_link_in_anothers_browser_signs_the_other_out(browser_of: Callable[[Actor], Client]) -> None:
    browser = browser_of(ANNA)
    with school_open(1):
        _ask("egor@lesnaya.example", at=datetime.now(UTC))
    browser.post(link_of("egor@lesnaya.example", page="po-ssylke"))
    assert "Ершов" in browser.get("/esche/").content.decode()


def test_at_the_door_nobody_sees_letters_of_municipalities() -> None:
    from django.db import ProgrammingError, transaction  # noqa: PLC0415 -- one use

    with acting_as(PUBLIC), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Letter.objects.count()


def test_the_last_sign_in_is_told_by_the_products_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenants.clock.now", lambda: AT)
    with school_open(1):
        _ask()
    Client(headers={"host": ANNA.host}).post(link_of(ANNA.email, page="po-ssylke"))
    with school_open(1):
        assert User.objects.get(email=ANNA.email).last_login == AT
