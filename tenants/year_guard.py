"""What may be done in the school year of an address: a past one is only read, the next one only prepared.

A year stays open for writing until 30 September after its end (``SchoolYear.written_until``). A page that only writes
then leads to the nearest reading page with the reason; a page that reads opens as ever. The next year has no life of
its own yet: of it open only the rooms of ``settings.ROOMS_OF_NEXT_YEAR``. Farther years do not exist. The decorators
of ``tenants.access`` ask here, so no view has to remember the rule.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve

from tenants import clock
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear

READING_METHODS = ("GET", "HEAD", "OPTIONS")
SHORTEST = 2  # «/2025-26/pary/»: above it there is no page of the year


class YearClosed(Refusal):
    """The year of the address takes no more writing."""


class YearNotBegun(Refusal):
    """The year of the address is still ahead."""


def year_is_open(year: SchoolYear) -> bool:
    """May records of the year be written today? A page shows its buttons by this, the guard judges for itself."""
    return not year.is_closed(clock.today())


def turned_away(request: HttpRequest, year: SchoolYear, *, only_writes: bool) -> HttpResponse | None:
    """The answer in place of the view's, or None where the view may go on.

    ``only_writes`` says that the view has nothing to read: in a closed year even its GET is turned away.
    """
    today = clock.today()
    present = SchoolYear.of(today)
    writing = request.method not in READING_METHODS
    if year > present.next:
        return render(request, "errors/no_such_year.html", {"year": year, "present": present}, status=404)
    if year > present and not _is_prepared(request):
        if writing:
            return _led_back(request, not_begun(year, present))
        return render(request, "errors/year_ahead.html", {"year": year, "present": present})
    if year.is_closed(today) and (writing or only_writes):
        return _led_back(request, closed(year, present, changed_nothing=writing))
    return None


def closed(year: SchoolYear, present: SchoolYear, *, changed_nothing: bool) -> YearClosed:
    """«Учебный год 2024/25 закрыт для записи: ничего не изменилось. …»"""
    if not changed_nothing:
        return YearClosed(
            f"Учебный год {year.title} закрыт для записи.", f"Откройте текущий год {present.title} и пишите в нём."
        )
    return YearClosed(
        f"Учебный год {year.title} закрыт для записи: ничего не изменилось.",
        f"Откройте текущий год {present.title} и повторите.",
    )


def not_begun(year: SchoolYear, present: SchoolYear) -> YearNotBegun:
    """«Учебный год 2026/27 ещё не начался: ничего не изменилось. …»"""
    return YearNotBegun(
        f"Учебный год {year.title} ещё не начался: ничего не изменилось.",
        f"Откройте текущий год {present.title} и повторите.",
    )


def _is_prepared(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and match.namespace in settings.ROOMS_OF_NEXT_YEAR


def _led_back(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """To the reading page with the reason; a piece of a page asks its whole page to go there."""
    messages.error(request, str(refusal))
    address = reading_page(request)
    if getattr(request, "htmx", False):
        return HttpResponse(status=204, headers={"HX-Redirect": request.build_absolute_uri(address)})
    return redirect(address)


def reading_page(request: HttpRequest) -> str:
    """The nearest address, the request's own included, with something to read for this person."""
    place: Any = getattr(request, "place", None)
    parts = request.path.strip("/").split("/")
    for length in range(len(parts), SHORTEST - 1, -1):
        address = f"/{'/'.join(parts[:length])}/"
        try:
            view = resolve(address, getattr(request, "urlconf", None)).func
        except Resolver404:
            continue
        reads = not getattr(view, "only_writes", False)
        if reads and place is not None and place.role in getattr(view, "allowed_roles", ()):
            return address
    return "/"
