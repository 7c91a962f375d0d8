"""A withdrawal outlives a merge whichever record held it."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from schools.people.domain.merging import Paper, Stay, both_texts, joined, past_of_both, withdrawals

D = date(2025, 9, 1)
_day = st.integers(0, 60).map(lambda number: D + timedelta(days=number))


@st.composite
def _papers(draw: st.DrawFn) -> tuple[list[Paper], list[Paper]]:
    def paper(number: int) -> Paper:
        given_on = draw(_day)
        withdrawn = draw(st.one_of(st.none(), st.integers(0, 30).map(lambda more: given_on + timedelta(days=more))))
        return Paper(number, draw(st.sampled_from(["processing", "photo"])), given_on, withdrawn)

    papers = [paper(number) for number in range(draw(st.integers(0, 6)))]
    cut = draw(st.integers(0, len(papers)))
    return papers[:cut], papers[cut:]


@given(_papers())
def test_after_the_merge_no_paper_stands_that_was_given_before_a_withdrawal(
    sides: tuple[list[Paper], list[Paper]],
) -> None:
    one, other = sides
    ended = withdrawals(one, other)
    for mine, its in ((one, other), (other, one)):
        for paper in mine:
            over = min(filter(None, (paper.withdrawn_on, ended.get(paper.id))), default=None)
            for said in its:
                if said.purpose == paper.purpose and said.withdrawn_on and paper.given_on <= said.withdrawn_on:
                    assert over is not None
                    assert over <= said.withdrawn_on


@given(_papers())
def test_a_withdrawal_never_moves_to_a_later_day(sides: tuple[list[Paper], list[Paper]]) -> None:
    one, other = sides
    ended = withdrawals(one, other)
    known = {paper.id: paper for paper in (*one, *other)}
    assert all(known[number].withdrawn_on is None or day < known[number].withdrawn_on for number, day in ended.items())  # type: ignore[operator]  # None is looked at first


def test_a_consent_given_after_the_withdrawal_is_a_new_one_and_stands() -> None:
    old = Paper(1, "processing", D, D + timedelta(days=10))
    new = Paper(2, "processing", D + timedelta(days=11), None)
    assert withdrawals([old], [new]) == {}


def test_times_of_a_role_that_meet_become_one() -> None:
    year = timedelta(days=365)
    assert joined([Stay(D, D + year), Stay(D + year / 2, None)]) == [Stay(D, None)]
    assert joined([Stay(D + 2 * year, None), Stay(D, D + year)]) == [Stay(D, D + year), Stay(D + 2 * year, None)]


def test_words_and_the_past_of_both_are_kept_once() -> None:
    assert both_texts("физика", "Физика", 500) == "физика"
    assert both_texts("физика", "химия", 500) == "физика; химия"
    was = {"until": "2025-08-31", "kind": "pupil", "class_name": "6 «Б»"}
    assert past_of_both([was], [dict(was)]) == [was]
