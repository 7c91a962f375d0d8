"""Reading who takes part. Callers get plain values."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings

from tenants.current import current_school_id
from tenants.models import Municipality, OfficialContact, School, SchoolHost


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """A school as a list shows it."""

    id: int
    name: str
    short_name: str
    kind: str
    local_code: str
    host: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody in office: ``role`` is a code of tenants.domain.roles.Role."""

    role: str
    name: str
    position: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class MunicipalityFacts:
    """What documents and rules need to know of a municipality."""

    id: int
    region_id: int
    name: str
    name_genitive: str
    centre_name: str
    centre_short_name: str
    letterhead: tuple[str, ...]
    place: str
    time_zone: str
    code: str
    settings: dict[str, object]


def municipality(municipality_id: int) -> MunicipalityFacts:
    """One municipality; raises Municipality.DoesNotExist when the identity may not see it."""
    row = Municipality.objects.get(pk=municipality_id)
    return MunicipalityFacts(
        id=row.pk,
        region_id=row.region_id,
        name=row.name,
        name_genitive=row.name_genitive,
        centre_name=row.centre_name,
        centre_short_name=row.centre_short_name,
        letterhead=tuple(row.letterhead),
        place=row.place,
        time_zone=row.time_zone,
        code=row.code,
        settings=dict(row.settings),
    )


def schools_of(municipality_id: int) -> list[SchoolLine]:
    """Active schools of a municipality by name, in one query."""
    rows = School.objects.filter(municipality_id=municipality_id, is_active=True).prefetch_related("domains")
    return [_line(row) for row in rows]


def _line(row: School) -> SchoolLine:
    host = next((domain.domain for domain in row.domains.all() if domain.is_primary), "")
    return SchoolLine(row.pk, row.name, row.short_name, row.kind, row.local_code, host)


def schools_by_municipality() -> list[tuple[str, list[SchoolLine]]]:
    """Every active school under its municipality's name, for the page that only links to hosts."""
    found: dict[str, list[SchoolLine]] = defaultdict(list)
    rows = School.objects.filter(is_active=True).select_related("municipality").prefetch_related("domains")
    for row in rows.order_by("municipality__name", "short_name"):
        found[row.municipality.name].append(_line(row))
    return list(found.items())


def contacts_of_schools(municipality_id: int) -> dict[int, list[Contact]]:
    """Official contacts by school id."""
    found: dict[int, list[Contact]] = defaultdict(list)
    for row in OfficialContact.objects.filter(municipality_id=municipality_id, school__isnull=False):
        found[row.school_id or 0].append(_contact(row))
    return dict(found)


def contacts_of_municipality(municipality_id: int) -> list[Contact]:
    """The methodist and the head, as schools may see them."""
    return [_contact(row) for row in OfficialContact.objects.filter(municipality_id=municipality_id, school=None)]


def _contact(row: OfficialContact) -> Contact:
    return Contact(row.role, row.name, row.position, row.email, row.phone)


@dataclass(frozen=True, slots=True)
class OpenSchool:
    """The school whose role is open now."""

    id: int
    short_name: str
    municipality_id: int
    time_zone: str


def open_school() -> OpenSchool:
    """The open school; raises School.DoesNotExist where none is. One query."""
    row = School.objects.select_related("municipality").get(pk=current_school_id() or 0)
    return OpenSchool(row.pk, row.short_name, row.municipality_id, row.municipality.time_zone)


def address_for_letters(path: str) -> str:
    """The whole address of a page of the open place, for a letter: of its own host, whatever a request says (T7)."""
    school_id = current_school_id()
    host = SchoolHost.objects.filter(tenant_id=school_id, is_primary=True).first() if school_id else None
    port = f":{settings.PUBLIC_PORT}" if settings.PUBLIC_PORT else ""
    return f"{settings.BASE_SCHEME}://{host.domain if host else settings.BASE_DOMAIN}{port}{path}"
