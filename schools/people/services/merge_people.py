"""Make two records of one person one: everything that points at them follows, in one transaction.

What follows is found by the relations themselves, so a table that a room above adds is not forgotten. A room that has
to do more than follow (pause a pair, say) adds its deed to ``FOLLOW_UPS`` when the application starts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import ForeignKey

from schools.people.domain.merging import Paper, past_of_both, withdrawals
from schools.people.domain.refusals import PeopleNotMerged
from schools.people.models import Consent, PeopleImport, Person
from schools.people.services.different import forget_differences
from schools.people.services.merge_cards import join_cards, join_roles
from schools.people.services.relations import collisions, references
from tenants.database.turns import take_turn
from tenants.domain.russian import join_and, sort_key
from tenants.journal.services.record import record

CHOSEN = (
    "last_name",
    "first_name",
    "patronymic",
    "kind",
    "class_name",
    "birth",
    "teaching_since",
    "position",
    "partner",
)
_COLUMNS = {"birth": ("birth_year", "birth_month"), "partner": ("partner_id",)}


@dataclass(frozen=True, slots=True)
class Merged:
    """What happened: the record that stays, the one that is no more, consents that a withdrawal has ended."""

    person_id: int
    gone_id: int
    ended_consents: tuple[int, ...]
    on: date
    at: datetime
    actor_id: int | None


FOLLOW_UPS: list[Callable[[Merged], None]] = []


@transaction.atomic
def merge_people(
    keep_id: int, gone_id: int, *, from_gone: frozenset[str], today: date, actor_id: int | None, at: datetime
) -> Merged:
    """Join the record ``gone_id`` to ``keep_id``; ``from_gone`` names the values (of ``CHOSEN``) taken from the former.

    Refuses a record with itself, records that are no more, and those that stand in one pair on different sides. A
    withdrawal of either record ends what the other one holds (``domain.merging.withdrawals``).
    """
    take_turn("people_merged")
    keep, gone = _both(keep_id, gone_id)
    blocks = [clash.words for clash in collisions(keep_id, gone_id) if clash.blocks]
    if blocks:
        raise PeopleNotMerged(
            f"Записи не объединены: {join_and(blocks)}.", "Сначала исправьте это в разделе, где они стоят вместе."
        )
    name = gone.short_name
    ended = _end_consents(keep, gone, actor_id=actor_id, at=at)
    _take_values(keep, gone, from_gone)
    join_cards(keep, gone)
    for clash in collisions(keep_id, gone_id):
        clash.row.delete()
    for field in references():
        _follow(field, keep_id, gone_id)
    join_roles(keep_id)
    _remember_rows(keep_id, gone_id)
    Person.objects.get(pk=gone_id).delete()
    keep.save()
    merged = Merged(keep_id, gone_id, tuple(ended), today, at, actor_id)
    record(
        act="people_merged",
        text=f"{keep.short_name}: объединены записи № {keep_id} и № {gone_id} ({name}).",
        at=at,
        actor_id=actor_id,
        object_kind="person",
        object_id=keep_id,
    )
    for follow_up in FOLLOW_UPS:
        follow_up(merged)
    return merged


def _both(keep_id: int, gone_id: int) -> tuple[Person, Person]:
    found = {one.pk: one for one in Person.objects.select_for_update(of=("self",)).filter(pk__in=[keep_id, gone_id])}
    if len(found) != 2:  # noqa: PLR2004 -- the two
        raise PeopleNotMerged("Записи не объединены: одной из них уже нет.", "Откройте список похожих людей ещё раз.")
    return found[keep_id], found[gone_id]


def papers_of(person_id: int) -> list[Paper]:
    """Consents of a record as the merge sees them."""
    rows = Consent.objects.filter(person_id=person_id).values_list("id", "purpose", "given_on", "withdrawn_on")
    return [Paper(*row) for row in rows]


def _end_consents(keep: Person, gone: Person, *, actor_id: int | None, at: datetime) -> list[int]:
    ended = withdrawals(papers_of(keep.pk), papers_of(gone.pk))
    for number, day in sorted(ended.items()):
        paper = Consent.objects.get(pk=number)
        paper.withdrawn_on = day
        paper.save(update_fields=["withdrawn_on"])
        record(
            act="consent_withdrawn",
            text=f"{keep.short_name}: отозвано согласие, {paper.get_purpose_display()}: отзыв был во второй записи.",
            at=at,
            actor_id=actor_id,
            object_kind="person",
            object_id=keep.pk,
        )
    return sorted(ended)


def _take_values(keep: Person, gone: Person, from_gone: frozenset[str]) -> None:
    for name in CHOSEN:
        columns = _COLUMNS.get(name, (name,))
        is_empty = all(getattr(keep, column) in (None, "") for column in columns)
        if name in from_gone or is_empty:
            for column in columns:
                setattr(keep, column, getattr(gone, column))
    keep.past = past_of_both(keep.past, gone.past)
    days = (keep.archived_on, gone.archived_on)
    keep.archived_on = None if None in days else max(filter(None, days))
    keep.sorting = sort_key(keep.full_name)


def _follow(field: ForeignKey[Any, Any], keep_id: int, gone_id: int) -> None:
    field.model._base_manager.filter(**{field.name: gone_id}).update(**{field.name: keep_id})


def _remember_rows(keep_id: int, gone_id: int) -> None:
    """Rows of files that became the second record are the first one now; what was said of its differing goes."""
    for draft in PeopleImport.objects.defer("data", "rows"):
        if gone_id in draft.made.values():
            draft.made = {key: keep_id if number == gone_id else number for key, number in draft.made.items()}
            draft.save(update_fields=["made"])
    forget_differences([gone_id])


def choices_of(said: Mapping[str, str]) -> frozenset[str]:
    """Names of the values that are taken from the second record, from the answers of a form."""
    return frozenset(name for name in CHOSEN if said.get(name) == "gone")
