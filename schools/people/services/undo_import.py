"""Take back those whom an import has added, within an hour and while nobody has worked with them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction

from schools.people.domain.refusals import PeopleNotImported
from schools.people.models import ImportState, PeopleImport, Person
from schools.people.services.different import forget_differences
from schools.people.services.import_people_work import decide_again
from schools.people.services.relations import touched
from tenants.domain.russian import counted
from tenants.journal.services.record import record

MAY_BE_UNDONE = timedelta(hours=1)


def may_undo(draft: PeopleImport, *, at: datetime) -> bool:
    """Somebody was added less than an hour ago."""
    if not draft.result.get("people") or draft.state != ImportState.READY:
        return False
    return at - datetime.fromisoformat(draft.result["at"]) <= MAY_BE_UNDONE


@transaction.atomic
def undo_import(import_id: int, *, at: datetime, today: date, actor_id: int | None) -> tuple[int, int]:
    """Remove the people whom the import added; gives how many went and how many stay because of pairs or consents.

    Changes of people who were known before are not undone. Refuses after an hour.
    """
    draft = PeopleImport.objects.select_for_update().defer("data").get(pk=import_id)
    if not may_undo(draft, at=at):
        raise PeopleNotImported("Добавление не отменено: прошло больше часа.", "Уберите записи по одной в карточках.")
    ids = set(draft.result["people"])
    kept = touched(ids)
    gone = ids - kept
    Person.objects.filter(pk__in=gone).delete()
    forget_differences(gone)
    draft.made = {key: number for key, number in draft.made.items() if number not in gone}
    draft.result = {**draft.result, "people": sorted(kept), "added": draft.result["added"] - len(gone)}
    draft.save(update_fields=["made", "result"])
    decide_again(import_id, today=today)
    number = counted(len(gone), "человек", "человека", "человек")
    record(
        act="people_import_undone",
        text=f"Отменено добавление из файла «{draft.source_name}»: {number}.",
        at=at,
        actor_id=actor_id,
        object_kind="people_import",
        object_id=import_id,
    )
    return len(gone), len(kept)
