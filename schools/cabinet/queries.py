"""Everything «Сегодня» needs to know, read from the rooms in a constant number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from municipal.submissions.intake import (
    FormState,
    Verdict,
    Version,
    campaign_for_school,
    campaign_state,
    latest_version,
    own_state,
)
from municipal.submissions.queries.progress import told_progress
from schools.cabinet.domain.deeds import DueActivity, Monitoring, ProposedPair, SilentPair, Stage
from schools.cabinet.domain.first_steps import Beginning
from schools.meetings.queries import Choice, Counts, counts_between
from schools.pairs.domain.silence import Silence, days_silent, silence_of
from schools.pairs.models import PairMember, PairStatus
from schools.pairs.queries import has_pairs, open_pairs, waiting_mentees, with_meetings
from schools.passport.queries import card
from schools.people.queries import Register, choice_counts
from schools.publications.queries import year_results
from schools.roadmap.domain.progress import Due, Share, State, share, standing
from schools.roadmap.models import Activity, Roadmap, RoadmapStatus
from schools.roadmap.queries import roadmaps_of_year
from tenants.domain.school_year import SchoolYear

RESULTS_MONTH, RESULTS_DAY = 5, 31  # ux.md § 5, 16: every school publishes the year's results by the end of May
RESULTS_AHEAD = timedelta(days=30)

_STAGES = {
    FormState.LATE: Stage.LATE,
    FormState.MISSING: Stage.MISSED,
    FormState.RETURNED: Stage.RETURNED,
    FormState.REVIEW: Stage.REVIEW,
    FormState.SOON: Stage.OPEN,
    FormState.FILLING: Stage.OPEN,
    FormState.NOT_STARTED: Stage.OPEN,
    FormState.ACCEPTED: Stage.OVER,
    FormState.EXEMPT: Stage.OVER,
}


def monitoring_now(school_id: int, year: SchoolYear, today: date) -> Monitoring | None:
    """The monitoring the school's day speaks of; None where there is none. At most seven queries.

    How much is filled in is what the last saving of the form told: counting the form anew takes longer than the page.
    """
    campaign = campaign_for_school(school_id, year, today)
    if campaign is None:
        return None
    if not campaign.is_open or campaign.opens_on > today:
        return Monitoring(campaign.title, Stage.AHEAD, campaign.opens_on, campaign.due_on, campaign.closes_on)
    place = campaign_state(campaign, school_id, today)
    latest, told = latest_version(campaign.id, school_id), told_progress(campaign.id, school_id)
    state = own_state(place, latest=latest, filled=told[0] if told else None)
    review = latest.review if latest else None
    return Monitoring(
        title=campaign.title,
        stage=_STAGES[state],
        opens_on=campaign.opens_on,
        due_on=place.dates.due_on,
        closes_on=place.dates.closes_on,
        filled=told[0] if told else None,
        total=told[1] if told else None,
        answer_by=review.answer_by if review else None,
        remarks=_remarks(latest),
        handed_in_on=campaign.day_of(latest.submission.submitted_at) if latest else None,
    )


def _remarks(latest: Version | None) -> int:
    returned = latest is not None and latest.review is not None and latest.review.verdict is Verdict.RETURNED
    return len(latest.review.remarks) if returned and latest and latest.review else 0


@dataclass(frozen=True, slots=True)
class Pairs:
    """The school's pairs as they stand today."""

    working: int
    silent: tuple[SilentPair, ...]
    proposed: tuple[ProposedPair, ...]
    mentees: frozenset[int]  # with a working pair
    promised: frozenset[int]  # with a proposed one


