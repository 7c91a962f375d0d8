"""Signing in: on one's own host only, slowly for whoever guesses."""

import pytest
from django.test import Client

from tests.cast import ANNA, BORIS, GLEB, PASSWORD, VERA

pytestmark = pytest.mark.django_db


def _post(host: str, email: str, password: str) -> int:
    return Client(headers={"host": host}).post("/vhod/", {"email": email, "password": password}).status_code


def test_a_curator_signs_in_on_her_schools_host_and_lands_on_today() -> None:
    client = Client(headers={"host": ANNA.host})
    answer = client.post("/vhod/", {"email": ANNA.email.upper(), "password": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.get("/")["Location"].endswith("/segodnya/")


def test_a_curator_is_a_stranger_on_the_neighbours_host_and_on_the_base_domain() -> None:
    assert [_post(host, ANNA.email, PASSWORD) for host in (VERA.host, "localhost")] == [422, 422]


def test_a_session_of_one_school_is_nobodys_in_the_next(browser_of) -> None:  # type: ignore[no-untyped-def]  # fixture
    client = browser_of(ANNA)
    assert client.get("/", headers={"host": VERA.host})["Location"].startswith("/vhod/")


def test_the_methodist_signs_in_on_the_base_domain() -> None:
    client = Client(headers={"host": "localhost"})
    client.post("/vhod/", {"email": BORIS.email, "password": PASSWORD})
    assert client.get("/")["Location"].endswith("/segodnya/")


@pytest.mark.parametrize("actor", [ANNA, BORIS, GLEB], ids=["school", "municipality", "region"])
def test_who_signs_out_is_out(browser_of, actor) -> None:  # type: ignore[no-untyped-def]  # fixture
    client = browser_of(actor)
    assert client.post("/vyhod/")["Location"] == "/vhod/"
    assert client.get("/esche/")["Location"].startswith("/vhod/")


def test_the_sixth_try_is_refused_even_with_the_right_password() -> None:
    tries = [_post(ANNA.host, ANNA.email, "не тот пароль") for _ in range(5)]
    assert tries == [422] * 5
    answer = Client(headers={"host": ANNA.host}).post("/vhod/", {"email": ANNA.email, "password": PASSWORD})
    assert answer.status_code == 422
    assert "Подождите 5 минут" in answer.content.decode().replace("\xa0", " ")


def test_an_unknown_host_gets_no_school() -> None:
    answer = Client(headers={"host": "nobody.localhost"}).get("/")
    assert answer.status_code == 404
    assert "Лесная" not in answer.content.decode()


def test_a_signed_in_page_is_kept_by_no_cache(browser_of) -> None:  # type: ignore[no-untyped-def]  # fixture
    assert browser_of(ANNA).get("/esche/")["Cache-Control"] == "private, no-store"


def test_the_page_that_finds_a_school_links_to_hosts_of_every_municipality() -> None:
    page = Client(headers={"host": "localhost"}).get("/shkoly/").content.decode()
    assert "http://lesnaya.localhost/" in page
    assert "http://stepnaya.localhost/" in page
