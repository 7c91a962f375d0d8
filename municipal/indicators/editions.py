"""The monitoring form itself: its blocks, lines, checks and thresholds, read from ``content/form-<edition>.yaml``.

An edition never changes its meaning once schools have handed it in; a new meaning is a new edition.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Any, Literal

from municipal.indicators.content_files import CONTENT, ContentError, build, read_content, unique
from municipal.indicators.expressions import names_of
from municipal.indicators.facts import CellState, OrganisationKind
from tenants.domain.school_year import Season

CURRENT = "2026"
OWN_NAMES = frozenset({"season", "organisation", "year_starts_on"})


class FieldType(StrEnum):
    COUNT = "count"
    YES_NO_DOC = "yes_no_doc"
    DATE = "date"
    CHOICE = "choice"
    TEXT = "text"
    PERCENT_CALC = "percent_calc"


class Severity(StrEnum):
    """An error keeps the form from being handed in; a warning asks for a short explanation."""

    ERROR = "error"
    WARNING = "warning"


class Sensitivity(StrEnum):
    """Who may see a figure exactly: everybody; the municipality; nobody above the school where it is small."""

    OPEN = "open"
    INTERNAL = "internal"
    SENSITIVE = "sensitive"


class Where(StrEnum):
    """The page of a school's cabinet where a line is mended."""

    PASSPORT = "passport"
    PEOPLE = "people"
    PAIRS = "pairs"
    ROADMAP = "roadmap"
    DOCUMENTS = "documents"
    PUBLICATIONS = "publications"
    MEETINGS = "meetings"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Check:
    """One contradiction to look for: ``rule`` says it in Russian, ``expr`` to the machine."""

    code: str
    rule: str
    expr: str
    severity: Severity
    message: str
    where: Where


@dataclass(frozen=True, slots=True)
class Compare:
    """Which change since the monitoring before asks for a word; every threshold given must be passed."""

    rule: str
    kind: Literal["other", "lost", "changed", "grew", "fell"]
    percent_over: int | None = None
    at_least: int | None = None
    points: int | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the form. ``season`` is None where both seasons ask it.

    ``period`` is "date" for a state on the reporting date and "year" for what adds up since 1 September.
    """

    code: str
    title: str
    type: FieldType
    season: Season | None
    required: bool
    organisations: tuple[OrganisationKind, ...]
    counted_from: str
    source_kind: Literal["computed", "typed"]
    where: Where
    period: Literal["date", "year"]
    sensitivity: Sensitivity
    zero_meaning: str
    help: str
    checks: tuple[Check, ...]
    compare: Compare | None
    indicator: str = ""
    options: tuple[str, ...] = ()

    def is_asked(self, season: Season, organisation: OrganisationKind) -> bool:
        """Whether the line stands in the form of this kind of organisation in this season."""
        return self.season in (None, season) and organisation in self.organisations


@dataclass(frozen=True, slots=True)
class Block:
    code: str
    title: str
    intro: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class ContextValue:
    """What checks may know beside the form itself, e.g. how many pairs the orders name."""

    code: str
    type: Literal["date", "flag", "count"]
    title: str


@dataclass(frozen=True)
class Edition:
    """One edition of the form; ``messages`` are the texts of the form as a whole."""

    edition: str
    version: str
    title: str
    seasons: Mapping[Season, Mapping[str, str]]
    cell_states: Mapping[CellState, Mapping[str, str]]
    context: tuple[ContextValue, ...]
    messages: Mapping[str, str]
    blocks: tuple[Block, ...]

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """Every line by its code, in the order of the form."""
        return {line.code: line for block in self.blocks for line in block.fields}

    @cached_property
    def checks(self) -> Mapping[str, tuple[Field, Check]]:
        """Every check by its code, with the line it stands at."""
        return {check.code: (line, check) for line in self.fields.values() for check in line.checks}

    def fields_for(self, season: Season, organisation: OrganisationKind) -> tuple[Field, ...]:
        """The lines this kind of organisation is asked in this season."""
        return tuple(line for line in self.fields.values() if line.is_asked(season, organisation))

    def blocks_for(self, season: Season, organisation: OrganisationKind) -> Iterator[tuple[Block, tuple[Field, ...]]]:
        """The same, block by block; a block without lines is left out."""
        for block in self.blocks:
            if asked := tuple(line for line in block.fields if line.is_asked(season, organisation)):
                yield block, asked


@lru_cache
def load_edition(edition: str = CURRENT) -> Edition:
    """An edition by its name; KeyError for one that does not exist, ContentError for a wrong file."""
    if not (edition.isascii() and edition.isalnum() and (CONTENT / f"form-{edition}.yaml").is_file()):
        raise KeyError(f"no such edition of the form: {edition!r}")
    data = read_content(f"form-{edition}.yaml")
    loaded = build(
        Edition,
        data,
        seasons={Season(code): said for code, said in data["seasons"].items()},
        cell_states={CellState(code): said for code, said in data["cell_states"].items()},
        context=tuple(build(ContextValue, {"code": code, **said}) for code, said in data["context"].items()),
        blocks=tuple(build(Block, b, fields=tuple(map(_field, b["fields"]))) for b in data["blocks"]),
    )
    _verify(loaded, edition)
    return loaded


def _field(data: Mapping[str, Any]) -> Field:
    return build(
        Field,
        data,
        type=FieldType(data["type"]),
        season=None if data["season"] == "both" else Season(data["season"]),
        organisations=tuple(map(OrganisationKind, data["organisations"])),
        where=Where(data["where"]),
        sensitivity=Sensitivity(data["sensitivity"]),
        checks=tuple(
            build(Check, c, severity=Severity(c["severity"]), where=Where(c["where"])) for c in data["checks"]
        ),
        compare=build(Compare, data["compare"]) if data["compare"] else None,
    )


def _verify(loaded: Edition, edition: str) -> None:
    if loaded.edition != edition:
        raise ContentError(f"form-{edition}.yaml says it is {loaded.edition!r}")
    lines = [line for block in loaded.blocks for line in block.fields]
    unique([line.code for line in lines], what="lines")
    unique([check.code for line in lines for check in line.checks], what="checks")
    known = OWN_NAMES | loaded.fields.keys() | {value.code for value in loaded.context}
    for _, check in loaded.checks.values():
        if strange := names_of(check.expr) - known:
            raise ContentError(f"check {check.code} reads unknown {', '.join(sorted(strange))}")
