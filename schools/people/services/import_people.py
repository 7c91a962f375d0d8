"""The import of people, as the curator works with it: a file comes, columns and rows are mended, it is closed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import PurePosixPath
from typing import Any

from django.db import transaction
from django.utils.crypto import get_random_string

from schools.people.domain.importing.as_json import without_people
from schools.people.domain.importing.fields import NAMES, Field
from schools.people.domain.importing.reading import PASTED, origin_of
from schools.people.domain.importing.values import born_of
from schools.people.domain.refusals import PeopleNotImported
from schools.people.models import ImportState, PeopleImport
from tenants.domain.file_guard import check_file_size

FORGET_AFTER = timedelta(days=14)
LOST_AFTER = timedelta(minutes=5)
KEY = "abcdefghjkmnpqrstuvwxyz23456789"
EDITABLE = (Field.LAST, Field.FIRST, Field.PATRONYMIC, Field.CLASS, Field.KIND, Field.ROLE, Field.BIRTH)
LONGEST = 200


@transaction.atomic
def start_import(data: bytes, filename: str, *, actor_id: int, at: datetime) -> int:
    """Keep a file to be read; gives the id. Refuses by size alone: what is inside, the reading says."""
    check_file_size(len(data), filename)
    return _keep(data, PurePosixPath(filename).name, origin_of(data, filename), actor_id=actor_id, at=at)


@transaction.atomic
def start_pasted(text: str, *, actor_id: int, at: datetime) -> int:
    """The same for columns pasted from Excel."""
    return _keep(text.encode(), "вставленные столбцы", PASTED, actor_id=actor_id, at=at)


def _keep(data: bytes, name: str, origin: str, *, actor_id: int, at: datetime) -> int:
    draft = PeopleImport.objects.create(
        key=get_random_string(8, KEY),
        created_at=at,
        created_by=actor_id,
        source_name=name[:200],
        origin=origin,
        data=data,
    )
    return draft.pk


@transaction.atomic
def say_columns(import_id: int, fields: Mapping[int, list[str]], *, role: str, kind: str) -> None:
    """Read the file again with columns as the curator says, by sheet; what was mended in rows by hand is read anew.

    Refuses columns without a surname or a name, and while the import is at work.
    """
    draft = _ready(import_id)
    for table in draft.tables:
        said = fields.get(table["sheet"])
        if said is None or len(said) != len(table["columns"]):
            continue
        wanted = [Field(one) if one in list(Field) else Field.SKIP for one in said]
        if [one.value for one in wanted] == [column["field"] for column in table["columns"]]:
            continue
        table["by_hand"] = True
        for column, one in zip(table["columns"], wanted, strict=True):
            column["field"], column["sure"] = one.value, True
    if not any(column["field"] in NAMES for table in draft.tables for column in table["columns"]):
        raise PeopleNotImported(
            "Столбцы не изменены: среди них нет столбца с фамилией и именем.", "Выберите, в каком столбце люди."
        )
    draft.defaults = {"role": role, "kind": kind}
    draft.state, draft.claimed_at, draft.done = ImportState.READING, None, 0
    draft.save(update_fields=["tables", "defaults", "state", "claimed_at", "done"])


@transaction.atomic
def mend_rows(import_id: int, said: Mapping[str, Mapping[str, str]], choices: Mapping[str, str]) -> None:
    """Take corrections by the row's place: texts by field, and an answer (a person's number, «new», «skip»).

    They are only kept: the decision about every row is made by the reading that follows.
    """
    draft = _ready(import_id)
    for row in draft.rows:
        place = row["place"]
        for field, text in said.get(place, {}).items():
            if field in EDITABLE:
                row["said"][field] = _kept(field, text)
        if place in choices:
            row["choice"] = choices[place][:20]
    draft.save(update_fields=["rows"])


def _kept(field: str, text: str) -> str:
    text = " ".join(text.replace("\x00", "").split())[:LONGEST]
    if field == Field.BIRTH and (born := born_of(text)):
        return born.words
    return text


@transaction.atomic
def order_writing(import_id: int) -> int:
    """Put the import into the queue of writing; gives how many rows will be written. Refuses where there is none."""
    draft = _ready(import_id)
    ready = sum(row["outcome"] in {"add", "change"} for row in draft.rows)
    if not ready:
        raise PeopleNotImported(
            "Ничего не записано: верных новых строк нет.", "Исправьте строки ниже или загрузите другой файл."
        )
    draft.state, draft.claimed_at, draft.done, draft.total = ImportState.WRITING, None, 0, len(draft.rows)
    draft.save(update_fields=["state", "claimed_at", "done", "total"])
    return ready


@transaction.atomic
def forget_old_imports(*, at: datetime) -> int:
    """Forget what has been lying for two weeks, as the page promises; gives how many."""
    old = list(PeopleImport.objects.exclude(state=ImportState.CLOSED).filter(created_at__lt=at - FORGET_AFTER))
    for draft in old:
        _forget(draft)
    return len(old)


@transaction.atomic
def close_import(import_id: int) -> None:
    """Forget the file and the rows; the registers stay as they are. Pressing twice is the same."""
    draft = PeopleImport.objects.select_for_update().filter(pk=import_id).first()
    if draft is not None:
        _forget(draft)


def _forget(draft: PeopleImport) -> None:
    draft.data, draft.rows, draft.result, draft.fault = b"", [], {}, ""
    draft.tables = [without_people(table) for table in draft.tables]
    draft.state, draft.source_name = ImportState.CLOSED, ""
    draft.save()


def _ready(import_id: int) -> PeopleImport:
    draft = PeopleImport.objects.select_for_update().defer("data", "made").get(pk=import_id)
    if draft.state != ImportState.READY:
        raise PeopleNotImported(
            "Ничего не изменено: этот файл сейчас в работе или уже закончен.", "Обновите страницу и попробуйте снова."
        )
    return draft


@transaction.atomic
def claim(import_id: int, *, at: datetime) -> PeopleImport | None:
    """Take an import that waits for its turn; None where somebody has it already or there is nothing to do."""
    draft = PeopleImport.objects.select_for_update(skip_locked=True).defer("data", "made").filter(pk=import_id).first()
    if draft is None or draft.state not in {ImportState.READING, ImportState.WRITING}:
        return None
    if draft.claimed_at is not None and at - draft.claimed_at < LOST_AFTER:
        return None
    draft.claimed_at = at
    draft.save(update_fields=["claimed_at"])
    return draft


def result_of(draft: PeopleImport) -> dict[str, Any]:
    """What has been written so far."""
    return {"added": 0, "changed": 0, "people": [], "at": "", **draft.result}
