"""The register of consents: who lacks one, many at once, one person's, a withdrawal."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from schools.people.forms.consents import KEPT, ManyConsentsForm, WithdrawalForm
from schools.people.presenters import lists
from schools.people.queries import Choice, Filter, Register, choice_counts, people_list, register_counts
from schools.people.services.record_consent import record_consent, record_consents, withdraw_consent
from schools.people.views.finding import chosen, consent_of_person, day_of, first_day, may_change, person_of
from schools.people.views.person import consent_form, show_person
from tenants import clock
from tenants.access import SchoolRequest, curator_reads, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.russian import counted
from tenants.domain.school_year import SchoolYear
from tenants.form_fields import typed_in

PAGE = 50
MOST_DIGITS = 18


@require_http_methods(["GET", "HEAD", "POST"])
@curator_reads
def consent_list(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """States of all consents; those who lack one may be marked together."""
    form = ManyConsentsForm(
        typed_in(request),
        initial={"purpose": "processing", "given_on": clock.today(), "kept_as": KEPT},
    )
    marked = _marked(request)
    if request.method == "POST" and not marked:
        form.add_error(None, "Никто не отмечен. Отметьте в списке тех, чьи согласия получены.")
    if request.method == "POST" and form.is_valid():
        try:
            return _record_many(request, year, form, marked)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return _page(request, year, form, marked)


def _record_many(request: SchoolRequest, year: SchoolYear, form: ManyConsentsForm, marked: list[int]) -> HttpResponse:
    number = record_consents(marked, **form.cleaned_data, today=clock.today(), actor_id=request.user.pk, at=clock.now())
    messages.success(request, f"Записаны согласия: {counted(number, 'человек', 'человека', 'человек')}.")
    return redirect("people:consents", year)


def _page(request: SchoolRequest, year: SchoolYear, form: ManyConsentsForm, marked: list[int]) -> HttpResponse:
    on, since = day_of(year), first_day(year)
    choice = Choice.WITHOUT_CONSENT if form.is_bound else chosen(request)
    counts = choice_counts(on, Register.BOTH, since=since)
    page = Paginator(people_list(on, Register.BOTH, choice=choice, since=since), PAGE).get_page(request.GET.get("page"))
    context = {
        "year": year,
        "may_change": may_change(year),
        "marking": choice is Choice.WITHOUT_CONSENT and may_change(year),
        "conclusion": lists.past_consents_words(counts, year)
        if year < request.place.year
        else lists.consents_words(counts),
        "tabs": lists.tabs(register_counts(on, since=since), year, "people:consents"),
        "chips": lists.filters(counts, Filter(choice=choice), by_experience=False),
        "everybody": counts.everybody,
        "lines": lists.consent_lines(page, on),
        "page": page,
        "form": form,
        "marked": marked,
    }
    return render(request, "people/consents.html", context, status=422 if form.errors else 200)


def _marked(request: SchoolRequest) -> list[int]:
    typed = request.POST.getlist("kto")
    return [int(value) for value in typed if value.isascii() and value.isdigit() and len(value) <= MOST_DIGITS]


@require_POST
@curator_required
def add(request: SchoolRequest, year: SchoolYear, person_id: int) -> HttpResponse:
    """Record one consent of a person."""
    found = person_of(person_id)
    form = consent_form(found, request.POST)
    if form.is_valid():
        try:
            record_consent(person_id, **form.told(), today=clock.today(), actor_id=request.user.pk, at=clock.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"{found.short_name}: согласие записано.")
            return redirect("people:person", year, person_id)
    return show_person(request, year, found, form)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def withdraw(request: SchoolRequest, year: SchoolYear, person_id: int, consent_id: int) -> HttpResponse:
    """A question with the day, then the withdrawal."""
    paper, today = consent_of_person(person_id, consent_id), clock.today()
    form = WithdrawalForm(typed_in(request), initial={"on": today}, given_on=paper.given_on, today=today)
    back = reverse("people:person", args=[year, person_id])
    if request.method == "POST" and form.is_valid():
        withdraw_consent(consent_id, on=form.cleaned_data["on"], actor_id=request.user.pk, at=clock.now())
        said = f"{paper.person.short_name}: согласие отозвано. Если человек в паре, решите в разделе «Пары», как быть."
        messages.warning(request, said)
        return redirect(back)
    context = {
        "title": f"Отозвать согласие: {paper.person.short_name}?",
        "text": f"Согласие на «{paper.get_purpose_display()}» останется в списке с пометкой «отозвано».",
        "action": "Отозвать согласие",
        "back_href": back,
        "back": "Оставить",
        "danger": True,
        "form": form,
    }
    return render(request, "confirm.html", context, status=422 if form.errors else 200)
