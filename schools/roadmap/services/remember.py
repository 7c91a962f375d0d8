"""Write what is remembered for roadmaps into the school's memory: meanings of columns, checks of registers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from schools.passport.models import Remembered
from schools.roadmap.domain.importing.roles import Role
from schools.roadmap.queries.remembered import COLUMNS, REGISTER


@transaction.atomic
def remember_columns(key: str, *, headers: Sequence[str], roles: Sequence[Role], at: datetime) -> None:
    """Keep what the columns under these headings mean; what was said of them before gives way."""
    said = {"headers": list(headers), "roles": [role.value for role in roles]}
    Remembered.objects.update_or_create(kind=COLUMNS, key=key, defaults={"said": said, "at": at})


@transaction.atomic
def remember_check(register: str, *, on: date, records: int, actor_id: int | None, at: datetime) -> bool:
    """Keep one mark «База проверена» a register and a day; gives whether it is the first of that day."""
    said = {"register": register, "checked_on": on.isoformat(), "records": records}
    _, made = Remembered.objects.update_or_create(
        kind=REGISTER, key=f"{register}:{on.isoformat()}", defaults={"said": said, "at": at, "actor_id": actor_id}
    )
    return made
