"""Pages of the school's card: the staff read it, the curator keeps it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from municipal.indicators.vocabulary import head_title
from schools.passport import presenters
from schools.passport.forms import ANSWERS, CardForm, HeadcountForm
from schools.passport.queries import card, headcount_on, headcounts_until
from schools.passport.services.save_card import save_card, save_headcount
from tenants import clock
from tenants.access import SchoolRequest, curator_required, school_required
from tenants.domain.errors import Refusal
from tenants.domain.roles import Role
from tenants.domain.russian import date_words
from tenants.domain.school_year import SchoolYear
from tenants.form_fields import typed_in
from tenants.year_guard import year_is_open

KINDERGARTEN = "kindergarten"


@require_safe
@school_required
def school_card(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """The card and the newest numbers known in the year."""
    on = min(clock.today(), year.ends_on)
    has_pupils = request.host_school.kind != KINDERGARTEN
    known, newest, rows = card(), headcount_on(on), headcounts_until(on)
    context = {
        "year": year,
        "may_change": request.place.role is Role.CURATOR and year_is_open(year),
        "conclusion": presenters.past_conclusion(year)
        if year < request.place.year
        else presenters.conclusion(known, newest, has_pupils=has_pupils),
        "facts": presenters.card_facts(known, principal=head_title(request.host_school.kind)) if known else [],
        "section": presenters.site_section(known) if known else None,
        "headcount": newest,
        "numbers": presenters.headcount_facts(newest, has_pupils=has_pupils),
        "stale": presenters.is_stale(newest, on, year.starts_on),
        "history": presenters.history(rows, has_pupils=has_pupils) if len(rows) > 1 else None,
    }
    return render(request, "passport/card.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def edit_card(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """The school's names and its site section."""
    known = card()
    initial: dict[str, Any] = {"official_name": request.host_school.short_name}
    if known is not None:
        names = ("official_name", "principal_name", "site_section_url", "site_section_updated_on")
        initial = {name: getattr(known, name) for name in names}
        initial["works"] = next(word for word, works in ANSWERS.items() if works == known.site_section_works)
    form = CardForm(typed_in(request), initial=initial, today=clock.today())
    form.fields["principal_name"].label = head_title(request.host_school.kind)
    if request.method == "POST" and form.is_valid():
        save_card(**form.told(), actor_id=request.user.pk, at=clock.now())
        messages.success(request, "Карточка сохранена.")
        return redirect("passport:card", year)
    return _form_page(request, year, form, "passport/edit.html")


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def edit_headcount(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """Numbers of people as of a day."""
    today = clock.today()
    newest = headcount_on(today)
    initial = {name: getattr(newest, name, None) for name in presenters.numbers(has_pupils=True)} | {"as_of": today}
    has_pupils = request.host_school.kind != KINDERGARTEN
    form = HeadcountForm(typed_in(request), initial=initial, today=today, has_pupils=has_pupils)
    if request.method == "POST" and form.is_valid():
        try:
            save_headcount(**form.told(), actor_id=request.user.pk, at=clock.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Численность на {date_words(form.cleaned_data['as_of'])} сохранена.")
            return redirect("passport:card", year)
    return _form_page(request, year, form, "passport/headcount.html")


def _form_page(request: SchoolRequest, year: SchoolYear, form: Form, template: str) -> HttpResponse:
    return render(request, template, {"year": year, "form": form}, status=422 if form.errors else 200)
