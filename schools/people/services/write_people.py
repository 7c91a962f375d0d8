"""Write the rows of an import into the registers: many at once, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from schools.people.domain.importing.as_json import row_document
from schools.people.domain.importing.matching import Decided, Outcome
from schools.people.models import ImportState, MenteeCard, MentorCard, Partner, PeopleImport, Person
from schools.people.services.change_people import BATCH, Work, change_people, enter_pool, partner_named
from tenants.database.turns import take_turn
from tenants.domain.russian import counted, sort_key
from tenants.journal.services.record import record


@transaction.atomic
def write_people(
    import_id: int, *, at: datetime, today: date, decide_rows: Callable[[PeopleImport], list[Decided]]
) -> tuple[int, int]:
    """Add and change what the rows say; gives how many were added and changed. Rows with faults wait for the next time.

    Every row is decided again under the lock, so that nobody who was entered meanwhile comes twice.
    """
    take_turn("people_imported")
    take_turn("person_added")
    draft = PeopleImport.objects.select_for_update().defer("data").get(pk=import_id)
    decided = decide_rows(draft)
    work = Work(today, {sort_key(one.name): one for one in Partner.objects.all()})
    added = [one for one in decided if one.outcome is Outcome.ADD]
    changed = [one for one in decided if one.outcome is Outcome.CHANGE]
    new_ids = _add(added, work)
    change_people(changed, work)
    MentorCard.objects.bulk_create(work.mentors.values(), batch_size=BATCH)
    MenteeCard.objects.bulk_create(work.mentees.values(), batch_size=BATCH)
    numbers = (len(new_ids), len(changed) - len(work.refused))
    _keep(draft, decided, work, new_ids=new_ids, changed=numbers[1], at=at)
    if any(numbers):
        _write_down(draft, numbers, at)
    return numbers


def _add(rows: Sequence[Decided], work: Work) -> list[int]:
    people = [_person(row, work) for row in rows]
    made = Person.objects.bulk_create(people, batch_size=BATCH)
    for row, person in zip(rows, made, strict=True):
        work.people[row.written.place] = person.pk
        for role in row.entry.roles:
            enter_pool(person.pk, role, row, work)
    return [person.pk for person in made]


def _person(row: Decided, work: Work) -> Person:
    entry = row.entry
    person = Person(
        last_name=entry.name.last[:100],
        first_name=entry.name.first[:100],
        patronymic=entry.name.patronymic[:100],
        kind=entry.kind,
        class_name=entry.class_name[:20],
        birth_year=entry.birth_year,
        birth_month=entry.birth_month,
        teaching_since=entry.teaching_since,
        position=entry.position,
        partner=partner_named(entry.partner, work),
    )
    person.sorting = sort_key(person.full_name)  # bulk_create passes ``save`` by
    return person


def _keep(
    draft: PeopleImport, decided: Sequence[Decided], work: Work, *, new_ids: Sequence[int], changed: int, at: datetime
) -> None:
    choices = {row["place"]: row["choice"] for row in draft.rows}
    rows = []
    for one in decided:
        place = one.written.place
        if place in work.refused:
            one.outcome, one.faults = Outcome.WRONG, [("last", f"Строка {one.written.line}: {work.refused[place]}")]
        elif place in work.people:
            one.outcome, one.person_id, one.said = Outcome.SAME, work.people[place], []
            one.notes.append("записано")
        person_id = work.people.get(place) or one.person_id
        if person_id and one.outcome is Outcome.SAME:
            draft.made[f"{draft.key}:{place}"] = person_id
            if one.written.token:
                draft.made[one.written.token[:40]] = person_id
        rows.append(row_document(one, choices.get(place, "")))
    before: dict[str, Any] = {"added": 0, "changed": 0, "people": [], **draft.result}
    draft.result = {
        "added": before["added"] + len(new_ids),
        "changed": before["changed"] + changed,
        "people": [*before["people"], *new_ids],
        "at": at.isoformat(),
    }
    draft.rows, draft.state, draft.claimed_at, draft.done = rows, ImportState.READY, None, len(rows)
    draft.fault = ""
    draft.save(update_fields=["rows", "made", "result", "state", "claimed_at", "done", "fault"])


def _write_down(draft: PeopleImport, numbers: tuple[int, int], at: datetime) -> None:
    added = counted(numbers[0], "человек", "человека", "человек")
    said = f"Из файла «{draft.source_name}» внесено: {added}, изменено записей: {numbers[1]}."
    record(
        act="people_imported",
        text=said,
        at=at,
        actor_id=draft.created_by,
        object_kind="people_import",
        object_id=draft.pk,
    )
