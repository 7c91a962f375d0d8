"""Letters about the end of a consent: to the curators and the principal, without names."""

from __future__ import annotations

from datetime import date, datetime

from schools.people.models import ConsentPurpose
from tenants.accounts.queries import entrants
from tenants.domain.roles import Role
from tenants.domain.russian import counted, date_words
from tenants.letters.services.queue_letter import queue_letter
from tenants.queries import address_for_letters

CONCERNED = {Role.CURATOR, Role.PRINCIPAL}


def tell_the_school(
    person_id: int, purpose: str, *, followed_pairs: int, pages: int, due_on: date | None, at: datetime
) -> int:
    """Queue a letter to everybody it concerns; gives how many. The same event of the same moment is told once."""
    said = [f"Больше нет согласия на «{ConsentPurpose(purpose).label}»."]
    if followed_pairs:
        said.append(f"Приостановлено: {counted(followed_pairs, 'пара', 'пары', 'пар')}. Решите, как быть с ними.")
    if pages and due_on is not None:
        on_pages = counted(pages, "публикации", "публикаций", "публикаций")
        said.append(f"Уберите имя из {on_pages} до {date_words(due_on)} включительно.")
    said.append(f"Кто это и что делать, видно после входа: {address_for_letters('/')}")
    queued = 0
    for one in entrants(today=at.date()):
        if CONCERNED & {held.role for held in one.roles}:
            key = f"consent-ended:{person_id}:{purpose}:{at:%Y%m%d%H%M%S}:{one.id}"
            queued += queue_letter(
                key=key, to=one.email, subject="Согласие больше не действует", body="\n\n".join(said), at=at
            )
    return queued
