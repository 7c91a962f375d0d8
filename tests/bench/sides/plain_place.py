"""What a view must find on a request, without asking any table: the least a product without tenants would do."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from tenants.domain.roles import Role
from tenants.domain.school_year import SchoolYear
from tenants.hosts import HostSchool
from tenants.place import Place

SCHOOL = HostSchool(1, "lesnaya", "Лесная СОШ", "school", 1, "Лесной округ", "Asia/Yakutsk")
PLACE = Place(Role.CURATOR, 1, "Лесная СОШ", 1, None, "Asia/Yakutsk", SchoolYear(2026), 1)


class PlainPlaceMiddleware:
    """The same attributes for everybody."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer under the fixed place."""
        request.host_school, request.place = SCHOOL, PLACE  # type: ignore[attr-defined]  # read through access.py
        request.user.is_authenticated  # noqa: B018 -- the session is read here, as ours reads it
        return self.get_response(request)
