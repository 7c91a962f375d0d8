"""The two pools as lists."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from schools.people.presenters import lists
from schools.people.queries import Register, choice_counts, people_list, register_counts
from schools.people.views.finding import chosen, day_of, first_day, may_change
from tenants.access import SchoolRequest, curator_reads
from tenants.domain.school_year import SchoolYear

PAGE = 50
LONGEST_SEARCH = 100


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
    on, since, choice = day_of(year), first_day(year), chosen(request)
    search = request.GET.get("q", "")[:LONGEST_SEARCH].replace("\x00", "").strip()
    counts = choice_counts(on, register, since=since)
    page = Paginator(people_list(on, register, choice=choice, search=search, since=since), PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "year": year,
        "register": register,
        "is_mentors": register is Register.MENTORS,
        "may_change": may_change(year),
        "conclusion": lists.past_register_words(register, counts, year)
        if year < request.place.year
        else lists.register_words(register, counts),
        "tabs": lists.tabs(register_counts(on, since=since), year, lists.ADDRESSES[register]),
        "chips": lists.filters(counts, choice, search, by_experience=True),
        "choice": choice,
        "search": search,
        "everybody": counts.everybody,
        "lines": lists.lines(page, register, on),
        "page": page,
    }
    return render(request, "people/register.html", context)
