"""Which forms of mentoring people may be joined by: a rule of the reference data, not of taste."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from municipal.indicators.facts import OrganisationKind
from municipal.indicators.formats import Format, load_formats


@dataclass(frozen=True, slots=True)
class Side:
    """Somebody to be joined: the name for a refusal and the code of the kind (vocabulary ``person_kinds``)."""

    name: str
    kind: str


def formats_for(organisation: str, *, mentor_kind: str = "", mentee_kind: str = "") -> list[Format]:
    """Forms offered to this kind of organisation that suit the kinds that are known."""
    offered = load_formats().for_organisation(OrganisationKind(organisation))
    return [
        one
        for one in offered
        if (not mentor_kind or mentor_kind in one.mentor_kinds) and (not mentee_kind or mentee_kind in one.mentee_kinds)
    ]


def strangers(form: Format, *, mentors: Iterable[Side], mentees: Iterable[Side]) -> list[str]:
    """Names of those who may not stand on their side in ``form``."""
    wrong = [one.name for one in mentors if one.kind not in form.mentor_kinds]
    return wrong + [one.name for one in mentees if one.kind not in form.mentee_kinds]
