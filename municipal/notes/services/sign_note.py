"""Sign a note: from that moment nothing in it changes, the database sees to it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from municipal.notes.domain.readiness import missing
from municipal.notes.domain.refusals import EmptyText, NotReady
from municipal.notes.queries.stored import campaign_of_note, draft_marks, stored_of
from municipal.notes.services.drafts import draft_row, subject
from tenants.journal.services.record import record


@transaction.atomic
def sign_note(*, note_id: int, signed_by: str, signed_position: str, at: datetime, actor_id: int | None) -> None:
    """The head (or the methodist) signs; the note is dated by that day.

    ``signed_by`` is printed as given: «О. В. Лапина». Raises NoSuchNote, NoteSigned, and NotReady with everything
    that is wanting: empty sections, figures that are not today's, nothing accepted.
    """
    row = draft_row(note_id)
    campaign = campaign_of_note(note_id)
    assert campaign is not None
    if not signed_by.strip() or not signed_position.strip():
        raise EmptyText("Справка не подписана: не сказано, кто подписывает.", "Впишите должность и имя.")
    note, today = stored_of(row, row.blocks.all()), campaign.day_of(at)
    wanting = missing(note, draft_marks(note, campaign, today=today))
    if wanting:
        raise NotReady("Справка не подписана: она ещё не готова.", " ".join(wanting), wanting)
    row.dated, row.signed_at = today, at
    row.signed_by, row.signed_position = signed_by.strip(), signed_position.strip()
    row.save(update_fields=["dated", "signed_at", "signed_by", "signed_position"])
    text = f"Подписана справка № {row.number} («{campaign.title}»), версия {row.version}."
    record(act="note_signed", text=text, at=at, actor_id=actor_id, **subject(row))
