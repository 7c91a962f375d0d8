"""Who keeps mentoring in each school, as far as a municipality may know: official contacts and its own requests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tenants.domain.roles import Role
from tenants.models import OfficialContact, SeatRequest

OVER = ("accepted", "withdrawn")


@dataclass(frozen=True, slots=True)
class Office:
    """A school's curators: how many contacts stand, the latest confirmation of any, the request that waits."""

    contacts: int
    confirmed_on: date | None
    waits: str | None  # state of the request that is not over, "" until the school has taken it up


@dataclass(frozen=True, slots=True)
class AskedSeat:
    """One request of the municipality and the school's answer."""

    id: int
    role: str
    name: str
    email: str
    asked_by: str
    asked_at: datetime
    cancelled: bool
    state: str
    state_at: datetime | None
    note: str


@dataclass(frozen=True, slots=True)
class InOffice:
    """An official contact with the day it was last said to be true."""

    role: str
    name: str
    position: str
    email: str
    phone: str
    confirmed_on: date | None


def curators_of_schools() -> dict[int, Office]:
    """By school id; schools with neither contact nor request are left out. Two queries."""
    days: dict[int, list[date | None]] = {}
    for school_id, day in OfficialContact.objects.filter(role=Role.CURATOR, school__isnull=False).values_list(
        "school_id", "confirmed_on"
    ):
        days.setdefault(school_id or 0, []).append(day)
    rows = SeatRequest.objects.filter(role=Role.CURATOR, cancelled_at__isnull=True).exclude(state__in=OVER)
    waits = dict(rows.order_by("asked_at").values_list("school_id", "state"))
    return {
        one: Office(
            len(days.get(one, [])), max((day for day in days.get(one, []) if day), default=None), waits.get(one)
        )
        for one in {*days, *waits}
    }


def people_in_office(school_id: int) -> list[InOffice]:
    """Contacts of one school. One query."""
    rows = OfficialContact.objects.filter(school_id=school_id).order_by("role", "name")
    return [InOffice(row.role, row.name, row.position, row.email, row.phone, row.confirmed_on) for row in rows]


def asked_seats(school_id: int) -> list[AskedSeat]:
    """Requests about one school, the newest first. One query."""
    return [
        AskedSeat(
            row.pk,
            Role(row.role).word,
            " ".join(part for part in (row.last_name, row.first_name, row.patronymic) if part),
            row.email,
            row.asked_by,
            row.asked_at,
            row.cancelled_at is not None,
            row.state,
            row.state_at,
            row.note,
        )
        for row in SeatRequest.objects.filter(school_id=school_id)
    ]
