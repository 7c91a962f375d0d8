"""The life of a pair as one table."""

from __future__ import annotations

PROPOSED, WORKING, PAUSED, COMPLETED, BROKEN = "proposed", "working", "paused", "completed", "broken"

# From → to. A pair works only by order; what is over stays over: a continued programme is a new pair. A proposal that
# comes to nothing is withdrawn, not broken off: it has never worked. A pair is paused while somebody's data may not be
# processed, and works on when the consent is back.
TRANSITIONS: dict[str, frozenset[str]] = {
    PROPOSED: frozenset({WORKING}),
    WORKING: frozenset({PAUSED, COMPLETED, BROKEN}),
    PAUSED: frozenset({WORKING, COMPLETED, BROKEN}),
    COMPLETED: frozenset(),
    BROKEN: frozenset(),
}


def may_become(now: str, wanted: str) -> bool:
    """May a pair in state ``now`` be moved to ``wanted``? Raises KeyError for an unknown state."""
    return wanted in TRANSITIONS[now]
