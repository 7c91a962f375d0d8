"""The bank of programmes."""

from dataclasses import replace
from datetime import date

import pytest

from schools.pairs.domain.refusals import ProgrammeNotSaved
from schools.pairs.models import Programme
from schools.pairs.services.keep_programme import NewProgramme, save_programme
from tenants.journal.queries import latest_events
from tests.factories import school as make

pytestmark = pytest.mark.usefixtures("school")
STEPS = NewProgramme("Первые шаги", "teacher_teacher", date(2025, 9, 1), url="https://shkola.example/p")


def _save(wanted: NewProgramme, programme_id: int | None = None) -> int:
    return save_programme(wanted, programme_id=programme_id, actor_id=1, at=make.AT)


def test_a_programme_is_added_and_mended() -> None:
    made = _save(STEPS)
    assert _save(replace(STEPS, valid_to=date(2026, 5, 31)), made) == made
    row = Programme.objects.get()
    assert (row.title, row.valid_from, row.valid_to) == ("Первые шаги", date(2025, 9, 1), date(2026, 5, 31))


def test_saving_the_same_once_more_changes_nothing() -> None:
    made = _save(STEPS)
    before = len(latest_events(limit=10))
    _save(STEPS, made)
    assert len(latest_events(limit=10)) == before


def test_a_term_does_not_end_before_it_begins() -> None:
    with pytest.raises(ProgrammeNotSaved, match="кончается раньше"):
        _save(replace(STEPS, valid_to=date(2025, 8, 31)))


def test_a_namesake_of_the_same_form_is_refused() -> None:
    _save(STEPS)
    with pytest.raises(ProgrammeNotSaved, match="«первые шаги» такой формы уже есть"):
        _save(replace(STEPS, title="первые шаги"))
    _save(replace(STEPS, mentoring_format="pupil_pupil"))
    assert Programme.objects.count() == 2
