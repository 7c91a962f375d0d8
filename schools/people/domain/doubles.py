"""All records of a school that may be one person, without comparing each with each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schools.people.domain.likeness import PUPIL, SHORTEST_FOR_MISPRINT, Known, Letters, Likeness, alike, letters

MOST_IN_BLOCK = 60  # namesakes beyond are not compared: a list of them would help nobody


@dataclass(frozen=True, slots=True)
class Alike:
    """Two records that may be one person, the older number first."""

    one: int
    other: int
    likeness: Likeness


def find_alike(people: Iterable[Known], *, apart: frozenset[tuple[int, int]] = frozenset()) -> list[Alike]:
    """Pairs of records that may be one person, the likeliest first; ``apart`` are numbers said to be different people.

    Gives exactly the pairs for which ``alike`` says why (up to 60 namesakes), but compares only those that share a key.
    """
    rows = [(person, letters(person)) for person in people]
    found: dict[tuple[int, int], Likeness] = {}
    blocks: dict[tuple[object, ...], list[tuple[Known, Letters]]] = defaultdict(list)
    for row in rows:
        for key in _keys(*row):
            blocks[key].append(row)
    seen = set(apart)
    for block in blocks.values():
        some = block[:MOST_IN_BLOCK]
        for place, (one, a) in enumerate(some):
            for other, b in some[place + 1 :]:
                pair = (min(one.id, other.id), max(one.id, other.id))
                if pair in seen:
                    continue
                seen.add(pair)
                if likeness := alike(one, other, a, b):
                    found[pair] = likeness
    pairs = [Alike(one, other, likeness) for (one, other), likeness in found.items()]
    return sorted(pairs, key=lambda pair: (-pair.likeness.weight, pair.one, pair.other))


def _keys(person: Known, own: Letters) -> Iterator[tuple[object, ...]]:
    """Whatever ``alike`` may join shares one of these."""
    yield "name", own.last, own.first[:1]
    yield ("turned", *sorted((own.last, own.first)))
    if own.patronymic:
        anchor = (person.birth, person.class_name) if person.kind == PUPIL else person.teaching_since
        yield "surname", own.first, own.patronymic, person.kind, anchor
        if len(own.last) >= SHORTEST_FOR_MISPRINT:
            half = len(own.last) // 2
            for part in {own.last[: half or 1], own.last[-half:], own.last[: half + 1], own.last[-half - 1 :]}:
                yield "misprint", own.first, own.patronymic, part


class Index:
    """People of a school, to be asked for those alike one record, without comparing it with everybody."""

    def __init__(self, people: Iterable[Known]) -> None:
        self._blocks: dict[tuple[object, ...], list[tuple[Known, Letters]]] = defaultdict(list)
        for person in people:
            self.add(person)

    def add(self, person: Known) -> None:
        """One more."""
        own = letters(person)
        for key in _keys(person, own):
            self._blocks[key].append((person, own))

    def like(self, person: Known) -> list[tuple[Known, Likeness]]:
        """Those alike, the likeliest first, the sure ones before others."""
        own = letters(person)
        seen: set[int] = set()
        found = []
        for key in _keys(person, own):
            for other, b in self._blocks.get(key, [])[:MOST_IN_BLOCK]:
                if other.id in seen:
                    continue
                seen.add(other.id)
                if likeness := alike(person, other, own, b):
                    found.append((other, likeness))
        return sorted(found, key=lambda pair: (not pair[1].is_sure, -pair[1].weight, pair[0].id))
