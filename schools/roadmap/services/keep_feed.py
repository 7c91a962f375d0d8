"""A person's calendar by a secret address: make it, make it anew, close it, read it."""

from __future__ import annotations

import hashlib
import hmac
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction

from schools.roadmap.domain.icalendar import to_ics
from schools.roadmap.domain.sent import numbered, remembered
from schools.roadmap.models import CalendarFeed
from schools.roadmap.queries.feed import Address, feed_entries
from tenants.accounts.domain.tokens import looks_like_token, new_token
from tenants.accounts.models import Membership
from tenants.domain.errors import Refusal
from tenants.domain.roles import Role
from tenants.journal.services.record import record

MOST = 60  # times an hour; programs come a few times a day
HOUR = timedelta(hours=1)


class NoSuchFeed(Refusal):
    """The address opens nothing: never made, made anew, or its person has left the school."""

    def __init__(self) -> None:
        super().__init__("Календаря по этой ссылке нет.", "Откройте «Тропу» и создайте новую ссылку.")


class AskedTooOften(Refusal):
    """The program comes for the calendar again and again."""

    def __init__(self) -> None:
        super().__init__("Календарь не отдан: его запрашивают слишком часто.", "Пусть программа подождёт час.")


@transaction.atomic
def make_feed(*, user_id: int, school_id: int, at: datetime) -> str:
    """A new secret of the person's calendar; the old one dies. Gives the secret, which is kept nowhere."""
    token = new_token()
    made = {"digest": _digest(token, school_id), "made_at": at, "asked_at": None, "asked_since": None, "asked_times": 0}
    feed, is_new = CalendarFeed.objects.update_or_create(user_id=user_id, defaults=made)
    said = "Создана ссылка на личный календарь." if is_new else "Ссылка на личный календарь обновлена."
    _journal(said, feed.pk, user_id, at)
    return token


@transaction.atomic
def close_feed(*, user_id: int, at: datetime) -> None:
    """Close the person's calendar; without one nothing changes."""
    feed = CalendarFeed.objects.select_for_update().filter(user_id=user_id).first()
    if feed is not None:
        _journal("Ссылка на личный календарь закрыта.", feed.pk, user_id, at)
        feed.delete()


@transaction.atomic
def read_feed(
    *, token: str, school_id: int, host: str, name: str, address: Address, today: date, at: datetime
) -> bytes:
    """The calendar behind a secret. Refuses a secret that opens nothing, and a program that comes too often.

    Who may see it is judged anew each time: a role that is over closes the calendar.
    """
    feed = _found(token, school_id)
    _count(feed, at)
    roles = set(Membership.objects.in_force(today).filter(user_id=feed.user_id).values_list("role", flat=True))
    if not roles:
        raise NoSuchFeed
    with_meetings = bool(roles & {Role.CURATOR.value, Role.DEPUTY.value})
    entries = feed_entries(school_id=school_id, host=host, address=address, with_meetings=with_meetings, today=today)
    told = numbered(entries, feed.sent, at=at)
    feed.sent = remembered(told)
    feed.save(update_fields=["sent", "asked_at", "asked_since", "asked_times"])
    return to_ics(told, name=name)


def _found(token: str, school_id: int) -> CalendarFeed:
    if not looks_like_token(token):
        raise NoSuchFeed
    feed = CalendarFeed.objects.select_for_update().filter(digest=_digest(token, school_id)).first()
    if feed is None:
        raise NoSuchFeed
    return feed


def _count(feed: CalendarFeed, at: datetime) -> None:
    if feed.asked_since is None or at - feed.asked_since >= HOUR:
        feed.asked_since, feed.asked_times = at, 0
    if feed.asked_times >= MOST:
        raise AskedTooOften
    feed.asked_times += 1
    feed.asked_at = at


def _digest(token: str, school_id: int) -> str:
    key = settings.SECRET_KEY.encode()
    return hmac.new(key, f"calendar:s{school_id}:{token}".encode(), hashlib.sha256).hexdigest()


def _journal(said: str, feed_id: int, user_id: int, at: datetime) -> None:
    record(act="calendar_feed", text=said, at=at, actor_id=user_id, object_kind="calendar_feed", object_id=feed_id)
