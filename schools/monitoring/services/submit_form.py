"""Hand the form in: count it anew, check it, pass it to the municipality, keep the receipt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from municipal.indicators.checks import Contradiction
from municipal.indicators.facts import Facts
from municipal.submissions.intake import FactsContradict, Receipt, accept_submission, campaign_info
from schools.monitoring.domain.named import surnames_in
from schools.monitoring.domain.refusals import FormNotReady, NamesInTexts, NoSuchForm
from schools.monitoring.models import HandedIn
from schools.monitoring.services.read_form import Form, read_form, with_draft
from schools.people.models import Person
from tenants.current import current_school_id
from tenants.domain.russian import counted, join_and
from tenants.journal.services.record import record


@transaction.atomic
def submit_form(
    *, campaign_id: int, submitted_by: str, actor_id: int, at: datetime, principal_informed: bool = False
) -> Receipt:
    """Freeze the form of the open school as its next version in the campaign; gives the receipt.

    Runs under the school's identity; ``at`` is the aware moment of the press and may lie in a past season.
    ``submitted_by`` is a position with initials («куратор, Лапина О. В.»). Figures are counted anew as of the
    reporting date. Pressing twice gives the same receipt.

    Raises NoSuchForm, FormNotReady with every contradiction at once, NamesInTexts, and what the intake refuses:
    CampaignClosed, NotExpected, AlreadyAccepted.
    """
    form = _form(campaign_id, at)
    ready = replace(form, facts=with_draft(form.ask, form.collected, form.draft, submitted_by=submitted_by))
    _check(ready)
    live = {one.code: one.explanation for one in ready.problems if one.explanation}
    receipt = _accept(ready, replace(ready.facts, explanations=live), at)
    _, made = HandedIn.objects.get_or_create(
        campaign_id=campaign_id,
        version=receipt.version,
        defaults={
            "digest": receipt.digest,
            "submitted_at": receipt.submitted_at,
            "submitted_by": actor_id,
            "principal_informed": principal_informed,
        },
    )
    if made:
        _journal(form, receipt, actor_id)
    return receipt


def _form(campaign_id: int, at: datetime) -> Form:
    campaign, school_id = campaign_info(campaign_id), current_school_id()
    if campaign is None or school_id is None:
        raise NoSuchForm("Такого мониторинга у вашей школы нет.", "Откройте раздел «Мониторинг» из меню.")
    return read_form(campaign_id=campaign_id, school_id=school_id, today=campaign.day_of(at))


def _check(form: Form) -> None:
    if blocking := form.blocking:
        raise not_ready(blocking)
    known = set(Person.objects.values_list("last_name", flat=True))
    found = {code: names for code, text in _texts(form) if (names := surnames_in(text, known))}
    if found:
        said = join_and([f"«{name}» в строке {code}" for code, names in found.items() for name in names])
        raise NamesInTexts(f"Форма не сдана: в тексте есть фамилия, {said}.", "Уберите её: имена остаются в школе.")


def _texts(form: Form) -> Iterator[tuple[str, str]]:
    for code, cell in form.facts.cells.items():
        yield code, f"{cell.value if isinstance(cell.value, str) and code != 'A5' else ''} {cell.reason}"
    for one in form.problems:
        yield one.code_of_field, one.explanation
    for remarks in form.remarks.values():
        for remark in remarks:
            yield remark.field, form.draft.answers.get(str(remark.id), "")


def not_ready(blocking: tuple[Contradiction, ...]) -> FormNotReady:
    """The refusal that carries everything to mend."""
    lines = list(dict.fromkeys(one.code_of_field for one in blocking))
    count = counted(len(lines), "строку", "строки", "строк")
    return FormNotReady(
        f"Форма не сдана: поправьте {count} ({', '.join(lines)}).", "Что сделать, сказано ниже.", blocking
    )


def _accept(form: Form, facts: Facts, at: datetime) -> Receipt:
    asked = {str(remark.id) for remarks in form.remarks.values() for remark in remarks}
    try:
        return accept_submission(
            campaign_id=form.campaign.id,
            school_id=form.place.school_id,
            facts=facts,
            answers={key: text for key, text in form.draft.answers.items() if key in asked},
            context=form.collected.context,
            at=at,
        )
    except FactsContradict as refusal:
        raise FormNotReady(refusal.what, refusal.remedy, form.problems) from refusal


def _journal(form: Form, receipt: Receipt, actor_id: int) -> None:
    record(
        act="form_submitted",
        text=f"Мониторинг «{form.campaign.title}» сдан, версия {receipt.version}.",
        at=receipt.submitted_at,
        actor_id=actor_id,
        object_kind="campaign",
        object_id=form.campaign.id,
    )