def pairs_now(today: date) -> Pairs:
    """Two queries."""
    known: Sequence[Any] = list(with_meetings(open_pairs(), today))
    working = [pair for pair in known if pair.status == PairStatus.WORKING]
    proposed = [pair for pair in known if pair.status == PairStatus.PROPOSED]
    return Pairs(
        working=len(working),
        silent=tuple(one for pair in working if (one := _silent(pair, today)) is not None),
        proposed=tuple(ProposedPair(pair.pk, pair.called(with_class=False), pair.proposed_on) for pair in proposed),
        mentees=_mentees(working),
        promised=_mentees(proposed),
    )


def _silent(pair: Any, today: date) -> SilentPair | None:
    days = days_silent(last_held=pair.last_held, started_on=pair.started_on, on=today)
    if silence_of(days) is Silence.NONE:
        return None
    return SilentPair(pair.pk, pair.called(with_class=False), days)


def _mentees(pairs: Sequence[Any]) -> frozenset[int]:
    return frozenset(part.person_id for pair in pairs for part in pair.members.all() if part.role == PairMember.MENTEE)


@dataclass(frozen=True, slots=True)
class Plan:
    """The roadmaps of the year together: whether there is one, whether it is approved, how far it is."""

    exists: bool
    unapproved: bool
    waiting: tuple[DueActivity, ...]
    share: Share


def plan_now(year: SchoolYear, today: date) -> Plan:
    """Three queries, whatever the number of roadmaps."""
    roadmaps = {one.pk: one for one in roadmaps_of_year(year.starts_on, year.ends_on)}
    rows = Activity.objects.filter(stage__roadmap_id__in=list(roadmaps), is_heading=False).select_related("stage")
    activities = list(rows.prefetch_related("occurrences").order_by("stage__position", "position"))
    standings = [(one, _standing(one, roadmaps[one.stage.roadmap_id], today)) for one in activities]
    waiting = [
        DueActivity(one.pk, one.number, one.text, found.due_on)
        for one, found in standings
        if found.due_on is not None and found.state not in {State.DONE, State.DONE_LATE}
    ]
    return Plan(
        exists=bool(roadmaps),
        unapproved=bool(roadmaps) and all(one.status == RoadmapStatus.DRAFT for one in roadmaps.values()),
        waiting=tuple(waiting),
        share=share([found.state for _, found in standings]),
    )


def _standing(one: Activity, roadmap: Roadmap, today: date) -> Any:
    dues = [Due(due.due_on, due.done_on) for due in one.occurrences.all()]
    return standing(dues, starts_on=roadmap.period_from, today=today)


@dataclass(frozen=True, slots=True)
class People:
    """The registers of people today."""

    everybody: int
    without_consent: int
    waiting: int


def people_now(today: date) -> People:
    """Two queries."""
    both = choice_counts(today, Register.BOTH)
    return People(both.everybody, both.without_consent, len(waiting_mentees(today)))


@dataclass(frozen=True, slots=True)
class Meetings:
    """Meetings of this month, and those of the year whose day has passed without a record."""

    month: Counts
    unmarked: int


def meetings_now(year: SchoolYear, today: date) -> Meetings:
    """Two queries."""
    month = counts_between(today.replace(day=1), today, today=today)
    return Meetings(month, counts_between(year.starts_on, today, today=today)[Choice.UNMARKED])


def results_due(year: SchoolYear, today: date) -> date | None:
    """The day by which the year's results must be published, while they are not; asked about in its last month."""
    due_on = date(year.start_year + 1, RESULTS_MONTH, RESULTS_DAY)
    if today < due_on - RESULTS_AHEAD or year_results(due_on - RESULTS_AHEAD, year.ends_on) is not None:
        return None
    return due_on


def beginning(plan: Plan, people: People, today: date) -> Beginning | None:
    """What a school has that has never formed a pair; None for any other. At most four queries."""
    if has_pairs():
        return None
    return Beginning(
        has_card=card() is not None,
        has_roadmap=plan.exists,
        mentors=choice_counts(today, Register.MENTORS).everybody,
        mentees=choice_counts(today, Register.MENTEES).everybody,
        without_consent=people.without_consent,
    )
