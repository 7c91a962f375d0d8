"""Tokens of the region's programmes: issued, shown once, revoked."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from municipal.region.forms import TokenForm
from municipal.region.queries import tokens
from municipal.region.services.issue_token import IssuedToken, issue_token
from municipal.region.services.revoke_token import revoke_token
from tenants import clock
from tenants.access import PlacedRequest, region_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear


@require_http_methods(["GET", "HEAD", "POST"])
@region_required
def token_list(request: PlacedRequest, year: SchoolYear) -> HttpResponse:
    """The list, and a form for a new one. A new token is shown in the answer to the press, and nowhere again."""
    form, issued = TokenForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        try:
            issued = _issue(request, form)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            form = TokenForm()
    now = clock.now()
    rows = [(one, _state(one.revoked_at is not None, one.expires_at <= now)) for one in tokens()]
    context = {"year": year, "form": form, "issued": issued, "rows": rows}
    return render(request, "region/tokens.html", context, status=422 if form.is_bound and form.errors else 200)


def _issue(request: PlacedRequest, form: TokenForm) -> IssuedToken:
    return issue_token(
        region_id=request.place.id,
        name=form.cleaned_data["name"],
        days=form.cleaned_data["days"],
        at=clock.now(),
        actor_id=request.user.pk,
    )


def _state(is_revoked: bool, is_expired: bool) -> tuple[str, str]:  # noqa: FBT001 -- two flags of a row, in one place
    if is_revoked:
        return "idle", "Отозван"
    return ("late", "Истёк") if is_expired else ("done", "Действует")


@require_POST
@region_required
def revoke(request: PlacedRequest, year: SchoolYear, token_id: int) -> HttpResponse:
    """Close a token at once."""
    if revoke_token(token_id=token_id, at=clock.now(), actor_id=request.user.pk):
        messages.success(request, "Ключ отозван, он больше ничего не открывает.")
    return redirect("svodka:tokens", year)
