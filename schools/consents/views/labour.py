"""Labour papers of a mentor who works here (ст. 351.8 ТК РФ)."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from schools.consents.forms import EndLabourForm, LabourForm
from schools.consents.queries import labour_terms
from schools.consents.services.labour import earliest_last_day, end_labour, keep_labour
from schools.consents.views.finding import person_of
from tenants import clock
from tenants.access import SchoolRequest, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.russian import date_words
from tenants.domain.school_year import SchoolYear
from tenants.form_fields import typed_in


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def labour(request: SchoolRequest, year: SchoolYear, person_id: int) -> HttpResponse:
    """Write the papers down."""
    found, today, terms = person_of(person_id), clock.today(), labour_terms(person_id)
    form = LabourForm(typed_in(request), initial=LabourForm.initial_of(terms[0] if terms else None, today))
    if request.method == "POST" and form.is_valid():
        try:
            keep_labour(person_id, form.wanted(), today=today, actor_id=request.user.pk, at=clock.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"{found.short_name}: бумаги работника записаны.")
            return redirect("consents:person", year, person_id)
    context = {
        "year": year,
        "person": found,
        "form": form,
        "title": "Бумаги наставника-работника",
        "lead": "Статья 351.8 ТК РФ. Без согласия и соглашения педагог не войдёт в приказ как наставник педагога.",
        "save": "Сохранить",
    }
    return render(request, "consents/form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def finish(request: SchoolRequest, year: SchoolYear, person_id: int, term_id: int) -> HttpResponse:
    """The worker refuses, or the employer cancels with three working days of warning."""
    found, today = person_of(person_id), clock.today()
    if term_id not in {term.pk for term in labour_terms(person_id)}:
        raise Http404
    first = earliest_last_day(today)
    form = EndLabourForm(typed_in(request), initial={"warned_on": today, "last_day": first})
    if request.method == "POST" and form.is_valid():
        try:
            end_labour(term_id, **form.cleaned_data, actor_id=request.user.pk, at=clock.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            said = "Записано. В новые приказы наставник не войдёт; действующие пары завершите к последнему дню."
            messages.warning(request, f"{found.short_name}: {said}")
            return redirect("consents:person", year, person_id)
    context = {
        "title": f"Прекратить работу наставника: {found.short_name}?",
        "text": "Работодатель предупреждает не позднее чем за три рабочих дня: если предупредить сегодня, "
        f"последний день — не раньше {date_words(first)}. Для отказа работника срока в законе нет.",
        "action": "Записать",
        "back_href": reverse("consents:person", args=[year, person_id]),
        "danger": True,
        "form": form,
    }
    return render(request, "confirm.html", context, status=422 if form.errors else 200)
