"""Founding the demonstration's places: region, municipalities, schools, their people in office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.auth.hashers import make_password
from psycopg import Connection

from config.demo.town import ANALYST, REGION, TOWNS, SchoolSpec, TownSpec
from tenants.accounts.models import Membership, User
from tenants.current import acting_as
from tenants.database.identity import of_school
from tenants.domain.roles import Role
from tenants.domain.russian import initials
from tenants.domain.school_year import SchoolYear
from tenants.owner import owner_connection
from tenants.provisioning import NewSchool
from tenants.services.open_school import NewMunicipality, open_municipality, open_region, open_school

PASSWORD = "тропа-2026"
UNCONFIRMED = "school-5"  # its curator has not been asked this September yet: she has not signed in


@dataclass(frozen=True, slots=True)
class FoundedSchool:
    """A school of the story with its ids."""

    id: int
    spec: SchoolSpec
    curator_id: int


@dataclass(frozen=True, slots=True)
class FoundedTown:
    """A municipality of the story with its schools."""

    id: int
    region_id: int
    spec: TownSpec
    schools: tuple[FoundedSchool, ...]


@dataclass(frozen=True, slots=True)
class SignIn:
    """A line of the table of addresses printed at the end."""

    who: str
    host: str
    email: str


def found_towns(year: SchoolYear) -> tuple[list[FoundedTown], list[SignIn]]:
    """Make everything that the operator makes; gives the places and who signs in where. ``year`` is the present one."""
    name, centre, code = REGION
    region_id = open_region(name=name, centre_name=centre, code=code)
    sign_ins: list[SignIn] = []
    towns = [_found_town(region_id, spec, sign_ins) for spec in TOWNS]
    _confirm(towns, year)
    _shared_account(ANALYST, Role.REGION, "аналитик", region_id=region_id)
    sign_ins.append(SignIn("аналитик регионального центра", "", ANALYST[3]))
    return towns, sign_ins


def _confirm(towns: list[FoundedTown], year: SchoolYear) -> None:
    """In the first days of September everybody said «это всё ещё я», but for one curator."""
    said, long_ago = year.starts_on + timedelta(days=2), year.previous.starts_on + timedelta(days=2)
    day = "CASE WHEN role = 'curator' AND %s THEN %s::date ELSE %s::date END"
    with owner_connection() as connection:
        for school in [school for town in towns for school in town.schools]:
            said_so = [school.spec.slug == UNCONFIRMED, long_ago, said]
            held: Any = f"UPDATE {of_school(school.id).schema}.accounts_membership SET confirmed_on = {day}"
            connection.execute(held, said_so)
            contacts: Any = f"UPDATE tenants_officialcontact SET confirmed_on = {day} WHERE school_id = %s"
            connection.execute(contacts, [*said_so, school.id])


def _found_town(region_id: int, spec: TownSpec, sign_ins: list[SignIn]) -> FoundedTown:
    town_id = open_municipality(
        NewMunicipality(
            region_id=region_id,
            name=spec.name,
            name_genitive=spec.name_genitive,
            centre_name=spec.centre_name,
            centre_short_name=spec.centre_short_name,
            code=spec.code,
            time_zone=spec.time_zone,
            place=spec.place,
            letterhead=spec.letterhead,
        )
    )
    _shared_account(spec.methodist, Role.METHODIST, "методист", municipality_id=town_id)
    sign_ins.append(SignIn(f"методист, {spec.centre_short_name}", "", spec.methodist[3]))
    if spec.head is not None:
        _shared_account(spec.head, Role.MUNICIPAL_HEAD, "директор", municipality_id=town_id)
        sign_ins.append(SignIn(f"директор, {spec.centre_short_name}", "", spec.head[3]))
    schools = tuple(_found_school(town_id, school, number, sign_ins) for number, school in enumerate(spec.schools, 1))
    return FoundedTown(town_id, region_id, spec, schools)


def _found_school(town_id: int, spec: SchoolSpec, number: int, sign_ins: list[SignIn]) -> FoundedSchool:
    school_id = open_school(
        NewSchool(town_id, spec.slug, spec.name, spec.short_name, spec.kind, local_code=f"S{number:02}")
    )
    with acting_as(of_school(school_id)):
        curator = _school_account(spec, spec.curator, Role.CURATOR, spec.curator_position, "kurator")
        _school_account(spec, spec.principal, Role.PRINCIPAL, spec.principal_position, "direktor")
    with owner_connection() as connection:
        for role, person, position in (
            (Role.CURATOR, spec.curator, "куратор наставничества"),
            (Role.PRINCIPAL, spec.principal, spec.principal_position),
        ):
            word = "kurator" if role is Role.CURATOR else "direktor"
            office = (role, initials(*person), position, f"{word}@{spec.slug}.example")
            _contact(connection, town_id, school_id, office)
    if number <= 2 or spec.kind == "kindergarten" or town_id > 1:
        sign_ins.append(SignIn(f"куратор, {spec.short_name}", spec.slug, f"kurator@{spec.slug}.example"))
        sign_ins.append(
            SignIn(f"{spec.principal_position}, {spec.short_name}", spec.slug, f"direktor@{spec.slug}.example")
        )
    return FoundedSchool(school_id, spec, curator)


def _school_account(spec: SchoolSpec, name: tuple[str, str, str], role: Role, position: str, word: str) -> int:
    user = User(
        email=f"{word}@{spec.slug}.example",
        last_name=name[0],
        first_name=name[1],
        patronymic=name[2],
        position=position,
    )
    user.set_password(PASSWORD)
    user.save()
    Membership.objects.create(user=user, role=role)
    return user.pk


def _shared_account(
    person: tuple[str, str, str, str],
    role: Role,
    position: str,
    *,
    municipality_id: int | None = None,
    region_id: int | None = None,
) -> None:
    # Accounts of the base domain are made by the operator's login; no web role may add one.
    last_name, first_name, patronymic, email = person
    with owner_connection() as connection:
        row = connection.execute(
            "INSERT INTO accounts_user (password, email, last_name, first_name, patronymic, position, is_active)"
            " VALUES (%s, %s, %s, %s, %s, %s, true) RETURNING id",
            [make_password(PASSWORD), email, last_name, first_name, patronymic, position],
        ).fetchone()
        connection.execute(
            "INSERT INTO accounts_membership (user_id, role, municipality_id, region_id) VALUES (%s, %s, %s, %s)",
            [row[0] if row else None, role, municipality_id, region_id],
        )
        if municipality_id is not None:
            _contact(connection, municipality_id, None, (role, initials(*person[:3]), position, email))


def _contact(
    connection: Connection, municipality_id: int, school_id: int | None, office: tuple[Role, str, str, str]
) -> None:
    phone = f"8 (400) 2{len(office[2]) % 10}0-{(school_id or 90) % 100:02}-{len(office[1]) + 10:02}"  # no such code
    connection.execute(
        "INSERT INTO tenants_officialcontact (municipality_id, school_id, role, name, position, email, phone)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s)",
        [municipality_id, school_id, *office, phone],
    )
