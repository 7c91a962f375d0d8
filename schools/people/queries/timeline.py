"""One person with everything that happened to him, in a constant number of queries.

Pairs and meetings are rooms above this one: they are read through the relations they add, by name.
"""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from schools.people.models import Consent, Person


def person_with_history(person_id: int) -> Person | None:
    """One person with cards, consents, roles, measures of support, pairs with their people and meetings; or None."""
    part = Person._meta.get_field("parts").related_model
    parts: QuerySet[Person] = part._default_manager.select_related("pair").order_by("pair_id")  # type: ignore[union-attr]
    members: QuerySet[Person] = part._default_manager.select_related("person")  # type: ignore[union-attr]
    return (
        Person.objects.filter(pk=person_id)
        .select_related("mentor_card", "mentee_card", "partner")
        .prefetch_related(
            Prefetch("consents", Consent.objects.order_by("-given_on", "-id")),
            "roles",
            "supports",
            Prefetch("parts", parts),
            Prefetch("parts__pair__members", members),
            "parts__pair__meetings",
        )
        .first()
    )
