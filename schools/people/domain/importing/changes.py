"""What a row changes in the record of somebody the school knows."""

from __future__ import annotations

from dataclasses import dataclass

from schools.people.domain.classes import class_above
from schools.people.domain.importing.entry import KIND_WORDS, Entry
from schools.people.domain.importing.values import MENTEE, MENTOR, PUPIL
from schools.people.domain.likeness import Known
from schools.people.domain.names import is_initial, letters_of

ENTERS = {MENTOR: "в базу наставников", MENTEE: "в базу наставляемых"}


@dataclass(frozen=True, slots=True)
class Stored:
    """A person of the school as the comparison needs it. ``mentor``, ``mentee``: None — never, False — has left."""

    known: Known
    position: str = ""
    partner: str = ""
    mentor: bool | None = None
    mentee: bool | None = None
    strengths: str = ""
    request: str = ""
    is_archived: bool = False

    @property
    def words(self) -> str:
        """«Иванова Анна Петровна, 7 «Б»»."""
        name = " ".join(filter(None, (self.known.last, self.known.first, self.known.patronymic)))
        more = self.known.class_name or self.position or KIND_WORDS.get(self.known.kind, "")
        left = "убран из действующих" if self.is_archived else ""
        return ", ".join(filter(None, (name, more, left)))


def changes_of(entry: Entry, stored: Stored, *, chosen: bool) -> tuple[dict[str, object], list[str]]:
    """What the row changes in the record: an empty cell changes nothing; told in words beside.

    ``chosen``: the curator said that this is the person, so a surname that differs has changed.
    """
    found: dict[str, object] = {}
    said: list[str] = []
    _names(entry, stored, found, said, chosen=chosen)
    if entry.kind == stored.known.kind:
        _facts(entry, stored, found, said)
    for role, stands in ((MENTOR, stored.mentor), (MENTEE, stored.mentee)):
        if role in entry.roles and not stands:
            found[role] = "enter" if stands is None else "return"
            said.append(ENTERS[role])
    for name, own, its, role in (
        ("strengths", entry.strengths, stored.strengths, MENTOR),
        ("request", entry.request, stored.request, MENTEE),
    ):
        if own and not its and role in entry.roles and found.get(role) != "enter":
            found[name] = own
            said.append("чем может помочь" if name == "strengths" else "запрос")
    if stored.is_archived:
        found["restored"] = True
        said.append("снова в действующие")
    return found, said


def _names(entry: Entry, stored: Stored, found: dict[str, object], said: list[str], *, chosen: bool) -> None:
    known = stored.known
    if chosen and letters_of(entry.name.last) != letters_of(known.last) and not _is_turned(entry, known):
        found["last_name"] = entry.name.last
        said.append(f"фамилия: {known.last} → {entry.name.last}")
    if entry.name.patronymic and not is_initial(entry.name.patronymic) and not known.patronymic:
        found["patronymic"] = entry.name.patronymic
        said.append(f"отчество: {entry.name.patronymic}")


def _is_turned(entry: Entry, known: Known) -> bool:
    return letters_of(entry.name.last) == letters_of(known.first)


def _facts(entry: Entry, stored: Stored, found: dict[str, object], said: list[str]) -> None:
    known = stored.known
    # last year's file must not move a pupil back down
    if entry.class_name and known.class_name not in {entry.class_name, class_above(entry.class_name)}:
        found["class_name"] = entry.class_name
        said.append(f"класс: {known.class_name or 'не указан'} → {entry.class_name}")
    if entry.kind == PUPIL:
        _birth(entry, known, found, said)
    if entry.teaching_since and (known.teaching_since is None or _is_other_day(entry, known)):
        found["teaching_since"] = entry.teaching_since.isoformat()
        said.append("педагогический стаж")
    if entry.position and letters_of(entry.position) != letters_of(stored.position):
        found["position"] = entry.position
        said.append(f"должность: {entry.position}")
    if entry.partner and not stored.partner:
        found["partner"] = entry.partner
        said.append(f"организация: {entry.partner}")


def _birth(entry: Entry, known: Known, found: dict[str, object], said: list[str]) -> None:
    own = (entry.birth_year, entry.birth_month)
    fresh = {
        name: mine
        for name, mine, its in zip(("birth_year", "birth_month"), own, known.birth, strict=True)
        if mine is not None and its is None
    }
    if fresh:
        found.update(fresh)
        said.append("месяц и год рождения")


def _is_other_day(entry: Entry, known: Known) -> bool:
    return entry.since_exact and entry.teaching_since != known.teaching_since
