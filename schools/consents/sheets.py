"""Sheets of the room: which form for whom, filled with what the school knows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from schools.consents.domain.filling import LINE, Filled, fill
from schools.consents.domain.form_texts import FormText, form_texts, table_rows
from schools.passport.queries import card
from schools.people.models import ConsentPurpose, Person, PersonKind
from schools.people.services.record_consent import needs_representative
from tenants.current import current_school_id
from tenants.domain.russian import MONTHS, date_words
from tenants.domain.school_year import SchoolYear, age_on
from tenants.models import School
from tenants.paper.sheet import Sheet, to_document

SIGNED_BELOW = "чьё имя вписано ниже"  # by a link the parent types the name after reading
SIGNS_AT = 14  # from this age a pupil signs beside the parent
UNTIL_YEARS = 1
_FORMS = {
    ConsentPurpose.PUBLICATION: "consent_publication",
    ConsentPurpose.PHOTO: "consent_photo",
    ConsentPurpose.TRANSFER: "consent_transfer",
}


@dataclass(frozen=True, slots=True)
class SchoolSaid:
    """What every form says of the school."""

    short_name: str
    values: Mapping[str, Any]


def school_said() -> SchoolSaid:
    """The open school as its papers name it. Two queries."""
    row = School.objects.select_related("municipality").get(pk=current_school_id() or 0)
    told = card()
    director = told.principal_name if told else ""
    values = {
        "school.name_full": (told.official_name if told else "") or row.name,
        "school.name_short": row.short_name,
        "school.locality": row.municipality.place,
        "school.site": told.site_section_url if told else "",
        "school.director.position": "директор",
        "school.director.name": director,
        "school.director.initials_last": director,
        "director.authority|gen": "устава",
        "processor.name": row.municipality.centre_name,
        "processor.address": row.municipality.place,
        "payment.local_act|ins": "положением об оплате труда",
    }
    return SchoolSaid(row.short_name, values)


def form_for(person: Person, purpose: str, on: date) -> FormText:
    """The text a person signs for a purpose."""
    if purpose == ConsentPurpose.PROCESSING:
        return form_texts()["consent_parent" if needs_representative(person, on) else "consent_adult"]
    return form_texts()[_FORMS[ConsentPurpose(purpose)]]


def usual_term(on: date) -> date:
    """Consents are given to the end of the school year; in its last months, of the next one."""
    year = SchoolYear.of(on)
    return year.ends_on if (year.ends_on - on).days > UNTIL_YEARS * 90 else SchoolYear(year.start_year + 1).ends_on


def child_signs(person: Person, on: date) -> bool:
    """A pupil of fourteen to seventeen signs beside the parent."""
    return needs_representative(person, on) and _age(person, on) >= SIGNS_AT


def consent_sheet(
    person: Person, purpose: str, *, school: SchoolSaid, on: date, until: date, blank: str = LINE
) -> Filled:
    """The sheet of one person and purpose; ``blank`` as in ``fill``."""
    values = {**school.values, **_person_values(person, on), "consent.until": date_words(until)}
    if blank != LINE and values.get("person.is_minor"):
        values |= {"person.name": SIGNED_BELOW, "parent.name": SIGNED_BELOW}
    return fill(form_for(person, purpose, on), values, table_rows(), blank=blank)


def plain_sheet(code: str, values: Mapping[str, Any], *, school: SchoolSaid) -> Filled:
    """Any other form of the room: labour papers, a withdrawal, a memo."""
    return fill(form_texts()[code], {**school.values, **values}, {})


def digest(sheet: Sheet) -> str:
    """sha256 of the very text, by its canonical JSON."""
    said = json.dumps(to_document(sheet), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()


def _person_values(person: Person, on: date) -> dict[str, Any]:
    if not needs_representative(person, on):
        return {"person.name": person.full_name, "person.initials_last": person.short_name}
    born = f"{MONTHS[person.birth_month - 1]} {person.birth_year}" if person.birth_month and person.birth_year else ""
    return {
        "person.is_minor": True,
        "child.name": person.full_name,
        "child.initials_last": person.short_name,
        "child.class": person.class_name,
        "child.age": _age(person, on),
        "child.birth_date": f"месяц рождения: {born}" if born else "",
        "parent.relation": "законный представитель",
    }


def _age(person: Person, on: date) -> int:
    if person.birth_year is None or person.birth_month is None:
        return 0
    return age_on(person.birth_year, person.birth_month, on)


def worker_values(person: Person, said: Mapping[str, Any]) -> dict[str, Any]:
    """What the labour papers say of the mentor; ``said`` are the terms."""
    position = person.position or PersonKind(person.kind).label
    known = {
        "mentor.name": person.full_name,
        "mentor.initials_last": person.short_name,
        "mentor.position": position,
        "person.name": person.full_name,
    }
    return {**known, **said}


def doubtful_of(filled: Sequence[Filled]) -> list[str]:
    """Words whose case is to be looked at, each once."""
    return list(dict.fromkeys(words for one in filled for words in one.doubtful))
