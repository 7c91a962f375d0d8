"""Entering by a letter, and a new password."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from tenants import clock
from tenants.access import PlacedRequest
from tenants.accounts.forms import AskLinkForm, NewPasswordForm
from tenants.accounts.services.set_password import set_password
from tenants.accounts.services.sign_in_link import MINUTES, LinkClosed, ask_for_link, look_at_link, use_link
from tenants.accounts.services.throttle import GUESSING, WRONG_LINKS, TooManyTries, count_try, refuse_guessers
from tenants.accounts.views.at_host import at_host, let_in

FRESH = timedelta(minutes=MINUTES)
CAME_BY_LINK = "came_by_link"  # key of the session: the moment of the link, as a number


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask_link(request: HttpRequest) -> HttpResponse:
    """«Прислать ссылку для входа» and «Не помню пароль»: the answer is the same for every address."""
    form = AskLinkForm(request.POST if request.method == "POST" else None)
    forgotten = "parol" in (request.POST if request.method == "POST" else request.GET)
    context = {"form": form, "forgotten": forgotten, "minutes": MINUTES}
    if request.method == "POST" and form.is_valid():
        try:
            with at_host(request):
                ask_for_link(
                    email=form.cleaned_data["email"],
                    password_after=forgotten,
                    address=request.META.get("REMOTE_ADDR", ""),
                    at=clock.now(),
                )
        except TooManyTries as refusal:
            form.add_error(None, str(refusal))
            return render(request, "accounts/ask_link.html", context, status=429)
        return render(request, "accounts/link_sent.html", context)
    return render(request, "accounts/ask_link.html", context, status=422 if form.errors else 200)


@login_not_required
@never_cache
@sensitive_variables("token")
@require_http_methods(["GET", "HEAD", "POST"])
def enter_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """A page with one button: mail programs look at links by themselves and must not use one up."""
    at, address = clock.now(), request.META.get("REMOTE_ADDR", "")
    try:
        with at_host(request):
            refuse_guessers(kind="wrong-link", value=address, most=WRONG_LINKS, within=GUESSING, at=at)
            if request.method != "POST":
                look_at_link(token=token, at=at)
                return render(request, "accounts/enter_by_link.html")
            came = use_link(token=token, at=at)
            let_in(request, came.user)
    except LinkClosed as refusal:
        with at_host(request):
            count_try(kind="wrong-link", value=address, at=at)
        return render(request, "accounts/link_closed.html", {"refusal": refusal, "ask_link": True}, status=410)
    except TooManyTries as refusal:
        return render(request, "accounts/link_closed.html", {"refusal": refusal}, status=429)
    if came.password_after:
        request.session[CAME_BY_LINK] = at.timestamp()
        return redirect("new_password")
    return redirect("home")


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def new_password(request: PlacedRequest) -> HttpResponse:
    """A new password: by the old one, or within a quarter of an hour of entering by a link from a letter."""
    at = clock.now()
    by_link = at.timestamp() - float(request.session.get(CAME_BY_LINK, 0)) < FRESH.total_seconds()
    form = NewPasswordForm(request.POST if request.method == "POST" else None, user=request.user, by_link=by_link)
    if request.method == "POST" and form.is_valid():
        with at_host(request), transaction.atomic():
            set_password(user=request.user, password=form.cleaned_data["password"], at=at, today=clock.today())
            update_session_auth_hash(request, request.user)
        request.session.pop(CAME_BY_LINK, None)
        messages.success(request, "Пароль изменён. Остальные входы закрыты.")
        return redirect("home")
    return render(
        request, "accounts/new_password.html", {"form": form, "by_link": by_link}, status=422 if form.errors else 200
    )
