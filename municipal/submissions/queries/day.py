"""The monitorings of a school year as one school's day needs them: everything about each in a single query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from municipal.campaigns.domain.calendar import SchoolDates
from municipal.campaigns.models import Campaign, ExpectedSchool, Extension
from municipal.campaigns.queries import CampaignInfo, info_of
from municipal.submissions.domain.states import FormState, Standing, Verdict, state_of
from municipal.submissions.models import Progress, Remark, Submission
from tenants.domain.school_year import SchoolYear


@dataclass(frozen=True, slots=True)
class Question:
    """A remark of the methodist: its key, by which the answer's field is named, and the line of the form."""

    id: int
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class SchoolDay:
    """A monitoring as it stands for the school on a day. ``told`` is (filled, required), None before the first saving.

    ``questions`` are those of the latest version when it was returned; ``dates`` are with the school's own extension.
    """

    campaign: CampaignInfo
    state: FormState
    dates: SchoolDates
    told: tuple[int, int] | None
    handed_in_at: datetime | None
    answer_by: date | None
    questions: tuple[Question, ...]


def school_day(school_id: int, year: SchoolYear, today: date) -> SchoolDay | None:
    """The monitoring a school's day speaks of: the rule of ``campaign_for_school``. One query."""
    rows = sorted(_rows(school_id, year), key=lambda row: row.opens_on)
    mine = [row for row in rows if row.opened_at is None or row.place is not None]
    begun = [row for row in mine if row.opened_at is not None and row.opens_on <= today]
    ahead = [row for row in mine if row.opens_on > today or row.opened_at is None]
    chosen = begun[-1] if begun else (ahead[0] if ahead else None)
    return _day(chosen, today) if chosen else None


def _rows(school_id: int, year: SchoolYear) -> QuerySet[Any]:
    own = {"campaign": OuterRef("pk"), "school_id": school_id}
    latest = Submission.objects.filter(**own).order_by("-version")
    told = Progress.objects.filter(**own).order_by("-told_at", "-id")
    remarks = Remark.objects.filter(
        review__submission__campaign=OuterRef("pk"), review__submission__school_id=school_id
    ).order_by("id")
    return (
        Campaign.objects.select_related("municipality")
        .filter(school_year=year.start_year)
        .annotate(
            place=Subquery(ExpectedSchool.objects.filter(**own).values(doc=JSONObject(exempt="exempt_reason"))[:1]),
            later=Subquery(Extension.objects.filter(**own).order_by("-given_at", "-pk").values("until")[:1]),
            latest=Subquery(
                latest.values(
                    doc=JSONObject(
                        version="version",
                        at="submitted_at",
                        verdict="review__verdict",
                        answer_by="review__answer_by",
                    )
                )[:1]
            ),
            told=Subquery(told.values(doc=JSONObject(filled="filled", total="total"))[:1]),
            remarks=ArraySubquery(
                remarks.values(
                    doc=JSONObject(version="review__submission__version", id="pk", field="field", text="text")
                )
            ),
        )
    )


def _day(row: Any, today: date) -> SchoolDay:
    campaign, latest, told = info_of(row), row.latest or {}, row.told
    dates = campaign.dates(row.later)
    verdict = Verdict(latest["verdict"]) if latest.get("verdict") else None
    standing = Standing(
        dates=dates,
        is_exempt=bool(row.place and row.place["exempt"]),
        handed_in=bool(latest),
        verdict=verdict,
        filled=told["filled"] if told else None,
    )
    asked = row.remarks if verdict is Verdict.RETURNED else []
    return SchoolDay(
        campaign=campaign,
        state=state_of(standing, today),
        dates=dates,
        told=(told["filled"], told["total"]) if told else None,
        handed_in_at=datetime.fromisoformat(latest["at"]) if latest else None,
        answer_by=date.fromisoformat(latest["answer_by"]) if latest.get("answer_by") else None,
        questions=tuple(
            Question(one["id"], one["field"], one["text"]) for one in asked if one["version"] == latest["version"]
        ),
    )
