"""Signing in and out, choosing a place, finding one's school."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tenants import clock
from tenants.accounts.forms import SignInForm
from tenants.accounts.models import User
from tenants.accounts.services.confirm import roles_to_confirm
from tenants.accounts.services.sign_in import NotLetIn, sign_in
from tenants.current import door_open
from tenants.domain.roles import Role
from tenants.places import CHOSEN, places_of
from tenants.queries import schools_by_municipality


@login_not_required
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_page(request: HttpRequest) -> HttpResponse:
    """«Вход»; a refusal comes back on the form with status 422."""
    if request.user.is_authenticated:
        return redirect("home")
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user = sign_in(
                request=request,
                email=form.cleaned_data["email"],
                password=form.cleaned_data["password"],
                address=request.META.get("REMOTE_ADDR", ""),
                at=clock.now(),
            )
        except NotLetIn as refusal:
            form.add_error(None, str(refusal))
        else:
            login(request, user)
            return redirect(_asked_first(request, user) or _next(request))
    context = {"form": form, "next": request.GET.get("next", "")}
    return render(request, "accounts/sign_in.html", context, status=422 if form.errors else 200)


def _asked_first(request: HttpRequest, user: User) -> str:
    """In a school, once a school year: «Это всё ещё вы?» before anything else."""
    if getattr(request, "host_school", None) is None:
        return ""
    return "still_you" if roles_to_confirm(user_id=user.pk, at=clock.now(), today=clock.today()) else ""


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if wanted and safe else "home"


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    if getattr(request, "host_school", None) is None:
        with door_open():  # sessions of the base domain belong to the door, not to a municipality
            logout(request)
    else:
        logout(request)
    messages.success(request, "Вы вышли.")
    return redirect("sign_in")


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The first page of whoever is signed in: «Сегодня» of this year, or what arrived for the region."""
    place = getattr(request, "place", None)
    if place is None:
        return render(request, "accounts/no_place.html", status=403)
    if place.role is Role.FORMAT_LEAD:
        return redirect(f"/{place.year.slug}/karta/")
    return redirect(f"/{place.year.slug}/{'svodka' if place.level == 'region' else 'segodnya'}/")


@require_http_methods(["GET", "HEAD", "POST"])
def choose_place(request: HttpRequest) -> HttpResponse:
    """«Где вы сегодня»: the person's organisations and roles on this host."""
    places = places_of(request)
    if request.method == "POST":
        wanted = next((p for p in places if str(p.membership_id) == request.POST.get("place")), None)
        if wanted is not None:
            request.session[CHOSEN] = wanted.membership_id
            return redirect("home")
    return render(request, "accounts/places.html", {"places": places})


@login_not_required
@require_safe
def find_school(request: HttpRequest) -> HttpResponse:
    """«Найдите свою школу»: links to the schools' own hosts, nothing else (decision 6)."""
    port = request.get_port()
    suffix = f":{port}" if port not in {"80", "443"} else ""
    with door_open():  # the list is the same for everybody, signed in or not
        municipalities = schools_by_municipality()
    return render(
        request,
        "accounts/find_school.html",
        {"municipalities": municipalities, "suffix": suffix, "scheme": settings.BASE_SCHEME},
    )
