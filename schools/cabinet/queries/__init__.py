"""Everything «Сегодня» needs to know, read from the rooms in a constant number of queries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from schools.cabinet.domain.deeds import Consents, Entry, Facts, Monitoring
from schools.cabinet.domain.first_steps import Beginning
from schools.cabinet.queries.counts import Asker, Number, counts_now
from schools.cabinet.queries.monitoring import monitoring_now
from schools.cabinet.queries.named import Names, names_now
from schools.cabinet.queries.plan import Plan, plan_now
from tenants.domain.school_year import SchoolYear

__all__ = ["Asker", "Known", "Number", "Plan", "beginning", "facts_of", "known_today", "results_due"]

RESULTS_MONTH, RESULTS_DAY, RESULTS_AHEAD = 5, 31, 30  # ux.md § 5, 16: the year's results stand by the end of May


@dataclass(frozen=True, slots=True)
class Known:
    """What the rooms say today."""

    today: date
    year: SchoolYear
    plan: Plan
    numbers: Mapping[str, Number]
    names: Names
    monitoring: Monitoring | None


def known_today(school_id: int, year: SchoolYear, today: date, asker: Asker) -> Known:
    """Everything, in at most ten queries; of who answers for one form only the pairs of that form."""
    whole = not asker.mentoring_format
    return Known(
        today=today,
        year=year,
        plan=plan_now(year, today) if whole else Plan.nothing(),
        numbers=counts_now(year, today, asker),
        names=names_now(today, asker, with_papers=whole),
        monitoring=monitoring_now(school_id, year, today) if whole else None,
    )


def results_due(known: Known) -> date | None:
    """The day by which the year's results must be published, while they are not; asked about in its last month."""
    due_on = date(known.year.start_year + 1, RESULTS_MONTH, RESULTS_DAY)
    asked = (due_on - known.today).days <= RESULTS_AHEAD
    return due_on if asked and not known.numbers["results"].count else None


def beginning(known: Known) -> Beginning | None:
    """What a school has that has never had a working pair; None for any other."""
    numbers = known.numbers
    if numbers["ever_worked"].count:
        return None
    return Beginning(
        has_card=numbers["cards"].count > 0,
        has_roadmap=known.plan.exists or numbers["plans_ever"].count > 0,
        mentors=numbers["mentors"].count,
        mentees=numbers["mentees"].count,
        without_consent=numbers["without_consent"].count,
        proposed=numbers["proposed"].count,
        people=numbers["people"].count,
    )


def facts_of(known: Known, *, is_new: bool, opens_year: str = "") -> Facts:
    """The same as the day is built from; of a new school, what its first steps do not ask already."""
    numbers = known.numbers
    surveys, unmarked, invited = numbers["surveys"], numbers["unmarked"], numbers["invited"]
    consents = Consents(
        people=numbers["people"].count,
        without=numbers["without_consent"].count,
        withdrawn=numbers["withdrawn"].count,
        expired=numbers["expired"].count,
        expiring=numbers["expiring"].count,
        asked=numbers["asked"].count,
    )
    return Facts(
        today=known.today,
        year_title=known.year.title,
        monitoring=known.monitoring,
        has_roadmap=is_new or known.plan.exists or numbers["plans_ever"].count > 0,
        roadmaps=known.plan.steps,
        activities=known.plan.waiting,
        halves=known.plan.halves,
        silent=known.names.silent,
        silent_count=numbers["silent"].count,
        proposed=() if is_new else known.names.proposed,
        proposed_count=numbers["proposed"].count,
        paused=numbers["paused"].count,
        waiting=0 if is_new else numbers["waiting"].count,
        consents=Consents() if is_new else consents,
        without_papers=known.names.papers,
        without_papers_count=numbers["without_papers"].count,
        unmarked_meetings=unmarked.count,
        first_meeting=unmarked.first,
        surveys=surveys.count,
        surveys_since=surveys.since,
        first_survey=surveys.first,
        first_paused=numbers["paused"].first,
        dead_links=numbers["dead_links"].count,
        takedowns=numbers["takedowns"].count,
        takedown_due=numbers["takedowns"].since,
        first_takedown=numbers["takedown_pages"].first,
        ending_mentors=numbers["ending_mentors"].count,
        mentor_ends_on=numbers["ending"].since,
        first_ending=numbers["ending_mentors"].first,
        to_erase=numbers["to_erase"].count,
        year_results_due=None if is_new else results_due(known),
        entry=Entry(invited.count, invited.since, numbers["unconfirmed"].count > 0),
        opens_year=opens_year,
    )
