"""What the school's memory (``passport.Remembered``) keeps for roadmaps: meanings of columns, checks of registers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.db.models.fields.json import KT

from schools.passport.models import Remembered
from schools.roadmap.domain.importing.roles import Role

COLUMNS = "columns"  # key: what stands for the headings (importing/columns); said: "headers" and their "roles"
REGISTER = "register"  # key: «register:date»; said: "register", "checked_on" as ISO, "records"
MOST_TEMPLATES = 100


def known_columns() -> dict[str, tuple[Role, ...]]:
    """What columns mean, as the curator said, by the key of their headings; the latest. One query."""
    rows = _columns().values_list("key", "said__roles")[:MOST_TEMPLATES]
    return {key: tuple(map(Role, roles)) for key, roles in rows}


def known_headings() -> Iterable[tuple[list[str], list[str]]]:
    """Headings and the codes of their roles, the latest said first. One query."""
    return _columns().values_list("said__headers", "said__roles")


def _columns() -> QuerySet[Remembered]:
    return Remembered.objects.filter(kind=COLUMNS).order_by("-at")


def register_checks(since: date, until: date) -> QuerySet[Any]:
    """Marks «База проверена» within the two days with records in the register: ``register``, ``checked_on`` (ISO).

    Days are compared as ISO text, so that what others remember is never read as a date.
    """
    return Remembered.objects.annotate(register=KT("said__register"), checked_on=KT("said__checked_on")).filter(
        kind=REGISTER, checked_on__range=(since.isoformat(), until.isoformat()), said__records__gt=0
    )
