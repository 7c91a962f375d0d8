"""Everything in a school that points at a person, whichever room keeps it: found by the relations themselves.

Rooms above this one add their own tables; what has to follow a person must not depend on somebody's remembering.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import ForeignKey, ManyToOneRel, Model, OneToOneRel, Q, UniqueConstraint

from schools.people.models import Consent, MenteeCard, MentorCard, Person, RolePeriod, Support

CARDS: tuple[type[Model], ...] = (MentorCard, MenteeCard)
MAY_GIVE_WAY: tuple[type[Model], ...] = (RolePeriod, Support)  # a time that both records have is one


@dataclass(frozen=True, slots=True)
class Clash:
    """A row of the second record that cannot stand beside one of the first. It ``blocks`` unless both say the same."""

    row: Model
    words: str
    blocks: bool


@dataclass(frozen=True, slots=True)
class Follower:
    """How many rows of a kind will follow."""

    words: str
    count: int


def references() -> list[ForeignKey[Any, Any]]:
    """Foreign keys to a person in a steady order, without the cards."""
    found = [
        relation.field
        for relation in Person._meta.get_fields(include_hidden=True)
        if isinstance(relation, ManyToOneRel | OneToOneRel)
    ]
    keys = [field for field in found if field.model not in CARDS]
    return sorted(keys, key=lambda field: (field.model._meta.label, field.name))


def touched(person_ids: Iterable[int]) -> set[int]:
    """Which of these people something else than a card points at. As many queries as there are references."""
    ids = list(person_ids)
    found: set[int] = set()
    for field in references():
        rows = field.model._base_manager.filter(**{f"{field.name}__in": ids})
        found.update(rows.values_list(field.attname, flat=True))
    return found


def followers(person_id: int) -> list[Follower]:
    """What will follow a record, by kind. As many queries as there are references."""
    found = []
    for field in references():
        number = field.model._base_manager.filter(**{field.name: person_id}).count()
        if number and field.model is not Consent:
            found.append(Follower(str(field.model._meta.verbose_name_plural), number))
    return found


def collisions(keep_id: int, gone_id: int) -> list[Clash]:
    """Rows of the second record that a constraint forbids beside those of the first."""
    return [clash for field in references() for clash in _of_field(field, keep_id, gone_id)]


def _of_field(field: ForeignKey[Any, Any], keep_id: int, gone_id: int) -> Iterator[Clash]:
    rows = field.model._base_manager
    if field.unique and rows.filter(**{field.name: keep_id}).exists():
        for row in rows.filter(**{field.name: gone_id}):
            yield Clash(row, f"у обеих есть {field.model._meta.verbose_name}", blocks=True)
        return
    for names, condition in _uniques(field):
        mine = list(rows.filter(condition, **{field.name: keep_id})) if names else []
        for row in rows.filter(condition, **{field.name: gone_id}) if mine else ():
            same = next((one for one in mine if all(getattr(one, n) == getattr(row, n) for n in names)), None)
            if same is not None:
                yield _clash(field, row, same, names)


def _uniques(field: ForeignKey[Any, Any]) -> Iterator[tuple[list[str], Q]]:
    """What else is unique together with the person: the columns, and under which condition."""
    meta = field.model._meta
    for constraint in meta.constraints:
        if isinstance(constraint, UniqueConstraint) and field.name in constraint.fields:
            yield _columns(meta, constraint.fields, field), constraint.condition or Q()
    for together in meta.unique_together:
        if field.name in together:
            yield _columns(meta, together, field), Q()


def _columns(meta: Any, names: Iterable[str], field: ForeignKey[Any, Any]) -> list[str]:
    return [meta.get_field(name).attname for name in names if name != field.name]


def _clash(field: ForeignKey[Any, Any], row: Model, same: Model, names: list[str]) -> Clash:
    rest = [
        one.attname
        for one in field.model._meta.concrete_fields
        if not one.primary_key and one.attname not in {*names, field.attname}
    ]
    differs = any(getattr(row, name) != getattr(same, name) for name in rest)
    return Clash(row, _words(field, row, names), blocks=differs and field.model not in MAY_GIVE_WAY)


def _words(field: ForeignKey[Any, Any], row: Model, names: list[str]) -> str:
    for name in names:
        one = next((f for f in field.model._meta.concrete_fields if f.attname == name), None)
        if isinstance(one, ForeignKey) and one.related_model is not None:
            title = one.related_model._meta.verbose_name  # type: ignore[union-attr]  # a model class by now
            return f"обе стоят в одной записи «{title} № {getattr(row, name)}» по-разному"
    return f"у обеих есть {field.model._meta.verbose_name}"
