"""Whose rows are in hand: the only way to open a school or a municipality outside a request."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from django.db import connection

from tenants.database.base import DatabaseWrapper
from tenants.database.identity import PUBLIC, Identity, of_municipality, of_region, of_school


def current_identity() -> Identity:
    """Who the connection is now."""
    return cast(DatabaseWrapper, connection).identity


def current_school_id() -> int | None:
    """The open school's id, or None where no school is open."""
    key = current_identity().key
    return int(key[1:]) if key[0] == "s" and key[1:].isdigit() else None


@contextmanager
def acting_as(identity: Identity) -> Iterator[None]:
    """Be ``identity`` inside the block and whoever one was before after it."""
    wrapper = cast(DatabaseWrapper, connection)
    before = wrapper.identity
    wrapper.become(identity)
    try:
        yield
    finally:
        wrapper.become(before)


@contextmanager
def school_open(school_id: int) -> Iterator[None]:
    """The block reads and writes one school's schema under that school's role."""
    with acting_as(of_school(school_id)):
        yield


@contextmanager
def municipality_open(municipality_id: int) -> Iterator[None]:
    """The block sees one municipality's rows of the shared tables."""
    with acting_as(of_municipality(municipality_id)):
        yield


@contextmanager
def region_open(region_id: int) -> Iterator[None]:
    """The block sees what is published to one region."""
    with acting_as(of_region(region_id)):
        yield


@contextmanager
def door_open() -> Iterator[None]:
    """The block is the platform's door: hosts, accounts of the base domain."""
    with acting_as(PUBLIC):
        yield
