"""Objects of the product as the roadmap names them: what they are called, which codes they close. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tenants.domain.russian import date_words


class ObjectKind(StrEnum):
    """What an object is; the values are kept in ``Evidence.object_kind``."""

    DOCUMENT = "document"
    EVENT = "event"
    SURVEY = "survey"
    PUBLICATION = "publication"
    SUBMISSION = "submission"
    MEETING = "meeting"
    APPOINTMENT = "pair"  # a pair by its order
    CHECK = "check"  # «База проверена»
    SITE = "site"
    CARD = "card"  # a mentor's papers or training


ROUTES = {
    ObjectKind.DOCUMENT: "orders:document",
    ObjectKind.EVENT: "events:event",
    ObjectKind.SURVEY: "surveys:round",
    ObjectKind.PUBLICATION: "publications:list",
    ObjectKind.SUBMISSION: "monitoring:history",
    ObjectKind.MEETING: "meetings:meeting",
    ObjectKind.APPOINTMENT: "pairs:list",
    ObjectKind.CHECK: "people:mentors",
    ObjectKind.SITE: "passport:card",
    ObjectKind.CARD: "people:mentors",
}
WITH_PAGE = frozenset({ObjectKind.DOCUMENT, ObjectKind.EVENT, ObjectKind.SURVEY, ObjectKind.MEETING})

# Kinds of a school's events that one code of the vocabulary takes together.
EVENT_KINDS = {
    "informing": ("pedcouncil", "conference", "parents", "class_hour"),
    "training": ("training",),
    "contest": ("contest",),
    "celebration": ("celebration",),
}
REGISTERS = {"mentors": "people:mentors", "mentees": "people:mentees", "partners": "people:partners",
             "programmes": "pairs:programmes"}  # fmt: skip
REGISTER_WORDS = {"mentors": "базы наставников", "mentees": "базы наставляемых", "partners": "перечня партнёров",
                  "programmes": "банка программ"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """An object with its date and the codes of ``closes_by`` that it closes; ``words`` say it in the instrumental.

    ``title`` is how it is called on its own. ``for_good``: one such object serves several activities (an order does);
    others close one activity each.
    """

    kind: ObjectKind
    id: int
    on: date
    title: str
    words: str
    codes: frozenset[str]
    route: str
    serves_all: bool = True

    @property
    def number(self) -> int | None:
        """The key of its page; None where it has none of its own."""
        return self.id if self.kind in WITH_PAGE else None


def order_words(number: str, on: date, *, is_order: bool) -> str:
    """«приказом № 118 от 5 сентября 2025 года»."""
    what = "приказом" if is_order else "документом"
    return f"{what} {f'№ {number} ' if number else ''}от {date_words(on)}"


def event_codes(kind: str) -> frozenset[str]:
    """Codes of the vocabulary that a held event of this kind closes, beside its minutes."""
    return frozenset({"event"} | {f"event:{code}" for code, kinds in EVENT_KINDS.items() if kind in kinds})
