"""Before a second roadmap of the same model and time is written down: the curator says what becomes of the first."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from django.utils.timezone import localtime

from schools.roadmap.domain.deadline import Period
from schools.roadmap.models import Roadmap
from schools.roadmap.queries import roadmaps_alike
from schools.roadmap.services.save_roadmap import RoadmapRefused
from tenants.journal.services.record import record


class How(StrEnum):
    """What the curator decided; the values come from the page."""

    REPLACE = "zamenit"
    BESIDE = "ryadom"


class RoadmapStandsAlready(RoadmapRefused):
    """A roadmap of this model covers this time already; ``roadmaps`` are such ones. Nothing was written or lost."""

    def __init__(self, roadmaps: list[Roadmap]) -> None:
        super().__init__("Карта не сохранена: такая на это время уже есть.", "Решите, заменить её или вести обе.")
        self.roadmaps = roadmaps


def make_room(model: str, period: Period, *, how: How | None, actor_id: int | None, at: datetime) -> None:
    """Refuse another roadmap like those that stand until it is said ``how``; replaced ones stay to be read.

    A replaced roadmap keeps its marks and evidence, but from the day of ``at`` it asks for nothing and is not counted.
    """
    standing = roadmaps_alike(model, period)
    if not standing or how is How.BESIDE:
        return
    if how is None:
        raise RoadmapStandsAlready(standing)
    for one in standing:
        _replace(one, localtime(at).date(), actor_id=actor_id, at=at)


def _replace(roadmap: Roadmap, on: date, *, actor_id: int | None, at: datetime) -> None:
    roadmap.replaced_on = on
    roadmap.save(update_fields=["replaced_on"])
    record(
        act="roadmap_replaced",
        text=f"Дорожная карта «{roadmap.title}» заменена новой, её отметки сохранены.",
        at=at,
        actor_id=actor_id,
        object_kind="roadmap",
        object_id=roadmap.pk,
    )
