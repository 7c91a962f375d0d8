"""The whole form counted from the school's registers: every figure with where it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from municipal.indicators.editions import Edition
from municipal.indicators.facts import OrganisationKind, PublicationFact
from schools.monitoring.collect import (
    documents_block,
    pairs_block,
    passport_block,
    people_block,
    site_block,
    surveys_block,
    work_block,
)
from schools.monitoring.collect.context import context_of
from schools.monitoring.collect.registers import Registers
from schools.monitoring.domain.counted import Counted
from tenants.domain.school_year import ReportingPeriod, Season

LINES = {
    **passport_block.LINES,
    **documents_block.LINES,
    **site_block.LINES,
    **people_block.LINES,
    **pairs_block.LINES,
    **work_block.LINES,
    **surveys_block.LINES,
}


@dataclass(frozen=True, slots=True)
class Collected:
    """Figures by line, publications that count, and what the checks may know beside the form."""

    lines: Mapping[str, Counted]
    publications: tuple[PublicationFact, ...]
    context: Mapping[str, object]


def collect_form(
    edition: Edition, *, season: Season, organisation: OrganisationKind, reporting_date: date
) -> Collected:
    """Count every line this organisation is asked, as of ``reporting_date``, from the open school's registers.

    Typed lines (texts, contests) are left to the curator. The number of queries does not depend on the number of rows.
    """
    registers = Registers(organisation, ReportingPeriod.until(reporting_date), season)
    asked = edition.fields_for(season, organisation)
    return Collected(
        lines={line.code: LINES[line.code](registers) for line in asked if line.code in LINES},
        publications=tuple(
            PublicationFact(row.published_on, row.channel, row.url)
            for row in sorted(registers.publications, key=lambda row: (row.published_on, row.url))
        ),
        context=context_of(registers),
    )
