"""Measures of support: begin, end, and who never sees them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from schools.people.domain.refusals import MeasureNotRecorded
from schools.people.models import Support
from schools.people.queries import people_counted_as_supported
from schools.people.services.supports import begin_support, end_support
from tenants.journal.models import Entry
from tests.factories.school import mentee
from tests.schools.rooms import NOW, TODAY

pytestmark = pytest.mark.usefixtures("school")
WHO: dict[str, Any] = {"actor_id": None, "at": NOW}
SEPTEMBER = date(2025, 9, 1)


def test_several_measures_stand_beside_each_other_and_each_ends_by_itself() -> None:
    child = mentee()
    first = begin_support(child, "conditions", since=SEPTEMBER, **WHO)
    begin_support(child, "advanced", since=SEPTEMBER, **WHO)
    assert begin_support(child, "conditions", since=TODAY, **WHO) == first
    end_support(first, on=TODAY, **WHO)
    end_support(first, on=date(2025, 9, 2), **WHO)
    assert dict(Support.objects.values_list("measure", "until")) == {"conditions": TODAY, "advanced": None}


def test_days_that_run_backwards_or_meet_are_refused() -> None:
    child = mentee()
    made = begin_support(child, "conditions", since=TODAY, **WHO)
    with pytest.raises(MeasureNotRecorded, match="раньше её начала"):
        end_support(made, on=SEPTEMBER, **WHO)
    end_support(made, on=TODAY, **WHO)
    with pytest.raises(MeasureNotRecorded, match="уже стояла по"):
        begin_support(child, "conditions", since=TODAY, **WHO)


def test_the_form_counts_a_person_once_and_the_gifted_not_at_all() -> None:
    child, gifted = mentee(), mentee()
    for measure in ("conditions", "expenses"):
        begin_support(child, measure, since=SEPTEMBER, **WHO)
    begin_support(gifted, "advanced", since=SEPTEMBER, **WHO)
    assert [one.pk for one in people_counted_as_supported(TODAY)] == [child]
    assert not people_counted_as_supported(date(2025, 8, 31)).exists()


def test_the_journal_which_others_read_names_no_measure() -> None:
    begin_support(mentee(), "hard_time", since=SEPTEMBER, **WHO)
    said = " ".join(Entry.objects.values_list("text", flat=True))
    assert ("поддержк" in said, "трудн" in said) == (False, False)
