"""What every page of the form begins with."""

from __future__ import annotations

from django.http import Http404

from municipal.indicators.editions import Block, Field
from schools.monitoring.domain.refusals import NoSuchForm
from schools.monitoring.services.read_form import Form, read_form
from tenants import clock
from tenants.access import SchoolRequest
from tenants.domain.roles import Role
from tenants.domain.school_year import SchoolYear
from tenants.queries import Contact, contacts_of_municipality
from tenants.year_guard import year_is_open


def form_or_404(request: SchoolRequest, year: SchoolYear, campaign_id: int) -> Form:
    """The form of the campaign in the address; a strange campaign or another year is not found."""
    try:
        found = read_form(campaign_id=campaign_id, school_id=request.host_school.id, today=clock.today())
    except NoSuchForm as refusal:
        raise Http404(str(refusal)) from refusal
    if found.campaign.school_year != year:
        raise Http404
    return found


def block_or_404(form: Form, code: str) -> Block:
    """A block that this school is asked."""
    blocks = form.edition.blocks_for(form.ask.season, form.ask.organisation)
    found = next((block for block, _ in blocks if block.code == code), None)
    if found is None:
        raise Http404
    return found


def line_or_404(form: Form, code: str) -> tuple[Block, Field]:
    """A line that this school is asked, with its block."""
    for block, lines in form.edition.blocks_for(form.ask.season, form.ask.organisation):
        for line in lines:
            if line.code == code:
                return block, line
    raise Http404


def methodists(request: SchoolRequest) -> list[Contact]:
    """Whom to ask about the form."""
    contacts = contacts_of_municipality(request.place.municipality_id or 0)
    return [contact for contact in contacts if contact.role == Role.METHODIST]


def writes(request: SchoolRequest, year: SchoolYear) -> bool:
    """A curator, in a year that takes writing; whether the form does is the form's own matter."""
    return request.place.role is Role.CURATOR and year_is_open(year)
