"""Labour papers of a worker who mentors (ст. 351.8 ТК РФ): kept, and the work ended early."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from schools.consents.domain.refusals import LabourNotKept
from schools.consents.domain.working_days import working_days_after
from schools.consents.models import LabourTerm
from schools.people.models import MentorCard, PersonKind
from tenants.domain.russian import date_words
from tenants.journal.services.record import record

WARNING_DAYS = 3  # working ones, for the employer; the law gives the worker no term


@dataclass(frozen=True, slots=True)
class NewTerm:
    """What the papers say."""

    content: str
    starts_on: date
    consent_on: date
    ends_on: date | None = None
    agreement_number: str = ""
    agreement_on: date | None = None
    payment: str = ""


@transaction.atomic
def keep_labour(person_id: int, wanted: NewTerm, *, today: date, actor_id: int | None, at: datetime) -> int:
    """Write down the consent and the agreement, and mark them on the mentor's card; gives the id.

    Refuses somebody who is no teacher of the mentors' pool, dates ahead, an agreement without its number or dated
    before the consent, and a work that ends before it begins. The same papers once more change nothing.
    """
    card = MentorCard.objects.select_for_update(of=("self",)).select_related("person").filter(pk=person_id).first()
    if card is None or card.person.kind != PersonKind.TEACHER:
        raise LabourNotKept(
            "Бумаги не записаны: это не педагог из базы наставников.", "Сначала внесите педагога в базу наставников."
        )
    _check(wanted, today)
    told = {name: getattr(wanted, name) for name in wanted.__dataclass_fields__}
    term, made = LabourTerm.objects.update_or_create(
        person_id=person_id, starts_on=wanted.starts_on, ended_by="", defaults=told
    )
    card.labour_consent_on, card.labour_agreement = wanted.consent_on, wanted.agreement_number
    card.save(update_fields=["labour_consent_on", "labour_agreement"])
    if made:
        _journal("labour_kept", "записаны согласие работника и соглашение (ст. 351.8 ТК РФ)", term, actor_id, at)
    return term.pk


def earliest_last_day(warned_on: date) -> date:
    """The first day on which the employer may let the work end after a warning of ``warned_on``."""
    return working_days_after(warned_on, WARNING_DAYS)


@transaction.atomic
def end_labour(
    term_id: int, *, ended_by: str, warned_on: date, last_day: date, actor_id: int | None, at: datetime
) -> None:
    """The worker refused, or the employer cancelled; from the press on the mentor enters no order.

    Refuses a last day before the warning and, for the employer, one earlier than three working days after it.
    """
    term = LabourTerm.objects.select_for_update(of=("self",)).select_related("person").get(pk=term_id)
    if term.ended_by:
        return
    if last_day < warned_on:
        raise LabourNotKept("Не записано: последний день раньше предупреждения.", "Проверьте обе даты.")
    if ended_by == LabourTerm.EMPLOYER and last_day < (first := earliest_last_day(warned_on)):
        raise LabourNotKept(
            f"Не записано: от предупреждения {date_words(warned_on)} не пройдёт трёх рабочих дней.",
            f"Последний день может быть не раньше {date_words(first)}.",
        )
    term.ended_by, term.warned_on, term.last_day = ended_by, warned_on, last_day
    term.save(update_fields=["ended_by", "warned_on", "last_day"])
    MentorCard.objects.filter(pk=term.person_id).update(labour_consent_on=None, labour_agreement="")
    said = "отказ от работы по наставничеству" if ended_by == LabourTerm.WORKER else "поручение наставника отменено"
    _journal("labour_ended", f"{said}, последний день {date_words(last_day)}", term, actor_id, at)


def _check(wanted: NewTerm, today: date) -> None:
    if wanted.consent_on > today or (wanted.agreement_on or today) > today:
        raise LabourNotKept("Бумаги не записаны: дата ещё не наступила.", "Проверьте даты согласия и соглашения.")
    if wanted.ends_on is not None and wanted.ends_on < wanted.starts_on:
        raise LabourNotKept("Бумаги не записаны: работа кончается раньше, чем начинается.", "Проверьте обе даты.")
    if wanted.agreement_on is None and not wanted.agreement_number:
        return
    if wanted.agreement_on is None or not wanted.agreement_number:
        raise LabourNotKept("Бумаги не записаны: у соглашения нет номера или даты.", "Впишите и то и другое.")
    if wanted.agreement_on < wanted.consent_on:
        raise LabourNotKept(
            "Бумаги не записаны: соглашение раньше согласия работника.", "Сначала согласие, потом соглашение."
        )


def _journal(act: str, said: str, term: LabourTerm, actor_id: int | None, at: datetime) -> None:
    text = f"{term.person.short_name}: {said}."
    record(act=act, text=text, at=at, actor_id=actor_id, object_kind="person", object_id=term.person_id)
