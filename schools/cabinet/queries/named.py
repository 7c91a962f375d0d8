"""Who stands behind the numbers, a few by name, and what the page remembers: rows of different rooms in one query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import DateField, F, OuterRef, QuerySet, TextField, Value
from django.db.models.functions import Cast, JSONObject

from schools.cabinet.domain.deeds import Named, ProposedPair, SilentPair
from schools.cabinet.queries.counts import Asker, mentors_without_papers, of_format, silent_pairs_on
from schools.cabinet.queries.remembered import KIND
from schools.pairs.domain.naming import couple_words
from schools.pairs.models import Pair, PairMember, PairStatus
from schools.passport.models import Remembered
from schools.people.models import Person
from tenants.domain.russian import initials

AT_MOST = 4  # a line names three and says how many are left; the fourth tells that there are more


@dataclass(frozen=True, slots=True)
class Names:
    """The longest silent, the longest proposed, and mentors whose labour papers are missing.

    ``memory`` is everything the page remembers, by its name.
    """

    silent: tuple[SilentPair, ...]
    proposed: tuple[ProposedPair, ...]
    papers: tuple[Named, ...]
    memory: Mapping[str, Mapping[str, object]]


def names_now(today: date, asker: Asker, *, with_papers: bool) -> Names:
    """One query."""
    form = asker.mentoring_format
    silent = silent_pairs_on(today, form).order_by("last", "pk")
    proposed = of_format(Pair.objects.filter(status=PairStatus.PROPOSED), form).order_by("proposed_on", "pk")
    asked = [_pairs("silent", silent, "last"), _pairs("proposed", proposed, "proposed_on"), _memory()]
    if with_papers:
        asked.append(_people("papers", mentors_without_papers(today).order_by("pk")))
    rows: dict[str, list[tuple[int, date | None, list[Any]]]] = {
        "silent": [],
        "proposed": [],
        "papers": [],
        "memory": [],
    }
    for name, pk, day, people in asked[0].union(*asked[1:], all=True):
        rows[name].append((pk, day, people))
    return Names(
        silent=tuple(SilentPair(pk, _couple(people), (today - day).days) for pk, day, people in rows["silent"] if day),
        proposed=tuple(ProposedPair(pk, _couple(people), day) for pk, day, people in rows["proposed"] if day),
        papers=tuple(Named(pk, _name(people[0])) for pk, _, people in rows["papers"]),
        memory={people[0]["key"]: people[0]["said"] for _, _, people in rows["memory"]},
    )


def _pairs(name: str, rows: QuerySet[Any], day: str) -> Any:
    parts = PairMember.objects.filter(pair=OuterRef("pk")).order_by("-role", "id")
    said = ArraySubquery(
        parts.values(
            doc=JSONObject(
                role=F("role"),
                last=F("person__last_name"),
                first=F("person__first_name"),
                patronymic=F("person__patronymic"),
            )
        )
    )
    return _columns(name, rows, Cast(day, DateField()), said)


def _people(name: str, rows: QuerySet[Any]) -> Any:
    person = Person.objects.filter(pk=OuterRef("pk"))
    said = ArraySubquery(
        person.values(
            doc=JSONObject(role=Value(""), last=F("last_name"), first=F("first_name"), patronymic=F("patronymic"))
        )
    )
    return _columns(name, rows, Cast(Value(None), DateField()), said)


def _memory() -> Any:
    said = ArraySubquery(
        Remembered.objects.filter(pk=OuterRef("pk")).values(doc=JSONObject(key=F("key"), said=F("said")))
    )
    return _columns(
        "memory", Remembered.objects.filter(kind=KIND).order_by("pk"), Cast(Value(None), DateField()), said, most=None
    )


def _columns(name: str, rows: QuerySet[Any], day: Any, said: Any, *, most: int | None = AT_MOST) -> Any:
    columns = rows.annotate(part=Value(name, TextField()), part_day=day, part_people=said)
    return columns.values_list("part", "pk", "part_day", "part_people")[:most]


def _name(said: dict[str, str]) -> str:
    return initials(said["last"], said["first"], said["patronymic"])


def _couple(people: Sequence[dict[str, str]]) -> str:
    sides: dict[str, list[str]] = {PairMember.MENTOR: [], PairMember.MENTEE: []}
    for one in people:
        sides[one["role"]].append(_name(one))
    return couple_words(sides[PairMember.MENTOR], sides[PairMember.MENTEE])
