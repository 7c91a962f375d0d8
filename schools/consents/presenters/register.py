"""The register of consents and the page of one person's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from schools.consents.models import ConsentRequest, LabourTerm
from schools.consents.queries import Foreseen, states_of
from schools.consents.services.withdraw import Followed
from schools.people.domain.consent_state import ConsentState, state_of_paper
from schools.people.models import Consent, ConsentPurpose, Person
from schools.people.presenters.words import day, who
from schools.publications.models import Mention
from tenants.domain.russian import counted, date_words, plural

TITLES = {code: title.capitalize() for code, title in ConsentPurpose.choices}


@dataclass(frozen=True, slots=True)
class Row:
    """A person with the state of each purpose in the order of ``TITLES``."""

    id: int
    name: str
    who: str
    cells: tuple[tuple[str, ConsentState], ...]


def rows(people: Iterable[Person], on: date) -> list[Row]:
    """Rows of the register in their order."""
    return [_row(person, on) for person in people]


def _row(person: Person, on: date) -> Row:
    states = states_of(person, on)
    cells = tuple((TITLES[purpose], states[purpose]) for purpose in TITLES)
    return Row(person.pk, person.full_name, who(person, on), cells)


@dataclass(frozen=True, slots=True)
class PurposeCard:
    """One purpose on the page of a person."""

    code: str
    title: str
    state: ConsentState
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A consent of the register: how it was given, its scan or the name typed by the link."""

    id: int
    words: str
    state: ConsentState
    file: Any
    may_attach: bool
    digest: str


def purpose_cards(person: Person, on: date) -> list[PurposeCard]:
    """The four purposes of one person."""
    states, papers = states_of(person, on), list(person.consents.all())
    return [
        PurposeCard(code, title, states[code], tuple(_paper(paper, on) for paper in papers if paper.purpose == code))
        for code, title in TITLES.items()
    ]


def _paper(paper: Consent, on: date) -> Paper:
    asked: ConsentRequest | None = getattr(paper, "asked", None)
    by = "законный представитель" if paper.given_by_representative else "участник"
    signer = f": {asked.signer_name}" if asked is not None and asked.signer_name else ""
    child = f"; ученик: {asked.child_name}" if asked is not None and asked.child_name else ""
    term = f", действует до {date_words(paper.valid_until)}" if paper.valid_until else ""
    kept = f", {paper.kept_as}" if paper.kept_as else ""
    words = f"Получено {day(paper.given_on, on)}{kept}{term}. Подписал {by}{signer}{child}."
    file = asked.file if asked is not None else None
    digest = asked.text_digest[:12] if asked is not None and asked.text_digest else ""
    return Paper(paper.pk, words, state_of_paper(paper, on), file, file is None and not digest, digest)


def foreseen_facts(foreseen: Foreseen) -> list[dict[str, Any]]:
    """What will follow, before the press."""
    return [
        {"name": "Пары приостановятся", "value": "; ".join(foreseen.pairs) or "таких нет"},
        {"name": "Предложенные пары, из которых человек уйдёт", "value": "; ".join(foreseen.proposals) or "таких нет"},
        {"name": "Убрать имя со страниц за три рабочих дня", "value": "; ".join(foreseen.pages) or "таких нет"},
    ]


def followed_words(followed: Followed) -> str:
    """What has followed, after the press, with the counts that changed."""
    said = []
    if followed.pairs:
        verb = plural(len(followed.pairs), "Приостановлена", "Приостановлены", "Приостановлено")
        said.append(f"{verb} {counted(len(followed.pairs), 'пара', 'пары', 'пар')}.")
    if followed.proposals:
        number = counted(len(followed.proposals), "предложенной пары", "предложенных пар", "предложенных пар")
        said.append(f"Человек выведен из {number}.")
    if followed.pages and followed.due_on is not None:
        pages = counted(len(followed.pages), "страницы", "страниц", "страниц")
        said.append(f"Уберите имя с {pages} до {date_words(followed.due_on)} включительно.")
    before, after = followed.before, followed.after
    if before.working != after.working:
        said.append(f"Работающих пар было {before.working}, стало {after.working}.")
    if before.consented != after.consented:
        said.append(f"С согласием было {before.consented} из {before.people}, стало {after.consented}.")
    return " ".join(said) or "Других последствий нет: человек не в паре и на страницах не назван."


def takedown_words(mentions: Sequence[Mention], on: date) -> str:
    """«Имя нужно убрать с 2 страниц, ближайший срок — 17 октября.»"""
    if not mentions:
        return ""
    first = mentions[0].takedown_due_on
    pages = counted(len(mentions), "страницы", "страниц", "страниц")
    if first is not None and first < on:
        return f"Имя нужно убрать с {pages}. Срок прошёл {date_words(first)}."
    return f"Имя нужно убрать с {pages}, ближайший срок — {date_words(first)}." if first else ""


def conclusion(everybody: int, lacking: int, soon: int) -> str:
    """The sentence above the register."""
    if not everybody:
        return "Согласия понадобятся, когда в базах появятся люди."
    people = counted(everybody, "человек", "человека", "человек")
    if lacking:
        said = f"Не хватает согласий на обработку данных: {lacking} из {everybody}."
        said += " Без согласия пару нельзя закрепить приказом."
    else:
        said = f"Согласие на обработку данных есть у каждого: {people}."
    if soon:
        said += f" Скоро {plural(soon, 'истечёт согласие', 'истекут согласия', 'истекут согласия')}: {soon}."
    return said


def labour_line(term: LabourTerm, on: date) -> dict[str, Any]:
    """Labour papers in words, with the clock of an early end."""
    agreement = f"соглашение № {term.agreement_number}" if term.agreement_number else "соглашения ещё нет"
    if term.agreement_on:
        agreement += f" от {date_words(term.agreement_on)}"
    until = f" по {date_words(term.ends_on)}" if term.ends_on else ""
    line = {
        "id": term.pk,
        "words": f"Согласие от {date_words(term.consent_on)}, {agreement}. "
        f"Работа с {date_words(term.starts_on)}{until}.",
        "pay": term.payment or "не указана",
        "code": "done" if term.agreement_number else "check",
        "state": "Оформлено" if term.agreement_number else "Нет соглашения",
        "may_end": not term.ended_by,
    }
    if term.ended_by and term.last_day is not None and term.warned_on is not None:
        said = term.get_ended_by_display().capitalize()
        ahead = term.last_day >= on
        line["code"] = "soon" if ahead else "idle"
        line["state"] = (
            f"{said}: предупреждение {date_words(term.warned_on)}, последний день {date_words(term.last_day)}"
        )
    return line
