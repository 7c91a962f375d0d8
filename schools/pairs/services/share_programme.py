"""Show a programme to the district, take it back, take a copy of a neighbour's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from municipal.bank.intake import BankText, SharedText, share, take_down
from schools.pairs.domain.names_in_text import names_in
from schools.pairs.domain.refusals import ProgrammeNotSaved
from schools.pairs.models import Programme
from schools.people.models import Person
from tenants.domain.russian import join_and
from tenants.journal.services.record import record


@transaction.atomic
def share_programme(
    programme_id: int,
    *,
    school_id: int,
    school_name: str,
    municipality_id: int,
    actor_id: int | None,
    at: datetime,
) -> int:
    """Put the programme's text into the district's bank, or its new wording there; gives the id in the bank.

    Refuses a text in which a name of the school's register stands, in any case, or anything with initials: nothing
    personal leaves the school. NotShared where there are no stages.
    """
    row = Programme.objects.select_for_update().get(pk=programme_id)
    said = "\n".join([row.title, row.purpose, *(text for stage in row.stages for text in _texts(stage))])
    if found := names_in(said, Person.objects.values_list("last_name", flat=True)):
        raise ProgrammeNotSaved(
            f"Программа в банк не отправлена: в тексте стоят имена людей ({join_and(found)}).",
            "Напишите вместо имён «наставник», «наставляемый», «куратор»: округ получает тексты без людей.",
        )
    row.shared_id = share(
        SharedText(row.title, row.mentoring_format, row.purpose, row.stages),
        shared_id=row.shared_id,
        school_id=school_id,
        school_name=school_name,
        municipality_id=municipality_id,
        at=at,
    )
    row.save(update_fields=["shared_id"])
    _write_down(f"Программа «{row.title}» показана школам округа.", row, actor_id, at)
    return row.shared_id


@transaction.atomic
def unshare_programme(programme_id: int, *, actor_id: int | None, at: datetime) -> None:
    """Take the text out of the bank; copies of neighbours stay. Twice changes nothing."""
    row = Programme.objects.select_for_update().get(pk=programme_id)
    if row.shared_id is None:
        return
    take_down(row.shared_id, at=at)
    row.shared_id = None
    row.save(update_fields=["shared_id"])
    _write_down(f"Программа «{row.title}» убрана из банка округа.", row, actor_id, at)


@transaction.atomic
def take_copy(text: BankText, *, today: date, actor_id: int | None, at: datetime) -> int:
    """A programme of one's own from a text of the bank, in force from ``today``; gives its id.

    The same text once more gives the copy that is there.
    """
    standing = Programme.objects.filter(
        title=text.title, mentoring_format=text.mentoring_format, taken_from=text.school_name
    ).first()
    if standing is not None:
        return standing.pk
    row = Programme.objects.create(
        title=text.title,
        mentoring_format=text.mentoring_format,
        valid_from=today,
        purpose=text.purpose,
        stages=text.stages,
        taken_from=text.school_name,
    )
    _write_down(f"Из банка округа взята программа «{row.title}».", row, actor_id, at)
    return row.pk


def _texts(stage: Mapping[str, Any]) -> list[str]:
    return [str(stage.get(name) or "") for name in ("title", "term", "result")]


def _write_down(text: str, row: Programme, actor_id: int | None, at: datetime) -> None:
    record(act="programme_shared", text=text[:300], at=at, actor_id=actor_id, object_kind="programme", object_id=row.pk)
