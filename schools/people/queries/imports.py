"""Reading for the import of people and for doubles."""

from __future__ import annotations

from collections.abc import Iterable

from schools.passport.models import Remembered
from schools.people.domain.importing.changes import Stored
from schools.people.domain.likeness import Known
from schools.people.models import ImportState, PeopleImport, Person

REMEMBERED = 50  # imports whose columns and rows are still known
DIFFERENT = "different"  # the kind of what is remembered of two records that are not one person
HEAVY = ("data", "rows", "made")


def stored_people(*, archived: bool = True) -> list[Stored]:
    """Everybody the school knows as a file's rows are compared with them, in one query."""
    people = Person.objects.select_related("mentor_card", "mentee_card", "partner").order_by("id")
    if not archived:
        people = people.filter(archived_on=None)
    return [_stored(person) for person in people]


def _stored(person: Person) -> Stored:
    mentor, mentee = getattr(person, "mentor_card", None), getattr(person, "mentee_card", None)
    return Stored(
        known_person(person),
        position=person.position,
        partner=person.partner.name if person.partner else "",
        mentor=None if mentor is None else mentor.until is None,
        mentee=None if mentee is None else mentee.until is None,
        strengths=mentor.strengths if mentor else "",
        request=mentee.request if mentee else "",
        is_archived=person.archived_on is not None,
    )


def known_person(person: Person) -> Known:
    """A person as the comparison of names takes him."""
    return Known(
        person.pk,
        person.last_name,
        person.first_name,
        person.patronymic,
        person.kind,
        person.class_name,
        (person.birth_year, person.birth_month),
        person.teaching_since,
    )


def known_people() -> list[Known]:
    """Everybody for the search of doubles, those who left too: they come back under another spelling. One query."""
    rows = Person.objects.order_by("id").values_list(
        "id",
        "last_name",
        "first_name",
        "patronymic",
        "kind",
        "class_name",
        "birth_year",
        "birth_month",
        "teaching_since",
    )
    return [Known(*row[:6], (row[6], row[7]), row[8]) for row in rows]


def said_apart() -> frozenset[tuple[int, int]]:
    """Pairs of numbers, the smaller first, that a person has called different people. One query."""
    found = set()
    for key in Remembered.objects.filter(kind=DIFFERENT).values_list("key", flat=True):
        one, other = key.split(":")
        found.add((int(one), int(other)))
    return frozenset(found)


def open_imports() -> list[PeopleImport]:
    """Imports that are not closed, the newest first, without their rows."""
    return list(PeopleImport.objects.exclude(state=ImportState.CLOSED).defer(*HEAVY))


def import_by_id(import_id: int, *, rows: bool = True) -> PeopleImport | None:
    """One import without its bytes, or None."""
    return PeopleImport.objects.filter(pk=import_id).defer("data", "made", *(() if rows else ("rows",))).first()


def remembered_columns() -> dict[str, list[str]]:
    """What columns mean, as was said by hand for earlier files, by the key of their headings."""
    found: dict[str, list[str]] = {}
    recent = PeopleImport.objects.order_by("created_at", "id").values_list("tables", flat=True)
    for tables in list(recent)[-REMEMBERED:]:
        for table in tables:
            if table.get("by_hand") and table.get("key"):
                found[table["key"]] = [column["field"] for column in table["columns"]]
    return found


def rows_made(tokens: Iterable[str], own_key: str) -> dict[str, int]:
    """Which person a row became, by its hidden number: of the imports that ``tokens`` name and of this one."""
    keys = {token.split(":", 1)[0][:12] for token in tokens if ":" in token} | {own_key}
    found: dict[str, int] = {}
    for made in PeopleImport.objects.filter(key__in=keys).order_by("id").values_list("made", flat=True):
        found.update(made)
    return found


def people_of_names(person_ids: Iterable[int]) -> dict[int, Person]:
    """People by number, with what the page of doubles shows. Three queries."""
    people = (
        Person.objects.filter(pk__in=list(person_ids))
        .select_related("mentor_card", "mentee_card", "partner")
        .prefetch_related("consents")
    )
    return {person.pk: person for person in people}
