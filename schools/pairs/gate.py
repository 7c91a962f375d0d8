"""The gate before an order: whose paper is missing in which pair.

Everybody in the pair needs a standing consent to the processing of data (152-ФЗ, ст. 9). A worker who mentors a worker
does it beside the main job, so by the forms the law is about (reference data, ``labour_law``) a teacher also needs a
written consent and an additional agreement (ст. 351.8 ТК РФ); pupils, students and partners' workers do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from municipal.indicators.formats import load_formats
from schools.pairs.domain.refusals import PairNotFormed
from schools.pairs.models import Pair, PairMember
from schools.pairs.queries import proposed_pairs
from schools.people.models import MentorCard, Person, PersonKind
from schools.people.queries import people_without_consent

PROCESSING, LABOUR_CONSENT, LABOUR_AGREEMENT = "processing", "labour_consent", "labour_agreement"
SAID = {
    PROCESSING: "нет согласия на обработку данных",
    LABOUR_CONSENT: "нет письменного согласия работника (ст. 351.8 ТК РФ)",
    LABOUR_AGREEMENT: "нет дополнительного соглашения (ст. 351.8 ТК РФ)",
}


@dataclass(frozen=True, slots=True)
class Lack:
    """A paper that is missing: whose and which (one of ``SAID``)."""

    person: Person
    what: str

    @property
    def words(self) -> str:
        """«нет согласия на обработку данных»."""
        return SAID[self.what]


class PapersMissing(PairNotFormed):
    """Papers of people named in the order are missing; ``lacks`` are all of them."""

    def __init__(self, what: str, lacks: Sequence[Lack]) -> None:
        super().__init__(what, "Напечатайте бланки, соберите подписи и запишите согласия в разделе «Люди и согласия».")
        self.lacks = tuple(lacks)


def lacks_of(pairs: Sequence[Pair], *, on: date) -> dict[int, list[Lack]]:
    """Pair id → what is missing in it on ``on``; pairs with everything are left out. At most three queries."""
    parts = list(PairMember.objects.filter(pair__in=pairs).select_related("person").order_by("pair_id", "-role", "pk"))
    silent = {person.pk for person in people_without_consent({part.person_id for part in parts}, on=on)}
    workers = _workers(parts, {pair.pk for pair in pairs if load_formats().formats[pair.mentoring_format].art_351_8})
    cards = {card.pk: card for card in MentorCard.objects.filter(pk__in=set().union(*workers.values()))}
    found: dict[int, list[Lack]] = {}
    for part in parts:
        whats = [PROCESSING] if part.person_id in silent else []
        if part.person_id in workers.get(part.pair_id, ()):
            whats += _labour(cards.get(part.person_id), on)
        if whats:
            found.setdefault(part.pair_id, []).extend(Lack(part.person, what) for what in whats)
    return found


def ready_pairs(*, on: date) -> list[Pair]:
    """Proposed pairs that an order of ``on`` may name: the draft of the order."""
    proposed = list(proposed_pairs())
    lacking = lacks_of(proposed, on=on)
    return [pair for pair in proposed if pair.pk not in lacking]


def check_papers(pairs: Sequence[Pair], *, on: date, what: str) -> None:
    """Refuses, beginning with ``what`` («Пары не закреплены»), while a paper is missing; names everybody."""
    lacks = _once(lack for some in lacks_of(pairs, on=on).values() for lack in some)
    if not lacks:
        return
    said = [
        f"{SAID[code]}. Кого не хватает: {names}"
        for code in SAID
        if (names := ", ".join(lack.person.short_name for lack in lacks if lack.what == code))
    ]
    raise PapersMissing(f"{what}: {'; '.join(said)}", lacks)  # initials end the sentence


def _workers(parts: Iterable[PairMember], by_law: set[int]) -> dict[int, set[int]]:
    """Pair id → teachers who mentor in it, of the pairs ``by_law``."""
    found: dict[int, set[int]] = {}
    for part in parts:
        is_worker = part.role == PairMember.MENTOR and part.person.kind == PersonKind.TEACHER
        if part.pair_id in by_law and is_worker:
            found.setdefault(part.pair_id, set()).add(part.person_id)
    return found


def _labour(card: MentorCard | None, on: date) -> list[str]:
    whats = []
    if card is None or card.labour_consent_on is None or card.labour_consent_on > on:
        whats.append(LABOUR_CONSENT)
    if card is None or not card.labour_agreement.strip():
        whats.append(LABOUR_AGREEMENT)
    return whats


def _once(lacks: Iterable[Lack]) -> list[Lack]:
    """Somebody who stands in several pairs is named once, in the order of names."""
    seen = {(lack.person.pk, lack.what): lack for lack in lacks}
    return sorted(seen.values(), key=lambda lack: (lack.person.sorting, lack.person.pk))
