"""The acts of summer: what becomes of each pair, pupils into the next class, the last class out of school.

Every act may be pressed twice: a pair that is over stays as it is, a class is moved once a year.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db import transaction

from schools.cabinet.domain.august import KEY_OF, AugustStep
from schools.cabinet.queries.august import classes_now
from schools.cabinet.queries.remembered import remembered_of
from schools.cabinet.services.remember import remember
from schools.pairs.models import Pair, PairStatus
from schools.pairs.services.form_pair import end_pair
from schools.people.domain.many import Act
from schools.people.services.many import Wanted, do_to_all, prospect
from tenants.database.turns import take_turn
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear


class NotDecided(Refusal):
    """A pair is broken off without a reason."""


class Decision(StrEnum):
    """What becomes of a pair."""

    GO_ON = "dalshe"
    COMPLETE = "zavershit"
    BREAK = "prervat"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A decision with the reason of a break."""

    decision: Decision
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """How many pairs go on and how many are over now."""

    going_on: int
    over: int


@transaction.atomic
def decide_pairs(
    year: SchoolYear, chosen: Mapping[int, Chosen], *, today: date, actor_id: int | None, at: datetime
) -> Decided:
    """Write down what becomes of these pairs, all or none. A pair that is over already is passed by.

    Refuses a break without a reason, naming how many lack one.
    """
    bare = sum(one.decision is Decision.BREAK and not one.reason.strip() for one in chosen.values())
    if bare:
        raise NotDecided(
            "Решения не записаны: у прерванной пары не указана причина.", "Напишите одной фразой, почему, без фамилий."
        )
    working = set(Pair.objects.filter(pk__in=chosen, status=PairStatus.WORKING).values_list("pk", flat=True))
    on = [pk for pk in working if chosen[pk].decision is Decision.GO_ON]
    over = sorted(working.difference(on))
    for pk in over:
        one = chosen[pk]
        end_pair(
            pk,
            completed=one.decision is Decision.COMPLETE,
            on=today,
            reason=one.reason if one.decision is Decision.BREAK else "",
            actor_id=actor_id,
            at=at,
        )
    if on:
        remember(KEY_OF(year), {f"pair-{pk}": True for pk in on}, actor_id=actor_id, at=at)
    return Decided(len(on), len(over))


@transaction.atomic
def move_classes(year: SchoolYear, *, today: date, actor_id: int | None, at: datetime) -> int:
    """Pupils go into the next class, the last class leaves the school; gives how many records were changed.

    Once a year: a second press changes nothing. Leavers whose pair is not over stay as they are. The undoing is that
    of acts over many people (``schools.people.services.many.undo``).
    """
    take_turn("august_classes")
    if any(key.startswith("act-") for key in remembered_of(KEY_OF(year))):
        return 0
    known, on = classes_now(), min(today, year.starts_on)
    changed, acts = 0, {}
    for act, people in ((Act.GRADUATE, known.leaving), (Act.CLASS_UP, known.moving)):
        wanted = Wanted(act, people, on)
        found = prospect(wanted)
        if not found.people:
            continue
        acts[f"act-{act.value}"] = do_to_all(wanted, seen=found.stamp, actor_id=actor_id, at=at)
        changed += len(found.people)
    remember(KEY_OF(year), {**acts, AugustStep.CLASSES.value: True}, actor_id=actor_id, at=at)
    return changed
