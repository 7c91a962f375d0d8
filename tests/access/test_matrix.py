"""Every route × method × role × host: nobody reaches what is not theirs, nothing breaks, no mark crosses a wall."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from tests.access.canaries import MARK, mark, mark_school
from tests.access.district_canaries import mark_district
from tests.access.routes import Route, routes_of
from tests.access.table import Rules, allowed, rules_of
from tests.cast import ANNA, BORIS, DINA, EGOR, GLEB, IRINA, KIRA, SLUGS, VERA, Actor

HOSTS = {"school": "config.urls_school", "district": "config.urls_public"}
METHODS = ["GET", "POST"]
NUMBERS = [1, 2, 987_654]  # two that exist in every school and one that exists in none
WORDS = {"kind": "entry", "register": "mentors", "code": "coverage", "season": "october", "public_id": "nothing"}
SIGN_IN = "/vhod/"

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("host", list(HOSTS))
def test_every_route_stands_in_the_table_and_no_other(host: str) -> None:
    assert sorted(rules_of(host)) == sorted({route.pattern for route in routes_of(HOSTS[host])})


@pytest.fixture
def marked(db: None) -> None:
    """Marks in both schools of one municipality and one of the other, and in what passes above them."""
    for municipality_id in (1, 2):
        mark_district(municipality_id)
    for school_id in (1, 2, 4):
        assert mark_school(school_id) > 30


def _requests(host: str) -> Iterator[tuple[Route, str, str]]:
    for route in routes_of(HOSTS[host]):
        for number in NUMBERS if "<int:" in route.pattern else NUMBERS[:1]:
            for method in METHODS:
                yield route, method, route.path(number, WORDS)


def _ask(client: Client, method: str, path: str, host: str) -> HttpResponse:
    """One request as if it were the only one: what it wrote, or broke, is undone."""
    client.raise_request_exception = False
    before = transaction.savepoint()
    answer: HttpResponse = client.generic(method, path, headers={"host": host})  # type: ignore[assignment]  # test client
    transaction.savepoint_rollback(before)
    return answer


def _was_let_in(answer: HttpResponse) -> bool:
    if answer.status_code in {301, 302}:
        return not answer["Location"].startswith(SIGN_IN)
    return answer.status_code not in {401, 403}


def _wrong_answer(answer: HttpResponse, rules: Rules, route: Route, method: str, role: str | None) -> str:
    """What is wrong with who was let in, or nothing. A missing object (404) tells a stranger as little as a refusal."""
    if method not in rules[route.pattern]:
        return "" if answer.status_code in {302, 401, 403, 404, 405} else "where the method is not offered"
    if allowed(rules, route, method, role):
        return "" if _was_let_in(answer) else f"refused to {role}"
    return f"let {role} in" if _was_let_in(answer) and answer.status_code != 404 else ""


def _faults(client: Client, host: str, name: str, *, role: str | None, foreign: list[str]) -> list[str]:
    rules, found = rules_of(host), []
    for route, method, path in _requests(host):
        if route.pattern == "vyhod/":
            continue  # signing out would end the walk
        answer = _ask(client, method, path, name)
        text = answer.content.decode(errors="replace") + str(answer.headers)
        if answer.status_code >= 500:
            found.append(f"{method} {path}: {answer.status_code}")
        if [leak for leak in foreign if leak in text]:
            found.append(f"{method} {path}: a foreign mark")
        if wrong := _wrong_answer(answer, rules, route, method, role):
            found.append(f"{method} {path}: {answer.status_code} {wrong}")
    return found


PLACES = ("s1", "s2", "s4", "u1", "u2", "u4", "u5", "d1", "d2", "m1", "m2")
OWN = {
    ANNA: {"s1", "u1", "d1"},
    EGOR: {"s1", "u1", "d1"},
    VERA: {"s2", "u2", "d1"},
    KIRA: {"s4", "u4", "d2"},
    BORIS: {"m1", "d1", "u1", "u2"},
    IRINA: {"m1", "d1", "u1", "u2"},
    DINA: {"m2", "d2", "u4", "u5"},
    GLEB: set[str](),
}


def _foreign_to(actor: Actor) -> list[str]:
    return [mark(key) for key in PLACES if key not in OWN[actor]]


@pytest.mark.parametrize("actor", [ANNA, EGOR, VERA, KIRA], ids=["Anna", "Egor", "Vera", "Kira"])
def test_at_home_in_a_school(marked: None, browser_of: Callable[[Actor], Client], actor: Actor) -> None:
    client = browser_of(actor)
    assert _faults(client, "school", actor.host, role=actor.role, foreign=_foreign_to(actor)) == []


@pytest.mark.parametrize("actor", [BORIS, IRINA, DINA, GLEB], ids=["Boris", "Irina", "Dina", "Gleb"])
def test_at_home_in_the_district(marked: None, browser_of: Callable[[Actor], Client], actor: Actor) -> None:
    client = browser_of(actor)
    assert _faults(client, "district", actor.host, role=actor.role, foreign=_foreign_to(actor)) == []


@pytest.mark.parametrize("actor", [ANNA, VERA, BORIS, GLEB], ids=["Anna", "Vera", "Boris", "Gleb"])
@pytest.mark.parametrize("school", [1, 2, 4])
def test_away_from_home_everybody_is_a_stranger(
    marked: None, browser_of: Callable[[Actor], Client], actor: Actor, school: int
) -> None:
    if actor.school == school:
        return
    client = browser_of(actor)
    assert _faults(client, "school", f"{SLUGS[school]}.localhost", role=None, foreign=[MARK]) == []


@pytest.mark.parametrize(("host", "name"), [("school", "lesnaya.localhost"), ("district", "localhost")])
def test_nobody_signed_in(marked: None, host: str, name: str) -> None:
    assert _faults(Client(), host, name, role=None, foreign=[MARK]) == []


def test_the_walk_would_notice_a_leak(marked: None, browser_of: Callable[[Actor], Client]) -> None:
    """Named as foreign, Anna's own marks must be found: otherwise the walk looks at empty pages."""
    own = _faults(browser_of(ANNA), "school", ANNA.host, role=ANNA.role, foreign=[mark("s1")])
    assert len(own) > 5


@pytest.mark.parametrize(("actor", "own"), [(BORIS, "m1"), (BORIS, "u1"), (DINA, "u4")], ids=["m1", "u1", "u4"])
def test_the_walk_of_the_district_looks_at_pages_that_say_something(
    marked: None, browser_of: Callable[[Actor], Client], actor: Actor, own: str
) -> None:
    assert _faults(browser_of(actor), "district", actor.host, role=actor.role, foreign=[mark(own)]) != []
