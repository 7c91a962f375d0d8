"""One person with everything that happened to him, in a constant number of queries.

Pairs and meetings are rooms above this one: they are read through the relations they add, by name.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch

from schools.people.models import Consent, Person


def person_with_history(person_id: int) -> Person | None:
    """One person with cards, consents, roles, measures of support, pairs with their people and meetings; or None."""
    part = Person._meta.get_field("parts").related_model
    parts: Any = part._default_manager  # type: ignore[union-attr]  # a relation has a model
    return (
        Person.objects.filter(pk=person_id)
        .select_related("mentor_card", "mentee_card", "partner")
        .prefetch_related(
            Prefetch("consents", Consent.objects.order_by("-given_on", "-id")),
            "roles",
            "supports",
            Prefetch("parts", parts.select_related("pair").order_by("pair_id")),
            Prefetch("parts__pair__members", parts.select_related("person")),
            "parts__pair__meetings",
        )
        .first()
    )
