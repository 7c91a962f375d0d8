"""The demonstration's story, step by step, through the services that the pages call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from config.demo.bank import show_programmes
from config.demo.clock import present_moment, present_year
from config.demo.days import working_before
from config.demo.district import close_season, note_papers, publish_year
from config.demo.happenings import hold_the_year
from config.demo.life import Life
from config.demo.place import FoundedSchool, FoundedTown, SignIn, found_towns
from config.demo.progress import Progress
from config.demo.registers import found_school, live_a_year
from config.demo.roadmaps import plan_a_year
from config.demo.seasons import open_season, tell_past, tell_present
from tenants.current import school_open
from tenants.domain.school_year import SchoolYear, Season, SeasonOfYear

SEED = 20261027


@dataclass(frozen=True, slots=True)
class Told:
    """What the story leaves behind: the clock of the pages, who signs in, the produced files."""

    now: datetime
    sign_ins: list[SignIn]
    files: list[Path]


def tell(*, today: date, folder: Path, progress: Progress) -> Told:
    """Play the whole story into the empty database; files are written into ``folder``."""
    random = Random(SEED)
    with progress.step("открываем регион, два округа и их школы"):
        towns, sign_ins = found_towns(present_year(today))
    now = present_moment(today, towns[0].spec.time_zone)
    year = present_year(today)
    schools = [(town, school) for town in towns for school in town.schools]
    seen: set[tuple[str, str]] = set()
    for town, school in progress.each("школы живут три учебных года", schools):
        own, zone = Random(random.getrandbits(32)), ZoneInfo(town.spec.time_zone)
        _live(town, school, year, now, Life(school.spec, own, zone, school.curator_id, seen))
    past = [
        (town, SeasonOfYear(SchoolYear(start), season))
        for start in (year.start_year - 2, year.start_year - 1)
        for season in (Season.OCTOBER, Season.MAY)
        for town in towns
    ]
    for town in towns:
        for start in range(year.start_year - 2, year.start_year + 1):
            publish_year(town, SchoolYear(start), until=now.date(), at=now)
    for town, season in progress.each("прошлые мониторинги: приняты, справки подписаны", past):
        telling = open_season(town, season, now=now, random=random)
        tell_past(telling, town.schools)
        close_season(
            town, telling.campaign, at=telling.moment(working_before(telling.campaign.closes_on), 17), sign=True
        )
    present = SeasonOfYear(year, Season.OCTOBER)
    files: list[Path] = []
    for town in progress.each(f"мониторинг «{present.title}»: опоздание, возврат, молчание", towns):
        telling = open_season(town, present, now=now, random=random)
        tell_present(telling, town.schools)
        note = close_season(town, telling.campaign, at=now, sign=False)
        files += note_papers(town, note, folder)
    return Told(now, sign_ins, files)


def _live(town: FoundedTown, school: FoundedSchool, year: SchoolYear, now: datetime, life: Life) -> None:
    with school_open(school.id):
        first = SchoolYear(year.start_year - 2)
        found_school(life, first)
        for order, past in enumerate((first, SchoolYear(year.start_year - 1))):
            last_day = date(past.start_year + 1, 5, 31)
            live_a_year(life, past, order=order, until=last_day)
            plan_a_year(life, past, until=last_day)
            hold_the_year(life, past, until=last_day)
        yesterday = now.date() - timedelta(days=1)
        live_a_year(life, year, order=2, until=yesterday)
        plan_a_year(life, year, until=yesterday)
        hold_the_year(life, year, until=yesterday)
        show_programmes(life, year, school_id=school.id, municipality_id=town.id, until=yesterday)
