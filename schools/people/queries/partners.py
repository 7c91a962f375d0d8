"""Partners of the school as lines of a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from schools.people.models import Partner, Person
from tenants.domain.russian import date_numeric, sort_key


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """A partner with how many of its people stand in the registers."""

    id: int
    name: str
    since: date
    until: date | None
    people: int
    kind: str = ""
    agreement: str = ""


def partner_lines(on: date) -> list[PartnerLine]:
    """Every partner known by ``on``, those who work now first, in one query."""
    still_here = Q(people__archived_on__isnull=True) | Q(people__archived_on__gt=on)
    known = Partner.objects.filter(since__lte=on).annotate(number=Count("people", filter=still_here))
    lines = [_line(row, row.number) for row in known]
    return sorted(lines, key=lambda line: (line.until is not None and line.until < on, sort_key(line.name)))


def _line(row: Partner, people: int) -> PartnerLine:
    dated = f" от {date_numeric(row.agreed_on)}" if row.agreed_on else ""
    agreement = f"№ {row.agreement_number}{dated}" if row.agreement_number else dated.removeprefix(" ")
    return PartnerLine(row.pk, row.name, row.since, row.until, people, str(row.get_kind_display()), agreement)


def partner_by_id(partner_id: int) -> Partner | None:
    """One partner, or None when there is no such in this school."""
    return Partner.objects.filter(pk=partner_id).first()


def people_of_partner(partner_id: int) -> QuerySet[Person]:
    """Everybody the partner ever sent, by name."""
    return Person.objects.filter(partner_id=partner_id).select_related("mentor_card").order_by("sorting", "pk")
