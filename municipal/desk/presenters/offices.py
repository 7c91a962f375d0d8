"""Whether a school has a curator who has said this year that it is she, in words and signs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from municipal.desk.seats import AskedSeat, Office
from tenants.accounts.domain.confirmation import is_due
from tenants.accounts.domain.invitation import State
from tenants.domain.russian import date_words


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """``lacking``: somebody should be invited."""

    sign: str
    words: str
    lacking: bool


def office_words(office: Office | None, *, today: date) -> OfficeWords:
    """Of a row of the list; a request that waits speaks before an old contact."""
    if office is not None and office.waits is not None:
        return OfficeWords(*_waiting(office.waits), lacking=False)
    if office is None or office.contacts == 0:
        return OfficeWords("late", "Куратора нет", lacking=True)
    if is_due(office.confirmed_on, today=today):
        return OfficeWords("check", "На этот год не подтверждён", lacking=True)
    return OfficeWords("done", "Подтверждён", lacking=False)


def _waiting(state: str) -> tuple[str, str]:
    return (
        (State(state).sign, f"Приглашён: {State(state).words.lower()}") if state else ("wait", "Приглашение готовится")
    )


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A request as the school's page shows it."""

    seat: AskedSeat
    sign: str
    words: str
    may_resend: bool


def seat_row(seat: AskedSeat) -> SeatRow:
    """The state in words; until the school has answered it is being prepared."""
    if seat.cancelled:
        return SeatRow(seat, State.WITHDRAWN.sign, State.WITHDRAWN.words, may_resend=False)
    if not seat.state:
        return SeatRow(seat, "wait", "Готовится: письмо уйдёт в течение минуты", may_resend=False)
    state = State(seat.state)
    words = (
        state.words if seat.state_at is None else f"{state.words} {date_words(seat.state_at.date(), with_year=False)}"
    )
    return SeatRow(seat, state.sign, words, may_resend=state.may_resend)
