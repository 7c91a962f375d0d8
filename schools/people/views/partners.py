"""Partners of the school: the list with a form, the end of a partnership."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from schools.people.forms.partners import PartnerForm
from schools.people.models import Partner
from schools.people.presenters import lists
from schools.people.presenters.partners import partner_facts
from schools.people.presenters.words import who
from schools.people.queries import partner_lines, register_counts
from schools.people.queries.partners import partner_by_id, people_of_partner
from schools.people.services.partners import PartnerCard, add_partner, end_partnership, save_partner
from schools.people.views.finding import day_of, first_day, may_change
from tenants import clock
from tenants.access import SchoolRequest, curator_reads, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear
from tenants.form_fields import typed_in
from tenants.journal.queries import events_about


@require_http_methods(["GET", "HEAD", "POST"])
@curator_reads
def partner_list(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """Partners with a form for a new one."""
    on, today = day_of(year), clock.today()
    form = PartnerForm(typed_in(request), initial={"since": today}, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            add_partner(**form.cleaned_data, actor_id=request.user.pk, at=clock.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Партнёр добавлен: {form.cleaned_data['name']}.")
            return redirect("people:partners", year)
    context = {
        "year": year,
        "may_change": may_change(year),
        "tabs": lists.tabs(register_counts(on, since=first_day(year)), year, "people:partners"),
        "lines": partner_lines(on),
        "on": on,
        "form": form,
    }
    return render(request, "people/partners.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_reads
def partner(request: SchoolRequest, year: SchoolYear, partner_id: int) -> HttpResponse:
    """One partner: agreement, people it sends, what happened; with a form to mend it."""
    row = partner_by_id(partner_id)
    if row is None:
        raise Http404
    today = clock.today()
    form = PartnerForm(typed_in(request), initial=PartnerForm.initial_of(row), today=today, is_new=False)
    if request.method == "POST" and form.is_valid():
        try:
            save_partner(
                PartnerCard(**form.cleaned_data), partner_id=partner_id, actor_id=request.user.pk, at=clock.now()
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Сведения сохранены: {form.cleaned_data['name']}.")
            return redirect("people:partner", year, partner_id)
    context = {
        "year": year,
        "row": row,
        "may_change": may_change(year),
        "facts": partner_facts(row),
        "people": [(one.pk, one.full_name, who(one, day_of(year))) for one in people_of_partner(partner_id)[:200]],
        "events": events_about("partner", partner_id),
        "form": form,
    }
    return render(request, "people/partner.html", context, status=422 if form.errors else 200)


@require_POST
@curator_required
def end(request: SchoolRequest, year: SchoolYear, partner_id: int) -> HttpResponse:
    """Today is the last day of working together."""
    try:
        end_partnership(partner_id, on=clock.today(), actor_id=request.user.pk, at=clock.now())
    except Partner.DoesNotExist as fault:
        raise Http404 from fault
    messages.success(request, "Работа с партнёром закончена сегодня. Его люди остались в базах.")
    return redirect("people:partners", year)
