"""Roles lent for a time: they end by themselves, on the school's own day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from tenants.accounts.models import Membership, User
from tenants.accounts.services.lend_role import NotLent, end_lent_role, lend_role
from tenants.clock import today as today_now
from tenants.current import school_open
from tenants.domain.roles import Role
from tenants.journal.models import Entry
from tests.cast import ANNA, EGOR, Actor

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


def test_a_lent_role_opens_to_the_end_of_its_last_day_and_no_longer() -> None:
    with school_open(1):
        _nina(Role.CURATOR, until=today_now())
    nina = _browser()
    assert nina.get("/")["Location"].endswith("/segodnya/")
    with school_open(1):
        Membership.objects.filter(user__email=NEW).update(until=today_now() - timedelta(days=1))
    assert nina.get("/").status_code == 403  # the very next request, with no task run


def test_the_last_day_is_the_schools_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Yakutsk is nine hours ahead of Greenwich: at 14:59 it is still the last day there, at 15:00 the next."""
    with school_open(1):
        _nina(Role.CURATOR, until=date(2026, 11, 20))
    nina = _browser()
    seen = []
    for minute in (datetime(2026, 11, 20, 14, 59, tzinfo=UTC), datetime(2026, 11, 20, 15, 0, tzinfo=UTC)):
        monkeypatch.setattr("tenants.clock.now", lambda minute=minute: minute)
        seen.append(nina.get("/").status_code)
    assert seen == [302, 403]


def test_lending_is_seen_by_everybody_told_to_the_journal_and_ended_early(
    browser_of: Callable[[Actor], Client],
) -> None:
    with school_open(1):
        nina = _nina()
    anna, egor, until = browser_of(ANNA), browser_of(EGOR), today_now() + timedelta(days=18)
    form = {"user_id": nina.user_id, "role": "curator", "until": until.isoformat()}
    assert anna.post("/vhodyat/zameschenie/", form)["Location"] == "/vhodyat/"
    for browser in (anna, egor, _browser()):
        assert "Сейчас замещают" in browser.get("/vhodyat/").content.decode()
    with school_open(1):
        lent = Membership.objects.get(role=Role.CURATOR, user=nina.user)
        assert (lent.until, Entry.objects.filter(act="role.lent").count()) == (until, 1)
    assert _browser().get("/vhodyat/priglasit/").status_code == 403
    for _ in range(2):
        assert egor.post(f"/vhodyat/zameschenie/{lent.pk}/zakonchit/")["Location"] == "/vhodyat/"
    with school_open(1):
        assert not Membership.objects.in_force(today_now()).filter(pk=lent.pk).exists()
        assert Entry.objects.filter(act="role.lent_ended").count() == 1


def test_a_curator_does_not_lend_the_principals_chair(browser_of: Callable[[Actor], Client]) -> None:
    with school_open(1):
        nina = _nina()
    form = {"user_id": nina.user_id, "role": "principal", "until": (today_now() + timedelta(days=1)).isoformat()}
    assert browser_of(ANNA).post("/vhodyat/zameschenie/", form).status_code == 422
    assert browser_of(EGOR).post("/vhodyat/zameschenie/", form).status_code == 302


@pytest.mark.parametrize("days", [-1, 400])
def test_a_role_is_lent_to_a_day_ahead_within_a_year(days: int) -> None:
    with school_open(1):
        nina = _nina()
        with pytest.raises(NotLent):
            lend_role(
                user_id=nina.user_id,
                role=Role.CURATOR,
                until=TODAY + timedelta(days=days),
                at=AT,
                today=TODAY,
                actor_id=1,
            )


def test_a_lasting_role_is_not_ended_as_a_lent_one() -> None:
    with school_open(1), pytest.raises(Membership.DoesNotExist):
        end_lent_role(membership_id=_held(ANNA, Role.CURATOR).pk, at=AT, today=TODAY, actor_id=1)
