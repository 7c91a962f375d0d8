"""Reading notes and what they are composed from: plain frozen values, never rows."""

from municipal.notes.queries.figures import field_titles, school_names
from municipal.notes.queries.gathering import Gathered, gather
from municipal.notes.queries.stored import (
    accepted_counts,
    basis_forms,
    campaign_of_note,
    draft_marks,
    fresh_note,
    note_infos,
    stored_note,
)

__all__ = [
    "Gathered",
    "accepted_counts",
    "basis_forms",
    "campaign_of_note",
    "draft_marks",
    "field_titles",
    "fresh_note",
    "gather",
    "note_infos",
    "school_names",
    "stored_note",
]
