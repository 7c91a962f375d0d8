"""Marks in what passes between a school and its municipality, and in what a municipality keeps to itself.

«u1» goes up with school 1's form, «d1» is known to everybody in district 1 (its contacts), «m1» stays with the
municipality. Nothing of any of them goes to the region.
"""

from __future__ import annotations

from datetime import timedelta

from municipal.campaigns.queries import CampaignInfo
from municipal.campaigns.services.extend_deadline import extend_deadline
from municipal.indicators.facts import cell_of
from municipal.notes.services.add_own_paragraph import add_own_paragraph
from municipal.notes.services.compose_note import compose_note
from municipal.press.services.add_publication import add_publication
from municipal.region.services.publish_report import publish_report
from municipal.submissions.services.return_submission import return_submission
from municipal.submissions.services.take_submission import take_submission
from tenants.current import municipality_open
from tenants.domain.school_year import SchoolYear, Season, SeasonOfYear
from tenants.models import OfficialContact
from tests.access.canaries import mark
from tests.factories.municipal import form, handed_in, local, opened

SCHOOLS = {1: (1, 2), 2: (4, 5)}
SEASON = SeasonOfYear(SchoolYear(2026), Season.OCTOBER)


def mark_district(municipality_id: int) -> None:
    """A marked October of one municipality: its first school accepted, its second returned, a note, a report."""
    campaign = opened(SEASON, municipality_id=municipality_id)
    accepted, returned = SCHOOLS[municipality_id]
    own = mark(f"m{municipality_id}")
    first = _hand_in(campaign, accepted)
    second = _hand_in(campaign, returned)
    at = local(campaign.opens_on + timedelta(days=9))
    with municipality_open(municipality_id):
        for school in (None, accepted, returned):
            _contact(municipality_id, school)
        extend_deadline(
            campaign_id=campaign.id,
            school_id=returned,
            until=campaign.due_on + timedelta(days=3),
            reason=f"{mark(f'u{returned}')}reason",
            at=at,
            actor_id=None,
        )
        take_submission(submission_id=first, reviewed_by=f"{mark(f'u{accepted}')}methodist", at=at, actor_id=None)
        return_submission(
            submission_id=second,
            remarks={"E1": f"{mark(f'u{returned}')}remark"},
            answer_by=campaign.due_on,
            reviewed_by=f"{mark(f'u{returned}')}methodist",
            at=at,
            actor_id=None,
        )
        add_publication(
            municipality_id=municipality_id,
            title=f"{own}press",
            url=f"https://zqx.example/{own}press",
            resource=f"{own}resource",
            published_on=campaign.opens_on,
            today=campaign.opens_on,
            at=at,
            actor_id=None,
        )
        note = compose_note(campaign_id=campaign.id, composed_by=f"{own}composer", at=at, actor_id=None)
        add_own_paragraph(note_id=note.note_id, section="findings", text=f"{own}paragraph", at=at, actor_id=None)
        publish_report(campaign_id=campaign.id, published_by=f"{own}publisher", at=at, actor_id=None)


def _hand_in(campaign: CampaignInfo, school_id: int) -> int:
    up = mark(f"u{school_id}")
    facts = form(campaign, school_id, I4=cell_of(f"{up}question"))
    return handed_in(campaign, school_id, facts).submission_id


def _contact(municipality_id: int, school_id: int | None) -> None:
    place = mark(f"u{school_id}") if school_id else mark(f"d{municipality_id}")
    OfficialContact.objects.create(
        municipality_id=municipality_id,
        school_id=school_id,
        role="curator" if school_id else "methodist",
        name=f"{place}name",
        position=f"{place}position",
        email=f"{place}mail@zqx.example".lower(),
        phone="8 (400) 00-00-00",
    )
