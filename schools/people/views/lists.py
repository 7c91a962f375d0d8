"""The two pools as lists: narrowed, kept under a name, with acts over everybody chosen."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST, require_safe

from schools.people.domain.filters import Choice, Filter
from schools.people.forms.lists import FilterForm, ManyForm, NameFilterForm
from schools.people.presenters import lists
from schools.people.queries import Register, choice_counts, people_list, register_counts
from schools.people.queries.bulk import last_undoable
from schools.people.queries.coverage import coverage
from schools.people.queries.lists import class_names, future_mentors, saved_filters
from schools.people.services.saved_filters import forget_filter, save_filter
from schools.people.views.finding import day_of, first_day, may_change
from schools.people.views.returning import PAGES, tail_of
from tenants import clock
from tenants.access import SchoolRequest, curator_reads, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear

PAGE = 50


class KnownPaginator(Paginator):  # type: ignore[type-arg]  # not a generic at run time
    """Pages of a list whose length may be known already: a query less."""

    def __init__(self, *args: Any, known: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known

    @cached_property
    def count(self) -> int:
        """How many rows there are on all pages."""
        return int(super().count) if self.known is None else self.known


@require_safe
@curator_reads
def mentors(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """The mentors' pool."""
    return _register(request, year, Register.MENTORS)


@require_safe
@curator_reads
def mentees(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """The mentees' pool."""
    return _register(request, year, Register.MENTEES)


def _register(request: SchoolRequest, year: SchoolYear, register: Register) -> HttpResponse:
    on, since, chosen = day_of(year), first_day(year), Filter.read(request.GET.dict())
    counts = choice_counts(on, register, since=since)
    found = people_list(on, register, since=since, chosen=chosen)
    known = counts.everybody if chosen.is_everybody else None
    page = KnownPaginator(found, PAGE, known=known).get_page(request.GET.get("page"))
    over = year < request.place.year
    context = {
        "year": year,
        "register": register,
        "is_mentors": register is Register.MENTORS,
        "may_change": may_change(year),
        "conclusion": lists.past_register_words(register, counts, year)
        if over
        else lists.register_words(register, counts),
        "coverage": None if register is Register.MENTORS or not counts.everybody else coverage(on),
        "tabs": lists.tabs(register_counts(on, since=since), year, lists.ADDRESSES[register]),
        "chips": lists.filters(counts, chosen, by_experience=True),
        "chosen": chosen,
        "narrowed": not chosen.with_choice(Choice.ALL).is_everybody,
        "form": FilterForm(initial=chosen.asked(), classes=class_names(on, register, since=since)),
        "saved": lists.saved(saved_filters(request.user.pk, register.value), chosen, request.user.pk),
        "naming": NameFilterForm(),
        "many": ManyForm(prefix="m"),
        "undoable": last_undoable(request.user.pk) if may_change(year) else None,
        "everybody": counts.everybody,
        "lines": lists.lines(page, register, on),
        "tail": tail_of(register.value, chosen, page.number),
        "page": page,
    }
    return render(request, "people/register.html", context)


@require_POST
@curator_required
def keep_filter(request: SchoolRequest, year: SchoolYear, page: str) -> HttpResponse:
    """Keep the filter of the list under a name."""
    if page not in PAGES:
        raise Http404
    wanted, form = Filter.read(request.POST.dict()), NameFilterForm(request.POST)
    try:
        if form.is_valid():
            save_filter(owner_id=request.user.pk, page=page, wanted=wanted, at=clock.now(), **form.cleaned_data)
            messages.success(request, f"Отбор сохранён: «{form.cleaned_data['name']}».")
        else:
            messages.error(request, "Отбор не сохранён: у него нет названия. Впишите его.")
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{reverse(PAGES[page][0], args=[year])}?{wanted.query}")


@require_POST
@curator_required
def drop_filter(request: SchoolRequest, year: SchoolYear, page: str, filter_id: int) -> HttpResponse:
    """Forget one's own filter."""
    if page not in PAGES or not forget_filter(filter_id, owner_id=request.user.pk):
        raise Http404
    messages.success(request, "Отбор удалён. Люди остались на месте.")
    return redirect(PAGES[page][0], year)


@require_safe
@curator_reads
def future(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """Graduates who may come back as mentors."""
    on = day_of(year)
    page = Paginator(future_mentors(on), PAGE).get_page(request.GET.get("page"))
    context = {
        "year": year,
        "may_change": may_change(year),
        "tabs": lists.tabs(register_counts(on, since=first_day(year)), year, ""),
        "lines": lists.future_lines(page, on),
        "page": page,
    }
    return render(request, "people/future.html", context)
