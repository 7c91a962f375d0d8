"""A school's registers for tests, filled through the services the pages call. Run inside ``school_open``."""

from __future__ import annotations

from datetime import date, datetime
from itertools import count
from typing import Any

from schools.meetings.services.record_meeting import HeldMeeting, record_meeting
from schools.orders.services.register_document import NewDocument, register_document
from schools.pairs.models import Programme
from schools.pairs.services.form_pair import NewPair, appoint_pair, end_pair, propose_pair
from schools.passport.services.save_card import save_card, save_headcount
from schools.people.models import Partner
from schools.people.services.add_person import NewPerson, add_person
from schools.people.services.enrol import enrol_mentee, enrol_mentor
from schools.people.services.record_consent import record_consent
from schools.publications.services.publish import NewPublication, publish
from schools.roadmap.models import Activity, Evidence, Occurrence, Roadmap, Stage
from tests.factories.municipal import local

SEPTEMBER, REPORTING = date(2025, 9, 1), date(2025, 10, 1)
LONG_AGO = date(2024, 9, 1)  # consents were given before any pair of the tests
AT = local(date(2025, 10, 1))
_numbers = count(1)


def moment(day: date) -> datetime:
    """Noon of a day on the school's clock."""
    return local(day)


def person(kind: str = "teacher", *, consent: bool = True, **said: Any) -> int:
    """Somebody new with a consent: a teacher of long standing or a pupil of fourteen, unless said otherwise."""
    number = next(_numbers)
    usual: dict[str, Any] = {"patronymic": "Ильич", "first_name": "Пётр", "last_name": f"Проверкин-{number}"}
    if kind == "pupil":
        usual |= {"class_name": "7 «А»", "birth_year": 2011, "birth_month": 3}
    if kind == "teacher":
        usual |= {"teaching_since": date(2005, 9, 1)}
    made = add_person(NewPerson(kind=kind, **{**usual, **said}), actor_id=None, at=AT)
    if consent:
        give_consent(made, by_representative=kind == "pupil")
    return made


def give_consent(person_id: int, *, by_representative: bool = True, valid_until: date | None = None) -> None:
    """A consent to the processing of data, given long ago."""
    record_consent(
        person_id,
        purpose="processing",
        given_on=LONG_AGO,
        valid_until=valid_until,
        by_representative=by_representative,
        today=SEPTEMBER,
        actor_id=None,
        at=AT,
    )


def mentor(kind: str = "teacher", *, since: date = SEPTEMBER, card: dict[str, Any] | None = None, **said: Any) -> int:
    """A person in the pool of mentors; ``card`` is what else stands in the record."""
    made = person(kind, **said)
    papers: dict[str, Any] = {"labour_consent_on": since, "labour_agreement": "1"} if kind == "teacher" else {}
    enrol_mentor(made, since=since, actor_id=None, at=AT, **(papers | (card or {})))
    return made


def mentee(kind: str = "pupil", *, since: date = SEPTEMBER, **said: Any) -> int:
    """A person in the pool of mentees."""
    made = person(kind, **said)
    enrol_mentee(made, since=since, actor_id=None, at=AT)
    return made


def pair(
    mentors: int | list[int],
    mentees: int | list[int],
    *,
    form: str = "teacher_pupil",
    ordered_on: date = date(2025, 9, 10),
    order: str = "41",
) -> int:
    """A pair or group appointed by an order."""
    wanted = NewPair(form, _several(mentors), _several(mentees))
    made = propose_pair(wanted, on=ordered_on, actor_id=None, at=moment(ordered_on))
    appoint_pair(made, order_number=order, ordered_on=ordered_on, actor_id=None, at=moment(ordered_on))
    return made


def _several(people: int | list[int]) -> list[int]:
    return [people] if isinstance(people, int) else people


def working_pair(**said: Any) -> int:
    """A teacher with a pupil of hers."""
    return pair(mentor(), mentee(), **said)


