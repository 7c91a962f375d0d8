"""Keep the school's card."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from schools.passport.models import Headcount, SchoolCard
from tenants.domain.errors import Refusal


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
) -> None:
    """Keep the numbers of a date; a second saving of the date replaces the first. None is «не знаем».

    Refuses a part that is larger than its whole.
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
    Headcount.objects.update_or_create(
        as_of=as_of,
        defaults={
            "pupils_10_19": pupils_10_19,
            "pupils_15_19": pupils_15_19,
            "young_teachers": young_teachers,
            "teachers": teachers,
        },
    )


@transaction.atomic
def save_card(
    *,
    official_name: str,
    principal_name: str = "",
    site_section_url: str = "",
    site_section_updated_on: date | None = None,
    site_section_works: bool | None = None,
    checked_on: date | None = None,
) -> None:
    """Keep the one card of the school: its official name and its site section."""
    card = SchoolCard.objects.first() or SchoolCard()
    card.official_name, card.principal_name = official_name, principal_name
    card.site_section_url, card.site_section_updated_on = site_section_url, site_section_updated_on
    card.site_section_works, card.site_section_checked_on = site_section_works, checked_on
    card.save()
