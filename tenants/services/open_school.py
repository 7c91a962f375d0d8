"""Open a place: a region, a municipality, a school. Done by the operator's commands, under the owner's login."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from psycopg.errors import UniqueViolation

from tenants.domain.errors import Refusal
from tenants.hosts import forget_hosts
from tenants.isolation import place_role_sql
from tenants.owner import owner_connection, run_script
from tenants.provisioning import NewSchool, create_school

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\Z")


class PlaceNotOpened(Refusal):
    """The name, code or address is taken or cannot be a host."""


@dataclass(frozen=True, slots=True)
class NewMunicipality:
    """What is asked for a new municipality; ``letterhead`` is printed above its documents, line by line."""

    region_id: int
    name: str
    name_genitive: str
    centre_name: str
    centre_short_name: str
    code: str
    time_zone: str = "Europe/Moscow"
    place: str = ""
    letterhead: tuple[str, ...] = ()


def open_region(*, name: str, centre_name: str, code: str) -> int:
    """Make a region and its role; gives its id. Refuses a code that is taken."""
    try:
        with owner_connection() as connection:
            row = connection.execute(
                "INSERT INTO tenants_region (name, centre_name, code) VALUES (%s, %s, %s) RETURNING id",
                [name, centre_name, code],
            ).fetchone()
            region_id = int(row[0]) if row else 0
            run_script(connection, place_role_sql("r", region_id))
    except UniqueViolation as fault:
        raise PlaceNotOpened(f"Регион с кодом {code} уже есть.", "Проверьте код.") from fault
    return region_id


def open_municipality(wanted: NewMunicipality) -> int:
    """Make a municipality and its role; gives its id. Refuses a code that is taken."""
    try:
        with owner_connection() as connection:
            row = connection.execute(
                "INSERT INTO tenants_municipality (region_id, name, name_genitive, centre_name, centre_short_name,"
                " code, time_zone, place, letterhead, settings)"
                " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, '{}') RETURNING id",
                [
                    wanted.region_id,
                    wanted.name,
                    wanted.name_genitive,
                    wanted.centre_name,
                    wanted.centre_short_name,
                    wanted.code,
                    wanted.time_zone,
                    wanted.place,
                    json.dumps(wanted.letterhead, ensure_ascii=False),
                ],
            ).fetchone()
            municipality_id = int(row[0]) if row else 0
            run_script(connection, place_role_sql("m", municipality_id))
    except UniqueViolation as fault:
        raise PlaceNotOpened(f"Муниципалитет с кодом {wanted.code} уже есть.", "Проверьте код.") from fault
    return municipality_id


def open_school(wanted: NewSchool) -> int:
    """Make a school from the template: row, host, role, schema with its tables; gives its id.

    Refuses an address that is taken or cannot be a host name.
    """
    if not _SLUG.match(wanted.slug):
        raise PlaceNotOpened(
            f"Школа не открыта: адрес «{wanted.slug}» не годится.",
            "Возьмите строчные латинские буквы, цифры и дефис, например school-2.",
        )
    try:
        with owner_connection() as connection:
            school_id = create_school(connection, wanted)
    except UniqueViolation as fault:
        if not (fault.diag.constraint_name or "").startswith(("tenants_school_slug", "tenants_schoolhost_domain")):
            raise
        raise PlaceNotOpened(f"Школа не открыта: адрес «{wanted.slug}» уже занят.", "Возьмите другой адрес.") from fault
    forget_hosts()
    return school_id
