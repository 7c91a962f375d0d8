"""The yearly reminder counts the same people as the page of erasure."""

from __future__ import annotations

from datetime import date

import pytest

from schools.cabinet.queries.counts import Asker, counts_now
from schools.consents.queries import due_for_erasure
from schools.people.models import Person
from tenants.current import school_open
from tenants.domain.school_year import SchoolYear
from tests.factories import school as make

AUGUST = date(2029, 8, 20)


@pytest.mark.parametrize(("on", "asks"), [(AUGUST, True), (date(2029, 7, 20), False)])
def test_the_reminder_speaks_in_its_month_of_whom_the_page_lists(db: None, on: date, asks: bool) -> None:
    with school_open(1):
        pair = make.completed(make.working_pair(), date(2026, 5, 20))
        people = list(Person.objects.filter(parts__pair_id=pair).values_list("pk", flat=True))
        alone, lately = make.person(), make.person()
        Person.objects.filter(pk__in=[*people, alone]).update(archived_on=date(2026, 6, 1))
        Person.objects.filter(pk=lately).update(archived_on=date(2029, 6, 1))
        listed = {due.person.pk for due in due_for_erasure(on)}
        counted = counts_now(SchoolYear.of(on), on, Asker(1))["to_erase"].count
    assert listed == {*people, alone}
    assert counted == (len(listed) if asks else 0)
