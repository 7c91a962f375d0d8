"""``python -m tests.bench``: every comparison of the product, side by side in one run.

``python -m tests.bench fleet`` runs one of them; names are new, idle, field, weight, requests, board, day.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from tests.bench import board, day, fleet, requests, town, weight
from tests.bench.report import Comparison, say

MEASUREMENTS: dict[str, Callable[[], Comparison | None]] = {
    "weight": weight.empty_school,
    "new": fleet.new_school,
    "idle": fleet.fleet_without_work,
    "field": fleet.fleet_with_a_field,
    "requests": requests.school_page,
    "board": board.board_figures,
    "day": day.busy_day,
}


def main(names: list[str]) -> int:
    """Run what is named, or everything; exit code 1 when a goal was missed."""
    say("Готовим сто школ…")
    town.make_hundred()
    missed = False
    try:
        say(f"{'':<52} {'наше':>10} {'обычное':>10}")
        for name in names or list(MEASUREMENTS):
            comparison = MEASUREMENTS[name]()
            if comparison is not None:
                say(comparison.line())
                missed = missed or comparison.ratio < comparison.goal
    finally:
        town.drop_hundred()
    return int(missed)


sys.exit(main(sys.argv[1:]))
