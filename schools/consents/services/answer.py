"""The answer by a personal link, without signing in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from schools.consents.domain.refusals import AnswerIncomplete, LinkClosed
from schools.consents.models import ConsentRequest, RequestState
from schools.consents.services.ask import token_digest
from schools.consents.services.withdraw import refuse
from schools.people.services.record_consent import record_consent

BY_LINK = "дано по ссылке"
CLOSED = LinkClosed("Эта ссылка уже не действует.", "Попросите у куратора школы новую.")
MOST_TOKEN = 100


def open_request(token: str, *, today: date) -> ConsentRequest:
    """The request of a link. Refuses alike an unknown link, one that was answered and one that has run out."""
    if not 0 < len(token) <= MOST_TOKEN:
        raise CLOSED
    found = ConsentRequest.objects.select_related("person").filter(token_digest=token_digest(token)).first()
    if found is None or found.state != RequestState.WAITING or (found.expires_on or today) < today:
        raise CLOSED
    return found


@transaction.atomic
def answer_request(
    token: str,
    *,
    agrees: bool,
    signer_name: str,
    child_name: str = "",
    answers: Mapping[str, bool] | None = None,
    today: date,
    at: datetime,
) -> None:
    """«Даю согласие» or «Не даю», with the typed name; the moment and the digest of the shown text are kept.

    Refuses a closed link, an answer without the name of who signs, and a consent without the pupil's own name where
    the pupil signs too. A refusal has the consequences of ``refuse``.
    """
    found = open_request(token, today=today)
    request = ConsentRequest.objects.select_for_update(of=("self",)).select_related("person").get(pk=found.pk)
    if request.state != RequestState.WAITING:
        raise CLOSED
    name, child = " ".join(signer_name.split()), " ".join(child_name.split())
    if not name:
        raise AnswerIncomplete("Ответ не записан: нет имени.", "Впишите фамилию, имя и отчество того, кто отвечает.")
    if agrees and request.child_signs and not child:
        raise AnswerIncomplete("Ответ не записан: нет имени ученика.", "С 14 лет ученик подписывает вместе с вами.")
    if not agrees:
        refuse(request.person_id, request.purpose, on=today, signer_name=name, actor_id=None, at=at)
        return
    request.consent_id = record_consent(
        request.person_id,
        purpose=request.purpose,
        given_on=today,
        valid_until=request.valid_until,
        by_representative=request.by_representative,
        kept_as=BY_LINK,
        today=today,
        actor_id=None,
        at=at,
    )
    ConsentRequest.objects.filter(consent_id=request.consent_id).exclude(pk=request.pk).update(consent=None)
    request.state, request.answered_at = RequestState.GIVEN, at
    request.signer_name, request.child_name, request.answers = name, child, dict(answers or {})
    request.save()
