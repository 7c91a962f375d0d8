"""Handing the form in."""

from datetime import date

import pytest

from municipal.indicators.facts import DocumentValue, ShareValue, cell_of, missing
from municipal.submissions.intake import AlreadyAccepted, CampaignClosed, latest_version, own_versions
from municipal.submissions.services.return_submission import return_submission
from municipal.submissions.services.take_submission import take_submission
from schools.monitoring.domain.draft import Changes
from schools.monitoring.domain.refusals import FormNotReady, NamesInTexts, NoSuchForm
from schools.monitoring.models import HandedIn
from tenants.current import municipality_open, school_open
from tenants.domain.school_year import SchoolYear, Season, SeasonOfYear
from tenants.journal.models import Entry
from tests.factories import monitoring as form
from tests.factories import school as make
from tests.factories.municipal import local, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def october() -> int:
    """An opened campaign and a form that is ready."""
    campaign = opened().id
    with school_open(1):
        form.ready(campaign)
    return campaign


def _return(campaign: int, field: str = "E1") -> int:
    """The methodist asks about a line; gives the id of the question."""
    with school_open(1):
        version = latest_version(campaign, 1)
    assert version is not None
    with municipality_open(1):
        return_submission(
            submission_id=version.submission.id,
            remarks={field: "Почему столько?"},
            answer_by=date(2025, 10, 29),
            reviewed_by="методист, Белов Б. С.",
            at=local(date(2025, 10, 20)),
            actor_id=None,
        )
    with school_open(1):
        returned = latest_version(campaign, 1)
    assert returned is not None and returned.review is not None
    return returned.review.remarks[0].id


def test_the_button_freezes_what_the_school_counted(october: int) -> None:
    with school_open(1):
        receipt = form.hand_in(october)
        version = latest_version(october, 1)
        assert version is not None
        facts = version.submission.facts
        kept = HandedIn.objects.get()
        journal = Entry.objects.filter(act="form_submitted").count()
    assert (receipt.version, receipt.digest) == (1, version.submission.digest)
    assert (kept.version, kept.digest, kept.submitted_at) == (1, receipt.digest, receipt.submitted_at)
    assert {code: facts.cells[code].value for code in ("E1", "E6", "G1", "F1", "H5")} == {
        "E1": 3,
        "E6": 3,
        "G1": 2,
        "F1": 240,
        "H5": 14,
    }
    assert (facts.cells["A5"].value, facts.submitted_by) == (form.CURATOR, form.CURATOR)
    assert len(facts.publications) == 1
    assert journal == 1


def test_two_presses_give_one_version_and_one_receipt(october: int) -> None:
    with school_open(1):
        first = form.hand_in(october)
        second = form.hand_in(october, at=local(form.TODAY, 12, 1))
        assert (second, HandedIn.objects.count(), len(own_versions(october, 1))) == (first, 1, 1)


def test_figures_are_counted_anew_at_the_press(october: int) -> None:
    with school_open(1):
        make.working_pair()
        form.hand_in(october)
        version = latest_version(october, 1)
    assert version is not None
    assert version.submission.facts.cells["E1"].value == 4


def test_a_form_that_is_not_ready_names_every_line_at_once() -> None:
    campaign = opened().id
    with school_open(1):
        form.registers()
        form.type_in(campaign, H1=50)
        with pytest.raises(FormNotReady) as refused:
            form.hand_in(campaign)
        assert HandedIn.objects.count() == 0
    assert refused.value.what == "Форма не сдана: поправьте 4\u00a0строки (H1, H2, H5, I2)."
    assert [one.code for one in refused.value.problems] == ["H1.1", "H2.empty", "H5.empty", "I2.empty"]


def test_an_overridden_figure_needs_a_reason(october: int) -> None:
    with school_open(1):
        form.type_in(october, G1=5)
        with pytest.raises(FormNotReady) as refused:
            form.hand_in(october)
        assert [one.code for one in refused.value.problems] == ["G1.override"]
        form.type_in(october, G1=cell_of(5, reason="Три встречи не успели записать"))
        assert form.hand_in(october).version == 1
        cell = form.read(october).facts.cell("G1")
    assert (cell.value, cell.computed, cell.reason) == (5, 2, "Три встречи не успели записать")


def test_words_for_checks_that_stay_silent_do_not_travel(october: int) -> None:
    with school_open(1):
        form.type_in(october, Changes(explanations={"G3.1": "старое", "E10.2": "тоже"}))
        form.hand_in(october)
        version = latest_version(october, 1)
    assert version is not None
    assert version.submission.facts.explanations == {}


def test_a_surname_in_a_text_keeps_the_form_in_the_school(october: int) -> None:
    with school_open(1):
        make.mentor(last_name="Тишина")
        form.type_in(october, I4=cell_of("Нужна помощь, Тишина не справляется"))
        with pytest.raises(NamesInTexts) as refused:
            form.hand_in(october)
        assert latest_version(october, 1) is None
    assert refused.value.what == "Форма не сдана: в тексте есть фамилия, «Тишина» в строке I4."


