"""Tables of the roadmap."""

from schools.roadmap.models.baselines import Baseline
from schools.roadmap.models.drafts import ImportDraft
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
from schools.roadmap.models.proofs import Evidence

__all__ = [
    "Activity",
    "ActivityStatus",
    "ApprovalStep",
    "Baseline",
    "CalendarFeed",
    "Evidence",
    "ImportDraft",
    "Occurrence",
    "Roadmap",
    "RoadmapIndicator",
    "RoadmapStatus",
    "Stage",
]
