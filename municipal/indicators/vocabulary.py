"""Codes that documents, roadmaps and notes refer to, with their Russian titles: ``content/vocabulary.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from municipal.indicators.content_files import ContentError, build, read_content
from municipal.indicators.facts import OrganisationKind


@dataclass(frozen=True, slots=True)
class Role:
    """An office: «директор», «директору»; a kindergarten may call it otherwise."""

    code: str
    title: str
    dative: str
    kindergarten_title: str
    kindergarten_dative: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What may close an activity of a roadmap, by which rule, and of which kinds it is."""

    code: str
    title: str
    rule: str
    kinds: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of order or of document; ``title`` completes it: «о закреплении пар и групп»."""

    code: str
    title: str
    is_order: bool


@dataclass(frozen=True, slots=True)
class Basis:
    """An act the work rests on."""

    code: str
    title: str
    short: str
    source: str
    confidence: str
    in_force_from: date | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    version: str
    roles: Mapping[str, Role]
    organisation_kinds: Mapping[str, str]
    person_kinds: Mapping[str, str]
    publication_channels: Mapping[str, str]
    closes_by: Mapping[str, Evidence]
    sensitivity: Mapping[str, str]
    bases: Mapping[str, Basis]

    @property
    def document_kinds(self) -> Mapping[str, DocumentKind]:
        """Orders, then other documents, by code: what the school's register of documents may hold."""
        return {
            code: DocumentKind(code, title, is_order=evidence == "order")
            for evidence in ("order", "document")
            for code, title in self.closes_by[evidence].kinds.items()
        }

    def evidence_title(self, closes_by: str) -> str:
        """«order:pairs» → «приказ о закреплении пар и групп». KeyError for an unknown code."""
        code, _, kind = closes_by.partition(":")
        evidence = self.closes_by[code]
        if not kind:
            return evidence.title
        joint = " " if code == "order" else ": "
        return f"{evidence.title}{joint}{evidence.kinds[kind]}"


def head_title(organisation: str) -> str:
    """What the head of an organisation of this kind is called, as a sentence begins: «Директор», «Заведующий»."""
    role = load_vocabulary().roles["principal"]
    title = role.kindergarten_title if organisation == OrganisationKind.KINDERGARTEN else role.title
    return title.capitalize()


@lru_cache(maxsize=1)
def load_vocabulary() -> Vocabulary:
    """The vocabulary of the product; ContentError for a wrong file."""
    data = read_content("vocabulary.yaml")
    loaded = build(
        Vocabulary,
        data,
        roles={code: _role(code, said) for code, said in data["roles"].items()},
        closes_by={code: build(Evidence, {"code": code, **said}) for code, said in data["closes_by"].items()},
        bases={code: _basis(code, said) for code, said in data["bases"].items()},
    )
    both = loaded.closes_by["order"].kinds.keys() & loaded.closes_by["document"].kinds.keys()
    if both:
        raise ContentError(f"both an order and a document: {', '.join(sorted(both))}")
    return loaded


def _role(code: str, said: Mapping[str, Any]) -> Role:
    own = said.get("kindergarten", said)
    return Role(code, said["title"], said["dative"], own["title"], own["dative"])


def _basis(code: str, said: Mapping[str, Any]) -> Basis:
    since = said.get("in_force_from")
    return build(Basis, {"code": code, **said}, in_force_from=date.fromisoformat(since) if since else None)
