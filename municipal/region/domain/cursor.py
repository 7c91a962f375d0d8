"""Where a list goes on: an opaque text over the moment and the number of the last row shown."""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last row of a page."""

    at: datetime
    row: int

    def __str__(self) -> str:
        return urlsafe_b64encode(f"{self.at.isoformat()}/{self.row}".encode()).decode().rstrip("=")

    @classmethod
    def parse(cls, text: str) -> Cursor:
        """Raises ValueError for anything that this class did not write."""
        try:
            moment, _, row = urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode().partition("/")
        except (binascii.Error, UnicodeError) as fault:
            raise ValueError("not a cursor") from fault
        at = datetime.fromisoformat(moment)
        if at.tzinfo is None:
            raise ValueError("not a cursor")
        return cls(at, int(row))
