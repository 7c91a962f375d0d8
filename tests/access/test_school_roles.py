"""Roles of a school beside curator and principal, against every route of its host."""

from __future__ import annotations

import pytest
from django.test import Client

from tenants.accounts.models import Membership, User
from tenants.clock import today
from tenants.current import school_open
from tenants.domain.roles import Role
from tests.access.canaries import mark, mark_school
from tests.access.test_matrix import _faults as faults
from tests.cast import ANNA

pytestmark = pytest.mark.django_db
FOREIGN = [mark(key) for key in ("s2", "s4", "u2", "u4", "u5", "d2", "m1", "m2")]


def _signed_in(role: Role) -> Client:
    client = Client(headers={"host": ANNA.host})
    with school_open(1):
        user = User.objects.create(email="lev@lesnaya.example", last_name="Львов", first_name="Лев")
        Membership.objects.create(user=user, role=role, mentoring_format="", confirmed_on=today())
        client.force_login(user)
    return client


@pytest.fixture
def marked(db: None) -> None:
    for school_id in (1, 2):
        mark_school(school_id)


def test_who_answers_for_a_form(marked: None) -> None:
    assert faults(_signed_in(Role.FORMAT_LEAD), "school", ANNA.host, role="format_lead", foreign=FOREIGN) == []


def test_a_deputy_goes_where_the_curator_goes_but_keeps_no_door(marked: None) -> None:
    found = faults(_signed_in(Role.DEPUTY), "school", ANNA.host, role="curator", foreign=FOREIGN)
    doors = ("/vhodyat/priglas", "/vhodyat/esche-raz", "/vhodyat/rol", "/vhodyat/zameschenie")
    assert [one for one in found if not one.split(" ")[1].startswith(doors)] == []
    assert {one.split(" ", 2)[2] for one in found} == {"403 refused to curator"}
