"""Pages that belong to no room: how the product looks, help, the full menu on a phone, health and error pages."""

from __future__ import annotations

import logging
import secrets
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import requires_csrf_token
from django.views.decorators.http import require_http_methods, require_safe

from config.context import SIZE_COOKIE, SIZES, THEME_COOKIE, THEMES
from tenants.domain.errors import Refusal
from tenants.models import OfficialContact

YEAR_SECONDS = 365 * 24 * 60 * 60
incidents = logging.getLogger("tropa.incident")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def view_settings(request: HttpRequest) -> HttpResponse:
    """«Вид»: ordinary or large letters, light or dark; two cookies of this host keep it, no account is needed."""
    if request.method != "POST":
        return render(request, "pages/view.html", {"back": _safe_back(request, request.headers.get("Referer", ""))})
    response = HttpResponseRedirect(_safe_back(request, request.POST.get("back", "")))
    for cookie, name, allowed in ((SIZE_COOKIE, "size", SIZES), (THEME_COOKIE, "theme", THEMES)):
        chosen = request.POST.get(name, "")
        if chosen in allowed:
            secure = request.is_secure()
            response.set_cookie(cookie, chosen, max_age=YEAR_SECONDS, secure=secure, httponly=True, samesite="Lax")
        else:
            response.delete_cookie(cookie, samesite="Lax")
    return response


def _safe_back(request: HttpRequest, wanted: str) -> str:
    """Where the person came from, if it is this host and another page; otherwise the first page."""
    here = request.get_host()
    inside = url_has_allowed_host_and_scheme(wanted, allowed_hosts={here}, require_https=request.is_secure())
    return wanted if wanted and inside and request.path not in wanted else "/"


@login_not_required
@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """«Помощь»: whom to call and short answers. Contacts are shown to those who signed in."""
    place = getattr(request, "place", None)
    contacts: list[OfficialContact] = []
    if place is not None and place.municipality_id is not None:
        own_district = OfficialContact.objects.filter(municipality_id=place.municipality_id, school=None)
        contacts = list(own_district.order_by("role", "name"))
    return render(request, "pages/help.html", {"contacts": contacts})


@require_safe
def more(request: HttpRequest) -> HttpResponse:
    """«Ещё»: the full menu on a page of its own, for phones."""
    return render(request, "pages/more.html")


@login_not_required
@never_cache
@require_safe
def healthz(_request: HttpRequest) -> JsonResponse:
    """Is the process up and does its database answer; for balancers, says nothing more."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"database": "unavailable"}, status=503)
    return JsonResponse({"database": "ok"})


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request itself cannot be read."""
    del exception
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: who keeps the page and what the reader can do; a Refusal inside PermissionDenied brings its own words."""
    reason = exception.args[0] if exception.args else None
    return render(request, "errors/403.html", {"refusal": reason if isinstance(reason, Refusal) else None}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such page, and a page of another school looks the same."""
    del exception
    return render(request, "errors/404.html", status=404)


@requires_csrf_token
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 of a form whose token is missing or stale: most often the page stood open overnight."""
    del reason
    return render(request, "errors/csrf.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: a fault of ours. The page shows a number that stands in the log beside the traceback.

    Nothing of the request is used: the database or the context processors may be what failed.
    """
    number = new_incident()
    match: Any = getattr(request, "resolver_match", None)
    # the name of the view, not the address: addresses of personal links hold secrets
    incidents.error("incident %s in %s", number, match.view_name if match else "?", exc_info=True)
    answer = HttpResponse(render_to_string("errors/500.html", {"incident": number}), status=500)
    answer.headers["X-Incident"] = number
    return answer


def new_incident() -> str:
    """«7F3A-9C21»: short enough to be read over the telephone."""
    digits = secrets.token_hex(4).upper()
    return f"{digits[:4]}-{digits[4:]}"
