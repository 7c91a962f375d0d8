"""What the checks may know of a school beside its form (``Edition.context``)."""

from __future__ import annotations

from collections import Counter

from schools.monitoring.collect.registers import Registers
from schools.pairs.models import Pair, PairMember


def context_of(registers: Registers) -> dict[str, object]:
    """Values by code; what the registers do not know is left out, and its checks stay silent."""
    known: dict[str, object] = {"reporting_date": registers.on}
    if registers.card and registers.card.site_section_works is not None:
        known["site_link_opens"] = registers.card.site_section_works
    if registers.pairs_kept:
        known["pairs_carried_over"] = sum(not _is_new(pair, registers) for pair in registers.pairs)
        known["mentees_in_several_pairs"] = _in_several(registers.active_pairs)
    if registers.documents_kept:
        orders = registers.documents_of("reward")
        known["reward_orders"] = sum(row.signed_on in registers.period for row in orders)
    # Without an order in the register the line B6 speaks; here it would only say the same twice.
    if numbers := {_plain(row.number) for row in registers.documents_of("pairs") if row.number}:
        known["pairs_in_orders"] = sum(_plain(pair.order_number) in numbers for pair in registers.active_pairs)
    return known


def _is_new(pair: Pair, registers: Registers) -> bool:
    return pair.started_on is not None and pair.started_on in registers.period


def _in_several(pairs: list[Pair]) -> int:
    parts = Counter(part.person_id for pair in pairs for part in pair.members.all() if part.role == PairMember.MENTEE)
    return sum(count > 1 for count in parts.values())


def _plain(number: str) -> str:
    """A number of an order as people compare it: «№ 41-Н» is «41-н»."""
    return number.replace("№", "").strip().casefold()
