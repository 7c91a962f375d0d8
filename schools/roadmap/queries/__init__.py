"""Reading the school's roadmaps."""

from schools.roadmap.queries.plan import (
    DueOccurrence,
    activities_of,
    activity_card,
    all_roadmaps_of_year,
    import_drafts,
    marks_of,
    occurrences_due,
    roadmap_in_force,
    roadmaps_alike,
    roadmaps_in_force,
    roadmaps_of_year,
)

__all__ = [
    "DueOccurrence",
    "activities_of",
    "activity_card",
    "all_roadmaps_of_year",
    "import_drafts",
    "marks_of",
    "occurrences_due",
    "roadmap_in_force",
    "roadmaps_alike",
    "roadmaps_in_force",
    "roadmaps_of_year",
]
