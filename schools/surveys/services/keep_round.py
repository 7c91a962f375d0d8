"""Write down a survey, mend it, take it away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction

from municipal.indicators.vocabulary import load_vocabulary
from schools.files.models import Purpose
from schools.files.services.keep_file import remove_file
from schools.files.services.save_with_file import save_with_file
from schools.surveys.domain.kinds import KINDS, MOST_POINTS
from schools.surveys.domain.totals import SurveyNotKept, Totals, check_totals
from schools.surveys.models import SurveyRound
from tenants.database.turns import take_turn
from tenants.journal.queries import is_same_press
from tenants.journal.services.record import record

ADDED = "survey_added"
NOTHING = Totals()


@dataclass(frozen=True, slots=True)
class Survey:
    """A survey as the curator writes it down; ``kind`` is a code of ``KINDS``. No ``closed_on``: it still goes on."""

    kind: str
    opened_on: date
    title: str = ""
    mentoring_format: str = ""
    closed_on: date | None = None
    totals: Totals = NOTHING
    points: int | None = None
    on_paper: bool = True


@transaction.atomic
def add_round(
    wanted: Survey, *, today: date, actor_id: int | None, at: datetime, upload: File[bytes] | None = None
) -> int:
    """Write down a survey; gives its id. The same press of the same person adds nothing.

    Refuses (``SurveyNotKept``): days in the future or in the wrong order, numbers that do not agree, a closed survey
    without numbers; and a file that may not be kept (``FileRefused``).
    """
    take_turn(ADDED)
    values = _values(wanted, today=today)
    last = SurveyRound.objects.filter(**values).values_list("pk", flat=True).first()
    if last and is_same_press(ADDED, last, actor_id=actor_id, at=at):
        return last
    row = SurveyRound(**values)
    save_with_file(row, upload=upload, purpose=Purpose.EVIDENCE, at=at, actor_id=actor_id)
    _write_down(ADDED, "записан", row, actor_id=actor_id, at=at)
    return row.pk


@transaction.atomic
def change_round(
    round_id: int,
    wanted: Survey,
    *,
    today: date,
    actor_id: int | None,
    at: datetime,
    upload: File[bytes] | None = None,
) -> None:
    """Mend a survey or close it, by the rules of a new one. Saving the same once more changes nothing.

    A new file takes the place of the former.
    """
    row = SurveyRound.objects.select_for_update().get(pk=round_id)
    values = _values(wanted, today=today)
    if upload is None and all(getattr(row, name) == value for name, value in values.items()):
        return
    was_open = row.closed_on is None
    for name, value in values.items():
        setattr(row, name, value)
    save_with_file(row, upload=upload, purpose=Purpose.EVIDENCE, at=at, actor_id=actor_id)
    closes = was_open and row.closed_on is not None
    act, said = ("survey_closed", "завершён") if closes else ("survey_changed", "исправлен")
    _write_down(act, said, row, actor_id=actor_id, at=at)


@transaction.atomic
def remove_round(round_id: int, *, reason: str, actor_id: int | None, at: datetime) -> None:
    """Take a survey written down by mistake out of the register, with its file; the reason stays in the journal."""
    row = SurveyRound.objects.select_for_update().get(pk=round_id)
    if not reason.strip():
        raise SurveyNotKept("Опрос не удалён: не написано, почему.", "Напишите причину, она останется в журнале.")
    file_id = row.file_id
    _write_down("survey_removed", "удалён", row, actor_id=actor_id, at=at, more=f" Причина: {reason.strip()}")
    row.delete()
    if file_id is not None:
        remove_file(file_id, at=at, actor_id=actor_id)


def _values(wanted: Survey, *, today: date) -> dict[str, Any]:
    _check_days(wanted, today)
    _check_numbers(wanted)
    return {
        "kind": wanted.kind,
        "title": wanted.title.strip() or default_title(wanted.kind),
        "mentoring_format": wanted.mentoring_format,
        "opened_on": wanted.opened_on,
        "closed_on": wanted.closed_on,
        "on_paper": wanted.on_paper,
        "totals": wanted.totals.to_document(),
        "points": wanted.points,
    }


def default_title(kind: str) -> str:
    """«Входная анкета»."""
    title = load_vocabulary().closes_by["survey"].kinds[kind]
    return title[:1].upper() + title[1:]


def _check_days(wanted: Survey, today: date) -> None:
    if max(wanted.opened_on, wanted.closed_on or wanted.opened_on) > today:
        raise SurveyNotKept("Опрос не сохранён: дата в будущем.", "Запишите день, когда опрос уже шёл.")
    if wanted.closed_on is not None and wanted.closed_on < wanted.opened_on:
        raise SurveyNotKept("Опрос не сохранён: он завершён раньше, чем начат.", "Проверьте обе даты.")


def _check_numbers(wanted: Survey) -> None:
    kind = KINDS[wanted.kind]
    if wanted.points is not None and (wanted.points > MOST_POINTS or not kind.points):
        raise SurveyNotKept(
            f"Опрос не сохранён: в таблице куратора не бывает {wanted.points} баллов.",
            f"Сложите девять критериев: получится от 0 до {MOST_POINTS}.",
        )
    check_totals(wanted.totals)
    if wanted.closed_on is None:
        return
    if kind.points and wanted.points is None:
        raise SurveyNotKept("Таблица не сохранена: не записана сумма баллов.", "Впишите сумму девяти критериев.")
    if not kind.points and wanted.totals.answered is None:
        raise SurveyNotKept(
            "Опрос не завершён: не записано, сколько человек ответило.",
            "Впишите число ответивших или уберите дату завершения.",
        )


def _write_down(act: str, said: str, row: SurveyRound, *, actor_id: int | None, at: datetime, more: str = "") -> None:
    text = f"Опрос «{row.title}» {said}.{more}"
    record(act=act, text=text, at=at, actor_id=actor_id, object_kind="survey", object_id=row.pk)
