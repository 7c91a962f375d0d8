"""Days of a person's calendar: terms of the roadmap, of the monitoring, planned meetings. Nobody is named in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from django.urls import reverse

from municipal.campaigns.queries import CampaignInfo, campaigns, extensions
from schools.meetings.queries import meetings_planned
from schools.pairs.domain.names_in_text import names_in
from schools.people.models import Person
from schools.roadmap.domain.icalendar import Entry
from schools.roadmap.queries.plan import roadmaps_of_year
from schools.roadmap.queries.standings import ActivityStanding, standings
from tenants.domain.school_year import SchoolYear

Address = Callable[[str], str]  # from a path to the whole address


def feed_entries(*, school_id: int, host: str, address: Address, with_meetings: bool, today: date) -> list[Entry]:
    """The present school year and the next one, by day; at most twelve queries.

    ``host`` makes keys of one school nobody's in the next; meetings are told by kind and day alone.
    """
    year = SchoolYear.of(today)
    entries = [*_terms(year, host, address, today), *_monitorings(year, school_id, host, address)]
    if with_meetings:
        entries += _meetings(year, host, address)
    return sorted(entries, key=lambda entry: (entry.day, entry.uid))


def _terms(year: SchoolYear, host: str, address: Address, today: date) -> list[Entry]:
    roadmaps = roadmaps_of_year(year.starts_on, year.next.ends_on)
    rows = [
        row for row in standings([one.pk for one in roadmaps], today=today, year=year) if not row.activity.is_heading
    ]
    naming = _naming(rows)
    return [entry for row in rows for entry in _of_row(row, year, host, address, is_naming=row.activity.pk in naming)]


def _naming(rows: Sequence[ActivityStanding]) -> set[int]:
    """Activities whose words name somebody of the registers: a calendar in a stranger's cloud must not."""
    surnames = list(Person.objects.values_list("last_name", flat=True).distinct())
    words = {row.activity.pk: f"{row.activity.text}\n{row.activity.deadline_phrase}" for row in rows}
    if not names_in("\n".join(words.values()), surnames):
        return set()
    return {pk for pk, text in words.items() if names_in(text, surnames)}


def _of_row(row: ActivityStanding, year: SchoolYear, host: str, address: Address, *, is_naming: bool) -> list[Entry]:
    one = row.activity
    title = f"Мероприятие {one.number}".strip() if is_naming else f"{one.number} {one.text}".strip()
    return [
        Entry(
            uid=f"roadmap-{one.pk}-{place}@{host}",
            day=due.due_on,
            summary=f"Выполнено: {title}" if due.done_on else title,
            description="Дорожная карта" if is_naming else f"Дорожная карта. Срок: {one.deadline_phrase}",
            url=address(reverse("roadmap:activity", args=[SchoolYear.of(due.due_on), one.pk])),
            category="Дорожная карта",
        )
        for place, due in enumerate(row.occurrences, 1)
        if due.due_on is not None and year.starts_on <= due.due_on <= year.next.ends_on
    ]


def _monitorings(year: SchoolYear, school_id: int, host: str, address: Address) -> list[Entry]:
    found: list[Entry] = []
    for campaign in campaigns(year=year):
        longer = extensions(campaign.id, [school_id]).get(school_id) if campaign.is_open else None
        url = address(reverse("monitoring:form", args=[year]))
        found.append(_monitoring(campaign, "opens", campaign.opens_on, host=host, url=url))
        found.append(_monitoring(campaign, "due", longer or campaign.due_on, host=host, url=url))
    return found


def _monitoring(campaign: CampaignInfo, key: str, day: date, *, host: str, url: str) -> Entry:
    words = "начало" if key == "opens" else "последний день сдачи"
    return Entry(
        uid=f"monitoring-{campaign.id}-{key}@{host}",
        day=day,
        summary=f"Мониторинг «{campaign.season_of_year.title}»: {words}",
        description="",
        url=url,
        category="Мониторинг",
    )


def _meetings(year: SchoolYear, host: str, address: Address) -> list[Entry]:
    rows = meetings_planned(year.starts_on, year.next.ends_on).order_by("planned_on", "pk")
    return [
        Entry(
            uid=f"meeting-{row.pk}@{host}",
            day=row.planned_on,
            summary=f"{'Состоялась' if row.held_on else 'По плану'} встреча пары: {row.get_kind_display()}",
            description="",
            url=address(reverse("meetings:list", args=[SchoolYear.of(row.planned_on)])),
            category="Встречи",
        )
        for row in rows
        if row.planned_on is not None
    ]
