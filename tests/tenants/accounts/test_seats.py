"""A municipality seats a school again: by a row the school takes up itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client

from tenants.accounts.models import Invitation, Membership
from tenants.accounts.services.accept_invitation import Answer, accept_invitation, open_invitation
from tenants.accounts.services.take_up_seats import take_up_seats
from tenants.accounts.tasks import take_up
from tenants.current import municipality_open, school_open
from tenants.database.identity import of_school
from tenants.domain.roles import Role
from tenants.letters.models import Letter
from tenants.models import OfficialContact, School, SeatRequest
from tenants.services.ask_for_seat import NotAsked, Seat, ask_again, ask_for_seat, cancel_seat
from tests.cast import ANNA, BORIS, DINA, EGOR, IRINA, Actor
from tests.tenants.accounts.letters_of import letters_to, link_of

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 2)
NEW = "nina@lesnaya.example"
PAGE = "/2026-27/shkoly/1/kurator/"
ASKED = {"role": "curator", "email": NEW, "last_name": "Носова", "first_name": "Нина"}


def _ask(*, at: datetime = AT, school_id: int = 1, email: str = NEW) -> int:
    seat = Seat(Role.CURATOR, email, "Носова", "Нина")
    with municipality_open(1):
        return ask_for_seat(school_id=school_id, seat=seat, asked_by="Белов Б. С., методист", at=at, actor_id=1)


def _taken(at: datetime = AT) -> int:
    with school_open(1):
        return take_up_seats(at=at)


def _state() -> str:
    with municipality_open(1):
        return SeatRequest.objects.get(email=NEW, cancelled_at__isnull=True).state


def _token() -> str:
    return link_of(NEW, page="priglashenie").split("/")[2]


def test_the_methodist_asks_the_school_invites_and_the_new_curator_enters(
    browser_of: Callable[[Actor], Client],
) -> None:
    boris, nina = browser_of(BORIS), Client(headers={"host": ANNA.host})
    assert boris.post(f"{PAGE}priglasit/", ASKED)["Location"] == PAGE
    assert take_up() == 1
    assert letters_to(ANNA.email, identity=of_school(1)) == 1
    path = link_of(NEW, page="priglashenie")
    typed = {**ASKED, "patronymic": "", "password": "три разных слова", "rules": "on"}
    assert nina.post(path, typed)["Location"] == "/"
    page = boris.get(PAGE).content.decode()
    assert "Принято" in page
    assert NEW in page


def test_the_key_never_stands_where_a_municipality_may_look() -> None:
    _ask()
    _taken()
    token = _token()
    with municipality_open(1):
        assert token not in str(list(SeatRequest.objects.values()))
        assert Letter.objects.filter(body__contains=token).count() == 0
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            Invitation.objects.count()
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as raw,
        ):
            raw.execute("SELECT digest FROM s_1.accounts_invitation")


def test_every_state_of_the_invitation_reaches_the_municipality(monkeypatch: pytest.MonkeyPatch) -> None:
    _ask()
    seen = [_state()]
    assert [_taken(), _taken()] == [1, 0]
    seen.append(_state())
    with school_open(1):
        open_invitation(token=_token(), at=AT)
    seen.append(_state())
    _taken(AT + timedelta(days=14))
    seen.append(_state())
    with municipality_open(1):
        ask_again(request_id=SeatRequest.objects.get().pk, at=AT + timedelta(days=15), actor_id=1)
    _taken(AT + timedelta(days=15))
    seen.append(_state())
    with school_open(1):
        from tenants.letters.services.deliver import deliver_queued  # noqa: PLC0415 -- one use

        with monkeypatch.context() as broken:
            broken.setattr("tenants.letters.services.deliver.MOST_ATTEMPTS", 1)
            broken.setattr("django.core.mail.EmailMessage.send", _no_server)
            deliver_queued(at=AT + timedelta(days=15))
    _taken(AT + timedelta(days=15))
    seen.append(_state())
    assert seen == ["", "sent", "opened", "expired", "sent", "bounced"]


def _no_server(_letter: object) -> int:
    raise ConnectionRefusedError


def test_a_cancelled_request_closes_the_link() -> None:
    pk = _ask()
    _taken()
    token = _token()
    with municipality_open(1):
        cancel_seat(request_id=pk, at=AT, actor_id=1)
    assert [_taken(), _taken()] == [1, 0]
    with school_open(1), pytest.raises(Exception, match="отозвано"):
        open_invitation(token=token, at=AT)


def test_an_accepted_request_is_over() -> None:
    pk = _ask()
    _taken()
    with school_open(1):
        accept_invitation(token=_token(), answer=Answer("Носова", "Нина", "", "три разных слова"), at=AT, today=TODAY)
    with municipality_open(1):
        for deed in (cancel_seat, ask_again):
            with pytest.raises(NotAsked):
                deed(request_id=pk, at=AT + timedelta(days=2), actor_id=1)


def test_who_is_a_curator_already_is_answered_with_the_reason() -> None:
    _ask(email=ANNA.email)
    assert _taken() == 1
    with municipality_open(1):
        row = SeatRequest.objects.get()
        assert (row.state, "эта роль уже есть" in row.note) == ("withdrawn", True)
    assert _taken() == 0


def test_the_same_press_is_one_request_and_a_later_one_takes_its_place() -> None:
    assert _ask() == _ask(at=AT + timedelta(minutes=1))
    later = _ask(at=AT + timedelta(hours=1))
    assert _taken(AT + timedelta(hours=1)) == 2
    with municipality_open(1):
        assert SeatRequest.objects.filter(cancelled_at__isnull=True).get().pk == later
    with school_open(1):
        assert Invitation.objects.filter(withdrawn_at__isnull=True).count() == 1


def test_nobody_asks_a_school_of_another_municipality(browser_of: Callable[[Actor], Client]) -> None:
    with pytest.raises(School.DoesNotExist):
        _ask(school_id=4)
    dina = browser_of(DINA)
    assert dina.get(PAGE).status_code == 404
    assert dina.post(f"{PAGE}priglasit/", ASKED).status_code == 404
    pk = _ask()
    assert dina.post(f"/2026-27/shkoly/4/kurator/{pk}/otozvat/").status_code == 404


def test_a_school_may_not_ask_in_the_municipalitys_name_nor_see_the_next_schools_requests() -> None:
    _ask()
    with school_open(2):
        assert SeatRequest.objects.count() == 0
        assert SeatRequest.objects.update(state="accepted") == 0
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            SeatRequest.objects.create(municipality_id=1, school_id=2, role="curator", email=NEW, asked_at=AT)


def test_the_list_tells_schools_whose_curator_has_not_confirmed(browser_of: Callable[[Actor], Client]) -> None:
    with municipality_open(1):
        for school_id, day in ((1, date.today()), (2, date(2020, 9, 1))):  # noqa: DTZ011 -- the page's own today
            OfficialContact.objects.create(
                municipality_id=1, school_id=school_id, role="curator", name="К.", position="к", confirmed_on=day
            )
    page = browser_of(BORIS).get("/2026-27/shkoly/").content.decode()
    assert [page.count(words) for words in ("Подтверждён", "На этот год не подтверждён", "Куратора нет")] == [1, 1, 1]


def test_the_head_looks_and_does_not_ask(browser_of: Callable[[Actor], Client]) -> None:
    irina = browser_of(IRINA)
    assert irina.get(PAGE).status_code == 200
    assert irina.post(f"{PAGE}priglasit/", ASKED).status_code == 403


def test_who_works_in_the_school_may_withdraw_what_the_district_began(browser_of: Callable[[Actor], Client]) -> None:
    _ask()
    _taken()
    with school_open(1):
        pk = Invitation.objects.get().pk
    assert browser_of(EGOR).post(f"/vhodyat/priglashenie/{pk}/otozvat/")["Location"] == "/vhodyat/"
    assert _state() == "withdrawn"
    with school_open(1):
        assert Membership.objects.count() == 2
