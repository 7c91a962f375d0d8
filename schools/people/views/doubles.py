"""People who look alike: the list, the question, the two records made one."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schools.people.domain.doubles import find_alike
from schools.people.models import Person
from schools.people.presenters import doubles as shown
from schools.people.queries.imports import known_people, people_of_names, said_apart
from schools.people.services.different import say_different
from schools.people.services.merge_people import choices_of, merge_people
from schools.people.services.relations import collisions, followers
from tenants import clock
from tenants.access import SchoolRequest, curator_reads, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear

PAGE = 50


@require_safe
@curator_reads
def doubles(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """Pairs of records that may be one person, with the reasons."""
    found = find_alike(known_people(), apart=said_apart())
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    people = people_of_names({number for pair in page for number in (pair.one, pair.other)})
    context = {"year": year, "page": page, "total": len(found), "lines": shown.alike_lines(list(page), people)}
    return render(request, "people/doubles.html", context)


def _two(one_id: int, other_id: int) -> tuple[Person, Person]:
    people = people_of_names({one_id, other_id})
    if one_id == other_id or len(people) != 2:  # noqa: PLR2004 -- the two
        raise Http404
    return people[one_id], people[other_id]


@curator_required
@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: SchoolRequest, year: SchoolYear, one_id: int, other_id: int) -> HttpResponse:
    """Side by side: what stays is chosen, what follows and what clashes is told before the press."""
    keep, gone = _two(one_id, other_id)
    refusal: Refusal | None = None
    if request.method == "POST":
        try:
            merge_people(
                one_id,
                other_id,
                from_gone=choices_of(request.POST.dict()),
                today=clock.today(),
                actor_id=request.user.pk,
                at=clock.now(),
            )
        except Refusal as said:
            refusal = said
        else:
            messages.success(request, "Записи объединены: пары, согласия и роли теперь у одной.")
            return redirect("people:person", year, one_id)
    clashes = collisions(one_id, other_id)
    context = {
        "year": year,
        "keep": keep,
        "gone": gone,
        "keep_who": shown.who_of(keep),
        "gone_who": shown.who_of(gone),
        "values": shown.values_to_choose(keep, gone),
        "followers": followers(other_id),
        "consents": shown.consents_told(keep, gone),
        "blocks": [clash.words for clash in clashes if clash.blocks],
        "refusal": refusal,
    }
    return render(request, "people/merge.html", context, status=422 if refusal else 200)


@curator_required
@require_POST
def apart(request: SchoolRequest, year: SchoolYear, one_id: int, other_id: int) -> HttpResponse:
    """Different people: not to be shown again."""
    _two(one_id, other_id)
    say_different(one_id, other_id, actor_id=request.user.pk, at=clock.now())
    messages.success(request, "Запомнили: это разные люди.")
    return redirect("people:doubles", year)
