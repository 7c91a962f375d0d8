"""Where a signed-in person stands: organisation, role and school year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tenants.domain.roles import Role
from tenants.domain.school_year import SchoolYear


@dataclass(frozen=True, slots=True)
class Place:
    """One membership, ready for pages and services.

    ``role`` is whose pages she opens: a deputy stands as the curator; ``holds`` is the role she was given, and
    ``until`` its last day where it was lent. ``mentoring_format`` is the form she answers for, "" for all of them.
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
    holds: Role | None = None
    until: date | None = None
    mentoring_format: str = ""

    @property
    def level(self) -> str:
        """«school», «municipality» or «region»."""
        return self.role.level

    @property
    def word(self) -> str:
        """The role she was given, in a word or two."""
        return (self.holds or self.role).word

    @property
    def keeps_the_door(self) -> bool:
        """May she let people into the school and close their roles? Not a deputy and not who stands in for a time."""
        return (self.holds or self.role) in {Role.CURATOR, Role.PRINCIPAL} and self.until is None
