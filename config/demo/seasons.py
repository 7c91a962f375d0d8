"""Monitorings of the demonstration: planned, opened, handed in, questioned, corrected and taken, as people do it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from config.demo.answers import Voice, fill_in
from config.demo.days import of_september, working, working_before
from config.demo.place import FoundedSchool, FoundedTown
from municipal.campaigns.queries import CampaignInfo, suggested_dates
from municipal.campaigns.services.open_campaign import open_campaign
from municipal.campaigns.services.plan_campaign import plan_campaign
from municipal.indicators.facts import cell_of
from municipal.submissions.intake import own_versions
from municipal.submissions.services.return_submission import return_submission
from municipal.submissions.services.take_submission import take_submission
from schools.monitoring.domain.draft import Changes
from schools.monitoring.services.read_form import read_form
from schools.monitoring.services.save_draft import save_draft
from schools.monitoring.services.submit_form import submit_form
from tenants.current import municipality_open, school_open
from tenants.domain.russian import date_numeric, initials
from tenants.domain.school_year import SeasonOfYear

EDITION = "2026"


@dataclass(frozen=True, slots=True)
class Telling:
    """A monitoring being told: the town, its campaign and the day the demonstration stands on."""

    town: FoundedTown
    campaign: CampaignInfo
    now: datetime
    random: Random

    def moment(self, day: date, hour: int = 15, minute: int = 20) -> datetime:
        """An hour of a day in the town, never later than the demonstration's now."""
        return min(_local(self.town, day, hour).replace(minute=minute), self.now)

    @property
    def methodist(self) -> str:
        """«методист, Ермакова С. Н.»"""
        return f"методист, {initials(*self.town.spec.methodist[:3])}"


def _local(town: FoundedTown, day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, 20, tzinfo=ZoneInfo(town.spec.time_zone))


def open_season(town: FoundedTown, season: SeasonOfYear, *, now: datetime, random: Random) -> Telling:
    """Plan a monitoring by the municipality's calendar and open it on its day."""
    with municipality_open(town.id):
        dates = suggested_dates(town.id, season.season, season.school_year)
        opens, year = _local(town, dates.opens_on, 9), season.school_year.start_year
        ordered_on = of_september(season.school_year, 4)
        planned = plan_campaign(
            municipality_id=town.id,
            season=season,
            dates=dates,
            edition=EDITION,
            basis=f"приказ управления образования от {date_numeric(ordered_on)} № {200 + year % 100 * 3}",
            at=_local(town, working_before(dates.opens_on - timedelta(days=10)), 9),
            actor_id=None,
        )
        opened = open_campaign(campaign_id=planned.id, at=opens, actor_id=None)
    return Telling(town, opened.campaign, now, random)


def tell_past(telling: Telling, schools: Iterable[FoundedSchool]) -> None:
    """A monitoring that is over: everybody handed in, everything was taken."""
    for number, school in enumerate(schools):
        due_on = telling.campaign.due_on
        late = school.spec.fate == "late"
        day = working(due_on + timedelta(days=2)) if late else working_before(due_on - timedelta(days=number % 6))
        hand_in(telling, school, day)
        take(telling, school, working(day + timedelta(days=1)))


def tell_present(telling: Telling, schools: Iterable[FoundedSchool]) -> None:
    """The current monitoring: each school by its fate."""
    for number, school in enumerate(schools):
        FATES[school.spec.fate](telling, school, number)


def hand_in(telling: Telling, school: FoundedSchool, day: date) -> None:
    """The curator fills in what is asked and hands the form in."""
    at = telling.moment(day, *_hour_of(school))
    with school_open(school.id):
        form = read_form(campaign_id=telling.campaign.id, school_id=school.id, today=day)
        voice = Voice(school.id * 5 + telling.campaign.id, school.spec.why_slow)
        fill_in(form, telling.random, voice, actor_id=school.curator_id, at=at - timedelta(minutes=40))
        submit_form(
            campaign_id=telling.campaign.id,
            submitted_by=school.spec.signature,
            actor_id=school.curator_id,
            at=at,
            principal_informed=True,
        )


def _hour_of(school: FoundedSchool) -> tuple[int, int]:
    """Everybody has an hour of her own for papers."""
    return 10 + school.id % 6, school.id * 13 % 60


def take(telling: Telling, school: FoundedSchool, day: date) -> None:
    """The methodist accepts the latest version."""
    with school_open(school.id):
        latest = own_versions(telling.campaign.id, school.id)[0]
    with municipality_open(telling.town.id):
        take_submission(
            submission_id=latest.submission.id,
            reviewed_by=telling.methodist,
            at=telling.moment(day, 16, 5 + school.id * 3 % 50),
            actor_id=None,
        )


def _accepted(telling: Telling, school: FoundedSchool, number: int) -> None:
    day = working_before(telling.campaign.due_on - timedelta(days=number % 9))
    hand_in(telling, school, day)
    take(telling, school, working(day + timedelta(days=1)))


def _late(telling: Telling, school: FoundedSchool, _number: int) -> None:
    day = working(telling.campaign.due_on + timedelta(days=2))
    hand_in(telling, school, day)
    take(telling, school, working(day + timedelta(days=1)))


def _corrected(telling: Telling, school: FoundedSchool, _number: int) -> None:
    day = working_before(telling.campaign.due_on - timedelta(days=6))
    hand_in(telling, school, day)
    with school_open(school.id):
        first = own_versions(telling.campaign.id, school.id)[0]
    with municipality_open(telling.town.id):
        return_submission(
            submission_id=first.submission.id,
            remarks={"I2": "В прошлом году школа участвовала в фестивале. Проверьте, нет ли заявки в этом."},
            answer_by=telling.campaign.due_on,
            reviewed_by=telling.methodist,
            at=telling.moment(working(day + timedelta(days=1))),
            actor_id=None,
        )
    corrected_on = working(day + timedelta(days=3))
    _correct(telling, school, corrected_on)
    take(telling, school, working(corrected_on + timedelta(days=1)))


def _correct(telling: Telling, school: FoundedSchool, day: date) -> None:
    at = telling.moment(day)
    with school_open(school.id):
        form = read_form(campaign_id=telling.campaign.id, school_id=school.id, today=day)
        entries = (form.facts.cell("I2").count or 0) + 1
        answers = {str(one.id): "Заявка была, добавили её." for group in form.remarks.values() for one in group}
        changes = Changes(cells={"I2": cell_of(entries)}, answers=answers)
        save_draft(form, changes, actor_id=school.curator_id, at=at - timedelta(minutes=5))
        submit_form(
            campaign_id=telling.campaign.id,
            submitted_by=school.spec.signature,
            actor_id=school.curator_id,
            at=at,
            principal_informed=True,
        )


def _waiting(telling: Telling, school: FoundedSchool, _number: int) -> None:
    hand_in(telling, school, working_before(telling.campaign.due_on))


def _silent(_telling: Telling, _school: FoundedSchool, _number: int) -> None:
    """Never reports: nothing happens, which is the point."""


FATES: dict[str, Callable[[Telling, FoundedSchool, int], None]] = {
    "accepted": _accepted,
    "late": _late,
    "corrected": _corrected,
    "waiting": _waiting,
    "silent": _silent,
}
