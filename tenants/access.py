"""Who may open a page: decorators that give the view a typed request.

Django's LoginRequiredMiddleware turns strangers away before these run; what is refused here is a signed-in person
with another role, who is told who keeps the page and what she can do (ux.md 5).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tenants.accounts.models import User
from tenants.domain.roles import Role
from tenants.hosts import HostSchool
from tenants.place import Place


class PlacedRequest(HttpRequest):
    """A request of somebody with a place."""

    user: User
    place: Place
    htmx: Any


class SchoolRequest(PlacedRequest):
    """A request on a school's host."""

    host_school: HostSchool


class View(Protocol):
    """A view; the first argument is narrower than HttpRequest inside."""

    def __call__(self, request: Any, /, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer a request."""


def _only(*roles: Role, keeper: str) -> Callable[[View], View]:
    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            place = cast("Place | None", getattr(request, "place", None))
            if place is None or place.role not in roles:
                return render(request, "errors/not_yours.html", {"keeper": keeper}, status=403)
            return view(request, *args, **kwargs)

        guarded.allowed_roles = roles  # type: ignore[attr-defined]  # the access test reads it
        return guarded

    return decorate


curator_required = _only(Role.CURATOR, keeper="Эту страницу ведёт куратор наставничества вашей школы.")
school_required = _only(Role.CURATOR, Role.PRINCIPAL, keeper="Эта страница открыта сотрудникам школы.")
methodist_required = _only(Role.METHODIST, keeper="Эту страницу ведёт муниципальный методист.")
municipality_required = _only(
    Role.METHODIST, Role.MUNICIPAL_HEAD, keeper="Эта страница открыта методисту и руководителю муниципалитета."
)
head_required = _only(Role.MUNICIPAL_HEAD, Role.METHODIST, keeper="Справку подписывает руководитель или методист.")
region_required = _only(Role.REGION, keeper="Эта страница открыта региональному центру.")
