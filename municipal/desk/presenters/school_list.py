"""Schools of the municipality as rows of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from municipal.campaigns.queries import CampaignInfo
from municipal.desk.presenters.board_page import dialled
from municipal.desk.queries import SchoolLine
from municipal.submissions.queries import ContactInfo, SchoolState


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in office with a number to dial."""

    contact: ContactInfo
    tel: str


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """``href`` leads to the school in the present campaign, "" where it is not in one."""

    line: SchoolLine
    people: tuple[Person, ...]
    code: str
    words: str
    href: str


def school_rows(
    lines: Sequence[SchoolLine], campaign: CampaignInfo | None, states: Mapping[int, SchoolState]
) -> list[SchoolRow]:
    """Rows in the order given; without a campaign no state is shown."""
    return [_row(line, campaign, states.get(line.id)) for line in lines]


def _row(line: SchoolLine, campaign: CampaignInfo | None, state: SchoolState | None) -> SchoolRow:
    href = reverse("campaigns:school", args=[campaign.school_year, campaign.id, line.id]) if campaign and state else ""
    return SchoolRow(
        line=line,
        people=tuple(Person(one, dialled(one.phone)) for one in line.contacts),
        code=state.sign if state else "idle",
        words=state.words if state else "Не в кампании",
        href=href,
    )
