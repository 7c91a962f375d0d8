"""Appoint proposed pairs by one order, as schools do it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from schools.pairs.domain.lifecycle import WORKING, may_become
from schools.pairs.domain.refusals import PairNotFormed
from schools.pairs.gate import check_papers
from schools.pairs.models import Pair
from schools.pairs.queries import pair_named, pairs_called
from tenants.domain.russian import counted, join_and
from tenants.journal.services.record import record


@transaction.atomic
def appoint_pairs(
    pair_ids: Sequence[int], *, order_number: str, ordered_on: date, actor_id: int | None, at: datetime
) -> int:
    """Appoint the pairs by an order; from its date they work. Gives how many.

    All or none: refuses without pairs, without the order's number, when one of them is not proposed, and, with
    ``PapersMissing`` that names everybody, while a paper of somebody in them is missing (schools.pairs.gate) on the
    order's day or on the day of ``at``. The same order pressed twice changes nothing.
    """
    pairs = list(Pair.objects.select_for_update().filter(pk__in=pair_ids).order_by("pk"))
    number = order_number.strip()
    done = (WORKING, number, ordered_on)
    if pairs and all((pair.status, pair.order_number, pair.started_on) == done for pair in pairs):
        return len(pairs)
    _check_order(pairs, pair_ids, order_number)
    what = "Пара не закреплена" if len(pairs) == 1 else "Пары не закреплены"
    for day in sorted({ordered_on, max(ordered_on, at.date())}):
        check_papers(pairs, on=day, what=what)
    for pair in pairs:
        pair.status, pair.order_number, pair.started_on = WORKING, number, ordered_on
    Pair.objects.bulk_update(pairs, ["status", "order_number", "started_on"])
    _journal(pairs, number, actor_id, at)
    return len(pairs)


def _check_order(pairs: list[Pair], pair_ids: Sequence[int], order_number: str) -> None:
    one = len(pair_ids) == 1
    what = "Пара не закреплена" if one else "Пары не закреплены"
    if not pair_ids:
        raise PairNotFormed("Пары не закреплены: ни одна не отмечена.", "Отметьте пары, которые названы в приказе.")
    if not order_number.strip():
        raise PairNotFormed(f"{what}: нет номера приказа.", "Впишите номер и дату приказа.")
    if len(pairs) < len(set(pair_ids)):
        raise PairNotFormed(f"{what}: одной из них больше нет.", "Откройте список пар заново.")
    if wrong := [pair for pair in pairs if not may_become(pair.status, WORKING)]:
        said = join_and([f"№ {pair.pk} {pair.get_status_display()}" for pair in wrong])
        raise PairNotFormed(f"{what}: пара {said}.", "Закрепить можно только предложенную пару.")


def _journal(pairs: list[Pair], number: str, actor_id: int | None, at: datetime) -> None:
    """One line an order: the journal tells what happened, not how many rows it took."""
    if len(pairs) == 1:
        text = f"{pair_named(pairs[0].pk)}: закреплена приказом № {number}."
    else:
        names = "; ".join(pairs_called([pair.pk for pair in pairs]).values())
        text = f"Приказом № {number} закреплены {counted(len(pairs), 'пара', 'пары', 'пар')} ({names})."
    record(
        act="pair_appointed",
        text=text,
        at=at,
        actor_id=actor_id,
        object_kind="pair" if len(pairs) == 1 else "",
        object_id=pairs[0].pk if len(pairs) == 1 else None,
    )
