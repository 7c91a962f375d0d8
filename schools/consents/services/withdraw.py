"""The end of a consent, with all that follows from it, in one transaction (152-ФЗ, ст. 9 ч. 5, ст. 10.1 ч. 12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from schools.consents.domain.working_days import working_days_after
from schools.consents.models import ConsentRequest, RequestState
from schools.consents.queries import Numbers, broken_pairs, numbers_on
from schools.consents.services.letters import tell_the_school
from schools.pairs.services.pause_pair import leave_proposals, pause_pairs
from schools.people.models import Consent, ConsentPurpose, Person
from schools.people.queries import people_without_consent, standing_consent
from schools.people.services.merge_people import Merged
from schools.people.services.record_consent import withdraw_consent
from schools.publications.models import Mention
from tenants.domain.russian import date_words
from tenants.journal.services.record import record

TAKE_DOWN_DAYS = 3  # working ones: 152-ФЗ, ст. 10.1, ч. 12
WITHDRAWN, REFUSED, EXPIRED = "согласие отозвано", "получен отказ", "срок согласия истёк"


@dataclass(frozen=True, slots=True)
class Followed:
    """What followed: pairs paused, proposals changed, pages to be mended by ``due_on``, counts before and after."""

    pairs: tuple[str, ...]
    proposals: tuple[str, ...]
    pages: tuple[str, ...]
    due_on: date | None
    before: Numbers
    after: Numbers


@transaction.atomic
def withdraw(person_id: int, purpose: str, *, on: date, actor_id: int | None, at: datetime) -> Followed:
    """Withdraw every consent of a person to a purpose from ``on``; pressing twice changes nothing."""
    before = numbers_on(max(on, at.date()))
    _take_back(person_id, purpose, on=on, actor_id=actor_id, at=at)
    return _follow(person_id, purpose, WITHDRAWN, before, on=on, actor_id=actor_id, at=at)


@transaction.atomic
def refuse(
    person_id: int, purpose: str, *, on: date, signer_name: str = "", actor_id: int | None, at: datetime
) -> Followed:
    """Write down a refusal; a consent that stood is withdrawn with it."""
    person, before = Person.objects.get(pk=person_id), numbers_on(max(on, at.date()))
    _take_back(person_id, purpose, on=on, actor_id=actor_id, at=at)
    open_ones = ConsentRequest.objects.filter(
        person_id=person_id, purpose=purpose, state__in=[RequestState.WAITING, RequestState.BLANK]
    )
    open_ones.delete()
    # Two records merged into one may bring two refusals of a day: any of them tells it was said already.
    told = {"person_id": person_id, "purpose": purpose, "state": RequestState.REFUSED, "asked_on": on}
    if not ConsentRequest.objects.filter(**told).exists():
        refused = ConsentRequest.objects.create(**told, signer_name=signer_name, answered_at=at)
        text = f"{person.short_name}: отказ, {refused.get_purpose_display()}."
        record(
            act="consent_refused", text=text, at=at, actor_id=actor_id, object_kind="person", object_id=person_id
        )  # fmt: skip
    return _follow(person_id, purpose, REFUSED, before, on=on, actor_id=actor_id, at=at)


@transaction.atomic
def follow_expired(*, today: date, at: datetime) -> int:
    """Do what follows for everybody whose consent has run out; gives for how many people. Run every night."""
    people, before = broken_pairs(today), numbers_on(today)
    for person_id in people:
        _follow(person_id, ConsentPurpose.PROCESSING, EXPIRED, before, on=today, actor_id=None, at=at)
    silent = Person.objects.exclude(standing_consent(today, ConsentPurpose.PUBLICATION))
    pages = Mention.objects.filter(person__in=silent, takedown_asked_on=None).values_list("person_id", flat=True)
    named = sorted(set(pages))
    for person_id in named:
        _follow(person_id, ConsentPurpose.PUBLICATION, EXPIRED, before, on=today, actor_id=None, at=at)
    return len({*people, *named})


@transaction.atomic
def follow_merge(merged: Merged) -> None:
    """After two records became one: what the loss of a consent brings, where the joined person has none."""
    before = numbers_on(merged.on)
    for purpose in (ConsentPurpose.PROCESSING, ConsentPurpose.PUBLICATION):
        standing = standing_consent(merged.on, purpose)
        if not Person.objects.filter(standing, pk=merged.person_id).exists():
            _follow(
                merged.person_id, purpose, WITHDRAWN, before, on=merged.on, actor_id=merged.actor_id, at=merged.at
            )  # fmt: skip


def _take_back(person_id: int, purpose: str, *, on: date, actor_id: int | None, at: datetime) -> None:
    Person.objects.select_for_update().get(pk=person_id)  # one press at a time
    standing = Consent.objects.filter(person_id=person_id, purpose=purpose, withdrawn_on=None)
    for consent in standing.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=on)):
        withdraw_consent(consent.pk, on=max(on, consent.given_on), actor_id=actor_id, at=at)


def _follow(
    person_id: int, purpose: str, reason: str, before: Numbers, *, on: date, actor_id: int | None, at: datetime
) -> Followed:
    today = max(on, at.date())
    pairs: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    if purpose == ConsentPurpose.PROCESSING and people_without_consent({person_id}, on=today):
        pairs = pause_pairs(person_id, reason=reason, on=on, actor_id=actor_id, at=at)
        if reason != EXPIRED:
            proposals = leave_proposals(person_id, actor_id=actor_id, at=at)
    pages, due_on = (
        ((), None) if purpose == ConsentPurpose.TRANSFER else _ask_to_take_down(person_id, today, actor_id, at)
    )
    followed = Followed(pairs, proposals, pages, due_on, before, numbers_on(today))
    if pairs or pages:
        tell_the_school(person_id, purpose, followed_pairs=len(pairs), pages=len(pages), due_on=due_on, at=at)
    return followed


def _ask_to_take_down(
    person_id: int, today: date, actor_id: int | None, at: datetime
) -> tuple[tuple[str, ...], date | None]:
    """Names on published pages: three working days to take them off."""
    mentions = list(
        Mention.objects.select_for_update(of=("self",))
        .filter(person_id=person_id, takedown_asked_on=None)
        .select_related("publication")
    )
    if not mentions:
        return (), None
    due_on = working_days_after(today, TAKE_DOWN_DAYS)
    for mention in mentions:
        mention.takedown_asked_on, mention.takedown_due_on = today, due_on
        mention.save(update_fields=["takedown_asked_on", "takedown_due_on"])
        record(
            act="takedown_asked",
            text=f"Публикация «{mention.publication.title}»: убрать имя до {date_words(due_on)}.",
            at=at,
            actor_id=actor_id,
            object_kind="publication",
            object_id=mention.publication_id,
        )
    return tuple(mention.publication.title for mention in mentions), due_on
