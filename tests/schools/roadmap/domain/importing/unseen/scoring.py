"""Compares what was read with what a person reads in the same document."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.importing import ImportedActivity, ImportedRoadmap, read_document, recognise
from tests.schools.roadmap.domain.importing.unseen.pool import Item


@dataclass(frozen=True)
class Unseen:
    """``filename`` says by its ending what reads it; text pasted into the page has the ending .txt."""

    name: str
    filename: str
    content: bytes
    items: tuple[Item, ...]
    indicators: int = 0
    period: str = "2025-08-15..2026-08-31"


@dataclass(frozen=True)
class Score:
    """How many of ``wanted`` were found and how many of these have the right field; ``extra`` were invented."""

    wanted: int
    found: int
    extra: int
    deadline: int
    responsible: int
    result: int
    stage: int
    number: int
    indicators: int

    def __add__(self, other: "Score") -> "Score":
        return Score(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))


def read(one: Unseen) -> ImportedRoadmap:
    return recognise(read_document(one.content, one.filename), Period.parse(one.period))


def plain(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split()).rstrip(".;")


def score(one: Unseen, roadmap: ImportedRoadmap) -> Score:
    left = list(roadmap.activities)
    pairs: list[tuple[Item, ImportedActivity]] = []
    for item in one.items:
        match = next((a for a in left if plain(a.text) == plain(item.text)), None)
        if match is not None:
            left.remove(match)
            pairs.append((item, match))
    return Score(
        wanted=len(one.items),
        found=len(pairs),
        extra=len(left),
        deadline=sum(plain(a.deadline_phrase) == plain(i.deadline) for i, a in pairs),
        responsible=sum(plain(a.responsible) == plain(i.responsible) for i, a in pairs),
        result=sum(plain(a.expected_result) == plain(i.result) for i, a in pairs),
        stage=sum(_stage(roadmap, a) == plain(i.stage) for i, a in pairs),
        number=sum(a.number.strip(".) ") == i.number.strip(".) ") for i, a in pairs),
        indicators=int(len(roadmap.indicators) == one.indicators),
    )


def _stage(roadmap: ImportedRoadmap, activity: ImportedActivity) -> str:
    stage = roadmap.stage_of(activity)
    return plain(stage.title) if stage else ""


def differences(one: Unseen, roadmap: ImportedRoadmap) -> Iterable[str]:
    """What a person who looks for the fault would want to see."""
    wanted = Counter(plain(i.text) for i in one.items)
    got = Counter(plain(a.text) for a in roadmap.activities)
    yield from (f"нет: {text}" for text in (wanted - got))
    yield from (f"лишнее: {text}" for text in (got - wanted))
    by_text = {plain(a.text): a for a in roadmap.activities}
    for item in one.items:
        a = by_text.get(plain(item.text))
        if a is None:
            continue
        seen = {
            "срок": (a.deadline_phrase, item.deadline),
            "кто": (a.responsible, item.responsible),
            "итог": (a.expected_result, item.result),
            "этап": (_stage(roadmap, a), item.stage),
            "№": (a.number.strip(".) "), item.number.strip(".) ")),
        }
        yield from (f"{k}: {x!r} ≠ {y!r} ({item.text[:40]})" for k, (x, y) in seen.items() if plain(x) != plain(y))
