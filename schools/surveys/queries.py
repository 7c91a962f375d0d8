"""Reading surveys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from schools.surveys.domain.totals import ENOUGH
from schools.surveys.models import SurveyRound


def rounds_between(since: date, until: date) -> QuerySet[SurveyRound]:
    """Rounds that were open or closed within a period, both days inclusive, the newest first."""
    begun = SurveyRound.objects.filter(opened_on__lte=until)
    return begun.filter(Q(closed_on__gte=since) | Q(closed_on=None, opened_on__gte=since))


def closed_between(since: date, until: date) -> QuerySet[SurveyRound]:
    """Rounds closed within a period, both days inclusive."""
    return SurveyRound.objects.filter(closed_on__range=(since, until))


def round_by_id(round_id: int) -> SurveyRound | None:
    """One round with its file, or None when there is no such in this school."""
    return SurveyRound.objects.select_related("file").filter(pk=round_id).first()


@dataclass(frozen=True, slots=True)
class ClosingRound:
    """A finished survey that closes an activity «survey:<kind>» of a roadmap; its page is «surveys:round»."""

    id: int
    kind: str
    title: str
    mentoring_format: str
    closed_on: date


def closing_rounds(since: date, until: date) -> list[ClosingRound]:
    """Surveys that close activities in a period, the earliest first, in one query.

    The rule of the vocabulary: the survey is closed and has five answers; where fewer people were asked, closing is
    enough. The curator's table closes as soon as it is filled in.
    """
    return [
        ClosingRound(row.pk, row.kind, row.title, row.mentoring_format, row.closed_on)
        for row in closed_between(since, until).order_by("closed_on", "id")
        if row.closed_on is not None and is_enough(row)
    ]


def is_enough(row: SurveyRound) -> bool:
    """Closed, it closes an activity: five answers, or all who were few, or the curator's table filled in."""
    said = row.said
    if row.points is not None or (said.answered or 0) >= ENOUGH:
        return True
    return said.invited is not None and said.invited < ENOUGH