def test_a_returned_form_is_corrected_answered_and_becomes_the_second_version(october: int) -> None:
    with school_open(1):
        form.hand_in(october)
    question = _return(october)
    with school_open(1):
        returned = form.read(october, today=date(2025, 10, 21))
        assert (returned.remark_lines, returned.is_open("E1"), returned.is_open("H5")) == (["E1"], True, False)
        make.working_pair()
        form.type_in(october, Changes(answers={str(question): "Одну пару закрепили позже"}), today=date(2025, 10, 21))
        receipt = form.hand_in(october, at=local(date(2025, 10, 21)))
        first, second = reversed(own_versions(october, 1))
    assert (receipt.version, second.submission.answers) == (2, {str(question): "Одну пару закрепили позже"})
    assert (first.submission.facts.cells["E1"].value, second.submission.facts.cells["E1"].value) == (3, 4)


def test_the_same_numbers_with_an_answer_are_a_new_version_after_a_return(october: int) -> None:
    with school_open(1):
        form.hand_in(october)
    _return(october)
    with school_open(1):
        assert form.hand_in(october, at=local(date(2025, 10, 21))).version == 2


def test_an_accepted_form_is_closed(october: int) -> None:
    with school_open(1):
        form.hand_in(october)
        version = latest_version(october, 1)
    assert version is not None
    with municipality_open(1):
        take_submission(
            submission_id=version.submission.id,
            reviewed_by="методист, Белов Б. С.",
            at=local(date(2025, 10, 16)),
            actor_id=None,
        )
    with school_open(1):
        make.working_pair()
        with pytest.raises(AlreadyAccepted):
            form.hand_in(october, at=local(date(2025, 10, 17)))


def test_after_the_closing_day_the_form_is_refused_and_the_day_itself_is_not(october: int) -> None:
    with school_open(1):
        closes = form.read(october).place.dates.closes_on
        with pytest.raises(CampaignClosed):
            form.hand_in(october, at=local(date(2025, 12, 31)))
        assert form.hand_in(october, at=local(closes, 23, 59)).is_late


def test_a_campaign_of_another_municipality_is_no_form_of_ours(october: int) -> None:
    with school_open(4), pytest.raises(NoSuchForm):
        form.hand_in(october)


def test_no_data_with_a_reason_is_an_answer(october: int) -> None:
    with school_open(1):
        form.type_in(october, H1=missing("Опрос не проводили"))
        assert form.hand_in(october).version == 1


def test_a_may_form_is_compared_with_october_and_handed_in_with_its_shares(october: int) -> None:
    with school_open(1):
        form.hand_in(october)
    may = opened(SeasonOfYear(SchoolYear(2025), Season.MAY))
    day = date(2026, 5, 22)
    with school_open(1):
        for _ in range(5):
            make.working_pair(ordered_on=date(2025, 11, 1), order="77")
        few = missing("Мало ответов")
        form.type_in(
            may.id,
            today=day,
            H1=6,
            H2=6,
            H3=cell_of(ShareValue(5, 8)),
            H4=cell_of(ShareValue(6, 8)),
            H5=15,
            H6=few,
            H7=few,
            I1=1,
            I2=2,
        )
        read = form.read(may.id, today=day)
        receipt = form.hand_in(may.id, at=local(day))
        version = latest_version(may.id, 1)
    assert {one.code for one in read.problems} >= {"E1.compare"}
    assert (receipt.version, read.blocking) == (1, ())
    assert version is not None
    cells = version.submission.facts.cells
    assert (cells["E1"].value, cells["H3"].value, cells["H6"].reason) == (8, ShareValue(5, 8), "Мало ответов")


def test_a_past_season_is_handed_in_at_its_own_moment() -> None:
    past = opened(SeasonOfYear(SchoolYear(2022), Season.OCTOBER))
    with school_open(1):
        for code in ("A3", "A4", "B1", "B2", "B3", "B4", "B5", "B6", "B7"):
            form.type_in(past.id, today=date(2022, 10, 10), **{code: cell_of(DocumentValue(present=False))})
        blank = {line.code for line in form.read(past.id, today=date(2022, 10, 10)).ask.lines if line.required}
        answered = {
            code: missing("Учёт тогда не вели") for code in blank - {"A1", "A2"} if code[0] not in "AB" or code > "B7"
        }
        form.type_in(past.id, today=date(2022, 10, 10), **answered)
        receipt = form.hand_in(past.id, at=local(date(2022, 10, 12)))
    assert (receipt.version, receipt.submitted_at, receipt.is_late) == (1, local(date(2022, 10, 12)), False)
