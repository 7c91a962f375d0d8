"""The page of one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from municipal.indicators.formats import load_formats
from schools.people.domain.consent_state import ConsentState, state_of_paper
from schools.people.domain.content import measures
from schools.people.domain.standing import standing_on
from schools.people.models import Consent, MenteeCard, MentorCard, Person, PersonKind, RolePeriod, Support
from schools.people.presenters.words import consent_state, day, who
from tenants.domain.russian import MONTHS, counted


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of ui/facts.html."""

    name: str
    value: str | int | None


@dataclass(frozen=True, slots=True)
class Pool:
    """One of the two pools: ``facts`` are empty for one who never was in it."""

    title: str
    code: str
    words: str
    facts: list[Fact]
    stands: bool


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """A paper of the register."""

    id: int
    purpose_code: str
    purpose: str
    given: str
    by: str
    kept_as: str
    state: ConsentState
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A period in a role by a form of mentoring, or a stay in a pool that is over."""

    id: int
    role: str
    form: str
    since: str
    until: str | None
    may_end: bool


@dataclass(frozen=True, slots=True)
class SupportRow:
    """A measure of support with its days."""

    id: int
    title: str
    help: str
    since: str
    until: str | None


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything the page shows of a person on a day."""

    name: str
    who: str
    consent: ConsentState
    facts: list[Fact]
    mentor: Pool
    mentee: Pool
    consents: list[ConsentRow]
    archived: str | None
    roles: list[RoleRow]
    supports: list[SupportRow]
    is_graduate: bool

    @property
    def home(self) -> str:
        """The address of the list the person is found in first."""
        only_mentee = self.mentee.stands and not self.mentor.stands
        return "people:mentees" if only_mentee else "people:mentors"

    @property
    def home_title(self) -> str:
        """How that list is called."""
        return "Наставляемые" if self.home == "people:mentees" else "Наставники"

    @property
    def consent_words(self) -> str:
        """«Согласие: получено 8 сентября»."""
        return f"Согласие: {self.consent.words[:1].lower()}{self.consent.words[1:]}"


def person_page(person: Person, on: date) -> PersonPage:
    """The page as of ``on``; reads the prefetched papers."""
    mentor = getattr(person, "mentor_card", None)
    mentee = getattr(person, "mentee_card", None)
    return PersonPage(
        name=person.full_name,
        who=who(person, on),
        consent=consent_state(person, on),
        facts=_facts(person, on),
        mentor=_mentor(mentor, on),
        mentee=_mentee(mentee, on),
        consents=[_row(paper, on) for paper in person.consents.all()],
        archived=day(person.archived_on, on),
        roles=[_role(row, on) for row in person.roles.all()],
        supports=[_support(row, on) for row in person.supports.all()],
        is_graduate=person.kind == PersonKind.GRADUATE and not (mentor is not None and mentor.until is None),
    )


def _role(row: RolePeriod, on: date) -> RoleRow:
    form = load_formats().title(row.mentoring_format) if row.mentoring_format else "любая форма"
    return RoleRow(
        row.pk,
        str(row.get_role_display()).capitalize(),
        form,
        day(row.since, on) or "",
        day(row.until, on),
        may_end=row.until is None,
    )


def _support(row: Support, on: date) -> SupportRow:
    known = measures().get(row.measure)
    return SupportRow(
        row.pk, known.title if known else row.measure, known.help if known else "", day(row.since, on) or "",
        day(row.until, on),
    )  # fmt: skip


def _facts(person: Person, on: date) -> list[Fact]:
    stood = standing_on(person.past, person.kind, person.class_name, on)
    facts = [Fact("Кто это", PersonKind(stood.kind).label)]
    if stood.kind == PersonKind.PUPIL:
        month = MONTHS[person.birth_month - 1] if person.birth_month else ""
        born = f"{month} {person.birth_year}".strip() if person.birth_year else None
        facts += [Fact("Класс или группа", stood.class_name or None), Fact("Месяц рождения", born)]
    if person.kind == PersonKind.TEACHER:
        facts.append(Fact("Педагогический стаж с", day(person.teaching_since, on)))
    if person.partner is not None:
        facts.append(Fact("Партнёр", person.partner.name))
    if person.position:
        facts.append(Fact("Должность или занятие", person.position))
    return facts


def _pool(title: str, card: MentorCard | MenteeCard | None, facts: list[Fact], on: date) -> Pool:
    if card is None:
        return Pool(title, "idle", "Не в базе", [], stands=False)
    stands = card.since <= on and (card.until is None or card.until >= on)
    dates = [Fact("В базе с", day(card.since, on))]
    if card.until is not None:
        dates.append(Fact("В базе по", day(card.until, on)))
    return Pool(title, "done" if stands else "idle", "В базе" if stands else "Сейчас не в базе", dates + facts, stands)


def _mentor(card: MentorCard | None, on: date) -> Pool:
    if card is None:
        return _pool("База наставников", None, [], on)
    facts = [
        Fact("Чем может помочь", card.help_words or None),
        Fact("Может вести", counted(card.capacity, "пару", "пары", "пар")),
        Fact("Обучение", day(card.trained_on, on)),
    ]
    if card.person.kind == PersonKind.TEACHER:
        facts.append(Fact("Письменное согласие работника", day(card.labour_consent_on, on)))
        facts.append(Fact("Дополнительное соглашение", card.labour_agreement or None))
    return _pool("База наставников", card, facts, on)


def _mentee(card: MenteeCard | None, on: date) -> Pool:
    facts = [] if card is None else [Fact("Запрос", card.request_words or None)]
    return _pool("База наставляемых", card, facts, on)


def _row(paper: Consent, on: date) -> ConsentRow:
    return ConsentRow(
        id=paper.pk,
        purpose_code=paper.purpose,
        purpose=str(paper.get_purpose_display()).capitalize(),
        given=day(paper.given_on, on) or "",
        by="законный представитель" if paper.given_by_representative else "участник",
        kept_as=paper.kept_as,
        state=state_of_paper(paper, on),
        may_withdraw=paper.withdrawn_on is None,
    )
