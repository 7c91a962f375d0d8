"""«Сегодня»: what is to be done and what happened."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from schools.cabinet import presenters, queries
from schools.cabinet.domain.agenda import Agenda, agenda
from schools.cabinet.domain.deeds import Facts
from schools.cabinet.domain.first_steps import first_steps
from schools.cabinet.domain.wording import greeting, lead, weekday_words
from tenants import clock
from tenants.access import SchoolRequest, school_required
from tenants.domain.roles import Role
from tenants.domain.school_year import SchoolYear
from tenants.journal.queries import latest_events

EVENTS_SHOWN = 6
EVENTS_KEPT = 200


@require_safe
@school_required
def today(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """The trail of deeds; the number of the curator's own stands in the menu. Another year has no today."""
    if year != request.place.year:
        return redirect("cabinet:today", request.place.year)
    day, reads_only = clock.today(), request.place.role is not Role.CURATOR
    pairs, people = queries.pairs_now(day), queries.people_now(day)
    plan, meetings = queries.plan_now(year, day), queries.meetings_now(year, day)
    new = None if pairs.working or pairs.proposed else queries.beginning(plan, people, day)
    facts = Facts(
        today=day,
        year_title=year.title,
        monitoring=queries.monitoring_now(request.host_school.id, year, day),
        has_roadmap=plan.exists or new is not None,
        roadmap_unapproved=plan.unapproved,
        activities=plan.waiting,
        silent=pairs.silent,
        proposed=pairs.proposed,
        waiting=people.waiting if new is None else 0,
        people=people.everybody,
        without_consent=people.without_consent if new is None else 0,
        unmarked_meetings=meetings.unmarked,
        year_results_due=queries.results_due(year, day) if new is None else None,
    )
    found = agenda(facts)
    steps = presenters.steps(first_steps(new), year) if new and not reads_only else []
    request.todo = 0 if reads_only else found.mine  # type: ignore[attr-defined]  # read by config.context
    context = {
        **_heading(request, found, reads_only=reads_only, is_new=new is not None),
        "year": year,
        "items": presenters.trail(found, year, reads_only=reads_only, leads=not steps),
        "steps": steps,
        "steps_done": sum(step["code"] == "done" for step in steps),
        "nearest": presenters.nearest_words(found, year),
        "numbers": presenters.numbers(pairs, people, meetings, plan, year=year, today=day, reads_only=reads_only),
        "events": presenters.events(latest_events(limit=EVENTS_SHOWN), day, request.place.time_zone),
    }
    return render(request, "cabinet/today.html", context)


def _heading(request: SchoolRequest, found: Agenda, *, reads_only: bool, is_new: bool) -> dict[str, Any]:
    at = timezone.localtime(clock.now())
    said = lead(found.mine, found.late, reads_only=reads_only)
    if is_new and not reads_only:
        said = "Пять шагов до первых пар, минут пятнадцать. Порядок любой."
    return {
        "day_words": weekday_words(at.date()),
        "greeting": greeting(at),
        "address": request.user.address,
        "lead": said,
    }


@require_safe
@school_required
def journal(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """What happened, the latest first. It is one for all years and stands in the present one."""
    if year != request.place.year:
        return redirect("cabinet:journal", request.place.year)
    found = latest_events(limit=EVENTS_KEPT)
    days = presenters.events_by_day(found, request.place.time_zone)
    return render(request, "cabinet/journal.html", {"year": year, "days": days, "is_cut": len(found) == EVENTS_KEPT})
