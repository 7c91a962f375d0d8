"""Tables of the roadmap."""

from schools.roadmap.models.baselines import Baseline
from schools.roadmap.models.drafts import ColumnTemplate, ImportDraft
from schools.roadmap.models.feeds import CalendarFeed
from schools.roadmap.models.plan import (
    Activity,
    ActivityStatus,
    ApprovalStep,
    Occurrence,
    Roadmap,
    RoadmapIndicator,
    RoadmapStatus,
    Stage,
)
from schools.roadmap.models.proofs import Evidence, RegisterCheck

__all__ = [
    "Activity",
    "ActivityStatus",
    "ApprovalStep",
    "Baseline",
    "CalendarFeed",
    "ColumnTemplate",
    "Evidence",
    "ImportDraft",
    "Occurrence",
    "RegisterCheck",
    "Roadmap",
    "RoadmapIndicator",
    "RoadmapStatus",
    "Stage",
]
