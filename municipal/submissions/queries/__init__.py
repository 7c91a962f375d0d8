"""Reading what schools handed in: plain frozen values, never rows."""

from municipal.submissions.queries.accepted import (
    AcceptedForm,
    accepted_facts,
    accepted_forms,
    latest_facts,
)
from municipal.submissions.queries.board import ContactInfo, SchoolState, board, counts_by_state
from municipal.submissions.queries.publications import SchoolPublication, school_publications, schools_reported
from municipal.submissions.queries.versions import (
    HistoryLine,
    RemarkInfo,
    ReviewInfo,
    SubmissionInfo,
    Version,
    facts_of_season,
    school_history,
    version_by_id,
    versions,
)

__all__ = [
    "AcceptedForm",
    "ContactInfo",
    "HistoryLine",
    "RemarkInfo",
    "ReviewInfo",
    "SchoolPublication",
    "SchoolState",
    "SubmissionInfo",
    "Version",
    "accepted_facts",
    "accepted_forms",
    "board",
    "counts_by_state",
    "facts_of_season",
    "latest_facts",
    "school_history",
    "school_publications",
    "schools_reported",
    "version_by_id",
    "versions",
]
