"""Tell the municipality where its request stands: a state, nothing more."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from tenants.accounts.domain.invitation import State
from tenants.models import SeatRequest


def answer_seat(seat: int | None, state: State, *, at: datetime, note: str = "") -> None:
    """Write the state into the request, where there is one and it says something else."""
    if seat is not None:
        SeatRequest.objects.filter(~Q(state=state), pk=seat).update(state=state, state_at=at, note=note)
