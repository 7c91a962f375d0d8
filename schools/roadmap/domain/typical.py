"""Typical roadmaps to start from, and the words they are told in: versioned data of the product, read from YAML."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tenants.domain.errors import Refusal

_CONTENT = Path(__file__).resolve().parents[1] / "content"
_CODES = ("pupils", "teachers", "kindergarten", "municipal")


class TypicalRoadmapRefused(Refusal):
    """No typical roadmap has this code."""


@dataclass(frozen=True, slots=True)
class TypicalActivity:
    """One row. ``closes_by`` is a code of the vocabulary («order:pairs»), ``roles`` codes of those who answer for it.

    ``level`` (school or municipality), ``measure``, ``target`` and ``visible_to_schools`` speak in the municipal
    roadmap alone.
    """

    number: str
    text: str
    deadline_phrase: str
    responsible: str
    expected_result: str
    closes_by: str
    evidence_hint: str
    roles: tuple[str, ...]
    level: str = "school"
    measure: str = ""
    target: int | None = None
    visible_to_schools: bool = True


@dataclass(frozen=True, slots=True)
class TypicalStage:
    """A stage, or a section of the municipal roadmap, with its activities in order."""

    number: int
    title: str
    task: str
    activities: tuple[TypicalActivity, ...]


@dataclass(frozen=True, slots=True)
class TypicalIndicator:
    """What a row measures and the number it should reach («не менее 5 публикаций за год»)."""

    activity_number: str
    title: str
    target: int


@dataclass(frozen=True, slots=True)
class TypicalRoadmap:
    """A roadmap to copy. ``period`` is «school_year» or «calendar_years», ``for_organisations`` are their kinds."""

    code: str
    version: str
    model: str
    title: str
    title_in_document: str
    period: str
    for_organisations: tuple[str, ...]
    basis: tuple[str, ...]
    formats: tuple[str, ...]
    stages: tuple[TypicalStage, ...]

    @property
    def activities(self) -> tuple[TypicalActivity, ...]:
        """All rows in order."""
        return tuple(activity for stage in self.stages for activity in stage.activities)

    @property
    def indicators(self) -> tuple[TypicalIndicator, ...]:
        """The rows that name a number to reach."""
        return tuple(
            TypicalIndicator(activity.number, activity.measure, activity.target)
            for activity in self.activities
            if activity.target is not None
        )


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Titles of codes: roles («curator» → «куратор»), proofs («order:pairs» → «приказ о закреплении пар и групп»,
    «survey:entry» → «опрос «входная анкета»»)."""

    roles: Mapping[str, str]
    closes_by: Mapping[str, str]
    rules: Mapping[str, str]  # by the proof without its kind: when such a row is closed, a Russian sentence


def list_typical() -> tuple[TypicalRoadmap, ...]:
    """Every typical roadmap: pupils, teachers, kindergarten, municipal."""
    return tuple(_load(code) for code in _CODES)


def load_typical(code: str) -> TypicalRoadmap:
    """A typical roadmap by its code; raises ``TypicalRoadmapRefused`` where there is none."""
    if code not in _CODES:
        raise TypicalRoadmapRefused(f"Образца «{code}» нет.", "Выберите образец дорожной карты из списка.")
    return _load(code)


@cache
def load_vocabulary() -> Vocabulary:
    """The words of the typical roadmaps."""
    data = _read("vocabulary")
    closes_by: dict[str, str] = {}
    for code, proof in data["closes_by"].items():
        closes_by[code] = proof["title"]
        joint = "{} {}" if code == "order" else "{} «{}»"
        closes_by |= {
            f"{code}:{kind}": joint.format(proof["title"], words) for kind, words in proof.get("kinds", {}).items()
        }
    return Vocabulary(
        roles={code: role["title"] for code, role in data["roles"].items()},
        closes_by=closes_by,
        rules={code: proof["rule"] for code, proof in data["closes_by"].items()},
    )


@cache
def _load(code: str) -> TypicalRoadmap:
    data = _read(code)
    return TypicalRoadmap(
        code=data["id"],
        version=data["version"],
        model=data["model"],
        title=data["title"],
        title_in_document=data["title_in_document"],
        period=data["period"],
        for_organisations=tuple(data["for_organisations"]),
        basis=tuple(data["basis"]),
        formats=tuple(data.get("formats", ())),
        stages=tuple(_stage(stage) for stage in data["stages"]),
    )


def _stage(data: dict[str, Any]) -> TypicalStage:
    activities = tuple(_activity(activity) for activity in data["activities"])
    return TypicalStage(data["number"], data["title"], data.get("task", ""), activities)


def _activity(data: dict[str, Any]) -> TypicalActivity:
    return TypicalActivity(
        number=data["code"],
        text=data["text"],
        deadline_phrase=data["deadline_phrase"],
        responsible=data["responsible"],
        expected_result=data["expected_result"],
        closes_by=data["closes_by"],
        evidence_hint=data["evidence_hint"],
        roles=tuple(data["roles"]),
        level=data.get("level", "school"),
        measure=data.get("measure", ""),
        target=data.get("target"),
        visible_to_schools=data.get("visible_to_schools", True),
    )


def _read(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((_CONTENT / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded
