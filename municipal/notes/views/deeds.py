"""Acts upon a paragraph that need no words: a button each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from municipal.notes.services.edit_block import restore_block
from municipal.notes.services.refresh_block import (
    Refreshed,
    keep_block,
    refresh_block,
    settle_annexes,
    take_new_block,
)
from municipal.notes.services.remove_block import remove_block, return_block
from municipal.notes.views.finding import block_of, note_of, to_note
from tenants import clock
from tenants.access import PlacedRequest, methodist_required
from tenants.domain.errors import Refusal
from tenants.domain.russian import join_and
from tenants.domain.school_year import SchoolYear


class Deed(Protocol):
    """A service upon one paragraph."""

    def __call__(self, *, block_id: int, at: datetime, actor_id: int | None) -> object:
        """Do it; a Refusal says why not."""


# Last part of the address → the service and what to say when it is done.
DEEDS: dict[str, tuple[Deed, str]] = {
    "avtotekst": (restore_block, "Возвращён автотекст."),
    "ubrat": (remove_block, "Абзац убран."),
    "vernut": (return_block, "Абзац возвращён."),
    "obnovit": (refresh_block, "Абзац обновлён."),
    "ostavit": (keep_block, "Абзац оставлен прежним. Если данные изменятся ещё раз, мы напомним."),
}


@require_POST
@methodist_required
def deed(request: PlacedRequest, year: SchoolYear, note_id: int, block_id: int, code: str) -> HttpResponse:
    """«Автотекст», «Убрать», «Вернуть», «Обновить», «Оставить»."""
    block = block_of(note_of(year, note_id), block_id)
    if code not in DEEDS:
        raise Http404
    service, said = DEEDS[code]

    def act() -> object:
        return service(block_id=block_id, at=clock.now(), actor_id=request.user.pk)

    done = _tried(request, act, said)
    if isinstance(done, Refreshed) and done.lost:
        lost = join_and([f"«{words}»" for words in done.lost])
        messages.warning(request, f"В вашем тексте не нашлось: {lost}. Проверьте абзац сами.")
    return to_note(year, note_id, f"b{block_id}" if code != "ubrat" else f"s-{block.section}")


@require_POST
@methodist_required
def offered(request: PlacedRequest, year: SchoolYear, note_id: int) -> HttpResponse:
    """A paragraph that today's data would say besides (field «abzac»): put in, or not wanted (field «nuzhen»)."""
    note_of(year, note_id)
    key, is_wanted = request.POST.get("abzac", ""), request.POST.get("nuzhen") == "da"

    def act() -> object:
        take_new_block(note_id=note_id, key=key, is_wanted=is_wanted, at=clock.now(), actor_id=request.user.pk)
        return None

    _tried(request, act, "Абзац добавлен." if is_wanted else "Абзац не добавлен, больше не предложим.")
    return to_note(year, note_id)


@require_POST
@methodist_required
def annexes(request: PlacedRequest, year: SchoolYear, note_id: int) -> HttpResponse:
    """Renew the tables of the annexes, or leave them (field «nuzhen»)."""
    note_of(year, note_id)
    is_wanted = request.POST.get("nuzhen") == "da"

    def act() -> object:
        settle_annexes(note_id=note_id, is_wanted=is_wanted, at=clock.now(), actor_id=request.user.pk)
        return None

    _tried(request, act, "Приложения обновлены." if is_wanted else "Приложения оставлены прежними.")
    return to_note(year, note_id)


def _tried(request: PlacedRequest, act: Callable[[], object], said: str) -> object:
    """What the act gave, with a word about it; None where it was refused, with the refusal's own words."""
    try:
        done = act()
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return None
    messages.success(request, said)
    return done
