"""Everything a note may say, gathered from what the municipality has accepted, published and set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from municipal.campaigns.queries import CampaignInfo, campaign_a_year_ago, campaigns, previous_campaign
from municipal.notes.domain.defaults import catalogue_targets, format_titles
from municipal.notes.domain.note_input import (
    ExpectedSchool,
    Monitoring,
    NoteInput,
    OwnPublication,
    PastMonitoring,
    SchoolFacts,
    Standing,
    Targets,
)
from municipal.press.queries import own_publications
from municipal.submissions.domain.states import Verdict
from municipal.submissions.models import Review, Submission
from municipal.submissions.queries import AcceptedForm, SchoolState, accepted_forms, board
from tenants.domain.russian import sort_key
from tenants.queries import MunicipalityFacts, municipality

SEASONS = 5  # as many as the district's charts show


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a note is composed from. ``basis``: accepted submission → digest, of this monitoring and of those before it
    that the note or its charts speak of; ``accepted``: how many of them are of this one."""

    given: NoteInput
    basis: Mapping[int, str]
    accepted: int
    municipality: MunicipalityFacts

    @property
    def remembered(self) -> dict[str, object]:
        """What a note keeps of it beside its text: how many forms, and which schools were expected, as they were."""
        waited = [[one.school_id, one.name] for one in self.given.schools if one.standing is not Standing.EXEMPT]
        return {"accepted": self.accepted, "expected": waited}


def gather(campaign: CampaignInfo, *, dated: date, today: date, methodist: str) -> Gathered:
    """A note of ``dated`` by the data of ``today``. A number of queries that does not grow with schools."""
    district = municipality(campaign.municipality_id)
    forms = accepted_forms(campaign.id)
    given = NoteInput(
        municipality=district.name,
        monitoring=Monitoring(
            campaign.school_year, campaign.season, campaign.reporting_date, campaign.due_on, campaign.closes_on
        ),
        note_date=dated,
        schools=_expected(board(campaign, today=today), {form.school_id for form in forms}),
        forms=_facts(forms),
        previous=_past(previous_campaign(campaign)),
        year_ago=_past(campaign_a_year_ago(campaign)),
        publications=_published(campaign, today),
        thresholds=_thresholds(district.settings),
        targets={**catalogue_targets(), **_targets(district.settings)},
        formats=format_titles(),
        basis=campaign.basis,
        methodist=methodist,
    )
    return Gathered(given, _basis(campaign), len(forms), district)


def _expected(states: Sequence[SchoolState], accepted: set[int]) -> tuple[ExpectedSchool, ...]:
    schools = [
        ExpectedSchool(
            one.school_id,
            one.short_name,
            one.kind,
            _standing(one, has_form=one.school_id in accepted),
            one.extended_until,
        )
        for one in states
    ]
    return tuple(sorted(schools, key=lambda school: sort_key(school.name)))


def _standing(one: SchoolState, *, has_form: bool) -> Standing:
    """A school freed after its form was accepted still reported: it is counted with the others."""
    if one.exempt_reason and not has_form:
        return Standing.EXEMPT
    if one.verdict is Verdict.RETURNED:
        return Standing.RETURNED
    return Standing.PENDING if one.submission_id else Standing.EXPECTED


def _facts(forms: Sequence[AcceptedForm]) -> tuple[SchoolFacts, ...]:
    return tuple(
        SchoolFacts(
            school_id=form.school_id,
            facts=form.facts,
            submission_id=form.submission_id,
            submitted_at=form.submitted_at,
            on_time=not form.is_late,
            version=form.version,
            returned_times=form.returned_times,
        )
        for form in forms
    )


def _past(campaign: CampaignInfo | None) -> PastMonitoring | None:
    forms = accepted_forms(campaign.id) if campaign else []
    return PastMonitoring(campaign.season_of_year.title, _facts(forms)) if campaign and forms else None


def _published(campaign: CampaignInfo, today: date) -> tuple[OwnPublication, ...]:
    rows = own_publications(campaign.school_year, until=today)
    return tuple(OwnPublication(row.title, row.published_on, row.resource, row.url) for row in rows)


def _thresholds(settings: Mapping[str, object]) -> dict[str, int]:
    """The municipality's own: «thresholds» by code, and the norm of publications that its press page knows."""
    said = settings.get("thresholds")
    own = dict(said) if isinstance(said, dict) else {}
    if "publications_norm" in settings:
        own.setdefault("publications_norm", settings["publications_norm"])
    return {code: number for code, number in own.items() if isinstance(number, int)}


def _targets(settings: Mapping[str, object]) -> Targets:
    """«targets»: indicator → {year, or "" for any: number}."""
    said = settings.get("targets")
    own = said if isinstance(said, dict) else {}
    return {
        code: {int(year) if year else None: Decimal(str(number)) for year, number in by_year.items()}
        for code, by_year in own.items()
        if isinstance(by_year, dict)
    }


def _basis(campaign: CampaignInfo) -> dict[int, str]:
    """The latest accepted version of every school in this monitoring and those before it. Two queries."""
    held = [one for one in campaigns() if one.is_open and not campaign.season_of_year < one.season_of_year]
    last = sorted(held, key=lambda one: one.reporting_date)[-SEASONS:]
    rows = Submission.objects.filter(campaign_id__in=[one.id for one in last], review__verdict=Review.ACCEPTED)
    rows = rows.order_by("campaign_id", "school_id", "-version").distinct("campaign_id", "school_id")
    return dict(rows.values_list("id", "digest"))
