"""Deputies, who answers for a form, closing a role, and the yearly question."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tenants.accounts.domain.confirmation import is_due
from tenants.accounts.models import Invitation, Membership, User
from tenants.accounts.services.accept_invitation import Answer, accept_invitation
from tenants.accounts.services.close_role import LastCurator, close_role
from tenants.accounts.services.confirm import confirm_roles, roles_to_confirm
from tenants.accounts.services.invite import Invitee, Inviter, invite
from tenants.clock import today as today_now
from tenants.current import school_open
from tenants.domain.roles import Role
from tenants.journal.models import Entry
from tenants.models import OfficialContact
from tests.cast import ANNA, EGOR, PASSWORD, Actor
from tests.factories import school as make
from tests.tenants.accounts.letters_of import link_of

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 2)
NEW = "nina@lesnaya.example"


def _nina(role: Role = Role.DEPUTY, **more: object) -> Membership:
    """Нина Носова of school 1 in a role; run inside the school."""
    user, _ = User.objects.get_or_create(email=NEW, defaults={"last_name": "Носова", "first_name": "Нина"})
    return Membership.objects.create(user=user, role=role, **{"confirmed_on": today_now(), **more})


def _browser() -> Client:
    client = Client(headers={"host": ANNA.host})
    with school_open(1):
        client.force_login(User.objects.get(email=NEW))
    return client


def _held(actor: Actor, role: Role) -> Membership:
    return Membership.objects.get(user__email=actor.email, role=role)


def test_a_deputy_works_as_the_curator_and_lets_nobody_in() -> None:
    with school_open(1):
        _nina()
    nina = _browser()
    year = nina.get("/")["Location"].split("/")[1]
    assert [nina.get(f"/{year}/{page}/").status_code for page in ("segodnya", "lyudi", "pary")] == [200] * 3
    assert nina.get("/vhodyat/").status_code == 200
    assert [nina.get(f"/vhodyat/{page}/").status_code for page in ("priglasit", "zameschenie")] == [403] * 2
    assert nina.post("/vhodyat/esche-raz/").status_code == 403


def test_who_answers_for_a_form_reads_the_roadmap_and_the_pairs_of_her_form() -> None:
    with school_open(1):
        _nina(Role.FORMAT_LEAD, mentoring_format="pupil_pupil")
        mine = make.pair(make.mentor("pupil"), make.mentee(), form="pupil_pupil")
        others = make.working_pair()
    nina = _browser()
    assert nina.get("/")["Location"].endswith("/karta/")
    assert nina.get("/2025-26/karta/").status_code == 200
    assert [nina.get(f"/2025-26/{page}/").status_code for page in ("lyudi", "monitoring", "dokumenty")] == [403] * 3
    assert [nina.get(f"/2025-26/pary/{pk}/").status_code for pk in (mine, others)] == [200, 404]
    listed = nina.get("/2025-26/pary/").content.decode()
    assert (f"/pary/{mine}/" in listed, f"/pary/{others}/" in listed) == (True, False)
    assert "ученик" in nina.get("/kto-chto-vidit/").content.decode()


def test_the_last_curator_cannot_be_closed_and_is_told_how_to_hand_over(browser_of: Callable[[Actor], Client]) -> None:
    with school_open(1):
        pk = _held(ANNA, Role.CURATOR).pk
        _nina(Role.CURATOR, until=today_now() + timedelta(days=5))  # who stands in for a time does not count
    answer = browser_of(EGOR).post(f"/vhodyat/rol/{pk}/zakryt/")
    assert answer.status_code == 422
    assert "Сначала пригласите преемника" in answer.content.decode().replace("\xa0", " ")
    asked = {"role": "curator", "email": NEW, "last_name": "Носова", "first_name": "Нина", "vmesto": str(pk)}
    assert f"?vmesto={pk}" in answer.content.decode()
    assert browser_of(EGOR).get(f"/vhodyat/priglasit/?vmesto={pk}").status_code == 200
    browser_of(EGOR).post("/vhodyat/priglasit/", asked)
    with school_open(1):
        assert Invitation.objects.get().replaces == pk
    with school_open(1):
        assert Membership.objects.filter(pk=pk).exists()


def test_whose_last_role_is_closed_is_out_at_the_next_request(browser_of: Callable[[Actor], Client]) -> None:
    with school_open(1):
        pk = _nina().pk
    nina = _browser()
    assert nina.get("/esche/").status_code == 200
    assert browser_of(ANNA).post(f"/vhodyat/rol/{pk}/zakryt/")["Location"] == "/vhodyat/"
    assert nina.get("/esche/")["Location"].startswith("/vhod/")


def test_an_account_that_is_closed_does_not_count_as_a_curator() -> None:
    with school_open(1):
        nina = _nina(Role.CURATOR)
        User.objects.filter(pk=nina.user_id).update(is_active=False)
        with pytest.raises(LastCurator):
            close_role(membership_id=_held(ANNA, Role.CURATOR).pk, at=AT, today=TODAY, actor_id=None)


def test_the_successor_takes_over_when_she_comes_and_not_before() -> None:
    with school_open(1):
        old = _held(ANNA, Role.CURATOR)
        whom = Invitee(NEW, "Носова", "Нина", "", Role.CURATOR)
        invite(whom=whom, by=Inviter("Антонова А. П., куратор", 1), at=AT, today=TODAY, replaces=old.pk)
        assert Membership.objects.filter(pk=old.pk).exists()
        token = link_of(NEW, page="priglashenie").split("/")[2]
        accept_invitation(token=token, answer=Answer("Носова", "Нина", "", "три разных слова"), at=AT, today=TODAY)
        curators = Membership.objects.in_force(TODAY).filter(role=Role.CURATOR)
        assert list(curators.values_list("user__email", flat=True)) == [NEW]
        assert not User.objects.get(email=ANNA.email).is_active
        assert list(OfficialContact.objects.filter(role=Role.CURATOR).values_list("email", flat=True)) == [NEW]


@pytest.mark.parametrize(
    ("confirmed", "asked"),
    [
        (None, True),
        (date(2025, 9, 3), True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 5), False),
        (date(2026, 9, 1), False),
    ],
)
def test_everybody_is_asked_once_a_school_year_and_not_who_came_in_summer(
    confirmed: date | None, *, asked: bool
) -> None:
    assert is_due(confirmed, today=date(2026, 9, 1)) is asked


def test_a_confirmation_lasts_a_year_at_most() -> None:
    assert not is_due(date(2026, 9, 10), today=date(2027, 8, 31))
    assert is_due(date(2026, 8, 20), today=date(2027, 8, 31))


def test_the_first_sign_in_of_the_year_asks_and_the_answer_reaches_the_district() -> None:
    with school_open(1):
        Membership.objects.update(confirmed_on=date(2020, 9, 1))
        OfficialContact.objects.create(
            municipality_id=1, school_id=1, role="curator", name="Антонова А. П.", position="завуч", email=ANNA.email
        )
    anna = Client(headers={"host": ANNA.host})
    signed = {"email": ANNA.email, "password": PASSWORD}
    assert anna.post("/vhod/", signed)["Location"] == "/eto-vy/"
    assert anna.get("/eto-vy/").status_code == 200
    for _ in range(2):
        assert anna.post("/eto-vy/")["Location"] == "/"
    with school_open(1):
        contact = OfficialContact.objects.get(school_id=1, role="curator")
        assert (contact.confirmed_on, contact.position) == (today_now(), "завуч")
        assert Entry.objects.filter(act="role.confirmed").count() == 1
    assert Client(headers={"host": ANNA.host}).post("/vhod/", signed)["Location"] == "/"


def test_who_named_a_successor_is_not_asked_while_the_letter_is_on_its_way() -> None:
    with school_open(1):
        Membership.objects.update(confirmed_on=None)
        anna = _held(ANNA, Role.CURATOR)
        whom = Invitee(NEW, "Носова", "Нина", "", Role.CURATOR)
        invite(whom=whom, by=Inviter("Антонова А. П.", 1), at=AT, today=TODAY, replaces=anna.pk)
        assert roles_to_confirm(user_id=anna.user_id, at=AT, today=TODAY) == []
        later = AT + timedelta(days=15)
        assert roles_to_confirm(user_id=anna.user_id, at=later, today=later.date()) == [anna]


def test_a_lent_role_is_not_confirmed() -> None:
    with school_open(1):
        lent = _nina(Role.CURATOR, until=TODAY + timedelta(days=5))
        assert confirm_roles(user_id=lent.user_id, at=AT, today=TODAY) == 0


def test_only_who_keeps_the_door_names_a_successor() -> None:
    with school_open(1):
        _nina()
    form = {"successor": "1", "last_name": "Иная", "first_name": "Ия", "email": "iya@lesnaya.example"}
    assert _browser().post("/eto-vy/", form).status_code == 422


@pytest.mark.parametrize("more", [0, 40])
def test_the_page_of_people_asks_the_same_for_few_and_for_many(
    browser_of: Callable[[Actor], Client], more: int
) -> None:
    with school_open(1):
        for number in range(more):
            user = User.objects.create(email=f"n{number}@lesnaya.example", last_name="Носова", first_name="Нина")
            Membership.objects.create(user=user, role=Role.DEPUTY)
            whom = Invitee(f"i{number}@lesnaya.example", "Носова", "Нина", "", Role.DEPUTY)
            invite(whom=whom, by=Inviter("Антонова А. П."), at=AT, today=TODAY)
    anna = browser_of(ANNA)
    anna.get("/vhodyat/")
    with CaptureQueriesContext(connection) as asked:
        assert anna.get("/vhodyat/").status_code == 200
    assert len(asked) == 7 + bool(more)  # letters are asked about only where somebody is invited
