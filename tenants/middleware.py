"""Which school a request belongs to, and who the person is there.

The order matters. HostMiddleware names the school (or the platform's door on the base domain) before the session is
read, because sessions and accounts live in the school's schema. PlaceMiddleware, after the person is known, turns a
methodist's request from the door into her municipality for as long as the view runs, and back before the session is
saved.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from tenants.current import acting_as
from tenants.database.base import DatabaseWrapper
from tenants.database.identity import PUBLIC, of_municipality, of_region, of_school
from tenants.hosts import is_base_host, school_of_host
from tenants.places import chosen_place

GetResponse = Callable[[HttpRequest], HttpResponse]


class HostMiddleware:
    """Finds the school by host; an unknown host is refused and falls to no school."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer under the host's identity; the connection goes back to the door whatever happens."""
        wrapper = cast(DatabaseWrapper, connection)
        request.host_school = None  # type: ignore[attr-defined]  # request attributes of ours, typed in access.py
        request.place = None  # type: ignore[attr-defined]  # set by PlaceMiddleware
        try:
            host = request.get_host().partition(":")[0].lower()
        except DisallowedHost:
            host = ""
        wrapper.become(PUBLIC)
        if is_base_host(host):
            request.urlconf = settings.PUBLIC_SCHEMA_URLCONF  # type: ignore[attr-defined]  # Django reads it
        else:
            school = school_of_host(host) if host else None
            if school is None:
                request.urlconf = settings.PUBLIC_SCHEMA_URLCONF  # type: ignore[attr-defined]  # Django reads it
                return render(request, "errors/unknown_host.html", {"base_domain": settings.BASE_DOMAIN}, status=404)
            request.host_school = school  # type: ignore[attr-defined]  # see above
            wrapper.become(of_school(school.id))
        try:
            return self.get_response(request)
        finally:
            wrapper.become(PUBLIC)


class PlaceMiddleware:
    """Sets ``request.place`` and the identity and time zone that go with it; keeps such pages out of caches."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer under the person's place; without one, under the host's identity alone."""
        # Asked before the view runs: the interface for programmes puts its own client, or nobody, into request.user.
        signed_in = request.user.is_authenticated
        place = chosen_place(request) if signed_in else None
        request.place = place  # type: ignore[attr-defined]  # read through access.py
        identity = cast(DatabaseWrapper, connection).identity
        if place is not None and place.level == "municipality":
            identity = of_municipality(place.id)
        elif place is not None and place.level == "region":
            identity = of_region(place.id)
        with acting_as(identity), timezone.override(_zone(request, place)):
            response = self.get_response(request)
        if signed_in or request.method != "GET":
            response["Cache-Control"] = "private, no-store"
        response.headers.setdefault("Vary", "Cookie, HX-Request")
        return response


def _zone(request: HttpRequest, place: Any) -> ZoneInfo:
    if place is not None:
        return ZoneInfo(place.time_zone)
    school = getattr(request, "host_school", None)
    return ZoneInfo(school.time_zone if school else settings.TIME_ZONE)
