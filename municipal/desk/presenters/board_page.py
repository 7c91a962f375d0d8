"""The board of a campaign: its conclusion, counts, squares and the table «Что сделать сейчас»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone

from municipal.campaigns.queries import CampaignInfo
from municipal.desk.domain.wording import day_words, days, schools, when
from municipal.submissions.domain.states import FormState
from municipal.submissions.queries import SchoolState, counts_by_state
from municipal.submissions.services.remind_schools import may_be_reminded
from tenants.domain.russian import NBSP, clock, counted, date_words, plural

# How a count of schools in a state reads: for one school, for several.
_TALLY = {
    FormState.ACCEPTED: ("Принят", "Приняты"),
    FormState.REVIEW: ("На проверке", "На проверке"),
    FormState.RETURNED: ("Возвращён", "Возвращены"),
    FormState.LATE: ("Опаздывает", "Опаздывают"),
    FormState.MISSING: ("Не сдан", "Не сданы"),
    FormState.SOON: ("Скоро срок", "Скоро срок"),
    FormState.FILLING: ("Заполняется", "Заполняются"),
    FormState.NOT_STARTED: ("Не начат", "Не начаты"),
    FormState.EXEMPT: ("Освобождена", "Освобождены"),
}
_SQUARE = {
    FormState.RETURNED: "возвращён",
    FormState.REVIEW: "проверить",
    FormState.ACCEPTED: "принят",
    FormState.EXEMPT: "освобождена",
    FormState.MISSING: "не сдан",
}
_QUIET = (FormState.ACCEPTED, FormState.EXEMPT)


@dataclass(frozen=True, slots=True)
class Line:
    """A count of the tally."""

    code: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Square:
    """A school of the board."""

    href: str
    name: str
    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """A school of the table; of the actions at most one is set."""

    state: SchoolState
    href: str
    name: str
    contact: str
    code: str
    words: str
    ready: str
    event: str
    note: str
    action: str  # check | open | call | remind | card | ""
    tel: str


@dataclass(frozen=True, slots=True)
class BoardPage:
    """Everything the template shows."""

    conclusion: str
    tally: tuple[Line, ...]
    due_note: str
    squares: tuple[Square, ...]
    rows: tuple[Row, ...]
    attention: int
    total: int
    to_remind: int


def board_page(
    campaign: CampaignInfo, states: Sequence[SchoolState], *, today: date, everybody: bool = False
) -> BoardPage:
    """The page on a day; the table holds schools that need attention, or all of them."""
    attention = [one for one in states if one.state not in _QUIET]
    shown = states if everybody else attention
    return BoardPage(
        conclusion=conclusion(campaign, states, today=today),
        tally=_tally(states),
        due_note=_due_note(campaign, today),
        squares=tuple(Square(_href(campaign, one), one.short_name, one.sign, _square_words(one)) for one in states),
        rows=tuple(_row(campaign, one, today) for one in shown),
        attention=len(attention),
        total=len(states),
        to_remind=sum(may_be_reminded(one, today) for one in states),
    )


def conclusion(campaign: CampaignInfo, states: Sequence[SchoolState], *, today: date) -> str:
    """«Сдали 9 школ из 12. Срок прошёл в пятницу, три школы опаздывают.»"""
    if not campaign.is_open:
        return f"Кампания откроется {day_words(campaign.opens_on, today)}. Школы уже видят дату."
    counts = counts_by_state(states)
    exempt = counts.get(FormState.EXEMPT, 0)
    done = sum(one.state.has_handed_in for one in states)
    first = (
        f"{plural(done, 'Сдала', 'Сдали', 'Сдали')} {counted(done, 'школа', 'школы', 'школ')} из{NBSP}"
        f"{len(states) - exempt}."
    )
    return f"{first} {_about_due(campaign, counts, today)}"


def _about_due(campaign: CampaignInfo, counts: dict[FormState, int], today: date) -> str:
    late, missing = counts.get(FormState.LATE, 0), counts.get(FormState.MISSING, 0)
    if today > campaign.closes_on:
        left = f", {schools(missing)} не {plural(missing, 'сдала', 'сдали', 'сдали')}" if missing else ""
        return f"Приём закрыт {day_words(campaign.closes_on, today)}{left}."
    if today > campaign.due_on:
        left = f", {schools(late)} {plural(late, 'опаздывает', 'опаздывают', 'опаздывают')}" if late else ""
        return f"Срок прошёл {when(campaign.due_on, today)}{left}."
    left_days = (campaign.due_on - today).days
    return f"До срока {days(left_days)}." if left_days else "Срок сегодня."


def _due_note(campaign: CampaignInfo, today: date) -> str:
    weekday = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")[
        campaign.due_on.weekday()
    ]
    verb = "Срок был" if today > campaign.due_on else "Срок"
    return f"{verb} {day_words(campaign.due_on, today)}, {weekday}"


def _tally(states: Sequence[SchoolState]) -> tuple[Line, ...]:
    counts = counts_by_state(states)
    return tuple(
        Line(state.sign, words[0] if counts[state] == 1 else words[1], counts[state])
        for state, words in _TALLY.items()
        if state in counts
    )


def _square_words(one: SchoolState) -> str:
    return _SQUARE.get(one.state) or (f"{one.filled} из{NBSP}{one.total}" if one.filled else "не начат")


def _href(campaign: CampaignInfo, one: SchoolState) -> str:
    if one.submission_id:
        return reverse("campaigns:review", args=[campaign.school_year, campaign.id, one.submission_id])
    return reverse("campaigns:school", args=[campaign.school_year, campaign.id, one.school_id])


def _row(campaign: CampaignInfo, one: SchoolState, today: date) -> Row:
    phone = one.contact.phone if one.contact else ""
    return Row(
        state=one,
        href=_href(campaign, one),
        name=one.short_name,
        contact=one.contact.name if one.contact else "Куратор не указан",
        code=one.sign,
        words="Возвращён вами" if one.words == "Возвращён" else one.words,
        ready="—" if one.state is FormState.EXEMPT else f"{one.filled or 0} из{NBSP}{one.total}",
        event=_event(one, campaign, today),
        note=f"Срок продлён до {day_words(one.extended_until, today)}" if one.extended_until else "",
        action=_action(one, phone, today),
        tel=dialled(phone),
    )


def dialled(phone: str) -> str:
    """A number as a telephone takes it: «+79000000000»."""
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")


def _action(one: SchoolState, phone: str, today: date) -> str:
    """By circumstance: handed in — look; never opened — call; filling in — remind."""
    if one.state is FormState.REVIEW:
        return "check"
    if one.submission_id:
        return "open"
    if one.state is FormState.EXEMPT:
        return "card"
    if not one.filled and phone:
        return "call"
    return "remind" if may_be_reminded(one, today) else "card"


def _event(one: SchoolState, campaign: CampaignInfo, today: date) -> str:
    """What happened last with the school's form, in a sentence."""
    match one.state:
        case FormState.EXEMPT:
            return one.exempt_reason
        case FormState.RETURNED:
            asked = "; ".join(f"{remark.field}: {remark.text}" for remark in one.remarks)
            until = f" — ждём ответа до {day_words(one.answer_by, today)}" if one.answer_by else ""
            return f"«{asked}»{until}"
        case FormState.ACCEPTED if one.reviewed_at:
            return f"Принят {day_words(campaign.day_of(one.reviewed_at), today)}{_lateness(one)}"
        case FormState.REVIEW if one.submitted_at:
            said = f", {counted(one.explanations, 'пояснение', 'пояснения', 'пояснений')}" if one.explanations else ""
            again = f", версия {one.version}" if one.version > 1 else ""
            return f"Сдан {day_words(campaign.day_of(one.submitted_at), today)}{_lateness(one)}{again}{said}"
    if one.told_at:
        moment = timezone.localtime(one.told_at)
        return f"Последняя правка {when(moment.date(), today)}, {clock(moment)}"
    return "Форму ещё не открывали" + (
        f", напоминание {date_words(one.reminded_on, with_year=False)}" if one.reminded_on else ""
    )


def _lateness(one: SchoolState) -> str:
    return " · позже срока" if one.is_late else ""
