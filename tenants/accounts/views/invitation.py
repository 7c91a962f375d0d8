"""The page of an invitation (ux.md, screen 3)."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from tenants import clock
from tenants.accounts.forms import AcceptForm
from tenants.accounts.queries import role_title
from tenants.accounts.services.accept_invitation import (
    AlreadyAccepted,
    Answer,
    InvitationClosed,
    accept_invitation,
    account_of,
    open_invitation,
)
from tenants.accounts.services.throttle import GUESSING, WRONG_LINKS, TooManyTries, count_try, refuse_guessers
from tenants.accounts.views.at_host import let_in


@login_not_required
@never_cache
@sensitive_post_parameters()
@sensitive_variables("token")
@require_http_methods(["GET", "HEAD", "POST"])
def invitation_page(request: HttpRequest, token: str) -> HttpResponse:
    """Name, password, «Начать работу»; pressed twice it leads where the first press led."""
    if getattr(request, "host_school", None) is None:
        raise Http404
    at, address = clock.now(), request.META.get("REMOTE_ADDR", "")
    try:
        refuse_guessers(kind="wrong-link", value=address, most=WRONG_LINKS, within=GUESSING, at=at)
        return _answered(request, token)
    except AlreadyAccepted as refusal:
        messages.info(request, str(refusal))
        return redirect("home" if request.user.is_authenticated else "sign_in")
    except InvitationClosed as refusal:
        count_try(kind="wrong-link", value=address, at=at)
        return render(request, "accounts/link_closed.html", {"refusal": refusal}, status=410)
    except TooManyTries as refusal:
        return render(request, "accounts/link_closed.html", {"refusal": refusal}, status=429)


def _answered(request: HttpRequest, token: str) -> HttpResponse:
    invitation = open_invitation(token=token, at=clock.now())
    known = account_of(invitation)
    form = None if known else AcceptForm(request.POST if request.method == "POST" else None, invitation=invitation)
    if request.method == "POST" and (form is None or form.is_valid()):
        said = form.cleaned_data if form else {}
        answer = Answer(**{name: said[name] for name in ("last_name", "first_name", "patronymic", "password") if said})
        user = accept_invitation(token=token, answer=answer, at=clock.now(), today=clock.today())
        let_in(request, user)
        return redirect("home")
    context = {
        "invitation": invitation,
        "known": known,
        "form": form,
        "role": role_title(invitation.role, invitation.mentoring_format),
    }
    return render(request, "accounts/invitation.html", context, status=422 if form and form.errors else 200)
