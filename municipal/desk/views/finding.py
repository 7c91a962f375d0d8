"""What an address names, or «no such page»: another municipality's campaign looks the same as none."""

from __future__ import annotations

from django.http import Http404

from municipal.campaigns.queries import CampaignInfo, campaign_info
from municipal.submissions.queries import SchoolState, Version, version_by_id
from tenants.access import PlacedRequest
from tenants.accounts.models import User
from tenants.domain.roles import Role
from tenants.domain.school_year import SchoolYear
from tenants.year_guard import year_is_open


def campaign_of(year: SchoolYear, campaign_id: int) -> CampaignInfo:
    """The campaign of the address; Http404 where the municipality has none such in that year."""
    campaign = campaign_info(campaign_id)
    if campaign is None or campaign.school_year != year:
        raise Http404
    return campaign


def version_of(campaign: CampaignInfo, submission_id: int) -> Version:
    """The handed-in version of the address; Http404 where it is not of this campaign."""
    version = version_by_id(submission_id)
    if version is None or version.submission.campaign_id != campaign.id:
        raise Http404
    return version


def school_of(states: list[SchoolState], school_id: int) -> SchoolState:
    """A school of the board; Http404 where it is not expected."""
    for one in states:
        if one.school_id == school_id:
            return one
    raise Http404


def signature(user: User) -> str:
    """Who decided, as position and initials: «методист, Ермакова С. Н.»"""
    return f"{user.position or 'методист'}, {user.short_name}"


def may_change(request: PlacedRequest, year: SchoolYear) -> bool:
    """The methodist acts, in a year that still takes writing; the head reads the same pages without buttons."""
    return request.place.role is Role.METHODIST and year_is_open(year)
