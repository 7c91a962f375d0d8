"""Acts over many people at once: which there are, and to whom each cannot be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from schools.people.domain.classes import class_above, is_last_class


class Act(StrEnum):
    """What may be done to everybody chosen; the values stand in addresses and in the register of acts."""

    CLASS_UP = "klass"
    GRADUATE = "vypusk"
    ARCHIVE = "ubrat"
    TOPIC = "tema"


@dataclass(frozen=True, slots=True)
class Somebody:
    """What the rules look at; ``is_pupil`` with the class, ``in_pair``: a pair that is proposed or works."""

    name: str
    class_name: str
    is_pupil: bool
    in_pair: bool
    is_archived: bool
    has_topic: bool = False


def why_not(act: Act, one: Somebody) -> str:
    """Why the act passes somebody over, in words; empty where nothing stands in the way."""
    if one.is_archived:
        return "уже не среди действующих"
    return _REASONS[act](one)


def _no_class_above(one: Somebody) -> str:
    if not one.is_pupil:
        return "не ученик"
    if is_last_class(one.class_name):
        return "последний класс: выпустите отдельно"
    return "" if class_above(one.class_name) else f"«{one.class_name}» не класс"


def _not_leaving(one: Somebody) -> str:
    if not one.is_pupil:
        return "не ученик"
    return _still_in_pair(one)


def _still_in_pair(one: Somebody) -> str:
    return "сейчас в паре: сначала завершите её" if one.in_pair else ""


def _has_it(one: Somebody) -> str:
    return "эта тема уже есть" if one.has_topic else ""


_REASONS = {Act.CLASS_UP: _no_class_above, Act.GRADUATE: _not_leaving, Act.ARCHIVE: _still_in_pair, Act.TOPIC: _has_it}


def stamp(act: str, person_ids: Sequence[int]) -> str:
    """What the page showed before the press: the same people and the same act, or the press is refused."""
    return sha256(f"{act}:{','.join(map(str, sorted(person_ids)))}".encode()).hexdigest()[:16]
