"""The list of pairs: who waits, what there is, how it goes (ux.md § 5, screen 10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from municipal.indicators.formats import load_formats
from schools.pairs.domain.journey import STEPS, where_now
from schools.pairs.domain.suiting import formats_for
from schools.pairs.models import Pair, PairStatus
from schools.pairs.presenters.words import State, about, day_words, mentor_words, order_words, state_of
from schools.pairs.queries import Loaded, Waiting
from tenants.domain.russian import counted, date_words, plural, sort_key
from tenants.domain.school_year import SchoolYear

WORKING, QUIET, PROPOSED, PAUSED = "rabotayut", "davno", "predlozheny", "priostanovleny"
ENDED, GROUPS = "zaversheny", "gruppy"
CHOICES = {
    WORKING: "Работают",
    QUIET: "Давно не встречались",
    PROPOSED: "Предложены",
    PAUSED: "Приостановлены",
    ENDED: "Завершены и прерваны",
    GROUPS: "Группы",
}
PAST = {WORKING: "Работали"}  # the same choice in a year that is over
OFFERED = 4  # mentors shown beside the one who waits; the form has them all


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table."""

    id: int
    names: str
    form: str
    order: str
    cells: dict[str, int]
    where: str
    last: str
    state: State
    choices: frozenset[str]
    format_code: str


def lines(pairs: Iterable[Any], on: date, *, over: bool = False) -> list[Line]:
    """Pairs (with people and meetings) as they stood on ``on``, by name. ``over``: the last day of a past year."""
    return sorted((_line(pair, on, over=over) for pair in pairs), key=lambda line: sort_key(line.names))


def _line(pair: Any, on: date, *, over: bool) -> Line:
    reached = pair.reached or 0
    state = state_of(pair, pair.last_held, on)
    choices = _choices(pair, state, on)
    if over:
        state, choices = _past_state(state, choices), _past_choices(choices)
    return Line(
        id=pair.pk,
        names=pair.called(),
        form=load_formats().title(pair.mentoring_format),
        order=order_words(pair),
        cells={"done": reached, "total": len(STEPS)},
        where=_where(reached, pair.held, over=over) if pair.started_on else "",
        last=_last(pair.last_held, on, over=over) if pair.last_held else "",
        state=state,
        choices=choices,
        format_code=pair.mentoring_format,
    )


def _where(reached: int, held: int, *, over: bool) -> str:
    return where_now(reached, held) if reached or not over else "встреч не было"


def _last(day: date, on: date, *, over: bool) -> str:
    return date_words(day) if over else day_words(day, on)


def _past_state(state: State, choices: frozenset[str]) -> State:
    """How many days without meetings a pair had on 31 August says nothing: it worked to the end of the year."""
    return State("done", "Работала до конца года", pill=False) if WORKING in choices else state


def _past_choices(choices: frozenset[str]) -> frozenset[str]:
    """Of a past year «Работали» are all that worked in it, those that ended too."""
    return choices - {QUIET} | ({WORKING} if ENDED in choices else set())


