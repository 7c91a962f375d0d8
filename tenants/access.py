"""Who may open a page: decorators that give the view a typed request.

Django's LoginRequiredMiddleware turns strangers away before these run; what is refused here is a signed-in person
with another role, who is told who keeps the page and what she can do (ux.md 5), and whoever would write into a school
year that is closed or not begun (tenants.year_guard).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tenants.accounts.models import User
from tenants.domain.roles import Role
from tenants.domain.school_year import SchoolYear
from tenants.hosts import HostSchool
from tenants.place import Place
from tenants.year_guard import turned_away


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


def _only(*roles: Role, keeper: str, only_writes: bool = False) -> Callable[[View], View]:
    """Lets the roles in. ``only_writes``: the page is a form or an act, with nothing to read in a closed year."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            place = cast("Place | None", getattr(request, "place", None))
            if place is None or place.role not in roles:
                return render(request, "errors/not_yours.html", {"keeper": keeper}, status=403)
            year = kwargs.get("year")
            refused = turned_away(request, year, only_writes=only_writes) if isinstance(year, SchoolYear) else None
            return view(request, *args, **kwargs) if refused is None else refused

        guarded.allowed_roles = roles  # type: ignore[attr-defined]  # the access test reads it
        guarded.only_writes = only_writes  # type: ignore[attr-defined]  # tenants.year_guard looks for reading pages
        return guarded

    return decorate


_CURATORS = "Эту страницу ведёт куратор наставничества вашей школы."
_METHODISTS = "Эту страницу ведёт муниципальный методист."
_SIGNERS = "Справку подписывает руководитель или методист."

# Where somebody writes: forms and acts. What she only looks through is open by the «reads» of the same role.
curator_required = _only(Role.CURATOR, keeper=_CURATORS, only_writes=True)
principal_required = _only(Role.PRINCIPAL, keeper="Это решает директор вашей школы.", only_writes=True)
methodist_required = _only(Role.METHODIST, keeper=_METHODISTS, only_writes=True)
head_required = _only(Role.MUNICIPAL_HEAD, Role.METHODIST, keeper=_SIGNERS, only_writes=True)
# What is read in any year, past ones too; the writing parts of such a page are refused when the year is closed.
curator_reads = _only(Role.CURATOR, keeper=_CURATORS)
school_required = _only(Role.CURATOR, Role.PRINCIPAL, keeper="Эта страница открыта сотрудникам школы.")
# Everybody who enters the school, those who answer for one form of mentoring too.
everyone_of_school = _only(
    Role.CURATOR, Role.PRINCIPAL, Role.FORMAT_LEAD, keeper="Эта страница открыта сотрудникам школы."
)
municipality_required = _only(
    Role.METHODIST, Role.MUNICIPAL_HEAD, keeper="Эта страница открыта методисту и руководителю муниципалитета."
)
region_required = _only(Role.REGION, keeper="Эта страница открыта региональному центру.")
