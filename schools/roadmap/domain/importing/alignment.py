"""Which cell belongs to which column when positions lie: a best match that keeps the order of both."""

from collections.abc import Sequence
from dataclasses import dataclass

from schools.roadmap.domain.importing.likeness import deadline_likeness, is_deed_like, is_number, is_people_like
from schools.roadmap.domain.importing.roles import Role

SKIP_CELL = -2.5
SKIP_ROLE = -0.2
TIME_ROLES = frozenset({Role.DEADLINE, Role.START, Role.END})


@dataclass(frozen=True)
class Profile:
    """Shares, 0 to 1, of a column's filled cells that look like a number, a deadline, people, a deed; mean length."""

    filled: int
    number: float
    deadline: float
    people: float
    deed: float
    length: float


def profile(texts: Sequence[str]) -> Profile:
    """The profile of a column's cells (or of a single cell); empty texts do not count."""
    filled = [text for text in texts if text.strip()]
    if not filled:
        return Profile(0, 0.0, 0.0, 0.0, 0.0, 0.0)
    count = len(filled)
    return Profile(
        count,
        sum(map(is_number, filled)) / count,
        sum(map(deadline_likeness, filled)) / count,
        sum(map(is_people_like, filled)) / count,
        sum(map(is_deed_like, filled)) / count,
        sum(map(len, filled)) / count,
    )


def suits(cell: Profile, role: Role) -> float:
    """How well a column's content suits a role: from about -3 to 4."""
    if role is Role.NUMBER:
        return 7 * cell.number - 3
    if role in TIME_ROLES:
        return 5.5 * cell.deadline - 1.5 - 2 * cell.number - 1.5 * cell.people
    if role is Role.RESPONSIBLE:
        return 3.5 * cell.people - 0.7 - 2 * cell.number - 2.5 * cell.deadline - 0.7 * cell.deed
    if role is Role.YEAR:
        return 0.5 + cell.number - cell.people
    if role is Role.ACTIVITY:
        return 1.2 + cell.deed - 4 * cell.number - 3.5 * cell.deadline - 0.8 * cell.people
    return 1.0 - 3 * cell.number - 3 * cell.deadline - 0.8 * cell.people


def align(
    cells: Sequence[Profile], roles: Sequence[Role], home: Sequence[int] | None = None
) -> tuple[list[int], float]:
    """For each cell the index of its role, -1 for none, and the total score.

    ``home`` names the column where each cell stands now: staying is worth a little, so nothing moves for nothing.
    """
    width, count = len(roles), len(cells)
    best = [[0.0] * (width + 1) for _ in range(count + 1)]
    came = [[""] * (width + 1) for _ in range(count + 1)]
    for done in range(count + 1):
        for used in range(width + 1):
            options = [(0.0, "")] if not done and not used else []
            if used:
                options.append((best[done][used - 1] + SKIP_ROLE, "role"))
            if done:
                options.append((best[done - 1][used] + SKIP_CELL, "cell"))
            if done and used:
                stays = 0.8 if home is not None and home[done - 1] == used - 1 else 0.0
                options.append((best[done - 1][used - 1] + suits(cells[done - 1], roles[used - 1]) + stays, "both"))
            best[done][used], came[done][used] = max(options)
    places, done, used = [-1] * count, count, width
    while done or used:
        step = came[done][used]
        if step == "both":
            places[done - 1] = used - 1
        done -= step in ("both", "cell")
        used -= step in ("both", "role")
    return places, best[count][width]
