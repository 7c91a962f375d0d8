"""Plan an event, write down that it was held, mend it, take it away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.files.base import File
from django.db import transaction

from schools.events.models import Event
from schools.files.models import Purpose
from schools.files.services.keep_file import remove_file
from schools.files.services.save_with_file import save_with_file
from tenants.database.turns import take_turn
from tenants.domain.errors import Refusal
from tenants.journal.queries import is_same_press
from tenants.journal.services.record import record

ADDED = "event_added"
REMEDY_DAY = "Впишите день, когда событие прошло, или день по плану."


class EventNotKept(Refusal):
    """Days or minutes of an event contradict one another."""


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event as the curator writes it down; ``kind`` is one of ``EventKind``. Without ``held_on`` it is planned."""

    kind: str
    title: str
    planned_on: date | None = None
    held_on: date | None = None
    participants: int | None = None
    protocol_number: str = ""
    protocol_date: date | None = None
    url: str = ""


@transaction.atomic
def add_event(
    wanted: NewEvent, *, today: date, actor_id: int | None, at: datetime, upload: File[bytes] | None = None
) -> int:
    """Write down an event; gives its id. The same press of the same person adds nothing.

    Refuses (``EventNotKept``): no day at all, held in the future, minutes or people of an event that was not held,
    minutes older than the event; and a file that may not be kept (``FileRefused``).
    """
    take_turn(ADDED)
    _check(wanted, today)
    values = _values(wanted)
    last = Event.objects.filter(**values).values_list("pk", flat=True).first()
    if last and is_same_press(ADDED, last, actor_id=actor_id, at=at):
        return last
    row = Event(**values)
    save_with_file(row, upload=upload, purpose=Purpose.EVIDENCE, at=at, actor_id=actor_id)
    _write_down(ADDED, "записано", row, actor_id=actor_id, at=at)
    return row.pk


@transaction.atomic
def change_event(
    event_id: int,
    wanted: NewEvent,
    *,
    today: date,
    actor_id: int | None,
    at: datetime,
    upload: File[bytes] | None = None,
) -> None:
    """Mend an event or mark a planned one as held. Saving the same once more changes nothing.

    A new file takes the place of the former.
    """
    row = Event.objects.select_for_update().get(pk=event_id)
    _check(wanted, today)
    values = _values(wanted)
    if upload is None and all(getattr(row, name) == value for name, value in values.items()):
        return
    was_held = row.held_on is not None
    for name, value in values.items():
        setattr(row, name, value)
    save_with_file(row, upload=upload, purpose=Purpose.EVIDENCE, at=at, actor_id=actor_id)
    begins = not was_held and row.held_on is not None
    act, said = ("event_held", "состоялось") if begins else ("event_changed", "исправлено")
    _write_down(act, said, row, actor_id=actor_id, at=at)


@transaction.atomic
def remove_event(event_id: int, *, reason: str, actor_id: int | None, at: datetime) -> None:
    """Take an event out of the register, with its file; the reason stays in the journal."""
    row = Event.objects.select_for_update().get(pk=event_id)
    if not reason.strip():
        raise EventNotKept("Событие не удалено: не написано, почему.", "Напишите причину, она останется в журнале.")
    file_id = row.file_id
    _write_down("event_removed", "удалено", row, actor_id=actor_id, at=at, more=f" Причина: {reason.strip()}")
    row.delete()
    if file_id is not None:
        remove_file(file_id, at=at, actor_id=actor_id)


def _values(wanted: NewEvent) -> dict[str, object]:
    return {name: getattr(wanted, name) for name in wanted.__dataclass_fields__}


def _check(wanted: NewEvent, today: date) -> None:
    if wanted.held_on is None and wanted.planned_on is None:
        raise EventNotKept("Событие не сохранено: нет ни одной даты.", REMEDY_DAY)
    if wanted.held_on is not None and wanted.held_on > today:
        raise EventNotKept(
            "Событие не сохранено: день, когда оно прошло, в будущем.", "Перенесите этот день в поле «По плану»."
        )
    if wanted.held_on is None and (wanted.participants is not None or wanted.protocol_number or wanted.protocol_date):
        raise EventNotKept(
            "Событие не сохранено: у него есть участники или протокол, но нет дня, когда оно прошло.", REMEDY_DAY
        )
    if wanted.protocol_date is not None and wanted.held_on is not None and wanted.protocol_date < wanted.held_on:
        raise EventNotKept("Событие не сохранено: протокол составлен раньше события.", "Проверьте обе даты.")


def _write_down(act: str, said: str, row: Event, *, actor_id: int | None, at: datetime, more: str = "") -> None:
    text = f"Событие «{row.title}» {said}.{more}"
    record(act=act, text=text, at=at, actor_id=actor_id, object_kind="event", object_id=row.pk)
