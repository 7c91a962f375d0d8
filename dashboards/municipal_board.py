"""The district's board gathered from the municipality's tables: no school's schema is ever opened for it."""

from dataclasses import dataclass
from datetime import date

from dashboards.board_data import BoardInput, SeasonForms
from dashboards.figures.coverage import POINTS
from dashboards.figures.model import School
from dashboards.figures.publications import PublicationsData, PublishedItem
from dashboards.figures.submitted import HandedIn, SchoolForm
from municipal.campaigns.queries import CampaignInfo, campaigns
from municipal.press.queries import own_publications, publications_norm
from municipal.submissions.domain.states import FormState
from municipal.submissions.queries import SchoolState, accepted_facts, latest_facts
from municipal.submissions.queries import board as states_of
from tenants.domain.school_year import SchoolYear


@dataclass(frozen=True, slots=True)
class Asked:
    """What the methodist wants to see: a campaign, and whether its accepted forms only, of which a note is made."""

    campaign: CampaignInfo
    accepted_only: bool = False


def opened_campaigns(year: SchoolYear) -> list[CampaignInfo]:
    """Campaigns of a school year that schools have been asked in, the newest first. One query."""
    return [campaign for campaign in campaigns(year=year) if campaign.is_open]


def board_input(municipality_id: int, asked: Asked, *, today: date) -> BoardInput:
    """Everything the board is made of, in a number of queries that does not grow with schools or forms.

    A school that was freed of the campaign is not expected and does not stand on the board.
    """
    states = [one for one in states_of(asked.campaign, today=today) if one.state is not FormState.EXEMPT]
    return BoardInput(
        seasons=tuple(_season(campaign, asked) for campaign in _up_to(asked.campaign)),
        states=tuple(_form(one) for one in states),
        publications=_publications(municipality_id, asked.campaign.school_year, states),
        carry=not asked.accepted_only,
        season_over=today > asked.campaign.closes_on,
        year_over=today > asked.campaign.school_year.ends_on,
    )


def _up_to(shown: CampaignInfo) -> list[CampaignInfo]:
    """The campaign and those held before it, the oldest first; as many as a line has points."""
    held = [one for one in campaigns() if one.is_open and not shown.season_of_year < one.season_of_year]
    return sorted(held, key=lambda one: one.reporting_date)[-POINTS:]


def _season(campaign: CampaignInfo, asked: Asked) -> SeasonForms:
    facts = accepted_facts(campaign.id) if asked.accepted_only else latest_facts(campaign.id)
    return SeasonForms(campaign.season_of_year, tuple(facts))


def _form(one: SchoolState) -> SchoolForm:
    return SchoolForm(School(one.school_id, one.short_name), HandedIn(one.state.value), one.words)


def _publications(municipality_id: int, year: SchoolYear, states: list[SchoolState]) -> PublicationsData:
    items = own_publications(year)
    return PublicationsData(
        school_year=year,
        norm=publications_norm(municipality_id),
        items=tuple(PublishedItem(item.published_on, item.title, item.resource, item.url) for item in items),
        schools=len(states),
    )
