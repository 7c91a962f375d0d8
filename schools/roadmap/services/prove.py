"""Evidence of an activity, what closes it, and the mark «База проверена»."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.files.base import File
from django.db import transaction

from schools.files.models import Purpose
from schools.files.services.keep_file import keep_file, remove_file
from schools.roadmap.domain.objects import REGISTER_WORDS, ObjectKind
from schools.roadmap.domain.refusals import ActivityNotChanged
from schools.roadmap.domain.typical import load_vocabulary
from schools.roadmap.models import Activity, Evidence
from schools.roadmap.queries.register_counts import records_in
from schools.roadmap.services.remember import remember_check
from tenants.domain.russian import counted
from tenants.journal.services.record import record

_TITLE = 150  # letters of an activity in the journal


@dataclass(frozen=True, slots=True)
class ObjectRef:
    """An object of the product that proves an activity."""

    kind: ObjectKind
    id: int


@transaction.atomic
def attach_evidence(
    activity_id: int,
    *,
    title: str,
    url: str = "",
    on: date,
    actor_id: int | None,
    at: datetime,
    dated_on: date | None = None,
    upload: File[bytes] | None = None,
    proof: ObjectRef | None = None,
) -> int:
    """Add a file, a link, an object or a paper that proves the activity; gives its id; twice the same stays one.

    ``on`` is today, ``dated_on`` the day the paper speaks of. Refuses (``ActivityNotChanged``) an empty one and a day
    ahead; ``FileRefused``: a file that may not be kept.
    """
    if not title.strip() and not url and upload is None and proof is None:
        raise ActivityNotChanged(
            "Подтверждение не добавлено: оно пустое.", "Впишите название, ссылку или приложите файл."
        )
    if dated_on is not None and dated_on > on:
        raise ActivityNotChanged("Подтверждение не добавлено: его дата ещё не наступила.", "Проверьте дату.")
    file = keep_file(upload=upload, purpose=Purpose.EVIDENCE, at=at, actor_id=actor_id) if upload is not None else None
    row, made = Evidence.objects.get_or_create(
        activity_id=activity_id,
        title=(title.strip() or (file.name if file else url))[:300],
        url=url,
        file=file,
        object_kind=proof.kind.value if proof else "",
        object_id=proof.id if proof else None,
        defaults={"added_on": on, "dated_on": dated_on},
    )
    if made:
        _journal("evidence_added", f"добавлено подтверждение «{row.title}»", activity_id, at, actor_id)
    return row.pk


@transaction.atomic
def remove_evidence(activity_id: int, evidence_id: int, *, actor_id: int | None, at: datetime) -> None:
    """Take evidence away together with its file; what is gone already stays gone."""
    row = Evidence.objects.select_for_update().filter(pk=evidence_id, activity_id=activity_id).first()
    if row is None:
        return
    title, file_id = row.title, row.file_id
    row.delete()
    if file_id is not None:
        remove_file(file_id, at=at, actor_id=actor_id)
    _journal("evidence_removed", f"убрано подтверждение «{title}»", activity_id, at, actor_id)


@transaction.atomic
def say_what_closes(activity_id: int, code: str, *, actor_id: int | None, at: datetime) -> None:
    """Name what closes the activity by itself, or nothing with an empty code; agreeing with our guess is the same act.

    Refuses a code that the vocabulary does not have.
    """
    titles = load_vocabulary().closes_by
    if code and code not in titles:
        raise ActivityNotChanged("Не записано, чем закрывается пункт: такого вида нет.", "Выберите из списка.")
    row = Activity.objects.select_for_update().get(pk=activity_id)
    if (row.closes_by, row.closes_by_checked) == (code, True):
        return
    row.closes_by, row.closes_by_checked = code, True
    row.save(update_fields=["closes_by", "closes_by_checked"])
    said = f"пункт закроет {titles[code]}" if code else "пункт закрывается только отметкой"
    _journal("closing_said", said, activity_id, at, actor_id)


@transaction.atomic
def check_register(register: str, *, on: date, actor_id: int | None, at: datetime) -> int:
    """Mark a register as checked on a day; gives how many records stand in it. Twice a day it stays one mark.

    Refuses (``ActivityNotChanged``) an unknown register and an empty one.
    """
    if register not in REGISTER_WORDS:
        raise ActivityNotChanged("Отметка не поставлена: такой базы нет.", "Обновите страницу.")
    records = records_in(register, on)
    if records == 0:
        raise ActivityNotChanged("Отметка не поставлена: записей нет.", "Сначала внесите их.")
    if remember_check(register, on=on, records=records, actor_id=actor_id, at=at):
        said = counted(records, "запись", "записи", "записей")
        text = f"Отмечена проверка {REGISTER_WORDS[register]}: {said}."
        record(act="register_checked", text=text, at=at, actor_id=actor_id, object_kind="register")
    return records


def _journal(act: str, said: str, activity_id: int, at: datetime, actor_id: int | None) -> None:
    number, words = Activity.objects.values_list("number", "text").get(pk=activity_id)
    title = words if len(words) <= _TITLE else f"{words[: _TITLE - 1].rstrip()}…"
    text = f"Дорожная карта, {f'пункт {number} ' if number else ''}«{title}»: {said}."
    record(act=act, text=text, at=at, actor_id=actor_id, object_kind="activity", object_id=activity_id)