def completed(pair_id: int, on: date, *, final: bool = True) -> int:
    """The pair completed its programme, with the final meeting unless said otherwise."""
    if final:
        meeting(pair_id, on, kind="final")
    end_pair(pair_id, completed=True, on=on, actor_id=None, at=moment(on))
    return pair_id


def broken(pair_id: int, on: date, reason: str = "Наставник сменил место работы") -> int:
    """The pair was broken off."""
    end_pair(pair_id, completed=False, on=on, reason=reason, actor_id=None, at=moment(on))
    return pair_id


def meeting(pair_id: int, on: date, *, kind: str = "working", feedback: bool = False) -> int:
    """A meeting held."""
    held = HeldMeeting(held_on=on, kind=kind, mentor_feedback=feedback)
    return record_meeting(pair_id, held, today=on, actor_id=None, at=moment(on))


def document(kind: str, *, on: date = date(2025, 9, 3), number: str = "12", **said: Any) -> int:
    """A document in the register."""
    wanted = NewDocument(kind=kind, title=f"Документ {kind}", signed_on=on, number=number, **said)
    return register_document(wanted, today=on, actor_id=None, at=moment(on))


def publication(on: date = date(2025, 9, 12), *, channel: str = "site", **said: Any) -> int:
    """A publication with an address of its own."""
    url = f"https://shkola.example/novosti/{next(_numbers)}"
    wanted = NewPublication(title="Новости наставничества", url=url, published_on=on, channel=channel, **said)
    return publish(wanted, today=on, actor_id=None, at=moment(on))


def card(**said: Any) -> None:
    """The school's card with a site section that opens."""
    usual: dict[str, Any] = {
        "official_name": "Лесная СОШ",
        "principal_name": "Ершов Е. И.",
        "site_section_url": "https://shkola.example/nastavnichestvo",
        "site_section_updated_on": date(2025, 9, 20),
        "site_section_works": True,
        "checked_on": date(2025, 9, 25),
    }
    save_card(**{**usual, **said}, actor_id=None, at=AT)


def headcount(
    as_of: date = SEPTEMBER, *, pupils: int | None = 240, teens: int | None = 90, young: int | None = 3, all_: int = 32
) -> None:
    """Numbers of the school's card."""
    numbers = {"pupils_10_19": pupils, "pupils_15_19": teens, "young_teachers": young, "teachers": all_}
    save_headcount(as_of=as_of, **numbers, actor_id=None, at=AT)


def partner(name: str = "Завод «Север»", **said: Any) -> int:
    """A partner since last year."""
    return Partner.objects.create(**{"name": name, "since": date(2024, 9, 1), **said}).pk


def programme(title: str = "Первые шаги", **said: Any) -> int:
    """A programme of the bank."""
    usual = {"title": title, "mentoring_format": "teacher_pupil", "valid_from": date(2024, 9, 1)}
    return Programme.objects.create(**{**usual, **said}).pk


def roadmap(**said: Any) -> int:
    """An approved roadmap of the school year; gives its first stage."""
    usual = {
        "title": "Дорожная карта на учебный год",
        "model": "pupils_r145",
        "period_from": SEPTEMBER,
        "period_to": date(2026, 8, 31),
        "status": "approved",
        "order_number": "37",
        "order_date": date(2025, 9, 2),
        "origin": "typical",
        "created_at": AT,
    }
    made = Roadmap.objects.create(**{**usual, **said})
    return Stage.objects.create(roadmap=made, position=1, number="1", title="Подготовка").pk


def activity(stage: int, due_on: date, *, done_on: date | None = None, proof: bool = True, **said: Any) -> int:
    """An activity with one date; done, it has a proof unless said otherwise."""
    position = next(_numbers) % 30000
    usual = {"position": position, "number": f"1.{position}", "text": "Провести занятие", "closes_by": "event"}
    made = Activity.objects.create(stage_id=stage, **{**usual, **said})
    Occurrence.objects.create(activity=made, due_on=due_on, done_on=done_on)
    if done_on and proof:
        Evidence.objects.create(activity=made, title="Отчёт", added_on=done_on)
    return made.pk
