"""A deed: one line of the trail on the first page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.urls import NoReverseMatch, reverse

from municipal.campaigns.queries import CampaignInfo
from tenants.domain.school_year import SchoolYear


@dataclass(frozen=True, slots=True)
class Deed:
    """A line of the trail, as ui/trail_item.html takes it."""

    code: str
    title: str
    text: str = ""
    href: str = ""
    heading: str = ""
    day: date | None = None
    day_words: str = ""
    note: str = ""
    late: bool = False
    state_words: str = ""
    pill: bool = True
    post: bool = False
    action: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, Any] = field(default_factory=dict)
    mine: bool = True  # counted in the menu: the move is with the methodist

    @property
    def as_first(self) -> Deed:
        """The same line as the large first one of the page."""
        return replace(self, heading="h2")


def page_of(name: str, campaign: CampaignInfo) -> str:
    """The address of a page of the campaign."""
    return reverse(name, args=[campaign.school_year, campaign.id])


def address(name: str, year: SchoolYear) -> str:
    """The address of another room's page, empty where it does not stand on this host."""
    try:
        return reverse(name, args=[year])
    except NoReverseMatch:
        return ""
