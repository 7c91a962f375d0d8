"""Shared tables: who takes part. Nothing personal but the official contacts (decision 13)."""

from .municipality import Municipality, Region
from .school import OfficialContact, School, SchoolHost
from .seat import SeatRequest
from .template import SchoolTemplate

__all__ = ["Municipality", "OfficialContact", "Region", "School", "SchoolHost", "SchoolTemplate", "SeatRequest"]
