"""Two sides of a comparison and how they are printed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Comparison:
    """``ours`` and ``stock`` are measurements in ``unit``; with ``more_is_better`` the ratio is ours to stock."""

    title: str
    ours: Sequence[float]
    stock: Sequence[float]
    unit: str
    goal: float
    more_is_better: bool = False

    @property
    def ratio(self) -> float:
        """How many times better ours is, by medians."""
        ours, stock = median(self.ours), median(self.stock)
        return ours / stock if self.more_is_better else stock / ours

    def line(self) -> str:
        """One row of the table."""
        mark = "достигнута" if self.ratio >= self.goal else "НЕ ДОСТИГНУТА"
        return (
            f"{self.title:<52} {median(self.ours):>10.3f} {median(self.stock):>10.3f} {self.unit:<4}"
            f" {self.ratio:>8.1f} ×  цель {self.goal:g} ×: {mark}"
        )


def say(line: str) -> None:
    """Print at once: a long measurement must not look dead."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
