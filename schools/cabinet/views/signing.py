"""From one thing to sign to the next."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from schools.cabinet import addresses
from schools.roadmap.models import ApprovalStep, Roadmap
from tenants.access import SchoolRequest, principal_required
from tenants.domain.school_year import SchoolYear


@require_safe
@principal_required
def next_to_sign(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """The next roadmap that waits for the principal, else his first page with nothing left to sign."""
    waiting = Roadmap.objects.filter(
        approval_step=ApprovalStep.SENT,
        replaced_on__isnull=True,
        period_from__lte=year.ends_on,
        period_to__gte=year.starts_on,
    )
    first = waiting.order_by("sent_at", "pk").values_list("pk", flat=True).first()
    if first is None:
        messages.info(request, "Больше ничего не ждёт вашей подписи.")
        return redirect("cabinet:today", request.place.year)
    return redirect(addresses.address_of("roadmap:approval", year, first))
