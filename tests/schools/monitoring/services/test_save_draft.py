"""Keeping what the curator typed."""

from datetime import date

import pytest

from municipal.indicators.facts import CellState, cell_of, missing
from municipal.submissions.models import Progress
from schools.monitoring.domain.draft import Changes
from schools.monitoring.domain.refusals import FormClosed
from schools.monitoring.models import DraftForm
from schools.monitoring.services.save_draft import save_draft
from tenants.current import school_open
from tests.factories import monitoring as form
from tests.factories.municipal import local, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def october() -> int:
    return opened().id


def test_a_typed_line_is_kept_and_the_municipality_hears_how_far_the_school_is(october: int) -> None:
    with school_open(1):
        after = form.type_in(october, H1=7)
        told = Progress.objects.get()
        assert (form.read(october).facts.cell("H1").value, after.facts.cell("H1").value) == (7, 7)
    assert (told.filled, told.total) == (after.progress.done, after.progress.total)


def test_two_lines_saved_from_two_pages_both_stay(october: int) -> None:
    with school_open(1):
        stale = form.read(october)
        form.type_in(october, H1=7)
        save_draft(stale, Changes({"H2": cell_of(3)}), actor_id=1, at=local(form.TODAY))
        cells = form.read(october).facts.cells
    assert (cells["H1"].value, cells["H2"].value) == (7, 3)


def test_a_line_taken_back_shows_what_is_counted(october: int) -> None:
    with school_open(1):
        form.registers()
        form.type_in(october, G1=cell_of(9, reason="так"))
        form.type_in(october, Changes({"G1": None}))
        cell = form.read(october).facts.cell("G1")
    assert (cell.value, cell.is_overridden) == (2, False)


def test_saving_the_same_twice_changes_nothing(october: int) -> None:
    with school_open(1):
        form.type_in(october, H1=7)
        form.type_in(october, H1=7)
        assert (DraftForm.objects.count(), Progress.objects.count()) == (1, 1)


def test_words_are_kept_and_emptied_words_are_dropped(october: int) -> None:
    with school_open(1):
        form.type_in(october, Changes(explanations={"E10.2": " Ищем наставника "}))
        assert form.read(october).draft.explanations == {"E10.2": "Ищем наставника"}
        form.type_in(october, Changes(explanations={"E10.2": " "}))
        assert form.read(october).draft.explanations == {}


def test_what_the_campaign_gives_cannot_be_typed(october: int) -> None:
    with school_open(1):
        form.type_in(october, A2=cell_of(date(2024, 1, 1)))
        assert form.read(october).facts.cell("A2").value == date(2025, 10, 1)


def test_no_data_is_kept_with_its_reason(october: int) -> None:
    with school_open(1):
        form.type_in(october, H1=missing("Опрос не проводили"))
        cell = form.read(october).facts.cell("H1")
    assert (cell.state, cell.reason) == (CellState.MISSING, "Опрос не проводили")


def test_after_the_closing_day_nothing_is_saved(october: int) -> None:
    with school_open(1):
        with pytest.raises(FormClosed) as refused:
            form.type_in(october, today=date(2026, 1, 15), H1=7)
        assert DraftForm.objects.count() == 0
    assert refused.value.what.startswith("Приём форм «Октябрь 2025» закрыт")
