"""The board of a campaign: every expected school with its state, in a constant number of queries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from municipal.campaigns.queries import CampaignInfo
from municipal.indicators.editions import load_edition
from municipal.indicators.facts import OrganisationKind
from municipal.submissions.domain.states import FormState, Standing, Verdict, state_of, state_words
from municipal.submissions.queries.board_rows import BoardRows, Latest, read_board
from municipal.submissions.queries.versions import RemarkInfo
from tenants.domain.russian import sort_key


@dataclass(frozen=True, slots=True)
class ContactInfo:
    """Whom to call in a school: the official contact of its curator."""

    name: str
    position: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class SchoolState:
    """One expected school of a campaign on a day.

    ``filled`` of ``total`` required lines are answered; ``filled`` is None where the school has not opened the form.
    What concerns a handed-in version is None or empty until there is one. ``is_late`` already knows of extensions.
    """

    school_id: int
    short_name: str
    local_code: str
    kind: OrganisationKind
    state: FormState
    words: str
    due_on: date
    extended_until: date | None
    exempt_reason: str
    filled: int | None
    total: int
    told_at: datetime | None
    submission_id: int | None
    version: int
    submitted_at: datetime | None
    is_late: bool
    explanations: int
    verdict: Verdict | None
    reviewed_at: datetime | None
    answer_by: date | None
    remarks: tuple[RemarkInfo, ...]
    returned_times: int
    contact: ContactInfo | None
    reminded_on: date | None

    @property
    def sign(self) -> str:
        """Which of the product's nine states it is drawn as."""
        return self.state.sign


def board(campaign: CampaignInfo, *, today: date) -> list[SchoolState]:
    """Expected schools, those that ask for attention first, then by name; empty before the opening. Eight queries."""
    rows = read_board(campaign.id)
    order = list(FormState)
    states = [_school_state(campaign, rows, school_id, today) for school_id in rows.expected]
    return sorted(states, key=lambda one: (order.index(one.state), sort_key(one.short_name)))


def counts_by_state(states: Sequence[SchoolState]) -> dict[FormState, int]:
    """How many schools stand in each state that occurs, in the order of attention."""
    counted = Counter(one.state for one in states)
    return {state: counted[state] for state in FormState if counted[state]}


def _school_state(campaign: CampaignInfo, rows: BoardRows, school_id: int, today: date) -> SchoolState:
    expected, latest = rows.expected[school_id], rows.latest.get(school_id)
    told, kind = rows.progress.get(school_id), OrganisationKind(expected.school_kind)
    extended_until = rows.extensions.get(school_id)
    dates = campaign.dates(extended_until)
    standing = Standing(
        dates=dates,
        is_exempt=bool(expected.exempt_reason),
        handed_in=latest is not None,
        verdict=latest.verdict if latest else None,
        filled=told.filled if told else None,
    )
    state, total = state_of(standing, today), required_lines(campaign, kind)
    known = latest or _NOTHING
    return SchoolState(
        school_id=school_id,
        short_name=expected.school.short_name,
        local_code=expected.school.local_code,
        kind=kind,
        state=state,
        words=state_words(state, dates, today, answer_by=known.answer_by),
        due_on=dates.due_on,
        extended_until=extended_until,
        exempt_reason=expected.exempt_reason,
        filled=total if latest else standing.filled,
        total=total,
        told_at=told.told_at if told else None,
        submission_id=known.id or None,
        version=known.version,
        submitted_at=known.submitted_at,
        is_late=known.is_late,
        explanations=known.explanations,
        verdict=known.verdict,
        reviewed_at=known.reviewed_at,
        answer_by=known.answer_by,
        remarks=tuple(RemarkInfo(*remark) for remark in rows.remarks.get(school_id, ())),
        returned_times=rows.returned.get(school_id, 0),
        contact=ContactInfo(*rows.contacts[school_id]) if school_id in rows.contacts else None,
        reminded_on=rows.reminded.get(school_id),
    )


_NOTHING = Latest(0, 0, None, is_late=False, explanations=0, verdict=None, reviewed_at=None, answer_by=None)


def required_lines(campaign: CampaignInfo, kind: OrganisationKind) -> int:
    """How many lines this kind of organisation must answer in the campaign."""
    return sum(line.required for line in load_edition(campaign.edition).fields_for(campaign.season, kind))
