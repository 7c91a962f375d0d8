"""What the story remembers of a school between its years."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random
from zoneinfo import ZoneInfo

from config.demo.town import SchoolSpec


@dataclass
class Life:
    """What the story remembers of a school between its years."""

    spec: SchoolSpec
    random: Random
    zone: ZoneInfo
    actor_id: int
    mentors: dict[str, list[int]] = field(default_factory=dict)
    programmes: dict[str, int] = field(default_factory=dict)
    open_pairs: list[tuple[int, date]] = field(default_factory=list)
    leaving: list[int] = field(default_factory=list)  # who leaves the registers when the school year ends

    def moment(self, day: date) -> datetime:
        """Half past ten in the morning of ``day``, by the school's time."""
        return datetime(day.year, day.month, day.day, 10, 30, tzinfo=self.zone)
