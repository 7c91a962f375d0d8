"""Reading the school's roadmaps."""

from schools.roadmap.queries.plan import (
    activities_of,
    activity_card,
    all_roadmaps_of_year,
    import_drafts,
    marks_of,
    roadmap_in_force,
    roadmaps_alike,
    roadmaps_in_force,
    roadmaps_of_year,
)
from schools.roadmap.queries.standings import (
    ActivityStanding,
    DueOccurrence,
    OccurrenceStanding,
    occurrences_due,
    standings,
)

__all__ = [
    "ActivityStanding",
    "DueOccurrence",
    "OccurrenceStanding",
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
    "standings",
]
