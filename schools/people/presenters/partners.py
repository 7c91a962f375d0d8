"""The page of a partner."""

from __future__ import annotations

from schools.people.models import Partner
from schools.people.presenters.person import Fact
from tenants.domain.russian import date_words


def partner_facts(row: Partner) -> list[Fact]:
    """What is known of a partner; what was not said is «не указано»."""
    dated = f"от {date_words(row.agreed_on)}" if row.agreed_on else ""
    agreement = " ".join(filter(None, [f"№ {row.agreement_number}" if row.agreement_number else "", dated]))
    facts = [
        Fact("Вид", str(row.get_kind_display()) or "не указан"),
        Fact("Вместе с", date_words(row.since)),
        Fact("Телефон или почта", row.contact or "не указаны"),
        Fact("Соглашение", agreement or "не указано"),
    ]
    if row.until is not None:
        facts.insert(2, Fact("Работали по", date_words(row.until)))
    if row.agreed_until is not None:
        facts.append(Fact("Соглашение действует по", date_words(row.agreed_until)))
    return facts
