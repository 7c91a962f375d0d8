"""Who a connection is: a role and the schemas it looks in.

Roles (prefix ``tropa`` by default, ``settings.ROLE_PREFIX``): ``tropa_s7`` a school, ``tropa_m1`` a municipality,
``tropa_r1`` a region, ``tropa_public`` the platform's door (finding a host, signing in on the base domain),
``tropa_none`` a connection that has not said who it is, ``tropa_owner`` the owner of every table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

PUBLIC_SCHEMA = "public"
TEMPLATE_SCHEMA = "tmpl_school"
_SCHOOL_SCHEMA = re.compile(r"s_([0-9]{1,9})\Z")


@dataclass(frozen=True, slots=True)
class Identity:
    """A role with the schema that comes first in its search_path; ``key`` is its short name, e.g. «s7» or «m1»."""

    key: str
    schema: str

    @property
    def role(self) -> str:
        """The PostgreSQL role to become."""
        return f"{settings.ROLE_PREFIX}_{self.key}"

    @property
    def search_path(self) -> tuple[str, ...]:
        """Schemas from first to last."""
        return (self.schema,) if self.schema == PUBLIC_SCHEMA else (self.schema, PUBLIC_SCHEMA)


PUBLIC = Identity("public", PUBLIC_SCHEMA)


def school_schema(school_id: int) -> str:
    """Name of a school's schema: machine made, never a person's text."""
    return f"s_{int(school_id)}"


def of_school(school_id: int) -> Identity:
    """The identity that sees one school's schema and what the municipality lets it see."""
    return Identity(f"s{int(school_id)}", school_schema(school_id))


def of_municipality(municipality_id: int) -> Identity:
    """The identity that sees one municipality's rows of the shared tables and no school's schema."""
    return Identity(f"m{int(municipality_id)}", PUBLIC_SCHEMA)


def of_region(region_id: int) -> Identity:
    """The identity that sees what municipalities of one region have published."""
    return Identity(f"r{int(region_id)}", PUBLIC_SCHEMA)


def of_schema(schema: str) -> Identity:
    """The identity that belongs to a schema name; raises ImproperlyConfigured for an unknown one."""
    if found := _SCHOOL_SCHEMA.match(schema):
        return of_school(int(found[1]))
    if schema == PUBLIC_SCHEMA:
        return PUBLIC
    raise ImproperlyConfigured(f"No database role belongs to the schema {schema!r}.")
