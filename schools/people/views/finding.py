"""What an address names, or «no such page»; on which day a year's page is read."""

from __future__ import annotations

from datetime import date

from django.http import Http404

from schools.people.models import Consent, Person
from schools.people.queries import Choice, consent_of
from schools.people.queries.timeline import person_with_history
from tenants import clock
from tenants.access import SchoolRequest
from tenants.domain.school_year import SchoolYear
from tenants.year_guard import year_is_open

LESSONS_END = date(2000, 5, 31)  # the day and the month of any year


def day_of(year: SchoolYear) -> date:
    """Today; of a year that is over, the day its lessons ended: consents are judged by it, before the summer."""
    today = clock.today()
    return today if today <= year.ends_on else date(year.start_year + 1, LESSONS_END.month, LESSONS_END.day)


def first_day(year: SchoolYear) -> date | None:
    """From which day a list of a year that is over is read: it shows all who stood in it; None shows those of today."""
    return year.starts_on if clock.today() > year.ends_on else None


def may_change(year: SchoolYear) -> bool:
    """A year that is closed is shown, not kept."""
    return year_is_open(year)


def person_of(person_id: int) -> Person:
    """The person with everything that happened to him; Http404 where this school has none such."""
    found = person_with_history(person_id)
    if found is None:
        raise Http404
    return found


def consent_of_person(person_id: int, consent_id: int) -> Consent:
    """A consent of this very person; Http404 otherwise."""
    found = consent_of(person_id, consent_id)
    if found is None:
        raise Http404
    return found


def chosen(request: SchoolRequest) -> Choice:
    """The filter of the address; one that does not exist shows everybody."""
    asked = request.GET.get("otbor", "")
    return Choice(asked) if asked in list(Choice) else Choice.ALL
