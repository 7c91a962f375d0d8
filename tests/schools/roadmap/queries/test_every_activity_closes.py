"""Every activity of the seven-stage roadmap is closed by an object of the product, without a single mark by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from schools.events.services.keep_event import NewEvent, add_event
from schools.pairs.services.form_pair import NewPair, appoint_pair, propose_pair
from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.typical import load_typical
from schools.roadmap.queries import standings
from schools.roadmap.queries.standings import ActivityStanding
from schools.roadmap.services.adopt_typical import adopt_typical
from schools.roadmap.services.approve_roadmap import approve_roadmap
from schools.roadmap.services.prove import check_register
from schools.surveys.domain.totals import Side, Totals
from schools.surveys.services.keep_round import Survey, add_round
from tenants.current import school_open
from tests.factories import municipal
from tests.factories import school as make

pytestmark = pytest.mark.django_db
YEAR = Period(date(2025, 9, 1), date(2026, 8, 31))
END = date(2026, 6, 20)
ENOUGH = Totals(Side(invited=6, answered=6), Side(invited=6, answered=6))
Deed = Callable[[int], Any]


@pytest.fixture(autouse=True)
def in_school(db: None) -> Iterator[None]:
    with school_open(1):
        yield


def _who(day: date) -> dict[str, Any]:
    return {"today": day, "actor_id": None, "at": make.moment(day)}


def _order(kind: str, day: date) -> Deed:
    return lambda _: make.document(kind, on=day, number="77")


def _approved(roadmap: int) -> None:
    day = date(2025, 9, 10)
    approve_roadmap(roadmap, order_number="37", order_date=day, **_who(day))


def _event(kind: str, day: date) -> Deed:
    wanted = NewEvent(kind=kind, title="Разговор о программе", held_on=day, participants=20)
    return lambda _: add_event(wanted, **_who(day))


def _survey(kind: str, day: date, **said: Any) -> Deed:
    wanted = Survey(kind=kind, opened_on=day, closed_on=day, totals=said.pop("totals", ENOUGH), **said)
    return lambda _: add_round(wanted, **_who(day))


def _checked(register: str, day: date, fill: Callable[[], Any]) -> Deed:
    def deed(_: int) -> None:
        fill()
        check_register(register, on=day, actor_id=None, at=make.moment(day))

    return deed


def _pair(proposed: date, ordered: date | None = None) -> int:
    made = propose_pair(
        NewPair("teacher_pupil", [make.mentor()], [make.mentee()]), on=proposed, actor_id=None, at=make.moment(proposed)
    )
    if ordered is not None:
        appoint_pair(made, order_number="41", ordered_on=ordered, actor_id=None, at=make.moment(ordered))
    return made


def _met(kind: str, day: date) -> Deed:
    return lambda _: make.meeting(_pair(date(2025, 10, 6), date(2025, 10, 20)), day, kind=kind)


def _met_every_week(_: int) -> None:
    pair = _pair(date(2025, 10, 6), date(2025, 10, 20))
    for week in range(31):
        make.meeting(pair, date.fromordinal(date(2025, 10, 27).toordinal() + 7 * week))


def _handed_in(_: int) -> None:
    campaign = municipal.opened()
    municipal.accepted(campaign, municipal.handed_in(campaign, 1))


CLOSING: dict[str, tuple[Deed, str]] = {
    "1.1": (_order("implementation", date(2025, 9, 3)), "приказом № 77 от 3 сентября 2025 года"),
    "1.2": (_order("curator", date(2025, 9, 3)), "приказом № 77 от 3 сентября 2025 года"),
    "1.3": (_approved, "приказом № 37 от 10 сентября 2025 года"),
    "1.4": (_order("regulation", date(2025, 9, 15)), "документом № 77 от 15 сентября 2025 года"),
    "1.5": (lambda _: make.card(), "обновлением раздела сайта 20 сентября 2025 года"),
    "1.6": (_event("pedcouncil", date(2025, 9, 30)), "событием «Разговор о программе» 30 сентября 2025 года"),
    "2.1": (_survey("mentee_request", date(2025, 9, 18), totals=Totals(Side(invited=6, answered=6))), "опросом"),
    "2.2": (lambda _: _pair(date(2025, 9, 20)), "согласия есть у 2 из 2 участников"),
    "2.3": (_checked("mentees", date(2025, 9, 29), make.mentee), "базы наставляемых 29 сентября 2025 года: 1 запись"),
    "3.1": (_checked("partners", date(2025, 10, 9), make.partner), "перечня партнёров 9 октября 2025 года: 1 запись"),
    "3.2": (_checked("mentors", date(2025, 10, 9), make.mentor), "базы наставников 9 октября 2025 года: 1 запись"),
    "4.1": (_order("mentors_register", date(2025, 10, 14)), "приказом № 77 от 14 октября 2025 года"),
    "4.2": (_event("training", date(2025, 11, 5)), "событием «Разговор о программе» 5 ноября 2025 года"),
    "5.1": (lambda _: _pair(date(2025, 10, 10)), "пара есть у 1 из 1 наставляемого"),
    "5.2": (lambda _: _pair(date(2025, 10, 10), date(2025, 10, 24)), "подтверждены 1 из 1 пары"),
    "5.3": (lambda _: _pair(date(2025, 10, 10), date(2025, 10, 24)), "приказом № 41 от 24 октября 2025 года"),
    "5.4": (_checked("programmes", date(2025, 11, 11), make.programme), "банка программ 11 ноября 2025 года: 1 запись"),
    "6.1": (_survey("entry", date(2025, 10, 28)), "опросом"),
    "6.2": (_met("acquaintance", date(2025, 11, 6)), "встретились 1 из 1 пары"),
    "6.3": (_met("planning", date(2025, 11, 20)), "встретились 1 из 1 пары"),
    "6.4": (_met_every_week, "частоту встреч выдерживают 1 из 1 пары"),
    "6.5": (_survey("curator_table", date(2025, 12, 16), totals=Totals(), points=14), "опросом"),
    "6.6": (_handed_in, "и принята"),
    "7.1": (_met("final", date(2026, 5, 12)), "встретились 1 из 1 пары"),
    "7.2": (_survey("exit", date(2026, 5, 14)), "опросом"),
    "7.3": (lambda _: make.publication(date(2026, 5, 20), is_year_results=True), "публикацией"),
    "7.4": (_order("reward", date(2026, 5, 25)), "приказом № 77 от 25 мая 2026 года"),
    "7.5": (_order("final_report", date(2026, 6, 10)), "документом № 77 от 10 июня 2026 года"),
}


def _one(roadmap: int, number: str) -> ActivityStanding:
    return next(one for one in standings([roadmap], today=END) if one.activity.number == number)


def test_the_list_names_every_activity_of_the_roadmap() -> None:
    assert list(CLOSING) == [one.number for one in load_typical("pupils").activities]


@pytest.mark.parametrize("number", CLOSING)
def test_an_object_closes_the_activity_on_its_own_date(number: str) -> None:
    roadmap = adopt_typical("pupils", period=YEAR, actor_id=None, at=make.AT)
    before = _one(roadmap, number)
    deed, words = CLOSING[number]
    deed(roadmap)
    after = _one(roadmap, number)
    assert before.closed is None
    assert after.closed is not None
    assert words in after.closed.words.replace("\xa0", " ")
    due = after.occurrences[0]
    assert (due.marked_on, due.done_on) == (None, due.closed.on if due.closed else None)
    assert due.due_on is not None and due.done_on is not None and due.done_on <= due.due_on
    assert after.is_proved
