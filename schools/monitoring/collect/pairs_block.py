"""Block E: pairs and groups, and the people in them; a group is one pair, a person is counted once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial

from municipal.indicators.formats import load_formats
from schools.meetings.models import MeetingKind
from schools.monitoring.collect.people_block import Test, anybody, of_age, people, young_specialist
from schools.monitoring.collect.registers import Registers
from schools.monitoring.collect.words import not_kept, pair_rows, records
from schools.monitoring.domain.bands import CHILDREN_OF_PROGRAMMES, AgeBand
from schools.monitoring.domain.counted import Counted, known, suggested, unknown
from schools.pairs.models import Pair, PairMember, PairStatus

Line = Callable[[Registers], Counted]
SECTION = "Пары"


def _kept(line: Line) -> Line:
    def guarded(registers: Registers) -> Counted:
        return line(registers) if registers.pairs_kept else unknown(not_kept(SECTION))

    return guarded


def _pairs(found: list[Pair], *, note: str = "") -> Counted:
    return known(len(found), records(SECTION, len(found)), pair_rows(found), note=note)


def working(registers: Registers) -> Counted:
    """E1, with how many of each form of mentoring."""
    found = registers.active_pairs
    by_format = Counter(pair.mentoring_format for pair in found)
    titles = load_formats().title
    note = ", ".join(f"{titles(code)} {count}" for code, count in by_format.most_common())
    rows = pair_rows(found)
    return known(
        len(found), records(SECTION, len(found)), rows, note=f"По формам: {note}." if note else "", parts=by_format
    )


def started(registers: Registers) -> Counted:
    """E2: the order's date lies in the school year."""
    return _pairs([pair for pair in registers.pairs if pair.started_on and pair.started_on in registers.period])


def completed(registers: Registers) -> Counted:
    """E3: only a pair that held its final meeting has completed its programme."""
    ended = _ended(registers, PairStatus.COMPLETED)
    final = {row.pair_id for row in registers.meetings if row.kind == MeetingKind.FINAL}
    found = [pair for pair in ended if pair.pk in final]
    left_out = len(ended) - len(found)
    return _pairs(found, note=f"Завершены без итоговой встречи и не засчитаны: {left_out}." if left_out else "")


def broken(registers: Registers) -> Counted:
    """E4."""
    return _pairs(_ended(registers, PairStatus.BROKEN))


def why_broken(registers: Registers) -> Counted:
    """E5: the reasons as the curator wrote them; she reads them through before they leave the school."""
    found = _ended(registers, PairStatus.BROKEN)
    reasons = list(dict.fromkeys(pair.end_reason.strip().rstrip(".") for pair in found if pair.end_reason.strip()))
    text = "; ".join(reasons)
    return suggested(f"{text}." if text else "", records(SECTION, len(found)))


def _ended(registers: Registers, status: str) -> list[Pair]:
    return [
        pair
        for pair in registers.pairs
        if pair.status == status and pair.ended_on is not None and pair.ended_on in registers.period
    ]


def _people_now(registers: Registers, role: str) -> Counted:
    return people(registers.active(role).values(), section=SECTION)


def _people_of_year(registers: Registers, role: str, test: Test = anybody) -> Counted:
    return people((one for one in registers.of_year(role).values() if test(one, registers.on)), section=SECTION)


_COUNTED: dict[str, Line] = {
    "E1": working,
    "E2": started,
    "E3": completed,
    "E4": broken,
    "E5": why_broken,
    "E6": partial(_people_now, role=PairMember.MENTOR),
    "E7": partial(_people_now, role=PairMember.MENTEE),
    "E8": partial(_people_of_year, role=PairMember.MENTEE, test=of_age(*CHILDREN_OF_PROGRAMMES)),
    "E9": partial(_people_of_year, role=PairMember.MENTOR, test=of_age(AgeBand.FROM_15_TO_19)),
    "E10": partial(_people_of_year, role=PairMember.MENTEE, test=young_specialist),
    "E11": partial(_people_of_year, role=PairMember.MENTEE),
    "E12": partial(_people_of_year, role=PairMember.MENTOR),
}
LINES: dict[str, Line] = {code: _kept(line) for code, line in _COUNTED.items()}
