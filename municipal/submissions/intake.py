"""The one door for schools: hand a form in, tell how far it is, read one's own versions and the answers to them.

Everything here runs under the school's own role, which sees no other school's rows.
"""

from __future__ import annotations

from municipal.campaigns.queries import (
    CampaignInfo,
    SchoolInCampaign,
    campaign_for_school,
    campaign_info,
    campaign_state,
)
from municipal.indicators.facts import Facts
from municipal.submissions.domain.refusals import (
    AlreadyAccepted,
    CampaignClosed,
    FactsContradict,
    FormOfAnotherCampaign,
    NotExpected,
)
from municipal.submissions.domain.states import FormState, Standing, Verdict, state_of, state_words
from municipal.submissions.queries.versions import (
    RemarkInfo,
    ReviewInfo,
    SubmissionInfo,
    Version,
    facts_of_season,
    school_history,
    version_by_id,
    versions,
)
from municipal.submissions.services.accept_submission import Receipt, accept_submission
from municipal.submissions.services.tell_progress import tell_progress

__all__ = [
    "AlreadyAccepted",
    "CampaignClosed",
    "CampaignInfo",
    "FactsContradict",
    "FormOfAnotherCampaign",
    "FormState",
    "NotExpected",
    "Receipt",
    "RemarkInfo",
    "ReviewInfo",
    "SchoolInCampaign",
    "SubmissionInfo",
    "Verdict",
    "Version",
    "accept_submission",
    "campaign_for_school",
    "campaign_info",
    "campaign_state",
    "facts_a_year_ago",
    "facts_of_season",
    "latest_version",
    "own_state",
    "own_state_words",
    "own_versions",
    "previous_facts",
    "school_history",
    "tell_progress",
    "version_by_id",
]


def own_versions(campaign_id: int, school_id: int) -> list[Version]:
    """All versions the school handed in, the latest first, each with its answer and remarks. Two queries."""
    return versions(campaign_id, school_id)


def latest_version(campaign_id: int, school_id: int) -> Version | None:
    """The latest version with its answer; None where nothing was handed in."""
    return next(iter(versions(campaign_id, school_id)), None)


def previous_facts(campaign: CampaignInfo, school_id: int) -> Facts | None:
    """The school's form of the monitoring before, for comparison. One query."""
    return facts_of_season(school_id, campaign.season_of_year.previous)


def facts_a_year_ago(campaign: CampaignInfo, school_id: int) -> Facts | None:
    """The school's form of the same season a year ago. One query."""
    return facts_of_season(school_id, campaign.season_of_year.year_before)


def own_state(place: SchoolInCampaign, *, latest: Version | None, filled: int | None) -> FormState:
    """Where the school's form stands, by the same rule as on the methodist's board.

    ``filled`` is how many lines of the draft are answered, None where the form was never opened. The day is the one
    ``place`` was read for. No query.
    """
    standing = Standing(
        dates=place.dates,
        is_exempt=bool(place.exempt_reason),
        handed_in=latest is not None,
        verdict=latest.review.verdict if latest and latest.review else None,
        filled=filled,
    )
    return state_of(standing, place.today)


def own_state_words(place: SchoolInCampaign, state: FormState, latest: Version | None) -> str:
    """The state in words: «Срок через 2 дня», «Возвращён». No query."""
    answer_by = latest.review.answer_by if latest and latest.review else None
    return state_words(state, place.dates, place.today, answer_by=answer_by)
