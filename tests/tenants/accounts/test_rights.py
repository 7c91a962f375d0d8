"""«Кто что видит» says what the tables that govern access say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tenants.accounts.rights import nameless_routes, section_of, sections, seen_above, wordless_tables
from tenants.domain.roles import Role
from tests.access.routes import routes_of
from tests.access.table import rules_of
from tests.cast import ANNA, BORIS, EGOR, GLEB, IRINA, Actor

HOSTS = {"school": "config.urls_school", "district": "config.urls_public"}
RIGHTS_OF = {"school": [Role.CURATOR, Role.PRINCIPAL, Role.FORMAT_LEAD], "district": [Role.METHODIST, Role.REGION]}


@pytest.mark.parametrize("host", list(HOSTS))
def test_every_address_that_asks_for_a_role_has_its_section(host: str) -> None:
    """Red? Name the new section in tenants/accounts/content/rights.yaml."""
    assert nameless_routes(host) == []


def test_every_table_read_above_a_school_has_its_words() -> None:
    """Red? Say in tenants/accounts/content/rights.yaml what of a school the new shared table shows."""
    assert wordless_tables() == set()


@pytest.mark.parametrize("host", list(HOSTS))
def test_a_section_is_kept_by_whoever_may_write_in_any_of_its_addresses(host: str) -> None:
    rules = rules_of(host)
    for section in sections(host):
        routes = [one for one in rules if (code := section_of(one, host)) and _title(code, host) == section.title]
        writers = {role for one in routes for role in rules[one].get("POST", [])}
        readers = {role for one in routes for role in rules[one].get("GET", [])}
        assert (set(section.keepers), set(section.readers)) == (writers, readers - writers - {"anyone"})


def _title(code: str, host: str) -> str:
    from tenants.accounts.rights import _words  # noqa: PLC0415 -- the words of the page themselves

    return str(_words()[host][code])


@pytest.mark.parametrize("host", list(HOSTS))
def test_the_words_say_what_the_guards_of_the_pages_do(host: str) -> None:
    """The decorators of the views against the sentences: «Не видите» where no view of the section lets the role in."""
    for role in RIGHTS_OF[host]:
        let_in: dict[str, bool] = {}
        for route in routes_of(HOSTS[host]):
            code = section_of(route.pattern, host)
            if code is not None:
                allowed = getattr(route.view, "allowed_roles", ())
                let_in[code] = let_in.get(code, False) or role in allowed
        said = {one.title: one.words_for(role) != "Не видите." for one in sections(host)}
        assert said == {_title(code, host): value for code, value in let_in.items()}


def test_nothing_of_a_school_but_these_is_seen_above_it() -> None:
    assert len(seen_above("r")) == 1
    assert "без школ и имён" in seen_above("r")[0]
    assert not [line for line in seen_above("m") if "учен" in line or "наставник" in line]


@pytest.mark.parametrize("actor", [ANNA, EGOR, BORIS, IRINA, GLEB], ids=lambda actor: str(actor.role))
def test_everybody_has_the_page(db: None, browser_of: Callable[[Actor], Client], actor: Actor) -> None:
    page = browser_of(actor).get("/kto-chto-vidit/")
    assert page.status_code == 200
    assert "Что видно выше школы" in page.content.decode().replace("\xa0", " ")
