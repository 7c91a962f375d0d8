"""Start from a typical roadmap."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.plan import of_typical
from schools.roadmap.domain.typical import load_typical
from schools.roadmap.queries import roadmaps_alike
from schools.roadmap.services.make_room import How, make_room
from schools.roadmap.services.save_roadmap import Origin, save_roadmap
from tenants.database.turns import take_turn
from tenants.journal.queries import is_same_press


@transaction.atomic
def adopt_typical(code: str, *, period: Period, how: How | None = None, actor_id: int | None, at: datetime) -> int:
    """Take a typical roadmap for ``period``; gives the new roadmap's id, of the same press twice the first one's.

    Refuses an unknown code and, until it is said ``how``, a second roadmap of the model (RoadmapStandsAlready).
    """
    typical = load_typical(code)
    take_turn("roadmap_saved")
    for one in roadmaps_alike(typical.model, period):
        same = (one.origin, one.source_name) == ("typical", typical.code)
        if same and is_same_press("roadmap_saved", one.pk, actor_id=actor_id, at=at):
            return one.pk
    make_room(typical.model, period, how=how, actor_id=actor_id, at=at)
    origin = Origin(kind="typical", model=typical.model, source_name=typical.code)
    return save_roadmap(of_typical(typical, period), period=period, origin=origin, actor_id=actor_id, at=at)
