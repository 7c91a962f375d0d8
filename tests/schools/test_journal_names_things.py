"""Every line of the school's journal says what was changed: by name, title, number or day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from schools.meetings.services.record_meeting import HeldMeeting, plan_meeting, record_meeting, remove_meeting
from schools.orders.services.register_document import NewDocument, register_document
from schools.pairs.services.appoint_pairs import appoint_pairs
from schools.pairs.services.form_pair import NewPair, change_goal, end_pair, propose_pair, withdraw_pair
from schools.people.services.archive_person import archive_person, restore_person
from schools.people.services.partners import add_partner, end_partnership
from schools.people.services.record_consent import withdraw_consent
from schools.publications.services.publish import NewPublication, mark_link, publish
from schools.roadmap.domain.deadline import Period
from schools.roadmap.services.adopt_typical import adopt_typical
from schools.roadmap.services.mark_done import attach_evidence, correct_deadline, mark_done, undo_done
from tenants.current import school_open
from tenants.journal.queries import latest_events
from tests.factories import school as make
from tests.schools.rooms import NOW, TODAY

YEAR = Period(date(2025, 9, 1), date(2026, 8, 31))
WHO: dict[str, Any] = {"actor_id": 7, "at": NOW}


def _last() -> str:
    return latest_events(limit=1)[0].text.replace("\u00a0", " ")


def _people() -> tuple[int, int]:
    return make.mentor(last_name="Лапина", first_name="Ольга"), make.mentee(last_name="Сомов", first_name="Илья")


def _proposed() -> int:
    mentor, mentee = _people()
    return propose_pair(NewPair("teacher_pupil", [mentor], [mentee]), on=TODAY, **WHO)


def _working() -> int:
    return make.pair(*_people())


def _activity() -> int:
    return make.activity(make.roadmap(), TODAY, text="Провести «Ярмарку наставников»", number="5.4")


def _person() -> None:
    make.person(last_name="Лапина", first_name="Ольга", patronymic="", consent=False)


def _enrolled() -> None:
    make.mentor(last_name="Лапина", first_name="Ольга", patronymic="")


def _archived() -> None:
    archive_person(_people()[0], on=TODAY, **WHO)


def _restored() -> None:
    gone = _people()[0]
    archive_person(gone, on=TODAY, **WHO)
    restore_person(gone, **WHO)


def _withdrawn_consent() -> None:
    from schools.people.models import Consent  # noqa: PLC0415 -- one act needs the row itself

    withdraw_consent(Consent.objects.filter(person_id=_people()[1]).values_list("pk", flat=True)[0], on=TODAY, **WHO)


def _partner() -> None:
    end_partnership(add_partner(name="Завод «Свет»", since=TODAY, **WHO), on=TODAY, **WHO)


def _met() -> None:
    record_meeting(_working(), HeldMeeting(date(2025, 9, 24)), today=TODAY, **WHO)


def _meeting_removed() -> None:
    pair = _working()
    said: dict[str, Any] = {"kind": "working", "topic": "", "today": TODAY, **WHO}
    remove_meeting(plan_meeting(pair, planned_on=date(2025, 10, 20), **said), **WHO)


def _two_appointed() -> None:
    other = NewPair("teacher_pupil", [make.mentor(last_name="Белова")], [make.mentee(last_name="Ким")])
    pairs = [_proposed(), propose_pair(other, on=TODAY, **WHO)]
    appoint_pairs(pairs, order_number="52", ordered_on=TODAY, **WHO)


def _evidence() -> None:
    attach_evidence(_activity(), title="Протокол № 2", on=TODAY, **WHO)


def _deadline() -> None:
    draft = make.roadmap(status="draft")
    activity = make.activity(draft, TODAY, text="Провести «Ярмарку наставников»", number="5.4")
    correct_deadline(activity, phrase="до 15 ноября", **WHO)


def _moved() -> None:
    correct_deadline(_activity(), phrase="до 15 ноября", reason="Заняты зал и даты", **WHO)


def _undone() -> None:
    activity = _activity()
    mark_done(activity, done_on=TODAY, today=TODAY, **WHO)
    undo_done(activity, **WHO)


def _published() -> None:
    mark_link(
        publish(NewPublication("День наставника", "https://s.example/1", TODAY, "site"), today=TODAY, **WHO),
        works=False,
        today=TODAY,
        **WHO,
    )


COUPLE = "(Лапина О. И. и Сомов И. И.)"


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (_person, "Лапина О.: запись добавлена."),
        (_enrolled, "Лапина О.: внесена запись в базу наставников."),
        (_archived, "Лапина О. И.: запись убрана из действующих."),
        (_restored, "Лапина О. И.: запись снова действует."),
        (_withdrawn_consent, "Сомов И. И.: отозвано согласие, обработка данных."),
        (_partner, "Работа с партнёром «Завод «Свет»» закончена."),
        (_proposed, f"{COUPLE}: предложена."),
        (lambda: withdraw_pair(_proposed(), **WHO), f"{COUPLE}: предложение отозвано."),
        (lambda: change_goal(_working(), "Проект", **WHO), f"{COUPLE}: уточнено, над чем она работает."),
        (lambda: end_pair(_working(), completed=True, on=TODAY, **WHO), f"{COUPLE}: завершена."),
        (_two_appointed, "Приказом № 52 закреплены 2 пары (Лапина О. И. и Сомов И. И.; Белова П. И. и Ким П. И.)."),
        (_met, f"{COUPLE}: встреча 24 сентября 2025 года записана."),
        (_meeting_removed, f"{COUPLE}: встреча 20 октября 2025 года убрана из журнала."),
        (
            _evidence,
            "Дорожная карта, пункт 5.4 «Провести «Ярмарку наставников»»: добавлено подтверждение «Протокол № 2».",
        ),
        (_deadline, "«Провести «Ярмарку наставников»»: срок теперь «до 15 ноября»."),
        (_moved, "«Провести «Ярмарку наставников»»: предложено: срок «до 15 ноября», ждёт приказа."),
        (_undone, "«Провести «Ярмарку наставников»»: отметка о выполнении снята."),
        (_published, "Ссылка публикации «День наставника» не открывается."),
        (
            lambda: register_document(NewDocument("curator", "О кураторе", TODAY, number="7"), today=TODAY, **WHO),
            "Записан документ № 7 от 15.10.2025 «О кураторе».",
        ),
        (lambda: adopt_typical("pupils", period=YEAR, **WHO), "Сохранена дорожная карта «"),
    ],
)
def test_a_line_of_the_journal_names_what_was_changed(db: None, act: Callable[[], object], said: str) -> None:
    with school_open(1):
        act()
        assert said in _last()


def test_a_long_title_is_cut_where_the_column_ends(db: None) -> None:
    with school_open(1):
        activity = make.activity(make.roadmap(), TODAY, text="Очень длинное мероприятие " * 40)
        attach_evidence(activity, title="Б" * 300, on=TODAY, **WHO)
        assert (len(_last()), _last()[-1]) == (300, "…")
