"""Meetings and ends of pairs in the demonstration."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from config.demo.days import DAY, in_winter_holidays, number_of, of_september, working, working_before
from config.demo.life import Life, WorkingPair
from schools.meetings.services.record_meeting import HeldMeeting, record_meeting
from schools.pairs.services.form_pair import end_pair
from schools.people.services.archive_person import archive_person
from tenants.domain.school_year import SchoolYear

KINDS_OF_MEETINGS = ("acquaintance", "trial", "planning")
SLOW = 30  # days: schools that meet more rarely than this are those the board frames
FORTNIGHT = 14
LAST_OF_SEPTEMBER, LAST_OF_MAY = (9, 30), (5, 15)
# Why a pair broke off; after the first two the mentee is not in the school any more.
REASONS = (
    "наставляемый перешёл в другую школу", "семья наставляемого переехала",
    "не сошлись расписания", "наставник надолго заболел",
)  # fmt: skip
GONE = 2


def meet(life: Life, year: SchoolYear, *, until: date) -> set[int]:
    """Each working pair meets by its school's rhythm up to ``until``; gives the pairs that ended before the others."""
    ended: set[int] = set()
    for index, pair in enumerate(life.pairs):
        end = _end_of(pair, index, year)
        _meet_until(life, pair, index, min(until, end - DAY if end else date(year.start_year + 1, *LAST_OF_MAY)))
        if end is not None and end <= until:
            _end_early(life, pair, index, end)
            ended.add(pair.id)
    return ended


def end_pairs(life: Life, on: date, *, but: set[int]) -> None:
    """In May the other pairs end, each with a last meeting."""
    for index, pair in enumerate(life.pairs):
        if pair.id not in but:
            final = working_before(on - timedelta(days=3 + index % 4))
            _complete(life, pair, final=final, on=working_before(on - timedelta(days=index % 2)))


def _is_broken(pair: WorkingPair, index: int) -> bool:
    return bool(pair.leaving) and index % 11 == 7


def _end_of(pair: WorkingPair, index: int, year: SchoolYear) -> date | None:
    """One pair in eleven breaks off in March, one in six has done its programme by the end of April."""
    if _is_broken(pair, index):
        return working_before(date(year.start_year + 1, 3, 26) - timedelta(days=index % 9))
    if pair.leaving and index % 6 == 4:
        return working_before(date(year.start_year + 1, 4, 29) - timedelta(days=index % 5))
    return None


def _end_early(life: Life, pair: WorkingPair, index: int, on: date) -> None:
    gone: tuple[int, ...] = pair.leaving
    if _is_broken(pair, index):
        known = REASONS[GONE:] if len(pair.leaving) > 1 else REASONS
        reason = known[(life.voice + index + on.year) % len(known)]
        gone = pair.leaving if reason in REASONS[:GONE] else ()
        end_pair(pair.id, completed=False, on=on, reason=reason, actor_id=life.actor_id, at=life.moment(on))
    else:
        _complete(life, pair, final=on, on=on)
    for person in gone:
        left_on = working(on + DAY)
        archive_person(person, on=left_on, actor_id=life.actor_id, at=life.moment(left_on))


def _complete(life: Life, pair: WorkingPair, *, final: date, on: date) -> None:
    held = HeldMeeting(held_on=final, kind="final", mentor_feedback=True, mentee_feedback=True)
    record_meeting(pair.id, held, today=final, actor_id=life.actor_id, at=life.moment(final))
    end_pair(pair.id, completed=True, on=on, actor_id=life.actor_id, at=life.moment(on))


def _meet_until(life: Life, pair: WorkingPair, index: int, until: date) -> None:
    for number, day in enumerate(_days(life, pair, index, until)):
        answered = life.random.random()
        working_ones = number - len(KINDS_OF_MEETINGS)
        held = HeldMeeting(
            held_on=day,
            kind=KINDS_OF_MEETINGS[number] if working_ones < 0 else "working",
            topic=pair.theme.topics[working_ones] if 0 <= working_ones < len(pair.theme.topics) else "",
            mentor_feedback=answered < 0.85,
            mentee_feedback=answered < 0.7,
        )
        record_meeting(pair.id, held, today=day, actor_id=life.actor_id, at=life.moment(day))


def _days(life: Life, pair: WorkingPair, index: int, until: date) -> Iterator[date]:
    """Working days on which a pair meets: the same day of the week, holidays left out."""
    year = SchoolYear.of(pair.since)
    day = of_september(year, number_of(pair.since) + 1 + index % 4)
    rhythm = life.spec.rhythm_days
    if rhythm > SLOW and index % 2:
        day += timedelta(days=21)  # in September these have no mentor yet who is well, or no bus
    if rhythm <= FORTNIGHT and index % 5 == 0:
        rhythm = 7
    elif rhythm <= FORTNIGHT and index % 2:
        day = working(day + timedelta(days=7))  # not all in one week
    is_last_year = until.month == 10  # the story's present
    if is_last_year and index in life.spec.paused:
        until = date(until.year, *LAST_OF_SEPTEMBER)
    while day <= until:
        if not in_winter_holidays(day) and working(day) <= until:
            yield working(day)
        day += timedelta(days=rhythm)
