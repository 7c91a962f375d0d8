"""Signs that cannot be kept never reach a page: fields, searches, cookies, addresses, on every host."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest
from django.test import Client

from municipal.notes.queries import stored_note
from tenants.current import municipality_open
from tests.cast import ANNA, BORIS, GLEB, Actor
from tests.factories.municipal import local
from tests.factories.notes import DAY, composed, october

pytestmark = pytest.mark.django_db
Browser = Callable[[Actor], Client]
DIRTY = "До\x00 и\x0bпосле\x1b"
FORM = "application/x-www-form-urlencoded"


@pytest.fixture(autouse=True)
def _day(settings: pytest.FixtureRequest) -> None:
    settings.CLOCK_STARTS_AT = local(DAY, 10)  # type: ignore[attr-defined]  # the fixture of pytest-django


def test_a_paragraph_of_the_note_is_kept_without_them(browser_of: Browser) -> None:
    note_id = composed(october()).note_id
    address = f"/2025-26/spravki/{note_id}/razdel/coverage/abzac/"
    answer = browser_of(BORIS).post(address, f"text={quote(DIRTY)}", content_type=FORM)
    assert answer.status_code == 302
    with municipality_open(1):
        note = stored_note(note_id)
    assert note is not None
    assert [block.edited.replace("\u00a0", " ") for block in note.blocks if block.edited] == ["До и\nпосле"]


@pytest.mark.parametrize(
    ("actor", "page"),
    [(ANNA, "/2025-26/lyudi/"), (BORIS, "/2025-26/kampanii/"), (GLEB, "/2025-26/svodka/")],
)
def test_no_search_cookie_or_address_with_them_is_a_fault(actor: Actor, page: str, browser_of: Browser) -> None:
    browser = browser_of(actor)
    assert browser.get(f"{page}?q=%00%0b&page=%00&sort=%ED%A0%80&%00=1").status_code == 200
    assert browser.get(f"{page}%00/").status_code == 404
    browser.cookies["unknown"] = "\x00"
    assert browser.get(page).status_code == 200


def test_a_torn_session_is_a_stranger_not_a_fault(browser_of: Browser, settings: pytest.FixtureRequest) -> None:
    for actor in (ANNA, BORIS):
        stranger = Client(headers={"host": actor.host})
        stranger.cookies[settings.SESSION_COOKIE_NAME] = "\x00" * 32  # type: ignore[attr-defined]  # see above
        assert stranger.get("/2025-26/segodnya/").status_code == 302


@pytest.mark.parametrize("actor", [ANNA, BORIS])
def test_the_door_takes_any_signs_on_every_host(actor: Actor) -> None:
    stranger = Client(headers={"host": actor.host})
    body = f"username={quote(DIRTY)}&email={quote(DIRTY)}&password={quote(DIRTY)}&x%00=%00"
    assert stranger.post("/vhod/", body, content_type=FORM).status_code in (200, 422)
