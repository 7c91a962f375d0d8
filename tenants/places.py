"""The places a person may stand in, and the one chosen for this session."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.utils import timezone

from tenants import clock
from tenants.accounts.models import Membership
from tenants.current import door_open
from tenants.domain.roles import Role
from tenants.domain.school_year import SchoolYear
from tenants.models import Municipality, Region
from tenants.place import Place

CHOSEN = "membership"  # key of the session


def places_of(request: HttpRequest) -> list[Place]:
    """Every place of the signed-in person on this host, in the order they were given."""
    school = getattr(request, "host_school", None)
    if school is None:
        with door_open():  # a municipality's role may not look at who may sign in
            return _district_places(_memberships(request, clock.today()))
    today = timezone.localdate(clock.now(), ZoneInfo(school.time_zone))  # a lent role ends by the school's own day
    memberships = [m for m in _memberships(request, today) if Role(m.role).level == "school"]
    return [
        Place(
            role=Role(m.role).rights,
            id=school.id,
            name=school.short_name,
            municipality_id=school.municipality_id,
            region_id=None,
            time_zone=school.time_zone,
            year=SchoolYear.of(today),
            membership_id=m.pk,
            places=len(memberships),
            holds=Role(m.role),
            until=m.until,
            mentoring_format=m.mentoring_format,
        )
        for m in memberships
    ]


def _memberships(request: HttpRequest, today: date) -> list[Membership]:
    return list(Membership.objects.in_force(today).filter(user__pk=request.user.pk or 0))


def _district_places(memberships: list[Membership]) -> list[Place]:
    municipalities = Municipality.objects.in_bulk([m.municipality_id for m in memberships if m.municipality_id])
    regions = Region.objects.in_bulk([m.region_id for m in memberships if m.region_id])
    year = SchoolYear.of(clock.today())
    places: list[Place] = []
    for m in memberships:
        role, town, region = Role(m.role), municipalities.get(m.municipality_id or 0), regions.get(m.region_id or 0)
        if role.level == "municipality" and town is not None:
            name, place_id, zone = town.centre_short_name, town.pk, town.time_zone
        elif role.level == "region" and region is not None:
            name, place_id, zone = region.centre_name, region.pk, "UTC"
        else:
            continue
        places.append(
            Place(
                role=role,
                id=place_id,
                name=name,
                municipality_id=town.pk if town else None,
                region_id=region.pk if region else (town.region_id if town else None),
                time_zone=zone,
                year=year,
                membership_id=m.pk,
                places=len(memberships),
            )
        )
    return places


def chosen_place(request: HttpRequest) -> Place | None:
    """The place of this session; the first one when nothing was chosen, None when there is none at all."""
    places = places_of(request)
    wanted = request.session.get(CHOSEN)
    return next((place for place in places if place.membership_id == wanted), places[0] if places else None)
