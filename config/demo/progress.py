"""One line a step, and a bar for those that take a while."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sized
from contextlib import contextmanager
from typing import Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)
WIDTH = 24


class Countable(Iterable[T_co], Sized, Protocol[T_co]):
    """Something whose length is known before it is walked through."""


class Progress:
    """Prints steps of the story; on a terminal the bar is redrawn in place, in a file only whole lines appear."""

    def __init__(self) -> None:
        self.started = time.monotonic()
        self.is_terminal = sys.stdout.isatty()

    @contextmanager
    def step(self, title: str) -> Iterator[None]:
        """Announce a step and say how long it took."""
        began = time.monotonic()
        if self.is_terminal:
            self._write(f"  …  {title}")
        yield
        self._write(f"\r  ✓  {title} — {time.monotonic() - began:.1f} с".ljust(78) + "\n")

    def each(self, title: str, things: Countable[T_co]) -> Iterator[T_co]:
        """Walk through ``things`` with a bar."""
        began, total = time.monotonic(), len(things)
        for number, thing in enumerate(things):
            if self.is_terminal:
                filled = round(WIDTH * number / max(1, total))
                self._write(f"\r  {'█' * filled}{'░' * (WIDTH - filled)}  {title}: {number} из {total}".ljust(78))
            yield thing
        self._write(f"\r  ✓  {title}: {total} — {time.monotonic() - began:.1f} с".ljust(78) + "\n")

    def _write(self, text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()
