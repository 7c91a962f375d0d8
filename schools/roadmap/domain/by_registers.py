"""Activities that the registers close: consents, matching, pairs, meetings. Pure: rows of the registers in.

Each rule is asked as of a day: «was it so then?» A rule that held on the due date closes the activity for good, even
if a pair that came later has not got so far; rules are those of ``vocabulary.yaml``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from schools.roadmap.domain.closed import Closed, window_of
from schools.roadmap.domain.school_holidays import school_days
from tenants.domain.russian import counted
from tenants.domain.school_year import SchoolYear

RHYTHM = timedelta(days=14)  # «не реже одного раза в две недели»: domain.md a, roadmap 002
SILENT = timedelta(days=30)  # form, line G3
REGULAR, ANY = "working", "any"
KINDS_OF_MEETINGS = {
    "intro": "acquaintance",
    "trial": "trial",
    "planning": "planning",
    "regular": REGULAR,
    "final": "final",
}


@dataclass(frozen=True, slots=True)
class Meetings:
    """Held meetings of a pair of one kind, or of all kinds together (``ANY``)."""

    first_on: date
    last_on: date
    count: int


@dataclass(frozen=True, slots=True)
class PairFacts:
    """A pair as the rules need it.

    ``consented`` maps a purpose to person → the day since which a consent stands, or None; ``meetings`` the first year
    of a school year to kind → meetings of that year.
    """

    id: int
    proposed_on: date
    started_on: date | None
    ended_on: date | None
    was_broken: bool
    order_number: str
    people: Mapping[int, str]  # person → role
    consented: Mapping[str, Mapping[int, date | None]]  # purpose → person → since
    meetings: Mapping[int, Mapping[str, Meetings]] = field(default_factory=dict)

    def met(self, kind: str, on: date) -> Meetings | None:
        """Meetings of a kind in the school year of ``on``."""
        return self.meetings.get(SchoolYear.of(on).start_year, {}).get(kind)


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A mentee's stay in the register."""

    person_id: int
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Registers:
    """What the rules look at. ``known`` keeps pairs of a day, which several rules ask for."""

    pairs: Sequence[PairFacts] = ()
    mentees: Sequence[Enrolled] = ()
    known: dict[tuple[date, bool], list[PairFacts]] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a rule has got: «встретились 15 из 16 пар»; ``route`` is the page of the rows."""

    done: int
    total: int
    words: str
    route: str
    days: tuple[date, ...] = ()  # when each of ``done`` came

    @property
    def is_full(self) -> bool:
        """There is somebody to ask about, and everything is there."""
        return 0 < self.total == self.done


Rule = Callable[[Registers, date], Tally]


def _of_year(registers: Registers, on: date, *, appointed: bool) -> list[PairFacts]:
    """Pairs that stood on ``on`` or were completed in its school year before it."""
    if (found := registers.known.get((on, appointed))) is not None:
        return found
    begins = SchoolYear.of(on).starts_on
    registers.known[on, appointed] = [
        pair
        for pair in registers.pairs
        if ((pair.started_on is not None and pair.started_on <= on) if appointed else pair.proposed_on <= on)
        and (pair.ended_on is None or pair.ended_on > on or (not pair.was_broken and pair.ended_on >= begins))
    ]
    return registers.known[on, appointed]


def consents(purpose: str) -> Rule:
    """Everybody in pairs that work or are being made has a consent to ``purpose``."""

    def rule(registers: Registers, on: date) -> Tally:
        since: dict[int, date | None] = {}
        for pair in _of_year(registers, on, appointed=False):
            given = pair.consented.get(purpose, {})
            for one in pair.people:
                # A consent of long ago is asked for by the pair: the day of the pair is the day it is there.
                since[one] = max(day, pair.proposed_on) if (day := given.get(one)) else None
        days = [day for day in since.values() if day is not None and day <= on]
        words = f"согласия есть у {len(days)} из {counted(len(since), 'участника', 'участников', 'участников')}"
        return Tally(len(days), len(since), words, "consents:list", tuple(days))

    return rule


def matching(registers: Registers, on: date) -> Tally:
    """Every mentee of the register has been offered a pair."""
    begins = SchoolYear.of(on).starts_on
    offered: dict[int, date] = {}
    for pair in _of_year(registers, on, appointed=False):
        for person, role in pair.people.items():
            if role == "mentee" and ((was := offered.get(person)) is None or pair.proposed_on < was):
                offered[person] = pair.proposed_on
    waiting = {
        one.person_id
        for one in registers.mentees
        if one.since <= on and (one.until is None or one.until > on or _was_served(one, begins, offered))
    }
    days = [offered[person] for person in waiting if person in offered]
    words = f"пара есть у {len(days)} из {counted(len(waiting), 'наставляемого', 'наставляемых', 'наставляемых')}"
    return Tally(len(days), len(waiting), words, "pairs:list", tuple(days))


def _was_served(one: Enrolled, begins: date, offered: Mapping[int, date]) -> bool:
    """Left the register in this school year after having had a pair."""
    return one.until is not None and one.until >= begins and one.person_id in offered


def pairs_confirmed(registers: Registers, on: date) -> Tally:
    """Every pair that was proposed is appointed; one that was withdrawn is not there any more."""
    pairs = _of_year(registers, on, appointed=False)
    days = [pair.started_on for pair in pairs if pair.started_on is not None and pair.started_on <= on]
    words = f"подтверждены {len(days)} из {counted(len(pairs), 'пары', 'пар', 'пар')}"
    return Tally(len(days), len(pairs), words, "pairs:list", tuple(days))


def meetings(kind: str) -> Rule:
    """Every pair has met for ``kind`` (a code of ``KINDS_OF_MEETINGS``' values)."""

    def rule(registers: Registers, on: date) -> Tally:
        pairs = _of_year(registers, on, appointed=True)
        year = SchoolYear.of(on).start_year
        found = [met for pair in pairs if (met := pair.meetings.get(year, {}).get(kind)) is not None]
        days = [met.first_on for met in found if met.first_on <= on]
        words = f"встретились {len(days)} из {counted(len(pairs), 'пары', 'пар', 'пар')}"
        return Tally(len(days), len(pairs), words, "meetings:list", tuple(days))

    return rule


def rhythm(registers: Registers, on: date) -> Tally:
    """Every pair has kept the rhythm up to ``on`` and has not been silent at the end of it."""
    pairs = _of_year(registers, on, appointed=True)
    year = SchoolYear.of(on)
    kept = [pair for pair in pairs if _keeps_rhythm(pair, on, year)]
    words = f"частоту встреч выдерживают {len(kept)} из {counted(len(pairs), 'пары', 'пар', 'пар')}"
    return Tally(len(kept), len(pairs), words, "meetings:list", (on,) * len(kept))


def _keeps_rhythm(pair: PairFacts, on: date, year: SchoolYear) -> bool:
    found = pair.meetings.get(year.start_year, {}).get(ANY)
    if found is None or pair.started_on is None:
        return False
    until = min(pair.ended_on or on, on)
    begins = max(pair.started_on, year.starts_on)
    wanted = school_days(begins, until) // RHYTHM.days
    return found.count >= wanted and until - found.last_on <= SILENT


def asked_once(rule: Rule) -> Rule:
    """The same rule for one reading of the registers: what was asked of a day is not counted again."""
    known: dict[date, Tally] = {}

    def ask(registers: Registers, on: date) -> Tally:
        if on not in known:
            known[on] = rule(registers, on)
        return known[on]

    return ask


def rule_of(closes_by: str) -> Rule | None:
    """The rule of a code, None where the registers do not close it."""
    code, _, kind = closes_by.partition(":")
    if code == "consents":
        return consents(kind or "processing")
    if code == "meetings" and kind in KINDS_OF_MEETINGS:
        return rhythm if kind == "regular" else meetings(KINDS_OF_MEETINGS[kind])
    return {"matching": matching, "pairs_confirmed": pairs_confirmed}.get(code)


def close_by_rule(
    rule: Rule, registers: Registers, *, due: date, starts_on: date | None, at_the_end: bool, today: date
) -> Closed | None:
    """When the rule was kept for ``due``, by a look at the due date, at the ends of later months, and today.

    ``at_the_end``: only the due date itself decides (the rhythm of meetings is kept to the end or not at all).
    """
    window = window_of(due, starts_on=starts_on)
    if today < window.opens:
        return None
    days = [min(due, today)] if not at_the_end else ([due] if today >= due else [])
    if not at_the_end:
        days += _looks(due, min(today, window.shuts))
    for day in days:
        tally = rule(registers, day)
        if tally.is_full:
            on = max(tally.days)
            return Closed(on, f"по записям: {tally.words}", tally.route)
    return None


def _looks(due: date, until: date) -> Iterable[date]:
    """Ends of months after ``due``, then ``until``."""
    day = due
    while day < until:
        following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        day = min(following - timedelta(days=1) if following - timedelta(days=1) > day else _end_of(following), until)
        yield day


def _end_of(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1) - timedelta(days=1)
