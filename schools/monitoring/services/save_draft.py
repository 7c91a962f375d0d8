"""Keep what the curator typed, a line or a whole block at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from municipal.submissions.intake import tell_progress
from schools.monitoring.domain.draft import Changes, cells_to_rows
from schools.monitoring.domain.refusals import FormClosed
from schools.monitoring.models import DraftForm
from schools.monitoring.services.read_form import Form, with_draft
from tenants.domain.russian import date_words


@transaction.atomic
def save_draft(form: Form, changes: Changes, *, actor_id: int, at: datetime) -> Form:
    """Store ``changes`` over the draft and tell the municipality how many lines are answered; gives the form after it.

    Saving the same twice changes nothing. ``form`` is as the page read it within this request; the draft itself is
    read again under a lock, so that two people may fill in different lines at once. Raises FormClosed.
    """
    if refusal := why_closed(form):
        raise refusal
    row, _ = DraftForm.objects.select_for_update().get_or_create(
        campaign_id=form.campaign.id, defaults={"saved_at": at, "saved_by": actor_id}
    )
    allowed = {code: cell for code, cell in changes.cells.items() if form.is_open(code)}
    cells = {**row.cells, **cells_to_rows({code: cell for code, cell in allowed.items() if cell is not None})}
    row.cells = {code: data for code, data in cells.items() if code not in allowed or allowed[code] is not None}
    row.explanations = _words({**row.explanations, **changes.explanations})
    row.answers = _words({**row.answers, **changes.answers})
    row.saved_at, row.saved_by = at, actor_id
    row.save()
    draft = form.draft.with_changes(replace(changes, cells=allowed))
    after = replace(form, draft=draft, saved_at=at, facts=with_draft(form.ask, form.collected, draft))
    tell_progress(
        campaign=form.campaign,
        school_id=form.place.school_id,
        filled=after.progress.done,
        total=after.progress.total,
        at=at,
    )
    return after


def _words(words: dict[str, str]) -> dict[str, str]:
    return {code: text.strip() for code, text in words.items() if text.strip()}


def why_closed(form: Form) -> FormClosed | None:
    """Why the form cannot be written to; None where it can. The button's sentence and the refusal are one."""
    if form.is_writable:
        return None
    title = form.campaign.title
    if not form.campaign.is_open or form.place.today < form.campaign.opens_on:
        opens = date_words(form.campaign.opens_on)
        return FormClosed(f"Мониторинг «{title}» ещё не открыт.", f"Заполнять можно с {opens}.")
    review = form.latest.review if form.latest else None
    if review and review.verdict == "accepted":
        return FormClosed(
            f"Мониторинг «{title}» принят, изменить его нельзя.", "Если в числах ошибка, позвоните методисту."
        )
    closed = date_words(form.place.dates.closes_on)
    return FormClosed(
        f"Приём форм «{title}» закрыт {closed}.", "Попросите муниципального методиста продлить срок для вашей школы."
    )
