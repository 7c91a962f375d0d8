"""Ask for consents: forms handed out, personal links."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from schools.consents.domain.refusals import ConsentNotAsked
from schools.consents.models import ConsentRequest, RequestState
from schools.consents.queries import people_by_id, states_of, with_papers
from schools.consents.sheets import child_signs, consent_sheet, digest, school_said, usual_term
from schools.people.models import ConsentPurpose, Person
from schools.people.services.record_consent import needs_representative
from tenants.domain.russian import counted
from tenants.journal.services.record import record
from tenants.paper.sheet import to_document

LINK_DAYS = 14
UNKNOWN = "—"  # on a screen there is no line to write on
TOKEN_BYTES = 24  # 192 bits


@dataclass(frozen=True, slots=True)
class SentLink:
    """A link made just now; ``token`` is known at this moment only."""

    person_id: int
    name: str
    signs: str
    token: str
    expires_on: date


def token_digest(token: str) -> str:
    """What of a token is kept."""
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def hand_out_forms(
    person_ids: Sequence[int], purposes: Sequence[str], *, on: date, actor_id: int | None, at: datetime
) -> int:
    """Note that the forms were printed; gives how many were new.

    Who has a standing consent, or has the same form already, gets no second note.
    """
    made = 0
    for person in with_papers(Person.objects.filter(pk__in=list(person_ids))):
        states = states_of(person, on)
        for purpose in purposes:
            if states[purpose].stands or states[purpose].code == "wait":
                continue
            ConsentRequest.objects.create(
                person=person,
                purpose=purpose,
                state=RequestState.BLANK,
                asked_on=on,
                by_representative=needs_representative(person, on),
            )
            made += 1
    if made:
        text = f"Выданы бланки согласий: {counted(made, 'лист', 'листа', 'листов')}."
        record(act="consent_forms", text=text, at=at, actor_id=actor_id)
    return made


@transaction.atomic
def send_links(
    person_ids: Sequence[int], purpose: str, *, on: date, actor_id: int | None, at: datetime
) -> list[SentLink]:
    """Make a personal link for each; an older link to the same purpose closes.

    The text shown by it is fixed now. Refuses an empty choice, and people whose consent stands are passed over.
    """
    school, until = school_said(), usual_term(on)
    people = [
        one
        for one in with_papers(Person.objects.filter(pk__in=[person.pk for person in people_by_id(person_ids)]))
        if not states_of(one, on)[purpose].stands
    ]
    if not people:
        raise ConsentNotAsked("Ссылки не созданы: согласие есть у всех отмеченных.", "Отметьте тех, у кого его нет.")
    ConsentRequest.objects.filter(person__in=people, purpose=purpose, state=RequestState.WAITING).delete()
    made, expires_on = [], on + timedelta(days=LINK_DAYS)
    for person in people:
        token, is_minor = secrets.token_urlsafe(TOKEN_BYTES), needs_representative(person, on)
        sheet = consent_sheet(person, purpose, school=school, on=on, until=until, blank=UNKNOWN).sheet
        ConsentRequest.objects.create(
            person=person,
            purpose=purpose,
            state=RequestState.WAITING,
            asked_on=on,
            token_digest=token_digest(token),
            expires_on=expires_on,
            valid_until=until,
            by_representative=is_minor,
            child_signs=child_signs(person, on),
            text=to_document(sheet),
            text_digest=digest(sheet),
        )
        signs = "родитель или другой законный представитель" if is_minor else "сам участник"
        made.append(SentLink(person.pk, person.full_name, signs, token, expires_on))
    said = f"Созданы ссылки для согласия, {ConsentPurpose(purpose).label}: {len(made)}."
    record(act="consent_links", text=said, at=at, actor_id=actor_id)
    return made
