"""A roadmap on its way to an order: sent to the principal, returned with a note, approved, amended by a later order.

What an order approved is frozen (``Baseline``): its role may only add such rows, never change them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from schools.roadmap.domain.baseline import digest
from schools.roadmap.domain.refusals import RoadmapRefused
from schools.roadmap.models import ApprovalStep, Baseline, Roadmap, RoadmapStatus
from schools.roadmap.queries.content import content_of, digest_to_approve, pending_changes, pending_rows
from schools.roadmap.services.amend_rows import apply_pending
from tenants.domain.russian import counted, date_numeric
from tenants.journal.services.record import record

_STEP = ["approval_step", "sent_at", "sent_by", "sent_digest", "return_note"]


@dataclass(frozen=True, slots=True)
class Order:
    """The order that approves: its number as on the paper and its date."""

    number: str
    date: date


@transaction.atomic
def send_to_principal(roadmap_id: int, *, actor_id: int | None, at: datetime) -> None:
    """Hand a draft, or the changes of an approved roadmap, to the principal; sent twice it stays sent once.

    Refuses an approved roadmap without a single change.
    """
    roadmap = _locked(roadmap_id)
    if roadmap.approval_step == ApprovalStep.SENT:
        return
    amending = roadmap.status != RoadmapStatus.DRAFT
    if amending and not pending_rows(roadmap_id):
        raise RoadmapRefused(
            "Директору ничего не отправлено: в карте нет изменений.",
            "Сначала измените пункт: его срок или текст.",
        )
    roadmap.approval_step, roadmap.sent_at, roadmap.sent_by = ApprovalStep.SENT, at, actor_id
    roadmap.sent_digest, roadmap.return_note = digest_to_approve(roadmap), ""
    roadmap.save(update_fields=_STEP)
    what = "изменения отправлены" if amending else "отправлена"
    _journal("roadmap_sent", roadmap, f"{what} директору на утверждение", actor_id=actor_id, at=at)


@transaction.atomic
def take_back(roadmap_id: int, *, actor_id: int | None, at: datetime) -> None:
    """Take back what was sent, before the principal has answered."""
    roadmap = _locked(roadmap_id)
    if roadmap.approval_step != ApprovalStep.SENT:
        return
    _clear(roadmap)
    _journal("roadmap_taken_back", roadmap, "отозвана с утверждения", actor_id=actor_id, at=at)


@transaction.atomic
def return_with_note(roadmap_id: int, *, note: str, actor_id: int | None, at: datetime) -> None:
    """The principal sends it back. Refuses without a note, and what nobody has sent."""
    roadmap = _locked(roadmap_id)
    if not note.strip():
        raise RoadmapRefused("Карта не возвращена: нет замечания.", "Напишите, что нужно исправить.")
    if roadmap.approval_step != ApprovalStep.SENT:
        raise RoadmapRefused("Карта не возвращена: на утверждении её нет.", "Обновите страницу.")
    roadmap.approval_step, roadmap.return_note = ApprovalStep.RETURNED, note.strip()
    roadmap.save(update_fields=_STEP)
    _journal("roadmap_returned", roadmap, f"возвращена директором: {note.strip()}", actor_id=actor_id, at=at)


@transaction.atomic
def approve_roadmap(
    roadmap_id: int,
    *,
    order_number: str,
    order_date: date,
    today: date,
    actor_id: int | None,
    at: datetime,
    by_principal: bool = False,
) -> None:
    """Approve by an order: a draft wholly, an approved roadmap its changes; the version is frozen.

    ``by_principal``: he approves what he was sent; otherwise the curator writes a paper order down. The same order
    pressed twice changes nothing. Refuses without a number, with a date in the future, an approved roadmap without
    changes by another order, and, to the principal, what was not sent or is no longer what was sent.
    """
    roadmap = _locked(roadmap_id)
    order = Order(order_number.strip(), order_date)
    if _is_known(roadmap, order):
        return
    _check_order(roadmap, order, today)
    if by_principal:
        _check_sent(roadmap)
    if roadmap.status == RoadmapStatus.DRAFT:
        _approve_first(roadmap, order, by_principal=by_principal, actor_id=actor_id, at=at)
    else:
        _amend(roadmap, order, by_principal=by_principal, actor_id=actor_id, at=at)


def _is_known(roadmap: Roadmap, order: Order) -> bool:
    if roadmap.status == RoadmapStatus.DRAFT:
        return False
    if (roadmap.order_number, roadmap.order_date) == (order.number, order.date):
        return True
    return Baseline.objects.filter(roadmap=roadmap, order_number=order.number, order_date=order.date).exists()


def _check_order(roadmap: Roadmap, order: Order, today: date) -> None:
    if not order.number:
        raise RoadmapRefused("Утверждение не записано: нет номера приказа.", "Впишите номер и дату приказа.")
    if order.date > today:
        raise RoadmapRefused("Утверждение не записано: дата приказа ещё не наступила.", "Проверьте дату.")
    if roadmap.status != RoadmapStatus.DRAFT and roadmap.order_date is not None and order.date < roadmap.order_date:
        raise RoadmapRefused(
            "Изменения не утверждены: приказ о них раньше приказа, которым утверждена карта.", "Проверьте дату."
        )


def _check_sent(roadmap: Roadmap) -> None:
    if roadmap.approval_step != ApprovalStep.SENT:
        raise RoadmapRefused("Карта не утверждена: на утверждении её нет.", "Попросите куратора отправить её вам.")
    if roadmap.sent_digest != digest_to_approve(roadmap):
        raise RoadmapRefused(
            "Карта не утверждена: после отправки её изменили.", "Попросите куратора отправить её вам ещё раз."
        )


def _approve_first(
    roadmap: Roadmap, order: Order, *, by_principal: bool, actor_id: int | None, at: datetime
) -> None:  # fmt: skip
    roadmap.status, roadmap.order_number, roadmap.order_date = RoadmapStatus.APPROVED, order.number, order.date
    roadmap.save(update_fields=["status", "order_number", "order_date"])
    _clear(roadmap)
    _freeze(roadmap, order, number=1, changes=[], by_principal=by_principal, actor_id=actor_id, at=at)
    _journal("roadmap_approved", roadmap, f"утверждена приказом № {order.number}", actor_id=actor_id, at=at)


def _amend(roadmap: Roadmap, order: Order, *, by_principal: bool, actor_id: int | None, at: datetime) -> None:
    changes = [one.to_document() for one in pending_changes(roadmap.pk)]
    if not changes:
        raise RoadmapRefused(
            f"Утверждение не записано: карта уже утверждена приказом № {roadmap.order_number}.",
            "Если приказ другой, сначала проверьте номер в деле.",
        )
    last = ensure_baseline(roadmap, at=at)
    for one in pending_rows(roadmap.pk):
        apply_pending(one)
    _clear(roadmap)
    _freeze(
        roadmap, order, number=last + 1, changes=changes, by_principal=by_principal, actor_id=actor_id, at=at
    )  # fmt: skip
    said = counted(len(changes), "изменение", "изменения", "изменений")
    text = f"приказом № {order.number} от {date_numeric(order.date)} утверждено: {said}"
    _journal("roadmap_amended", roadmap, text, actor_id=actor_id, at=at)


def ensure_baseline(roadmap: Roadmap, *, at: datetime) -> int:
    """The number of the version in force; a roadmap approved before versions were kept gets its first one now."""
    last = Baseline.objects.filter(roadmap=roadmap).order_by("-number").values_list("number", flat=True).first()
    if last is None:
        order = Order(roadmap.order_number, roadmap.order_date or roadmap.period_from)
        _freeze(roadmap, order, number=1, changes=[], by_principal=False, actor_id=None, at=at)
        return 1
    return last


def _freeze(
    roadmap: Roadmap,
    order: Order,
    *,
    number: int,
    changes: list[dict[str, object]],
    by_principal: bool,
    actor_id: int | None,
    at: datetime,
) -> None:
    content = content_of(roadmap)
    Baseline.objects.create(
        roadmap=roadmap,
        number=number,
        order_number=order.number,
        order_date=order.date,
        frozen_at=at,
        frozen_by=actor_id,
        by_principal=by_principal,
        content=content,
        changes=changes,
        digest=digest({"content": content, "changes": changes}),
    )


def _locked(roadmap_id: int) -> Roadmap:
    return Roadmap.objects.select_for_update().get(pk=roadmap_id)


def _clear(roadmap: Roadmap) -> None:
    roadmap.approval_step, roadmap.sent_at, roadmap.sent_by = ApprovalStep.NOTHING, None, None
    roadmap.sent_digest, roadmap.return_note = "", ""
    roadmap.save(update_fields=_STEP)


def _journal(act: str, roadmap: Roadmap, said: str, *, actor_id: int | None, at: datetime) -> None:
    text = f"Дорожная карта «{roadmap.title[:120]}» {said}."
    record(act=act, text=text, at=at, actor_id=actor_id, object_kind="roadmap", object_id=roadmap.pk)
