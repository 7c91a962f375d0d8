"""Meetings and ends of pairs in the demonstration."""

from __future__ import annotations

from datetime import date, timedelta

from config.demo.life import Life
from schools.meetings.services.record_meeting import HeldMeeting, record_meeting
from schools.pairs.services.form_pair import end_pair
from schools.people.services.archive_person import archive_person
from tenants.domain.school_year import SchoolYear

KINDS_OF_MEETINGS = ("acquaintance", "trial", "planning")


def meet(life: Life, *, until: date) -> None:
    """Each working pair meets by its school's rhythm up to ``until``; half the pairs of slow schools fall silent."""
    end_of_year = date(SchoolYear.of(until).start_year + 1, 5, 22)
    for index, (pair, started) in enumerate(life.open_pairs):
        rhythm, day, number = life.spec.rhythm_days + index % 3, started + timedelta(days=1 + index % 4), 0
        silent = life.spec.rhythm_days > 30 and index % 2
        while day <= min(until, end_of_year) and not (silent and number > 0):
            answered = life.random.random()
            record_meeting(
                pair,
                HeldMeeting(
                    held_on=day,
                    kind=KINDS_OF_MEETINGS[number] if number < len(KINDS_OF_MEETINGS) else "working",
                    mentor_feedback=answered < 0.85,
                    mentee_feedback=answered < 0.7,
                ),
                today=day,
                actor_id=life.actor_id,
                at=life.moment(day),
            )
            number, day = number + 1, day + timedelta(days=rhythm)


def _last_meeting(life: Life, pair: int, day: date) -> None:
    held = HeldMeeting(held_on=day, kind="final", mentor_feedback=True, mentee_feedback=True)
    record_meeting(pair, held, today=day, actor_id=life.actor_id, at=life.moment(day))


def end_pairs(life: Life, on: date) -> None:
    """In May the pairs end: most with a last meeting, one in eleven broken off; who was in them leaves."""
    for index, (pair, _) in enumerate(life.open_pairs):
        broken = index % 11 == 7
        if not broken:
            _last_meeting(life, pair, on - timedelta(days=5 + index % 4))
        end_pair(
            pair,
            completed=not broken,
            on=on - timedelta(days=60) if broken else on - timedelta(days=index % 4),
            reason="наставляемый сменил школу" if broken else "",
            actor_id=life.actor_id,
            at=life.moment(on),
        )
    life.open_pairs.clear()
    for person in life.leaving:
        archive_person(
            person, on=on + timedelta(days=6), actor_id=life.actor_id, at=life.moment(on + timedelta(days=6))
        )
    life.leaving.clear()
