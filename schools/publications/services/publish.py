"""Enter a publication, mend it, note whether its link opens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import IntegrityError, transaction

from schools.publications.models import Publication
from tenants.database.turns import take_turn
from tenants.domain.errors import Refusal
from tenants.journal.queries import is_same_press
from tenants.journal.services.record import record


class PublicationNotAdded(Refusal):
    """The address stands in the list already, or the date is wrong."""


@dataclass(frozen=True, slots=True)
class NewPublication:
    """A page with its address; ``works`` is the curator's own check that it opens."""

    title: str
    url: str
    published_on: date
    channel: str
    is_year_results: bool = False
    works: bool | None = None


@transaction.atomic
def publish(wanted: NewPublication, *, today: date, actor_id: int | None, at: datetime) -> int:
    """Add a publication; gives its id.

    Refuses a date in the future and an address that is in the list already. The same press of the same person adds
    nothing.
    """
    take_turn("publication_added")
    told = {name: getattr(wanted, name) for name in wanted.__dataclass_fields__}
    last = Publication.objects.filter(**told).values_list("pk", flat=True).first()
    if last and is_same_press("publication_added", last, actor_id=actor_id, at=at):
        return last
    row = Publication(checked_on=today if wanted.works is not None else None)
    _save(row, wanted, today=today)
    _write_down("publication_added", f"Добавлена публикация «{row.title}».", row, actor_id=actor_id, at=at)
    return row.pk


@transaction.atomic
def correct_publication(
    publication_id: int, wanted: NewPublication, *, today: date, actor_id: int | None, at: datetime
) -> None:
    """Mend an entry by the rules of a new one. Another address has not been checked yet, so its check is forgotten.

    ``wanted.works`` is not looked at: whether a link opens is noted by ``mark_link``. Saving the same once more
    changes nothing.
    """
    row = Publication.objects.select_for_update().get(pk=publication_id)
    names = ("title", "url", "published_on", "channel", "is_year_results")
    if all(getattr(row, name) == getattr(wanted, name) for name in names):
        return
    same_page = row.url == wanted.url
    row.checked_on = row.checked_on if same_page else None
    _save(row, replace(wanted, works=row.works if same_page else None), today=today)
    _write_down("publication_changed", f"Исправлена публикация «{row.title}».", row, actor_id=actor_id, at=at)


@transaction.atomic
def mark_link(publication_id: int, *, works: bool, today: date, actor_id: int | None, at: datetime) -> None:
    """Note that somebody looked on ``today`` and the page opens, or does not; pressing twice changes nothing."""
    row = Publication.objects.select_for_update().get(pk=publication_id)
    if (row.works, row.checked_on) == (works, today):
        return
    row.works, row.checked_on = works, today
    row.save(update_fields=["works", "checked_on"])
    text = f"Ссылка публикации «{row.title}» {'открывается' if works else 'не открывается'}."
    _write_down("publication_checked", text, row, actor_id=actor_id, at=at)


def _save(row: Publication, wanted: NewPublication, *, today: date) -> None:
    if wanted.published_on > today:
        raise PublicationNotAdded("Публикация не сохранена: дата в будущем.", "Добавьте её, когда страница откроется.")
    for name in wanted.__dataclass_fields__:
        setattr(row, name, getattr(wanted, name))
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as fault:
        raise PublicationNotAdded(
            "Публикация не сохранена: эта ссылка уже есть в списке.", "Проверьте ссылку или найдите её в списке."
        ) from fault


def _write_down(act: str, text: str, row: Publication, *, actor_id: int | None, at: datetime) -> None:
    record(act=act, text=text, at=at, actor_id=actor_id, object_kind="publication", object_id=row.pk)
