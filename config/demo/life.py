"""What the story remembers of a school between its years."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from config.demo.days import number_of
from config.demo.themes import Theme
from config.demo.town import SchoolSpec

MINUTES_OF_WORK = 6 * 60


@dataclass(frozen=True, slots=True)
class WorkingPair:
    """A pair of this year; ``leaving`` are those who leave the registers when it is over."""

    id: int
    since: date
    theme: Theme
    leaving: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class YoungTeacher:
    """A teacher of the first three years: the year the experience counts from, and the subject."""

    id: int
    since: int
    theme: Theme


@dataclass
class Life:
    """What the story remembers of a school between its years; ``seen`` are names that are taken."""

    spec: SchoolSpec
    random: Random
    zone: ZoneInfo
    actor_id: int
    seen: set[tuple[str, str]] = field(default_factory=set)
    mentors: dict[Theme, int] = field(default_factory=dict)  # adults, who stay from year to year
    young: list[YoungTeacher] = field(default_factory=list)
    programmes: dict[str, int] = field(default_factory=dict)
    enrolled: set[int] = field(default_factory=set)  # mentees who stand in the pool
    partners: list[int] = field(default_factory=list)
    pairs: list[WorkingPair] = field(default_factory=list)
    leaving: list[int] = field(default_factory=list)  # who leaves the registers when the next school year begins
    told: int = 0

    @property
    def voice(self) -> int:
        """A number of the school's own, by which it chooses words others do not."""
        return sum(map(ord, self.spec.slug)) + len(self.spec.name)

    def moment(self, day: date) -> datetime:
        """A working hour of ``day`` by the school's time, another one every time."""
        self.told += 1
        began = datetime(day.year, day.month, day.day, 9, 5, tzinfo=self.zone)
        return began + timedelta(minutes=self.told * 7 % MINUTES_OF_WORK)

    def order_number(self, day: date) -> str:
        """The number of an order of ``day``: later orders have greater ones, larger schools write more of them."""
        size = 1 + self.spec.teachers // 16
        return f"{self.voice % 17 + 1 + size * number_of(day)}-од"
