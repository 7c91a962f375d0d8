"""Where a school's form stands in a campaign: derived here and nowhere else (design, ux.md § 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from municipal.campaigns.domain.calendar import SchoolDates, Window
from tenants.domain.russian import counted

SOON_DAYS = 3  # «жёлтое» starts three days before the due date, «красное» the day after it


class FormState(StrEnum):
    """One state of a school's form, in the order in which schools ask for attention."""

    LATE = "late"  # the due date has passed, the form is still taken
    MISSING = "missing"  # the campaign is closed and nothing was handed in
    RETURNED = "returned"  # the methodist asked, the school has not answered yet
    REVIEW = "review"  # handed in, waits for the methodist
    SOON = "soon"  # three days or fewer are left
    FILLING = "filling"  # begun
    NOT_STARTED = "not_started"
    ACCEPTED = "accepted"
    EXEMPT = "exempt"

    @property
    def sign(self) -> str:
        """Which of the product's nine states it is drawn as."""
        return _LOOKS[self][0]

    @property
    def word(self) -> str:
        """How it reads with the word «отчёт»."""
        return _LOOKS[self][1]

    @property
    def owes(self) -> bool:
        """The school has yet to hand in: nothing came, or it came back with questions."""
        return self in _OWES

    @property
    def has_handed_in(self) -> bool:
        """A form of the school lies with the municipality, whatever became of it."""
        return self in _HANDED_IN


_LOOKS = {
    FormState.LATE: ("late", "Опаздывает"),
    FormState.MISSING: ("late", "Не сдан"),
    FormState.RETURNED: ("return", "Возвращён"),
    FormState.REVIEW: ("review", "На проверке"),
    FormState.SOON: ("soon", "Скоро срок"),
    FormState.FILLING: ("work", "Заполняется"),
    FormState.NOT_STARTED: ("idle", "Не начат"),
    FormState.ACCEPTED: ("done", "Принят"),
    FormState.EXEMPT: ("done", "Освобождена"),
}
_OWES = frozenset({FormState.LATE, FormState.RETURNED, FormState.SOON, FormState.FILLING, FormState.NOT_STARTED})
_HANDED_IN = frozenset({FormState.RETURNED, FormState.REVIEW, FormState.ACCEPTED})


class Verdict(StrEnum):
    """The methodist's answer to one version."""

    ACCEPTED = "accepted"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a school in a campaign when its state is asked for.

    ``handed_in`` is whether any version came, ``verdict`` the answer to the latest one, ``filled`` how many lines of
    the draft are answered (None where the school has not opened the form).
    """

    dates: SchoolDates
    is_exempt: bool = False
    handed_in: bool = False
    verdict: Verdict | None = None
    filled: int | None = None


def state_of(standing: Standing, today: date) -> FormState:
    """The state on a day of the municipality."""
    if standing.handed_in:
        return _ANSWERED.get(standing.verdict, FormState.REVIEW)
    if standing.is_exempt:
        return FormState.EXEMPT
    match standing.dates.window(today):
        case Window.CLOSED:
            return FormState.MISSING
        case Window.LATE:
            return FormState.LATE
    if (standing.dates.due_on - today).days <= SOON_DAYS:
        return FormState.SOON
    return FormState.FILLING if standing.filled else FormState.NOT_STARTED


_ANSWERED = {Verdict.ACCEPTED: FormState.ACCEPTED, Verdict.RETURNED: FormState.RETURNED, None: FormState.REVIEW}


def state_words(state: FormState, dates: SchoolDates, today: date, *, answer_by: date | None = None) -> str:
    """The state as it stands on the board: «Опаздывает на 3 дня», «Срок через 2 дня», «Возвращён»."""
    match state:
        case FormState.LATE:
            return f"Опаздывает на {_days(dates.days_late(today))}"
        case FormState.SOON:
            left = (dates.due_on - today).days
            return f"Срок через {_days(left)}" if left else "Срок сегодня"
        case FormState.RETURNED if answer_by and answer_by < today:
            return f"Возвращён, ждём ответа на {_days((today - answer_by).days)} дольше"
    return state.word


def _days(count: int) -> str:
    return counted(count, "день", "дня", "дней")
