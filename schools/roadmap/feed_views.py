"""A personal calendar: the page where its address is made, and the file behind the address."""

from __future__ import annotations

import hashlib

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from schools.roadmap.models import CalendarFeed
from schools.roadmap.services.keep_feed import AskedTooOften, NoSuchFeed, close_feed, make_feed, read_feed
from tenants import clock
from tenants.access import SchoolRequest, everyone_of_school
from tenants.accounts.services.throttle import GUESSING, WRONG_LINKS, TooManyTries, count_try, refuse_guessers
from tenants.domain.school_year import SchoolYear
from tenants.hosts import HostSchool

KIND = "wrong-feed"


@everyone_of_school
@sensitive_variables("token")
@require_http_methods(["GET", "HEAD", "POST"])
def subscription(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """Make, make anew or close the address; it is shown once, right after it was made."""
    link = ""
    if request.method == "POST":
        if request.POST.get("act") == "close":
            close_feed(user_id=request.user.pk, at=clock.now())
            messages.success(request, "Ссылка закрыта: календарь по ней больше не открывается.")
            return redirect("roadmap:subscription", year)
        token = make_feed(user_id=request.user.pk, school_id=request.host_school.id, at=clock.now())
        link = request.build_absolute_uri(reverse("calendar_feed", args=[token]))
    feed = CalendarFeed.objects.filter(user_id=request.user.pk).first()
    return render(request, "roadmap/subscription.html", {"year": year, "feed": feed, "link": link})


@login_not_required
@sensitive_variables("token")
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar for a program that cannot sign in. What opens nothing is «no such page», whatever the reason."""
    school: HostSchool = request.host_school  # type: ignore[attr-defined]  # this address stands on schools' hosts alone
    at, address = clock.now(), request.META.get("REMOTE_ADDR", "")
    try:
        content = read_feed(
            token=token,
            school_id=school.id,
            host=request.get_host().partition(":")[0],
            name=f"Наставничество: {school.short_name}",
            address=request.build_absolute_uri,
            today=clock.today(),
            at=at,
        )
    except NoSuchFeed as refusal:
        return _no_such(refusal, address)
    except AskedTooOften as refusal:
        return _words(refusal, 429)
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["ETag"] = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    answer["Content-Disposition"] = 'attachment; filename="karta.ics"'
    if request.headers.get("If-None-Match") == answer["ETag"]:
        answer = HttpResponse(status=304, headers={"ETag": answer["ETag"]})
    answer["Cache-Control"] = "private, max-age=900"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _no_such(refusal: NoSuchFeed, address: str) -> HttpResponse:
    """404, and 429 for whoever keeps guessing."""
    at = clock.now()
    try:
        refuse_guessers(kind=KIND, value=address, most=WRONG_LINKS, within=GUESSING, at=at)
    except TooManyTries as slower:
        return _words(slower, 429)
    count_try(kind=KIND, value=address, at=at)
    return _words(refusal, 404)


def _words(refusal: Exception, status: int) -> HttpResponse:
    answer = HttpResponse(str(refusal), status=status, content_type="text/plain; charset=utf-8")
    answer["Cache-Control"] = "private, no-store"
    if status == 429:  # noqa: PLR2004 - «too many requests»
        answer["Retry-After"] = "3600"
    return answer
