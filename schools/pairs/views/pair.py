"""The page of one pair."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from schools.pairs.domain.journey import where_now
from schools.pairs.forms import GoalForm, OrderForm
from schools.pairs.models import PairStatus
from schools.pairs.presenters import pair_page as shown
from schools.pairs.presenters.words import state_of
from schools.pairs.services.form_pair import change_goal
from schools.pairs.services.pause_pair import may_leave, resume_pair
from schools.pairs.views.finding import may_change, pair_or_404
from schools.people.queries import people_without_consent
from tenants import clock
from tenants.access import SchoolRequest, curator_required, everyone_of_school
from tenants.domain.errors import Refusal
from tenants.domain.roles import Role
from tenants.domain.school_year import SchoolYear


@require_safe
@everyone_of_school
def pair(request: SchoolRequest, year: SchoolYear, pair_id: int) -> HttpResponse:
    """Who is in it, how far it is, when it met, and what may be done with it now."""
    found, today = pair_or_404(pair_id), clock.today()
    if request.place.mentoring_format not in ("", found.mentoring_format):
        raise Http404
    people = {part.person_id for part in found.members.all()}
    lacking = people_without_consent(people, on=today) if found.ended_on is None else []
    is_curator = request.place.role is Role.CURATOR
    context = {
        "year": year,
        "pair": found,
        "names": found.called(),
        "conclusion": shown.conclusion(found, today),
        "state": state_of(found, found.last_held, today),
        "sides": shown.sides(found, lacking),
        "facts": shown.facts(found),
        "way": shown.way(found.reached or 0),
        "where": where_now(found.reached or 0, found.held),
        "meetings": shown.meeting_lines(
            found.meetings.all(), year, today, is_curator=is_curator, may_open=may_change(request, year)
        ),
        "is_proposed": found.status == PairStatus.PROPOSED,
        "is_working": found.status == PairStatus.WORKING,
        "is_paused": found.status == PairStatus.PAUSED,
        "leaving": [
            part.person.short_name
            for part in found.members.all()
            if found.status == PairStatus.PAUSED and part.person_id in may_leave(found, on=today)
        ],
        "may_change": may_change(request, year),
        "reads_people": is_curator,
        "order_form": OrderForm(today=today, initial={"ordered_on": today}),
        "goal_form": GoalForm(initial={"goal": found.goal}),
    }
    return render(request, "pairs/pair.html", context)


@require_POST
@curator_required
def goal(request: SchoolRequest, year: SchoolYear, pair_id: int) -> HttpResponse:
    """Write down what the pair works on."""
    pair_or_404(pair_id)
    form = GoalForm(request.POST)
    if form.is_valid():
        change_goal(pair_id, form.cleaned_data["goal"], actor_id=request.user.pk, at=clock.now())
        messages.success(request, "Записано, над чем работает пара.")
    else:
        messages.error(request, f"Не записано. {form.errors['goal'][0]}")
    return redirect("pairs:pair", year, pair_id)


@require_POST
@curator_required
def resume(request: SchoolRequest, year: SchoolYear, pair_id: int) -> HttpResponse:
    """Let a paused pair work on; «bez» — without those of the group who lack the consent."""
    found, today = pair_or_404(pair_id), clock.today()
    without = frozenset(may_leave(found, on=today)) if request.POST.get("bez") else frozenset[int]()
    try:
        resume_pair(pair_id, without=without, on=today, actor_id=request.user.pk, at=clock.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Пара работает снова.")
    return redirect("pairs:pair", year, pair_id)
