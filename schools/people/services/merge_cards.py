"""Cards of the pools and roles of two records put together."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from schools.people.domain.merging import Stay, both_texts, joined
from schools.people.models import MenteeCard, MentorCard, Person, RolePeriod

_LONGEST_WORDS = 500
_WORDS = {MentorCard: "strengths", MenteeCard: "request"}
_ROLES = {MentorCard: RolePeriod.MENTOR, MenteeCard: RolePeriod.MENTEE}


def join_cards(keep: Person, gone: Person) -> None:
    """One card of each pool: it stands if either stood, since the earlier day; what is said in both is kept."""
    for model in (MentorCard, MenteeCard):
        mine = model.objects.filter(person=keep).first()
        its = model.objects.filter(person=gone).first()
        if its is None:
            continue
        if mine is None:
            its.delete()
            its.person = keep
            its.pk = keep.pk
            its.save(force_insert=True)
            continue
        _join(mine, its)
        its.delete()
        mine.save()


def _join(mine: MentorCard | MenteeCard, its: MentorCard | MenteeCard) -> None:
    stays = joined([Stay(mine.since, mine.until), Stay(its.since, its.until)])
    for earlier in stays[:-1]:
        RolePeriod.objects.get_or_create(
            person_id=mine.person_id,
            role=_ROLES[type(mine)],
            mentoring_format="",
            since=earlier.since,
            until=earlier.until,
        )
    mine.since, mine.until = stays[-1].since, stays[-1].until
    words = _WORDS[type(mine)]
    setattr(mine, words, both_texts(getattr(mine, words), getattr(its, words), _LONGEST_WORDS))
    mine.topics = list(dict.fromkeys([*mine.topics, *its.topics]))
    for field in mine._meta.concrete_fields:
        if field.name in {"person", "since", "until", "topics", words}:
            continue
        if getattr(mine, field.attname) in (None, "", False, [], {}):
            setattr(mine, field.attname, getattr(its, field.attname))
    if isinstance(mine, MentorCard) and isinstance(its, MentorCard):
        mine.capacity = max(mine.capacity, its.capacity)


def join_roles(person_id: int) -> None:
    """Times in one role by one form that met in the two records become one."""
    groups: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in RolePeriod.objects.filter(person_id=person_id).order_by("since", "id"):
        groups[row.role, row.mentoring_format].append(row)
    for rows in groups.values():
        stays = joined(Stay(row.since, row.until) for row in rows)
        if len(stays) == len(rows):
            continue
        RolePeriod.objects.filter(pk__in=[row.pk for row in rows]).delete()
        RolePeriod.objects.bulk_create(
            RolePeriod(
                person_id=person_id,
                role=rows[0].role,
                mentoring_format=rows[0].mentoring_format,
                since=stay.since,
                until=stay.until,
            )
            for stay in stays
        )
