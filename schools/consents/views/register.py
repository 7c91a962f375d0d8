"""The register of consents: who lacks which, many at once."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from schools.consents.presenters import register as shown
from schools.consents.queries import expiring, takedowns, with_papers
from schools.consents.views.finding import chosen_people
from schools.people.forms.consents import KEPT, ManyConsentsForm
from schools.people.presenters import lists
from schools.people.queries import Register, choice_counts, participants, register_counts
from schools.people.services.record_consent import record_consents
from schools.people.views.finding import day_of, first_day, may_change
from tenants import clock
from tenants.access import SchoolRequest, curator_reads
from tenants.domain.errors import Refusal
from tenants.domain.russian import counted, sort_key
from tenants.domain.school_year import SchoolYear
from tenants.form_fields import typed_in

PAGE = 50
LACKING, SOON = "bez-soglasiya", "skoro"
LONGEST_SEARCH = 100


@require_http_methods(["GET", "HEAD", "POST"])
@curator_reads
def consent_list(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """States of all consents; whoever is marked may be written down, printed for or sent a link together."""
    form = ManyConsentsForm(
        typed_in(request), initial={"purpose": "processing", "given_on": clock.today(), "kept_as": KEPT}
    )
    marked = chosen_people(request)
    if request.method == "POST" and not marked:
        form.add_error(None, "Никто не отмечен. Отметьте в списке тех, чьи согласия получены.")
    if request.method == "POST" and form.is_valid():
        try:
            number = record_consents(
                marked, **form.cleaned_data, today=clock.today(), actor_id=request.user.pk, at=clock.now()
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Записаны согласия: {counted(number, 'человек', 'человека', 'человек')}.")
            return redirect("consents:list", year)
    return _page(request, year, form, marked)


def _page(request: SchoolRequest, year: SchoolYear, form: ManyConsentsForm, marked: list[int]) -> HttpResponse:
    on, since = day_of(year), first_day(year)
    choice = LACKING if form.is_bound else request.GET.get("otbor", "")
    search = request.GET.get("q", "")[:LONGEST_SEARCH].replace("\x00", "").strip()
    counts, soon = choice_counts(on, Register.BOTH, since=since), expiring(on)
    people = participants(on, Register.BOTH, since=since).select_related("partner")
    if choice == LACKING:
        people = people.filter(consented=False)
    elif choice == SOON:
        people = people.filter(pk__in=soon.values("pk"))
    for word in sort_key(search).split():
        people = people.filter(sorting__contains=word)
    page, number_soon = Paginator(with_papers(people), PAGE).get_page(request.GET.get("page")), soon.count()
    over = year < request.place.year
    context = {
        "year": year,
        "may_change": may_change(year),
        "conclusion": lists.past_consents_words(counts, year)
        if over
        else shown.conclusion(counts.everybody, counts.without_consent, number_soon),
        "tabs": lists.tabs(register_counts(on, since=since), year, "consents:list"),
        "chips": _chips(counts.everybody, counts.without_consent, number_soon, choice),
        "takedowns": [] if over else (mentions := takedowns(on)),
        "takedown_words": "" if over else shown.takedown_words(mentions, on),
        "everybody": counts.everybody,
        "titles": list(shown.TITLES.values()),
        "rows": shown.rows(page, on),
        "page": page,
        "form": form,
        "marked": marked,
        "search": search,
        "choice": choice,
    }
    return render(request, "consents/list.html", context, status=422 if form.errors else 200)


def _chips(everybody: int, lacking: int, soon: int, choice: str) -> list[lists.Chip]:
    found = [
        lists.Chip("?", "Все", everybody, choice not in {LACKING, SOON}),
        lists.Chip(f"?otbor={LACKING}", "Без согласия", lacking, choice == LACKING),
    ]
    if soon or choice == SOON:
        found.append(lists.Chip(f"?otbor={SOON}", "Скоро истекут", soon, choice == SOON))
    return found
