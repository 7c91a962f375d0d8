"""Keep the school's card and its numbers of people."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from schools.passport.models import Headcount, SchoolCard
from tenants.domain.errors import Refusal
from tenants.domain.russian import date_words
from tenants.journal.services.record import record


class CardNotSaved(Refusal):
    """The numbers contradict one another."""


@transaction.atomic
def save_headcount(
    *,
    as_of: date,
    pupils_10_19: int | None,
    pupils_15_19: int | None,
    young_teachers: int | None,
    teachers: int | None,
    actor_id: int | None,
    at: datetime,
) -> None:
    """Keep the numbers of a date; a second saving of the date replaces the first. None is «не знаем».

    Refuses a part that is larger than its whole. Saving the same once more changes nothing.
    """
    if pupils_15_19 is not None and pupils_10_19 is not None and pupils_15_19 > pupils_10_19:
        raise CardNotSaved(
            f"Численность не сохранена: детей 15–19 лет ({pupils_15_19}) больше, чем всех 10–19 лет ({pupils_10_19}).",
            "Проверьте оба числа: первое входит во второе.",
        )
    if young_teachers is not None and teachers is not None and young_teachers > teachers:
        raise CardNotSaved(
            f"Численность не сохранена: молодых специалистов {young_teachers}, а всех педагогов {teachers}.",
            "Проверьте оба числа: первое входит во второе.",
        )
    row = Headcount.objects.filter(as_of=as_of).first() or Headcount(as_of=as_of)
    told: dict[str, object] = {
        "pupils_10_19": pupils_10_19,
        "pupils_15_19": pupils_15_19,
        "young_teachers": young_teachers,
        "teachers": teachers,
    }
    if _write(row, told):
        text = f"Сохранена численность на {date_words(as_of)}."
        record(act="headcount_saved", text=text, at=at, actor_id=actor_id, object_kind="headcount", object_id=row.pk)


@transaction.atomic
def save_card(
    *,
    official_name: str,
    principal_name: str = "",
    site_section_url: str = "",
    site_section_updated_on: date | None = None,
    site_section_works: bool | None = None,
    checked_on: date | None = None,
    actor_id: int | None,
    at: datetime,
) -> None:
    """Keep the one card of the school: its official name and its site section.

    ``checked_on`` is the day on which somebody looked whether the section opens. The same answer about the same
    address keeps its first day: nobody looked anew. Saving the same once more changes nothing.
    """
    card = SchoolCard.objects.first() or SchoolCard()
    looked_before = (card.site_section_url, card.site_section_works) == (site_section_url, site_section_works)
    told: dict[str, object] = {
        "official_name": official_name,
        "principal_name": principal_name,
        "site_section_url": site_section_url,
        "site_section_updated_on": site_section_updated_on,
        "site_section_works": site_section_works,
        "site_section_checked_on": (card.site_section_checked_on if looked_before else None) or checked_on,
    }
    if _write(card, told):
        text = "Сохранена карточка школы."
        record(act="card_saved", text=text, at=at, actor_id=actor_id, object_kind="school_card", object_id=card.pk)


def _write(row: Headcount | SchoolCard, told: dict[str, object]) -> bool:
    """Put the values into the row where they differ; whether anything did."""
    if row.pk and all(getattr(row, name) == value for name, value in told.items()):
        return False
    for name, value in told.items():
        setattr(row, name, value)
    row.save()
    return True
