"""Where a signed-in person stands: organisation, role and school year."""

from __future__ import annotations

from dataclasses import dataclass

from tenants.domain.roles import Role
from tenants.domain.school_year import SchoolYear


@dataclass(frozen=True, slots=True)
class Place:
    """One membership, ready for pages and services.

    ``id`` is the school's, municipality's or region's id by ``role.level``; ``municipality_id`` is set for schools
    and municipalities; ``time_zone`` is the municipality's, by which deadlines are counted.
    """

    role: Role
    id: int
    name: str
    municipality_id: int | None
    region_id: int | None
    time_zone: str
    year: SchoolYear
    membership_id: int
    places: int = 1

    @property
    def level(self) -> str:
        """«school», «municipality» or «region»."""
        return self.role.level
