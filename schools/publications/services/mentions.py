"""Who is named on a published page, and the name taken off it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from schools.people.models import ConsentPurpose, Person
from schools.people.queries import standing_consent
from schools.publications.models import Mention, Publication
from schools.publications.services.publish import PublicationNotAdded
from tenants.journal.services.record import record


@transaction.atomic
def name_person(publication_id: int, person_id: int, *, today: date, actor_id: int | None, at: datetime) -> int:
    """Write down that the page names somebody; gives the mention's id, the same one for the same person.

    Refuses where there is no standing consent to distribution (152-ФЗ, ст. 10.1): silence is a refusal.
    """
    page = Publication.objects.select_for_update().get(pk=publication_id)
    person = Person.objects.select_for_update().get(pk=person_id)
    if not Person.objects.filter(standing_consent(today, ConsentPurpose.PUBLICATION), pk=person_id).exists():
        raise PublicationNotAdded(
            f"{person.short_name}: имя не отмечено, нет согласия на публикацию.",
            "Уберите имя со страницы или соберите согласие в разделе «Люди и согласия».",
        )
    mention, made = Mention.objects.get_or_create(publication=page, person=person)
    if not made and mention.takedown_asked_on is not None:
        mention.takedown_asked_on = mention.takedown_due_on = mention.taken_down_on = None
        mention.save()
        made = True
    if made:
        _journal("mention_added", f"Публикация «{page.title}»: назван {person.short_name}.", mention, actor_id, at)
    return mention.pk


@transaction.atomic
def take_down(mention_id: int, *, on: date, actor_id: int | None, at: datetime) -> None:
    """The name has left the page on ``on``; pressing twice changes nothing."""
    mention = Mention.objects.select_for_update(of=("self",)).select_related("publication").get(pk=mention_id)
    if mention.taken_down_on is not None:
        return
    mention.taken_down_on = on
    mention.takedown_asked_on = mention.takedown_asked_on or on
    mention.save(update_fields=["taken_down_on", "takedown_asked_on"])
    _journal("mention_removed", f"Публикация «{mention.publication.title}»: имя убрано.", mention, actor_id, at)


def _journal(act: str, text: str, mention: Mention, actor_id: int | None, at: datetime) -> None:
    record(
        act=act, text=text, at=at, actor_id=actor_id, object_kind="publication", object_id=mention.publication_id
    )  # fmt: skip
