"""Who is named on a page: the list, one more person, a name taken off."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from schools.people.models import Person
from schools.publications.models import Mention
from schools.publications.queries import publication
from schools.publications.services.mentions import name_person, take_down
from tenants import clock
from tenants.access import SchoolRequest, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.russian import date_words, sort_key
from tenants.domain.school_year import SchoolYear

FOUND, LONGEST_SEARCH = 20, 100


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def named(request: SchoolRequest, year: SchoolYear, publication_id: int) -> HttpResponse:
    """People named or shown on the page; a search adds another."""
    row = publication(publication_id)
    if row is None:
        raise Http404
    typed = request.POST.get("kto", "")
    if request.method == "POST":
        if not (typed.isascii() and typed.isdigit()) or not Person.objects.filter(pk=int(typed[:18])).exists():
            raise Http404
        try:
            name_person(row.pk, int(typed), today=clock.today(), actor_id=request.user.pk, at=clock.now())
        except Refusal as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, "Отмечено, кто назван на странице.")
        return redirect("publications:people", year, row.pk)
    search = request.GET.get("q", "")[:LONGEST_SEARCH].replace("\x00", "").strip()
    context = {"year": year, "row": row, "search": search, "found": _found(search), "lines": _lines(row.pk)}
    return render(request, "publications/people.html", context)


@require_POST
@curator_required
def removed(request: SchoolRequest, year: SchoolYear, publication_id: int, mention_id: int) -> HttpResponse:
    """The name is off the page."""
    if not Mention.objects.filter(pk=mention_id, publication_id=publication_id).exists():
        raise Http404
    take_down(mention_id, on=clock.today(), actor_id=request.user.pk, at=clock.now())
    messages.success(request, "Отмечено: имя убрано со страницы.")
    return redirect("publications:people", year, publication_id)


def _found(search: str) -> list[Person]:
    if not search:
        return []
    people = Person.objects.filter(archived_on=None)
    for word in sort_key(search).split():
        people = people.filter(sorting__contains=word)
    return list(people[:FOUND])


def _lines(publication_id: int) -> list[dict[str, object]]:
    mentions = Mention.objects.filter(publication_id=publication_id).select_related("person")
    today = clock.today()
    return [
        {"id": one.pk, "person_id": one.person_id, "name": one.person.full_name, "open": one.taken_down_on is None}
        | _state(one, late=one.takedown_due_on is not None and one.takedown_due_on < today)
        for one in mentions.order_by("person__sorting")
    ]


def _state(one: Mention, *, late: bool) -> dict[str, str]:
    if one.taken_down_on is not None:
        return {"code": "done", "words": f"Имя убрано {date_words(one.taken_down_on)}"}
    if one.takedown_due_on is not None:
        return {"code": "late" if late else "soon", "words": f"Убрать имя до {date_words(one.takedown_due_on)}"}
    return {"code": "done", "words": "Согласие есть"}
