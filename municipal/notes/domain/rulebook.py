"""The rules of the note as data: read once from content/rules.yaml, checked so that a slip is found at start."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from municipal.indicators.content_files import ContentError, build, unique
from municipal.indicators.expressions import names_of

CONTENT = Path(__file__).parents[1] / "content" / "rules.yaml"
SENTENCE, FINDING, RECOMMENDATION, PROMPT = "sentence", "finding", "recommendation", "prompt"
TYPES = (SENTENCE, FINDING, RECOMMENDATION, PROMPT)
_CODE = re.compile(r" \([A-Z_]+\)")
_NO_TERMS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Rule:
    """One sentence, finding or recommendation, in several wordings, and when it is said.

    ``expr`` is read by :mod:`municipal.indicators.expressions`; a rule of an unsupported kind may have none.
    ``hidden`` begins the sentence that is said where the number must not be shown.
    """

    id: str
    section: str
    kinds: tuple[str, ...]
    type: str
    when: str
    templates: tuple[str, ...]
    expr: str = ""
    group: str = ""
    paragraph: str = ""
    item: bool = False
    repeat: str = ""
    sort: str = ""
    limit: str = ""
    hidden: str = ""
    tone: str = ""
    addressee: str = ""
    orgs: str = ""
    term: Mapping[str, str] = field(default_factory=lambda: _NO_TERMS)


@dataclass(frozen=True, slots=True)
class NoteKind:
    code: str
    title: str
    sections: tuple[str, ...]
    attachments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ValueTitle:
    """A value the rules may print or ask about, in words; ``annex`` holds a list that is too long for the text."""

    code: str
    type: str
    title: str
    annex: str = ""

    @property
    def said(self) -> str:
        """«Действующих пар и групп»: for people, without the indicator's code."""
        bare = _CODE.sub("", self.title)
        return bare[:1].upper() + bare[1:]


@dataclass(frozen=True, slots=True)
class DocumentKind:
    code: str
    title: str
    column: str


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """``numerator`` and ``denominator`` are lines of the form; without them the methodist enters both numbers."""

    code: str
    title: str
    numerator: str = ""
    denominator: str = ""


@dataclass(frozen=True, slots=True)
class RoleRow:
    code: str
    who: str
    of: str
    satisfied: str
    responded: str
    asked: str


@dataclass(frozen=True, slots=True)
class Addressee:
    code: str
    title: str
    plural: str


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The whole file, ready to compose from."""

    version: str
    supported_kinds: tuple[str, ...]
    thresholds: Mapping[str, int]
    conventions: Mapping[str, str]
    addressees: Mapping[str, Addressee]
    values: Mapping[str, ValueTitle]
    sections: Mapping[str, str]
    attachments: Mapping[str, str]
    documents: tuple[DocumentKind, ...]
    indicators: tuple[IndicatorRow, ...]
    roles: tuple[RoleRow, ...]
    kinds: Mapping[str, NoteKind]
    rules: tuple[Rule, ...]

    def rules_for(self, kind: str, section: str) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.rules if rule.section == section and kind in rule.kinds)


@lru_cache(maxsize=1)
def load_rulebook() -> Rulebook:
    """The product's own rules. Raises ContentError where the file contradicts itself."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    book = read_rulebook(yaml.load(CONTENT.read_text(encoding="utf-8"), Loader=loader))
    check(book)
    return book


def read_rulebook(data: Mapping[str, Any]) -> Rulebook:
    """Plain data into a rulebook, strictly."""
    repeats = data["repeats"]
    for name in ("thresholds", "values", "sections", "attachments", "kinds"):
        unique([item["code"] for item in data[name]], what=name)
    unique([rule["id"] for rule in data["rules"]], what="rules")
    return Rulebook(
        version=data["version"],
        supported_kinds=tuple(data["supported_kinds"]),
        thresholds={item["code"]: int(item["default"]) for item in data["thresholds"]},
        conventions=data["conventions"],
        addressees={item["code"]: build(Addressee, item) for item in data["addressees"]},
        values={item["code"]: build(ValueTitle, item) for item in data["values"]},
        sections={item["code"]: item["title"] for item in data["sections"]},
        attachments={item["code"]: item["title"] for item in data["attachments"]},
        documents=tuple(build(DocumentKind, item) for item in repeats["document_kind"]),
        indicators=tuple(build(IndicatorRow, item) for item in repeats["indicator"]),
        roles=tuple(build(RoleRow, item) for item in repeats["role"]),
        kinds={item["code"]: build(NoteKind, item) for item in data["kinds"]},
        rules=tuple(build(Rule, item) for item in data["rules"]),
    )


def check(book: Rulebook) -> None:
    """Refuse rules that name what does not exist, or that a supported kind could not judge."""
    names = book.values.keys() | book.thresholds.keys()
    for rule in book.rules:
        if rule.type not in TYPES or rule.section not in book.sections:
            raise ContentError(f"{rule.id}: unknown type or section")
        if set(rule.kinds) & set(book.supported_kinds) and not rule.expr:
            raise ContentError(f"{rule.id}: no expr for a supported kind")
        if rule.expr and (unknown := names_of(rule.expr) - names):
            raise ContentError(f"{rule.id}: unknown in expr: {', '.join(sorted(unknown))}")
        if rule.orgs and book.values[rule.orgs].type != "list":
            raise ContentError(f"{rule.id}: {rule.orgs} is no list")
