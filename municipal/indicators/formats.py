"""Forms, kinds and role models of mentoring: ``content/forms.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from municipal.indicators.content_files import ContentError, build, read_content, unique
from municipal.indicators.facts import OrganisationKind
from municipal.indicators.vocabulary import load_vocabulary


@dataclass(frozen=True, slots=True)
class RoleModel:
    """«лидер — пассивный»: a typical couple inside a form."""

    code: str
    mentor: str
    mentee: str
    title: str


@dataclass(frozen=True, slots=True)
class Model:
    """A methodology: mentoring of pupils (Р-145) or of teachers (2021)."""

    code: str
    title: str
    short: str
    basis: tuple[str, ...]
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Format:
    """A form of mentoring, «учитель — учитель».

    ``federal``: counted in the federal form; ``art_351_8``: the worker's consent and agreement of ст. 351.8 ТК РФ are
    needed. ``mentor_kinds`` and ``mentee_kinds`` are codes of people (vocabulary ``person_kinds``).
    """

    code: str
    title: str
    model: str
    mentor: str
    mentee: str
    mentor_kinds: tuple[str, ...]
    mentee_kinds: tuple[str, ...]
    federal: bool
    art_351_8: bool
    organisations: tuple[OrganisationKind, ...]
    role_models: tuple[RoleModel, ...]
    source: str
    confidence: str
    note: str = ""

    def suits(self, *, mentor_kind: str, mentee_kind: str) -> bool:
        """Whether people of these kinds may be its mentor and mentee."""
        return mentor_kind in self.mentor_kinds and mentee_kind in self.mentee_kinds


@dataclass(frozen=True, slots=True)
class MentoringKind:
    """How a pair works: «традиционное», «групповое», …"""

    code: str
    title: str
    help: str


@dataclass(frozen=True, slots=True)
class Formats:
    """The whole dictionary, each part by code in the order of the file."""

    models: Mapping[str, Model]
    formats: Mapping[str, Format]
    kinds: Mapping[str, MentoringKind]
    programme_months: tuple[int, int]

    def for_organisation(self, organisation: OrganisationKind) -> tuple[Format, ...]:
        """The forms offered to this kind of organisation."""
        return tuple(one for one in self.formats.values() if organisation in one.organisations)

    def title(self, code: str) -> str:
        """The title of a form; a code a later dictionary dropped is shown as it is."""
        return self.formats[code].title if code in self.formats else code


@lru_cache(maxsize=1)
def load_formats() -> Formats:
    """The dictionary of the product; ContentError for a wrong file."""
    data = read_content("forms.yaml")
    for part in ("models", "formats", "kinds"):
        unique([said["code"] for said in data[part]], what=part)
    limits = data["programme_limits"]
    loaded = Formats(
        models={said["code"]: build(Model, said) for said in data["models"]},
        formats={said["code"]: _format(said) for said in data["formats"]},
        kinds={said["code"]: build(MentoringKind, said) for said in data["kinds"]},
        programme_months=(limits["min_months"], limits["max_months"]),
    )
    _verify(loaded)
    return loaded


def _format(said: Mapping[str, Any]) -> Format:
    renamed = {"counted_federally": "federal", "labour_law": "art_351_8", "organisation_kinds": "organisations"}
    return build(
        Format,
        {renamed.get(key, key): value for key, value in said.items()},
        organisations=tuple(map(OrganisationKind, said["organisation_kinds"])),
        role_models=tuple(build(RoleModel, one) for one in said["role_models"]),
    )


def _verify(loaded: Formats) -> None:
    people = load_vocabulary().person_kinds.keys()
    for one in loaded.formats.values():
        if one.code not in loaded.models[one.model].formats:
            raise ContentError(f"form {one.code} is not in its model {one.model}")
        if strange := {*one.mentor_kinds, *one.mentee_kinds} - people:
            raise ContentError(f"form {one.code}: unknown people {', '.join(sorted(strange))}")
