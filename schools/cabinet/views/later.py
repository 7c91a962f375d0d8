"""«Сделаю позже»: a first step put off, or taken up again."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from schools.cabinet.domain.first_steps import StepCode
from schools.cabinet.services.remember import forget_part, remember
from tenants import clock
from tenants.access import SchoolRequest, curator_required
from tenants.domain.school_year import SchoolYear

KEY_OF_STEPS = "pervye-shagi"


@require_POST
@curator_required
def put_off(request: SchoolRequest, year: SchoolYear, step: str) -> HttpResponse:
    """Move a step to the end of the list; with «vernut» put it back in its place."""
    if step not in set(StepCode):
        raise Http404
    if "vernut" in request.POST:
        forget_part(KEY_OF_STEPS, step, at=clock.now(), actor_id=request.user.pk)
    else:
        remember(KEY_OF_STEPS, {step: "later"}, at=clock.now(), actor_id=request.user.pk)
    return redirect("cabinet:today", year)
