"""The life of an invitation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

LIFETIME = timedelta(days=14)


class State(StrEnum):
    """Where an invitation stands; the value is what the municipality's table keeps."""

    SENT = "sent"
    OPENED = "opened"
    ACCEPTED = "accepted"
    BOUNCED = "bounced"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"

    @property
    def words(self) -> str:
        """«Письмо отправлено»"""
        return _WORDS[self][0]

    @property
    def sign(self) -> str:
        """One of the nine states of a page (docs/frontend.md)."""
        return _WORDS[self][1]

    @property
    def may_resend(self) -> bool:
        """Is a new letter of any use?"""
        return self in {State.SENT, State.OPENED, State.BOUNCED, State.EXPIRED}


_WORDS = {
    State.SENT: ("Письмо отправлено", "wait"),
    State.OPENED: ("Ссылку открыли, вход ещё не завели", "work"),
    State.ACCEPTED: ("Принято", "done"),
    State.BOUNCED: ("Письмо не дошло", "late"),
    State.EXPIRED: ("Срок приглашения вышел", "soon"),
    State.WITHDRAWN: ("Отозвано", "idle"),
}


@dataclass(frozen=True, slots=True)
class Moments:
    """When what happened to an invitation; None for what has not."""

    expires_at: datetime
    opened_at: datetime | None = None
    accepted_at: datetime | None = None
    withdrawn_at: datetime | None = None
    refused_at: datetime | None = None  # the mail server would not take the letter


def state_of(moments: Moments, *, at: datetime) -> State:
    """The state at a moment: what ended an invitation speaks before what only happened to it."""
    for happened, state in (
        (moments.accepted_at, State.ACCEPTED),
        (moments.withdrawn_at, State.WITHDRAWN),
        (moments.expires_at if at >= moments.expires_at else None, State.EXPIRED),
        (moments.refused_at, State.BOUNCED),
        (moments.opened_at, State.OPENED),
    ):
        if happened is not None:
            return state
    return State.SENT
