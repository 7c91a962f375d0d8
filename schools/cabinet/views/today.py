"""«Сегодня»: what is to be done by the reader and what happened."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from schools.cabinet import presenters, queries
from schools.cabinet.addresses import Reader
from schools.cabinet.domain import wording
from schools.cabinet.domain.agenda import Agenda, agenda
from schools.cabinet.domain.august import KEY_OF, offered_year
from schools.cabinet.domain.deeds import Entry, Facts
from schools.cabinet.domain.first_steps import Beginning, first_steps
from schools.cabinet.domain.signatures import signatures
from schools.cabinet.queries import Asker, Known
from schools.cabinet.views.later import KEY_OF_STEPS
from tenants import clock
from tenants.access import SchoolRequest, everyone_of_school, school_required
from tenants.domain.roles import Role
from tenants.domain.school_year import SchoolYear
from tenants.journal.queries import latest_events

EVENTS_SHOWN = 6
EVENTS_KEPT = 200
FRESH_DAYS = 7  # so long after the first order the end of the first steps is told


@require_safe
@everyone_of_school
def today(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """The trail of deeds; the number of the reader's own stands in the menu. Another year has no today."""
    if year != request.place.year:
        return redirect("cabinet:today", request.place.year)
    place = request.place
    form = place.mentoring_format if place.role is Role.FORMAT_LEAD else ""
    known = queries.known_today(request.host_school.id, year, clock.today(), Asker(request.user.pk, form))
    page = _PAGES[place.role](request, known, Reader(year, place.role))
    events = latest_events(limit=EVENTS_SHOWN) if place.role is not Role.FORMAT_LEAD else []
    context = {
        "year": year,
        **_heading(request, page["lead"]),
        **page,
        "events": presenters.events(events, known.today, place.time_zone),
    }
    return render(request, "cabinet/today.html", context)


def _of_curator(request: SchoolRequest, known: Known, reader: Reader) -> dict[str, Any]:
    new = queries.beginning(known)
    found = agenda(_facts(request, known, new))
    later = known.names.memory.get(KEY_OF_STEPS, {})
    steps = presenters.steps(first_steps(new, [str(code) for code in later]), reader) if new else []
    _count(request, found)
    lead = wording.lead(found.mine, found.late)
    return {
        "items": presenters.trail(found, reader, leads=not any("action" in one for one in steps)),
        "steps": steps,
        "steps_done": sum(step["code"] == "done" for step in steps),
        "finished": _finished(known, found, reader),
        "nearest": presenters.nearest_words(found, known.year),
        "numbers": presenters.numbers(known, reader),
        "lead": "Шесть шагов до первых пар, минут пятнадцать. Порядок любой." if new else lead,
    }


def _of_principal(request: SchoolRequest, known: Known, reader: Reader) -> dict[str, Any]:
    """What waits for his signature; the curator's deeds are below, to be read only."""
    new = queries.beginning(known)
    facts = _facts(request, known, new)
    own = signatures(facts)
    curators = agenda(replace(facts, entry=Entry()))
    _count(request, own)
    return {
        "is_principal": True,
        "items": presenters.trail(own, reader),
        "curators": presenters.trail(curators, reader, acts=False),
        "curators_lead": wording.lead(curators.mine, curators.late, whom="Куратора"),
        "numbers": presenters.numbers(known, reader),
        "lead": wording.lead_of_principal(own.mine),
    }


def _of_format_lead(request: SchoolRequest, known: Known, reader: Reader) -> dict[str, Any]:
    numbers, names = known.numbers, known.names
    facts = Facts(
        today=known.today,
        silent=names.silent,
        silent_count=numbers["silent"].count,
        proposed=names.proposed,
        proposed_count=numbers["proposed"].count,
        paused=numbers["paused"].count,
        entry=Entry(is_unconfirmed=numbers["unconfirmed"].count > 0),
        appoints=False,
    )
    found = agenda(facts)
    _count(request, found)
    return {
        "items": presenters.trail(found, reader),
        "nearest": "Когда пара вашей формы перестанет встречаться, она появится здесь.",
        "numbers": presenters.numbers(known, reader),
        "lead": wording.lead(found.mine, found.late),
    }


_PAGES = {Role.CURATOR: _of_curator, Role.PRINCIPAL: _of_principal, Role.FORMAT_LEAD: _of_format_lead}


def _facts(request: SchoolRequest, known: Known, new: Beginning | None) -> Facts:
    wanted = offered_year(known.today, has_roadmap=known.plan.exists)
    is_over = wanted is not None and bool(known.names.memory.get(KEY_OF(wanted), {}).get("finished"))
    opens = wanted.title if wanted and new is None and not is_over else ""
    facts = queries.facts_of(known, is_new=new is not None, opens_year=opens)
    if request.place.keeps_the_door:
        return facts
    return replace(facts, entry=replace(facts.entry, invited=0))


def _finished(known: Known, found: Agenda, reader: Reader) -> str:
    """The words at the end of the first steps, a week long."""
    since = known.numbers["ever_worked"].since
    if since is None or (known.today - since).days > FRESH_DAYS:
        return ""
    return presenters.finished_words(known, found, reader.year)


def _count(request: SchoolRequest, found: Agenda) -> None:
    request.todo = found.mine  # type: ignore[attr-defined]  # read by config.context


def _heading(request: SchoolRequest, lead: str) -> dict[str, Any]:
    at = timezone.localtime(clock.now())
    return {
        "day_words": wording.weekday_words(at.date()),
        "greeting": wording.greeting(at),
        "address": request.user.address,
        "lead": lead,
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
