"""The school year in addresses: ``/2025-26/karta/``."""

from __future__ import annotations

from tenants.domain.school_year import SchoolYear


class YearConverter:
    """«2025-26» ⇄ SchoolYear; anything else is no such page."""

    regex = "20[0-9]{2}-[0-9]{2}"  # this century: the calendar has no day before the year 1 or after 9999

    def to_python(self, value: str) -> SchoolYear:
        """Raises ValueError for two years that do not follow one another."""
        return SchoolYear.from_slug(value)

    def to_url(self, value: SchoolYear | str) -> str:
        """The address's piece."""
        return value.slug if isinstance(value, SchoolYear) else value