def _choices(pair: Pair, state: State, on: date) -> frozenset[str]:
    if pair.status == PairStatus.PROPOSED:
        found = {PROPOSED}
    elif pair.ended_on is not None and pair.ended_on <= on:
        found = {ENDED}
    elif pair.paused_on is not None and pair.paused_on <= on:
        found = {PAUSED}
    else:
        found = {WORKING} | ({QUIET} if state.code in {"soon", "late"} else set())
    return frozenset(found | ({GROUPS} if pair.kind == "group" and ENDED not in found else set()))


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the address asks for: one of the choices, and perhaps a form of mentoring."""

    choice: str
    form: str

    @classmethod
    def read(cls, choice: str, form: str) -> Chosen:
        """Anything unknown is «Работают»."""
        return cls(choice if choice in CHOICES else WORKING, form if form in load_formats().formats else "")

    def keeps(self, line: Line) -> bool:
        """Whether the table shows the line."""
        return self.choice in line.choices and (not self.form or self.form == line.format_code)


def chips(found: Sequence[Line], chosen: Chosen, *, over: bool = False) -> list[dict[str, Any]]:
    """Filters by state, then by form of the working pairs; what would show nothing is left out, but the first."""
    counts = Counter(choice for line in found for choice in line.choices)
    by_state = [
        _chip(
            PAST.get(code, words) if over else words,
            counts[code],
            {"otbor": code} if code != WORKING else {},
            current=chosen == Chosen(code, ""),
        )
        for code, words in CHOICES.items()
        if counts[code] or code in {WORKING, chosen.choice}
    ]
    forms = Counter(line.format_code for line in found if WORKING in line.choices)
    title = load_formats().title
    by_form = [
        _chip(title(code), count, {"forma": code}, current=chosen == Chosen(WORKING, code))
        for code, count in forms.most_common()
        if len(forms) > 1
    ]
    return by_state + by_form


def _chip(words: str, count: int, query: dict[str, str], *, current: bool) -> dict[str, Any]:
    return {
        "words": words[:1].upper() + words[1:],
        "count": count,
        "current": current,
        "href": f"?{urlencode(query)}#pary",
    }


def past_conclusion(found: Sequence[Line], year: SchoolYear) -> str:
    """«За 2024/25 учебный год работало 14 пар.»: of a year that is over."""
    count = sum(WORKING in line.choices for line in found)
    if not count:
        return f"За {year.title} учебный год ни одна пара не работала."
    verb = plural(count, "работала", "работали", "работало")
    return f"За {year.title} учебный год {verb} {counted(count, 'пара', 'пары', 'пар')}."


def conclusion(found: Sequence[Line], waiting: int) -> str:
    """«16 пар и групп работают. Двое наставляемых ждут наставника.»"""
    count = sum(WORKING in line.choices for line in found)
    verb = plural(count, "работает", "работают", "работают")
    said = f"{counted(count, 'пара', 'пары', 'пар')} {verb}." if count else "Ни одна пара пока не работает."
    if not waiting:
        return said
    verb = plural(waiting, "ждёт", "ждут", "ждут")
    return f"{said} Наставника {verb} {counted(waiting, 'человек', 'человека', 'человек')}."


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """Somebody in the list of those who wait."""

    id: int
    name: str
    about: str
    request: str
    waits: str
    current: bool


def waiting_lines(waiting: Sequence[Waiting], chosen_id: int | None, today: date) -> list[WaitingLine]:
    """Those who wait; the chosen one, or else the first, is current."""
    known = {one.card.pk for one in waiting}
    current = chosen_id if chosen_id in known else next((one.card.pk for one in waiting), None)
    return [
        WaitingLine(
            id=one.card.pk,
            name=one.card.person.short_name,
            about=about(one.card.person),
            request=one.card.request_words,
            waits=_waits((today - one.since).days),
            current=one.card.pk == current,
        )
        for one in waiting
    ]


def _waits(days: int) -> str:
    return f"ждёт {counted(days, 'день', 'дня', 'дней')}" if days > 0 else "в базе с сегодняшнего дня"


@dataclass(frozen=True, slots=True)
class Offer:
    """A mentor who may be proposed to the one who waits."""

    id: int
    name: str
    about: str
    strengths: str
    load: str


def offers(mentors: Sequence[Loaded], mentee_kind: str, organisation: str) -> list[Offer]:
    """Free mentors whose kind suits at least one form for such a mentee, in the order given."""
    kinds = {kind for form in formats_for(organisation, mentee_kind=mentee_kind) for kind in form.mentor_kinds}
    return [
        Offer(
            id=one.card.pk,
            name=one.card.person.short_name,
            about=about(one.card.person),
            strengths=one.card.help_words,
            load=mentor_words(one.card, one.pairs),
        )
        for one in mentors
        if one.is_free and one.card.person.kind in kinds
    ]
